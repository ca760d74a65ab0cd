// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/llmbrain.h"

#include "agent/clinicphone.h"
#include "agent/llm/grounds.h"
#include "agent/llm/mask.h"
#include "agent/llm/trouble.h"
#include "agent/schema.h"

namespace delpek::agent::llm
{

namespace
{

/// A provider that refused or was not reached charges nothing; an answer that broke off may have cost what was
/// reserved.
bool costNothing(const base::Error& error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::RateLimited ||
           error.code == ErrorCode::Unauthorised || error.code == ErrorCode::NotFound ||
           error.code == ErrorCode::Unsupported || error.key == QLatin1String("llm.quota") ||
           error.key == QLatin1String("llm.right") || error.key == QLatin1String("llm.request");
}

} // namespace

/// One call of next() on its way.
class LlmBrain::Step
{
public:
    Step(LlmBrain& brain, const TurnContext& context, const std::vector<ToolResult>& results,
         const QStringList& refusals, const base::Cancel& cancel)
        : m_brain(brain)
        , m_context(context)
        , m_refusals(refusals)
        , m_cancel(cancel)
        , m_grounds(context, results, brain.m_texts, brain.m_briefing.team())
        , m_entries(entriesOf(context, results))
    {
        m_grounds.setAgent(m_brain.m_briefing.agent(m_grounds.agent()).name);
    }

    Result<Proposal> run()
    {
        const int mostPasses = m_brain.m_briefing.team().handOffsPerTurn();
        int passes = 0;
        bool toldOnce = false;
        for (;;) {
            auto completion = ask();
            if (!completion) {
                return fail(completion.error());
            }
            if (completion->uses.empty()) {
                Ending ending;
                ending.step = Answer{{{completion->text.trimmed(), domain::Asks::Nothing, {}}}};
                return ended(std::move(ending));
            }
            auto read = readUses(completion->uses);
            if (read && read->has_value()) {
                return std::move(**read);
            }
            if (read && ++passes <= mostPasses) {
                continue; // the next agent is asked
            }
            const base::Error error =
                read ? base::Error{ErrorCode::InvalidInput, {}, QStringLiteral("passed on too often")} : read.error();
            if (std::exchange(toldOnce, true) || read) {
                return fail(ErrorCode::InvalidInput,
                            QStringLiteral("the model asks for what is not right: ") + error.detail,
                            QStringLiteral("llm.mistaken"));
            }
            tell(*completion, error);
        }
    }

private:
    const TeamAgent& agent() const { return m_brain.m_briefing.agent(m_grounds.agent()); }

    QStringList others() const
    {
        QStringList names;
        for (const auto& handOff : agent().handOffs) {
            names << handOff.to;
        }
        names.removeDuplicates();
        return names;
    }

    Prompt prompt() const
    {
        Prompt prompt;
        prompt.model = m_brain.m_settings.model;
        prompt.system = m_brain.m_briefing.system(agent(), m_context);
        prompt.situation = m_brain.m_briefing.situation(m_context, m_grounds.language(), m_grounds.dialogue(),
                                                        m_refusals, m_grounds.agreed());
        prompt.entries = m_entries;
        prompt.needsTool = true;
        prompt.mostTokens = m_brain.m_settings.mostTokens;
        prompt.temperature = m_brain.m_settings.temperature;
        for (const auto& name : agent().tools) {
            if (const auto tool = m_brain.m_tools.find(name); tool != m_brain.m_tools.end()) {
                const base::Json schema = tool->second->schema();
                prompt.tools.push_back({name, base::textAt(schema, "description"), schema});
            }
        }
        std::ranges::move(controlTools(others()), std::back_inserter(prompt.tools));
        return prompt;
    }

    Result<Completion> ask()
    {
        const Prompt plain = prompt();
        std::optional<Mask> mask;
        if (m_brain.m_settings.masks) {
            mask.emplace(knownWords());
        }
        const Prompt sent = mask ? mask->hide(plain) : plain;
        qint64 entry = 0;
        if (m_brain.m_ledger) {
            const auto reserved = m_brain.m_ledger->reserve(m_context.conversation.id, sent);
            if (!reserved) {
                return fail(reserved.error());
            }
            entry = *reserved;
        }
        auto completion = m_brain.m_model.complete(sent, m_cancel);
        if (m_brain.m_ledger && (completion || costNothing(completion.error()))) {
            m_brain.m_ledger->settle(entry, sent, completion ? completion->usage : Usage{});
        }
        if (!completion) {
            return completion;
        }
        add(completion->usage);
        m_model = completion->model.isEmpty() ? sent.model : completion->model;
        return mask ? mask->restore(std::move(*completion)) : completion;
    }

    /// What is hidden besides what looks like a number or an address, and what is not.
    MaskedWords knownWords() const
    {
        MaskedWords words;
        words.names << m_context.conversation.displayName << m_context.understanding.identity.name
                    << base::textAt(base::at(m_grounds.dialogue(), "identity"), "name");
        words.open << m_context.clinic.phone << m_context.clinic.address.he << m_context.clinic.address.en;
        for (const auto& doctor : m_context.doctors) {
            words.open << doctor.name.he << doctor.name.en;
        }
        return words;
    }

    void add(const Usage& usage)
    {
        m_usage.input += usage.input;
        m_usage.cacheRead += usage.cacheRead;
        m_usage.cacheWritten += usage.cacheWritten;
        m_usage.output += usage.output;
        ++m_calls;
    }

    /// A proposal; or nothing when the conversation was passed on to another agent; or what is wrong.
    Result<std::optional<Proposal>> readUses(const std::vector<ToolUse>& uses)
    {
        CallTools calls;
        for (const auto& use : uses) {
            if (isControl(use.name)) {
                continue;
            }
            const auto call = readCall(use);
            if (!call) {
                return fail(call.error());
            }
            calls.calls.push_back(*call);
        }
        if (!calls.calls.empty()) {
            // An end beside tools is dropped: the model is asked again when it knows what they returned.
            return std::optional(proposal(std::move(calls)));
        }
        const ToolUse& use = uses.front();
        if (use.name == QLatin1String("pass_to")) {
            const auto next = readPass(use, others());
            if (!next) {
                return fail(next.error());
            }
            m_passed << *next;
            m_grounds.setAgent(*next);
            return std::optional<Proposal>();
        }
        auto ending = readEnding(use);
        if (!ending) {
            return fail(ending.error());
        }
        if (!ending->confirm.is_null()) {
            if (const auto fits = checkConfirm(*ending); !fits) {
                return fail(fits.error());
            }
        }
        return std::optional(ended(std::move(*ending)));
    }

    Result<ToolCall> readCall(const ToolUse& use)
    {
        const auto tool = m_brain.m_tools.find(use.name);
        if (tool == m_brain.m_tools.end() || !agent().tools.contains(use.name)) {
            return fail(ErrorCode::NotFound,
                        QStringLiteral("there is no tool of this name; use one of the tools given"));
        }
        if (auto fits = checkArguments(tool->second->schema(), use.arguments); !fits) {
            return fail(fits.error());
        }
        ToolCall call{use.name, use.arguments};
        if (auto taken = m_grounds.take(call, tool->second->kind()); !taken) {
            return fail(taken.error());
        }
        return call;
    }

    /// What is asked about must be what can be called, and whose name is in it must have said it.
    Result<Done> checkConfirm(const Ending& ending)
    {
        ToolUse use{{}, base::textAt(ending.confirm, "tool"), base::at(ending.confirm, "arguments")};
        const auto call = readCall(use);
        if (!call) {
            return fail(call.error());
        }
        return m_brain.m_tools.at(use.name)->kind() == ToolKind::Change
                   ? Result<Done>(Done{})
                   : fail(ErrorCode::InvalidInput, QStringLiteral("confirm.tool must be a tool that makes a change"));
    }

    void tell(const Completion& completion, const base::Error& error)
    {
        m_told << error.detail;
        Entry said{Speaker::Model, completion.text, completion.uses, {}};
        Entry answers{Speaker::User, {}, {}, {}};
        const QString once = error.detail + QLatin1Char(' ') + m_brain.m_briefing.once();
        for (const auto& use : completion.uses) {
            answers.answers.push_back({use.id, use.name, base::utf8(once), true});
        }
        m_entries.push_back(std::move(said));
        m_entries.push_back(std::move(answers));
    }

    Proposal ended(Ending ending)
    {
        std::vector<Reply>* replies = nullptr;
        std::visit(
            [&replies](auto& step) {
                if constexpr (requires { step.replies; }) {
                    replies = &step.replies;
                }
            },
            ending.step);
        if (replies && !replies->empty()) {
            completeReply(replies->front(), ending);
        }
        m_grounds.close(ending);
        return proposal(std::move(ending.step));
    }

    /// What is not left to a model: that an assistant answers, and the buttons of a yes.
    void completeReply(Reply& reply, const Ending& ending) const
    {
        const auto language = m_grounds.language();
        const auto text = [&](const QString& key, const Texts::Values& values = {}) {
            return m_brain.m_texts.text(key, language, domain::Gender::Unknown, values);
        };
        if (!ending.confirm.is_null()) {
            const QString tool = base::textAt(ending.confirm, "tool");
            const QString yes = tool == QLatin1String("create_appointment")   ? QStringLiteral("option.book_yes")
                                : tool == QLatin1String("move_appointment")   ? QStringLiteral("option.move_yes")
                                : tool == QLatin1String("cancel_appointment") ? QStringLiteral("option.cancel_yes")
                                                                              : QStringLiteral("option.wait_yes");
            reply.options = {{QStringLiteral("yes"), text(yes)},
                             {QStringLiteral("no"), text(QStringLiteral("option.no"))}};
        }
        if (m_context.firstContact) {
            const QString clinic = m_context.clinic.name.in(language);
            const Texts::Values values{
                {QStringLiteral("clinic"), clinic},
                {QStringLiteral("phone"), clinicPhone(m_context.clinic)},
                {QStringLiteral("agent"), agent().display.in(language)},
                {QStringLiteral("assistant"),
                 m_brain.m_texts.text(QStringLiteral("greeting.assistant"), language, agent().gender)}};
            const QString hello =
                text(clinic.isEmpty() ? QStringLiteral("greeting.nameless") : QStringLiteral("greeting.first"), values);
            reply.text.prepend(hello + QLatin1Char('\n'));
        }
    }

    template <typename Kind>
    Proposal proposal(Kind step) const
    {
        Proposal proposal;
        if constexpr (std::is_same_v<Kind, CallTools>) {
            proposal.step = std::move(step);
        } else {
            std::visit([&proposal](auto& end) { proposal.step = std::move(end); }, step);
        }
        proposal.dialogue = m_grounds.dialogue();
        proposal.agent = agent().name;
        proposal.intent = m_context.understanding.intent;
        proposal.score = m_context.understanding.score;
        proposal.language = m_grounds.language();
        const auto* person = std::get_if<HandOver>(&proposal.step);
        if (person && person->reason == QLatin1String("opt_out")) {
            proposal.optOut = true;
        }
        proposal.explanation = {{"model", base::utf8(m_model)},
                                {"calls", m_calls},
                                {"tokens",
                                 {{"input", m_usage.input},
                                  {"cache_read", m_usage.cacheRead},
                                  {"cache_written", m_usage.cacheWritten},
                                  {"output", m_usage.output}}},
                                {"told", jsonOf(m_told)},
                                {"passed_to", jsonOf(m_passed)}};
        return proposal;
    }

    static base::Json jsonOf(const QStringList& texts)
    {
        base::Json json = base::Json::array();
        for (const auto& text : texts) {
            json.push_back(base::utf8(text));
        }
        return json;
    }

    LlmBrain& m_brain;
    const TurnContext& m_context;
    const QStringList& m_refusals;
    const base::Cancel& m_cancel;
    Grounds m_grounds;
    std::vector<Entry> m_entries;
    Usage m_usage;
    int m_calls = 0;
    QString m_model;
    QStringList m_told;
    QStringList m_passed;
};

LlmBrain::LlmBrain(LlmSettings settings, Model& model, Ledger* ledger, Briefing briefing, Texts texts)
    : m_settings(std::move(settings))
    , m_model(model)
    , m_ledger(ledger)
    , m_briefing(std::move(briefing))
    , m_texts(std::move(texts))
    , m_tools(clinicTools())
{
}

LlmBrain::~LlmBrain() = default;

Result<std::unique_ptr<LlmBrain>> LlmBrain::load(const QString& resources, const QString& team, LlmSettings settings,
                                                 Model& model, Ledger* ledger)
{
    auto briefing = Briefing::load(resources, team);
    if (!briefing) {
        return fail(briefing.error());
    }
    auto texts = Texts::load(resources + QStringLiteral("/texts.json"));
    if (!texts) {
        return fail(texts.error());
    }
    return std::unique_ptr<LlmBrain>(
        new LlmBrain(std::move(settings), model, ledger, std::move(*briefing), std::move(*texts)));
}

Result<Proposal> LlmBrain::next(const TurnContext& context, const std::vector<ToolResult>& results,
                                const QStringList& refusals, const base::Cancel& cancel)
{
    return Step(*this, context, results, refusals, cancel).run();
}

} // namespace delpek::agent::llm
