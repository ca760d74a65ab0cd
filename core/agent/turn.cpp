// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/turn.h"

#include "agent/episode.h"
#include "agent/offerholder.h"
#include "agent/schema.h"
#include "agent/tools/values.h"
#include "agent/turnrun.h"
#include "base/logging.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

using domain::StepKind;

/// Said when no brain and no rule has anything better: compiled in, because it is what is left when all else fails.
const domain::Bilingual handedOver{
    QStringLiteral("העברתי את הפנייה לצוות המרפאה, ויחזרו אליך בהקדם."),
    QStringLiteral(
        "I've passed your message to the clinic's team, and they will get back to you as soon as they can.")};

/// For a look at the words alone.
const IntendChange changesNothing = [](const QString&, const QString&) -> Result<Done> {
    return fail(ErrorCode::Forbidden, QStringLiteral("a look at the words changes nothing"));
};

} // namespace

void TurnRunner::Run::readWords()
{
    auto& context = m_context;
    context.conversation = m_input.conversation;
    context.burst = m_input.burst;
    constexpr size_t longestHistory = 30;
    const size_t skipped = m_input.history.size() > longestHistory ? m_input.history.size() - longestHistory : 0;
    context.history.assign(m_input.history.begin() + static_cast<std::ptrdiff_t>(skipped), m_input.history.end());
    context.text = joined(m_input.burst);
    context.dialogue = m_input.dialogue;
    context.brief = m_input.brief;
    // A person who sends the agent's words does not introduce the agent.
    context.firstContact =
        !m_input.drafting && std::none_of(m_input.history.begin(), m_input.history.end(),
                                          [](const auto& m) { return m.author == domain::AuthorKind::Agent; });
    // A person who sends the agent's drafts has not taken the talk from it: signs still add up.
    m_episode =
        episodeOf(m_input.history, m_parts.clock.now(), m_input.drafting ? Episode::GoesOn : Episode::EndsWithPerson);
    std::erase_if(m_episode, [&](const domain::Message& message) {
        return m_input.settledAt && message.createdAt <= *m_input.settledAt;
    });
}

/// The clinic as last read. False when it was never read.
bool TurnRunner::Run::recallClinic()
{
    auto& context = m_context;
    m_facts = m_runner.m_known->facts();
    context.clinic = m_facts->facts.info;
    context.doctors = m_facts->facts.doctors;
    context.treatments = m_facts->facts.treatments;
    const bool known = context.clinic.zone.isValid();
    if (!known) {
        context.clinic.zone = QTimeZone("Asia/Jerusalem");
    }
    context.now = domain::toLocal(m_parts.clock.now(), context.clinic.zone);
    return known;
}

void TurnRunner::Run::readRecords()
{
    auto& context = m_context;
    const auto info = base::await(m_parts.records.info(), m_cancel);
    const auto doctors = info ? base::await(m_parts.records.doctors(), m_cancel) : fail(info.error());
    const auto treatments = doctors ? base::await(m_parts.records.treatments(), m_cancel) : fail(doctors.error());
    std::optional<Error> error;
    if (treatments) {
        m_runner.m_known->keep({*info, *doctors, *treatments});
    } else {
        error = treatments.error();
    }
    recallClinic();
    if (!error && m_input.conversation.phone) {
        auto patients = base::await(m_parts.records.findPatients(*m_input.conversation.phone), m_cancel);
        if (patients) {
            m_onPhone = std::move(*patients);
        } else {
            error = patients.error();
        }
    }
    context.recordsReachable = !error;
    if (const auto moment = m_parts.records.asOf(); moment && !error) {
        context.recordsAsOf = domain::toLocal(*moment, context.clinic.zone);
    }
    context.identityTriesLeft = m_gate.left();
    m_record.step(
        StepKind::Context, QStringLiteral("records"),
        {{"reachable", !error},
         {"error", error ? toJson(*error) : base::Json()},
         {"now", base::utf8(context.now.toText())},
         {"as_of", context.recordsAsOf ? base::Json(base::utf8(context.recordsAsOf->toText())) : base::Json()},
         {"patients_on_phone", m_onPhone.size()},
         {"brief", m_input.brief.isEmpty() ? base::Json() : base::Json(base::utf8(m_input.brief))},
         {"input", recordedInput()}});
}

/// What the turn began with, as far as it stands nowhere else: what a replay needs. The clinic's facts stand in the
/// first decision of a conversation that has them, later ones only name them.
base::Json TurnRunner::Run::recordedInput()
{
    if (!m_facts->facts.info.zone.isValid()) {
        m_facts = std::make_shared<const WrittenFacts>(
            ClinicFacts{m_context.clinic, m_context.doctors, m_context.treatments});
    }
    base::Json input = inputToJson(m_input);
    input["flags"] = base::Json::array();
    if (hasFlags()) {
        for (const QString& flag : m_onPhone.front().flags) {
            input["flags"].push_back(base::utf8(flag));
        }
    }
    input["facts_print"] = base::utf8(m_facts->print);
    if (base::textAt(m_input.dialogue, "facts") != m_facts->print) {
        input["facts"] = base::utf8(m_facts->text);
    }
    return input;
}

void TurnRunner::Run::understand()
{
    language::UnderstandingContext context;
    context.now = m_context.now;
    context.zone = m_context.clinic.zone;
    context.hours = m_context.clinic.hours;
    context.asked = base::toText(lastAsked(m_context.history));
    context.doctors = m_context.doctors;
    m_context.understanding = m_parts.understander.understand(m_context.text, context);
    m_context.understanding.language = domain::languageOf(m_context.text, m_input.conversation.language);
    m_result.decision.intent = m_context.understanding.intent;
    m_result.decision.score = m_context.understanding.score;
    m_record.step(StepKind::Understanding, QStringLiteral("understander"), toJson(m_context.understanding));
}

TurnResult TurnRunner::Run::think()
{
    const auto& limits = m_runner.m_limits;
    bool refusedBefore = false;
    for (int step = 0; step < limits.steps; ++step) {
        if (cancelled()) {
            return m_record.finish(domain::Outcome::Superseded, QStringLiteral("cancelled"));
        }
        if (m_record.elapsed() > limits.deadline) {
            return giveUp(QStringLiteral("agent.deadline"));
        }
        const auto proposal = m_parts.brain.next(m_context, m_results, m_refusals, m_cancel);
        if (cancelled()) {
            return m_record.finish(domain::Outcome::Superseded, QStringLiteral("cancelled"));
        }
        if (!proposal) {
            m_record.step(StepKind::Brain, m_parts.brain.name(), {{"error", toJson(proposal.error())}});
            qCWarning(lcAgent) << "brain failed:" << base::describe(proposal.error());
            return giveUp(QStringLiteral("agent.failed"));
        }
        m_record.step(StepKind::Brain, m_parts.brain.name(), proposal->explanation);
        keep(*proposal);
        if (const auto* calls = std::get_if<CallTools>(&proposal->step)) {
            if (calls->calls.empty() ||
                m_results.size() + calls->calls.size() > static_cast<size_t>(limits.toolCalls)) {
                return giveUp(QStringLiteral("agent.limit"));
            }
            callTools(*calls, *proposal);
            if (!m_changeLeft.isEmpty()) {
                return leaveToPerson(QStringLiteral("draft.change"));
            }
            continue;
        }
        m_refusals.clear();
        const bool passes = std::visit(
            [&](const auto& end) {
                if constexpr (requires { end.replies; }) {
                    return passesGuard(end.replies, *proposal);
                } else {
                    return true;
                }
            },
            proposal->step);
        if (passes) {
            return conclude(*proposal);
        }
        if (refusedBefore) {
            return giveUp(QStringLiteral("guard.refused"));
        }
        refusedBefore = true;
    }
    return giveUp(QStringLiteral("agent.limit"));
}

void TurnRunner::Run::keep(const Proposal& proposal)
{
    if (!proposal.intent.isEmpty()) {
        m_result.decision.intent = proposal.intent;
        m_result.decision.score = proposal.score;
    }
    m_result.decision.agent = proposal.agent;
    m_result.agentName = proposal.agent;
}

void TurnRunner::Run::callTools(const CallTools& step, const Proposal& proposal)
{
    for (const auto& call : step.calls) {
        auto value = callTool(call, proposal);
        base::Json detail{{"arguments", withoutIdentity(call.arguments)}};
        if (value) {
            detail["result"] = *value;
            m_results.push_back({call, std::move(*value), std::nullopt});
        } else {
            detail["error"] = toJson(value.error());
            m_results.push_back({call, nullptr, value.error()});
        }
        m_record.step(StepKind::Tool, call.tool, std::move(detail));
        recordIdentity();
    }
}

/// That somebody said who they are and whether it held; not what they said.
void TurnRunner::Run::recordIdentity()
{
    if (const auto established = m_gate.takeNoted()) {
        base::Json rules = base::Json::array();
        if (!*established) {
            rules.push_back("identity.unmatched");
        }
        m_record.step(StepKind::Permit, QStringLiteral("identity"),
                      {{"allowed", *established}, {"rules", std::move(rules)}, {"tries_left", m_gate.left()}});
    }
}

/// Whatever the brain keeps: the tries are counted here, and which facts of the clinic are recorded.
void TurnRunner::Run::keepBeside(base::Json& dialogue) const
{
    if (dialogue.is_object()) {
        dialogue["facts"] = base::utf8(m_facts->print);
    }
    base::Json kept = m_gate.toJson();
    if (!kept.is_null()) {
        if (!dialogue.is_object()) {
            dialogue = base::Json::object();
        }
        dialogue["gate"] = std::move(kept);
    } else if (dialogue.is_object()) {
        dialogue.erase("gate");
    }
    if (m_session) {
        if (!dialogue.is_object()) {
            dialogue = base::Json::object();
        }
        dialogue["service"] = service::toJson(*m_session);
    } else if (dialogue.is_object() && !m_input.drafting) {
        dialogue.erase("service");
    }
}

/// The same for the same words, so that a turn run again finds what it did; another one once they were edited.
QString TurnRunner::Run::changeReference(const QString& tool, qsizetype n) const
{
    QString newest = QStringLiteral("0");
    if (!m_input.burst.empty()) {
        const auto& message = m_input.burst.back();
        newest = QString::number(message.id.value);
        if (message.version > 1) {
            newest += QStringLiteral("v%1").arg(message.version);
        }
    }
    return QStringLiteral("delpek-c%1-m%2-%3-%4").arg(m_input.conversation.id.value).arg(newest, tool).arg(n);
}

Result<base::Json> TurnRunner::Run::callTool(const ToolCall& call, const Proposal& proposal)
{
    const auto tool = m_runner.m_tools.find(call.tool);
    if (tool == m_runner.m_tools.end()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no tool of this name; use one of the tools given"));
    }
    if (const auto* agent = m_parts.roster ? m_parts.roster->find(proposal.agent) : nullptr;
        m_parts.roster && (!agent || !agent->tools.contains(call.tool))) {
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("%1 may not call %2; hand over to an agent who may").arg(proposal.agent, call.tool));
    }
    if (auto fits = checkArguments(tool->second->schema(), call.arguments); !fits) {
        return fail(fits.error());
    }
    if (tool->second->kind() != ToolKind::Read) {
        const auto verdict = allowed(call, proposal);
        if (!verdict.allowed) {
            return fail(ErrorCode::Forbidden,
                        QStringLiteral("permit refused: ") + verdict.rules.join(QStringLiteral(", ")));
        }
    }
    const auto n =
        std::count_if(m_results.begin(), m_results.end(), [&](const auto& r) { return r.call.tool == call.tool; });
    const QString reference = changeReference(call.tool, n);
    const auto contextWith = [&](const base::Cancel& cancel) {
        return ToolContext{m_context,
                           m_parts.records,
                           reference,
                           offerHolder(m_input.conversation.id),
                           m_parts.clock.now() + m_runner.m_limits.held,
                           m_gate,
                           cancel};
    };
    if (tool->second->kind() != ToolKind::Change) {
        return tool->second->run(call.arguments, contextWith(m_cancel));
    }
    if (m_input.drafting) {
        m_changeLeft = call.tool;
        return fail(ErrorCode::Forbidden, QStringLiteral("a draft changes nothing"));
    }
    if (const auto intended = m_intend(reference, call.tool); !intended) {
        return fail(intended.error());
    }
    // Not to be cancelled half-way: nobody would know whether it was done.
    auto done = tool->second->run(call.arguments, contextWith(base::Cancel()));
    m_result.madeChange = m_result.madeChange || done || done.error().code == ErrorCode::Timeout;
    if (done || done.error().code != ErrorCode::Unavailable) {
        m_result.settled << reference;
    }
    return done;
}

TurnResult TurnRunner::Run::conclude(const Proposal& proposal)
{
    m_result.dialogue = proposal.dialogue;
    m_result.language = proposal.language;
    m_result.optOut = proposal.optOut;
    if (const auto* answer = std::get_if<Answer>(&proposal.step)) {
        if (m_gate.closedInThisTurn()) {
            return handOver(QStringLiteral("identity.unconfirmed"), domain::Urgency::Routine, answer->replies);
        }
        for (const auto& reply : answer->replies) {
            m_result.replies.push_back({reply, store::Fence::Agent});
        }
        resumeForm(answer->replies.empty() ? domain::Asks::Nothing : answer->replies.back().asks);
        callForUnheard();
        const auto answered = m_input.drafting ? domain::Outcome::Drafted : domain::Outcome::Replied;
        return m_record.finish(answer->replies.empty() ? domain::Outcome::Silent : answered, {});
    }
    if (const auto* person = std::get_if<HandOver>(&proposal.step)) {
        return handOver(person->reason, domain::Urgency::Routine, person->replies);
    }
    if (const auto* doctor = std::get_if<AskDoctor>(&proposal.step)) {
        return handOver(doctor->reason, domain::Urgency::DoctorRequired, doctor->replies);
    }
    return m_record.finish(domain::Outcome::Silent, std::get<StaySilent>(proposal.step).reason);
}

/// A voice note that nobody wrote down came together with words: the words are answered, and a person listens to it.
void TurnRunner::Run::callForUnheard()
{
    const bool unheard = std::any_of(m_input.burst.begin(), m_input.burst.end(), [](const domain::Message& message) {
        return message.kind == domain::MessageKind::Audio && message.text.isEmpty() && !message.deleted;
    });
    if (unheard) {
        domain::Escalation listen;
        listen.conversation = m_input.conversation.id;
        listen.reason = QStringLiteral("media.received");
        describe(listen, nullptr);
        m_result.escalation = listen;
    }
}

TurnResult TurnRunner::Run::handOver(const QString& reason, domain::Urgency urgency, const std::vector<Reply>& replies)
{
    domain::Escalation escalation;
    escalation.conversation = m_input.conversation.id;
    escalation.urgency = urgency;
    escalation.reason = reason;
    describe(escalation, nullptr);
    m_result.escalation = escalation;
    m_result.holder = domain::HolderKind::Nobody;
    m_result.replies.clear();
    for (const auto& reply : replies) {
        // The same commit takes the conversation from the agent: the words that say so must pass all the same.
        m_result.replies.push_back({reply, store::Fence::Safety});
    }
    askConsent(urgency);
    if (urgency == domain::Urgency::DoctorRequired) {
        askIntake(m_context.understanding.intent == QLatin1String("symptom"));
    }
    const bool isDoctors = urgency == domain::Urgency::DoctorRequired && mayCallDoctor();
    return m_record.finish(isDoctors ? domain::Outcome::EscalatedToDoctor : domain::Outcome::HandedToPerson, reason);
}

TurnResult TurnRunner::Run::giveUp(const QString& reason)
{
    m_result.dialogue = nullptr;
    const auto language = m_context.understanding.language;
    return handOver(reason, domain::Urgency::Routine, {{handedOver.in(language), domain::Asks::Nothing, {}}});
}

TurnRunner::TurnRunner(TurnParts parts, TurnLimits limits, std::map<QString, std::unique_ptr<Tool>> tools)
    : m_parts(std::move(parts))
    , m_limits(limits)
    , m_tools(std::move(tools))
{
}

std::shared_ptr<const WrittenFacts> TurnRunner::KnownClinic::facts() const
{
    const std::lock_guard lock(m_mutex);
    return m_facts;
}

void TurnRunner::KnownClinic::keep(ClinicFacts facts)
{
    if (this->facts()->facts == facts) {
        return;
    }
    auto written = std::make_shared<const WrittenFacts>(std::move(facts));
    const std::lock_guard lock(m_mutex);
    m_facts = std::move(written);
}

void TurnRunner::KnownClinic::keepIfNone(const domain::ClinicInfo& info)
{
    if (!facts()->facts.info.zone.isValid()) {
        keep({info, {}, {}});
    }
}

void TurnRunner::know(const ClinicFacts& facts)
{
    m_known->keep(facts);
}

void TurnRunner::learnClinic()
{
    m_parts.records.info().then([known = m_known](const Result<domain::ClinicInfo>& info) {
        if (info) {
            known->keepIfNone(*info);
        }
    });
}

bool TurnRunner::raises(const TurnInput& input, const base::Cancel& cancel)
{
    return !joined(input.burst).isEmpty() && Run(*this, input, changesNothing, cancel).raises();
}

bool TurnRunner::isEmergency(const TurnInput& input)
{
    return !joined(input.burst).isEmpty() && Run(*this, input, changesNothing, {}).isEmergency();
}

TurnResult TurnRunner::run(const TurnInput& input, const IntendChange& intend, const base::Cancel& cancel)
{
    return Run(*this, input, intend, cancel).go();
}

} // namespace delpek::agent
