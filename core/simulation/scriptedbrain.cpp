// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/scriptedbrain.h"

#include "agent/fallbackbrain.h"
#include "agent/llm/llmbrain.h"
#include "agent/offlinebrain.h"

namespace delpek::simulation
{

using agent::ToolResult;
using agent::TurnContext;
using base::Json;

namespace
{

const auto modelName = QStringLiteral("model-x");
const QByteArray doubleKey = QByteArrayLiteral("key-of-the-double");

/// A model says in one message what the rules say in several; the question stands in the last.
QString wordsOf(const std::vector<agent::Reply>& replies, const TurnContext& context)
{
    QStringList texts;
    for (const auto& reply : replies) {
        texts.append(reply.text);
    }
    const QString text = texts.join(QStringLiteral("\n\n"));
    // The greeting is what the product itself puts before the first answer.
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    return context.firstContact && end > 0 ? text.mid(end + 1) : text;
}

Json argumentsOf(const agent::Reply& reply, const QString& text)
{
    Json arguments{{"text", base::utf8(text)}, {"asks", base::utf8(base::toText(reply.asks))}};
    for (const auto& option : reply.options) {
        arguments["options"].push_back({{"value", base::utf8(option.value)}, {"label", base::utf8(option.label)}});
    }
    return arguments;
}

/// The conversation as it would be if the patient answered the open question with yes.
TurnContext afterYes(TurnContext context, const agent::Reply& question, const Json& dialogue)
{
    domain::Message asked;
    asked.author = domain::AuthorKind::Agent;
    asked.text = question.text;
    asked.asks = question.asks;
    asked.options = question.options;
    context.history.insert(context.history.end(), context.burst.begin(), context.burst.end());
    context.history.push_back(asked);
    domain::Message yes;
    yes.author = domain::AuthorKind::Patient;
    yes.kind = domain::MessageKind::Choice;
    yes.text = yes.choice = QStringLiteral("yes");
    context.burst = {yes};
    context.text = yes.text;
    const auto language = context.understanding.language;
    context.understanding = {};
    context.understanding.language = language;
    context.understanding.intent = QStringLiteral("affirm");
    context.understanding.score = 1;
    context.dialogue = dialogue;
    context.firstContact = false;
    return context;
}

} // namespace

ScriptedBrain::~ScriptedBrain() = default;

Result<std::unique_ptr<ScriptedBrain>> ScriptedBrain::load(const QString& resources, const QString& team,
                                                           ModelDouble::Provider provider, base::Clock& clock)
{
    const QString agents = resources + QStringLiteral("/agents");
    auto rules = agent::OfflineBrain::load(agents, team);
    auto fallback = agent::OfflineBrain::load(agents, team);
    auto roster = agent::Team::load(agents + QStringLiteral("/%1.json").arg(team));
    if (!rules || !fallback || !roster) {
        return fail(!rules ? rules.error() : !fallback ? fallback.error() : roster.error());
    }
    std::unique_ptr<ScriptedBrain> brain(new ScriptedBrain);
    brain->m_rules = std::move(*rules);
    brain->m_team = std::move(*roster);
    brain->m_double = ModelDouble::inProcess({provider, doubleKey, {modelName}}, clock);
    brain->m_double->answerWith([self = brain.get()](const Json& request) { return self->replyTo(request); });
    brain->m_client = std::make_unique<http::RoutedClient>(brain->m_double->routes(), clock);
    const QString wire = provider == ModelDouble::Provider::Anthropic ? QStringLiteral("anthropic")
                         : provider == ModelDouble::Provider::OpenAi  ? QStringLiteral("openai")
                                                                      : QStringLiteral("gemini");
    agent::llm::Effort effort;
    effort.perMinute = 1'000'000; // a scenario's pace is its patient's
    effort.burst = 1'000'000;
    const agent::llm::Endpoint endpoint{brain->m_double->url(), QString::fromLatin1(doubleKey), true};
    brain->m_model = std::make_unique<agent::llm::ModelClient>(agent::llm::wireFor(wire), endpoint, *brain->m_client,
                                                               clock, effort, 1);
    agent::llm::LlmSettings settings;
    settings.model = modelName;
    settings.masks = false; // the rules write names; masking has its own tests
    auto llm = agent::llm::LlmBrain::load(agents, team, settings, *brain->m_model, nullptr);
    if (!llm) {
        return fail(llm.error());
    }
    brain->m_brain = std::make_unique<agent::FallbackBrain>(std::move(*llm), std::move(*fallback), clock);
    return brain;
}

Result<agent::Proposal> ScriptedBrain::next(const TurnContext& context, const std::vector<ToolResult>& results,
                                            const QStringList& refusals, const base::Cancel& cancel)
{
    TurnContext known = context;
    known.dialogue = base::at(context.dialogue, "script");
    const auto wanted = m_rules->next(known, results, refusals, cancel);
    if (!wanted) {
        return wanted;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_reply = replyFor(*wanted, known, results);
        m_speaker = wanted->agent;
    }
    auto proposal = m_brain->next(context, results, refusals, cancel);
    if (proposal) {
        proposal->dialogue["script"] = wanted->dialogue;
    }
    return proposal;
}

/// Who is asked stands in the prompt. Somebody else's part is passed on, by way of the hand-offs that there are.
ModelReply ScriptedBrain::replyTo(const Json& request)
{
    const std::lock_guard lock(m_mutex);
    const QString text = base::toCompactText(request);
    for (const auto& agent : m_team->agents()) {
        if (agent.name == m_speaker || !text.contains(QStringLiteral("You are %1, ").arg(agent.name))) {
            continue;
        }
        const auto leads = [this](const agent::HandOff& handOff) { return handOff.to == m_speaker; };
        const bool direct = std::any_of(agent.handOffs.begin(), agent.handOffs.end(), leads);
        ModelReply pass;
        pass.uses.push_back(
            {QStringLiteral("pass_to"),
             {{"agent", base::utf8(direct ? m_speaker : m_team->coordinator().name)}, {"why", "it is their part"}}});
        return pass;
    }
    return m_reply;
}

ModelReply ScriptedBrain::replyFor(const agent::Proposal& proposal, const TurnContext& context,
                                   const std::vector<ToolResult>& results) const
{
    ModelReply reply;
    if (const auto* calls = std::get_if<agent::CallTools>(&proposal.step)) {
        for (const auto& call : calls->calls) {
            reply.uses.push_back({call.tool, call.arguments});
        }
    } else if (const auto* answer = std::get_if<agent::Answer>(&proposal.step)) {
        Json arguments = argumentsOf(answer->replies.back(), wordsOf(answer->replies, context));
        if (Json change = changeAskedFor(proposal, context, results); !change.is_null()) {
            arguments["confirm"] = std::move(change);
            arguments.erase("options");
        }
        reply.uses.push_back({QStringLiteral("answer"), std::move(arguments)});
    } else if (const auto* person = std::get_if<agent::HandOver>(&proposal.step)) {
        reply.uses.push_back(
            {QStringLiteral("hand_over"),
             {{"reason", base::utf8(person->reason)}, {"text", base::utf8(wordsOf(person->replies, context))}}});
    } else if (const auto* doctor = std::get_if<agent::AskDoctor>(&proposal.step)) {
        reply.uses.push_back(
            {QStringLiteral("ask_doctor"),
             {{"reason", base::utf8(doctor->reason)}, {"text", base::utf8(wordsOf(doctor->replies, context))}}});
    } else {
        reply.uses.push_back(
            {QStringLiteral("stay_silent"), {{"why", base::utf8(std::get<agent::StaySilent>(proposal.step).reason)}}});
    }
    return reply;
}

/// What the rules would call after a yes; null for a question that is not about a change.
Json ScriptedBrain::changeAskedFor(const agent::Proposal& proposal, const TurnContext& context,
                                   const std::vector<ToolResult>& results) const
{
    const auto& question = std::get<agent::Answer>(proposal.step).replies.back();
    if (question.asks != domain::Asks::Confirm) {
        return nullptr;
    }
    const auto after = m_rules->next(afterYes(context, question, proposal.dialogue), results, {}, {});
    const auto* calls = after ? std::get_if<agent::CallTools>(&after->step) : nullptr;
    if (!calls) {
        return nullptr;
    }
    const auto& call = calls->calls.front();
    const bool isChange = base::textAt(base::at(after->dialogue, "consent"), "tool") == call.tool;
    return isChange ? Json{{"tool", base::utf8(call.tool)}, {"arguments", call.arguments}} : Json();
}

BrainMaker scriptedBrains(const QString& resources, const QString& team, ModelDouble::Provider provider)
{
    return [=](base::Clock& clock) -> Result<std::unique_ptr<agent::Brain>> {
        auto brain = ScriptedBrain::load(resources, team, provider, clock);
        return brain ? Result<std::unique_ptr<agent::Brain>>(std::move(*brain)) : fail(brain.error());
    };
}

} // namespace delpek::simulation
