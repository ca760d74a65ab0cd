// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/replay.h"

#include "agent/recordedparts.h"
#include "agent/tools/values.h"
#include "agent/turnrecord.h"

namespace delpek::agent
{
namespace
{

using domain::GateVerdict;
using domain::ReplayedTurn;
using domain::StepKind;
using domain::TurnView;

const domain::DecisionStep* stepOf(const domain::Decision& decision, StepKind kind)
{
    const auto found = std::find_if(decision.steps.begin(), decision.steps.end(),
                                    [kind](const domain::DecisionStep& step) { return step.kind == kind; });
    return found == decision.steps.end() ? nullptr : &*found;
}

/// What the turn began with, as turnrecord.h's inputToJson wrote it; null where it did not.
const base::Json& inputOf(const domain::Decision& decision)
{
    static const base::Json nothing;
    const auto* context = stepOf(decision, StepKind::Context);
    return context ? base::at(context->detail, "input") : nothing;
}

QStringList rulesOf(const base::Json& hits)
{
    QStringList rules;
    for (const auto& hit : hits) {
        const QString rule =
            hit.is_string() ? QString::fromStdString(hit.get<std::string>()) : base::textAt(hit, "rule");
        if (!rules.contains(rule)) {
            rules << rule;
        }
    }
    return rules;
}

TurnView viewOf(const domain::Decision& decision, const QStringList& said)
{
    TurnView view;
    view.intent = decision.intent;
    view.agent = decision.agent;
    view.outcome = base::toText(decision.outcome);
    view.said = said.join(QLatin1Char('\n')).simplified();
    for (const auto& step : decision.steps) {
        if (step.kind == StepKind::Triage) {
            view.triage = {base::textAt(step.detail, "urgency"), rulesOf(base::at(step.detail, "hits"))};
        } else if (step.kind == StepKind::Tool) {
            view.tools << step.name + QLatin1Char(' ') + base::toCompactText(base::at(step.detail, "arguments"));
        } else if (step.kind == StepKind::Guard) {
            const bool passed = base::boolAt(step.detail, "allowed");
            view.guard.push_back({passed ? QStringLiteral("passed") : QStringLiteral("refused"),
                                  rulesOf(base::at(step.detail, "rules"))});
        }
    }
    return view;
}

/// The conversation as it stood before the turn.
TurnInput inputFrom(const KeptTurn& turn)
{
    const base::Json& recorded = inputOf(turn.decision);
    TurnInput input;
    input.conversation = turn.conversation;
    input.conversation.epoch = turn.decision.epoch;
    input.conversation.language =
        base::fromText<domain::Language>(base::textAt(recorded, "language")).value_or(turn.conversation.language);
    input.conversation.holder = {
        base::fromText<domain::HolderKind>(base::textAt(recorded, "holder")).value_or(domain::HolderKind::Agent), {}};
    input.conversation.mode =
        base::fromText<domain::Mode>(base::textAt(recorded, "mode")).value_or(domain::Mode::Autopilot);
    input.conversation.urgency =
        base::fromText<domain::Urgency>(base::textAt(recorded, "urgency")).value_or(domain::Urgency::Routine);
    input.burst = turn.burst;
    input.history = turn.history;
    input.dialogue = turn.decision.dialogueBefore;
    input.correlation = turn.decision.correlation;
    input.changesLastDay = int(base::integerAt(recorded, "changes").value_or(0));
    input.stale = base::boolAt(recorded, "stale");
    input.drafting = base::boolAt(recorded, "drafting");
    input.judged = base::boolAt(recorded, "judged");
    if (const auto settled = base::integerAt(recorded, "settled")) {
        input.settledAt = base::fromMillis(*settled);
    }
    input.consent = base::fromText<domain::ConsentState>(base::textAt(recorded, "consent"))
                        .value_or(domain::ConsentState::NotAsked);
    if (const auto* context = stepOf(turn.decision, StepKind::Context)) {
        input.brief = base::textAt(context->detail, "brief");
    }
    return input;
}

QStringList textsOf(const TurnResult& result)
{
    QStringList texts;
    if (result.draft && !result.draft->text.isEmpty()) {
        texts << result.draft->text;
    }
    for (const auto& reply : result.replies) {
        texts << reply.reply.text;
    }
    return texts;
}

/// What a step of that name gave; null where there was none.
const base::Json& resultOf(const domain::Decision& decision, const QString& name)
{
    static const base::Json nothing;
    const auto found =
        std::find_if(decision.steps.begin(), decision.steps.end(), [&](const domain::DecisionStep& step) {
            return step.kind == StepKind::Tool && step.name == name;
        });
    return found == decision.steps.end() ? nothing : base::at(found->detail, "result");
}

/// The services as they are now; what was asked beyond them is answered as it was.
TurnServices recordedServices(const Mind& mind, const domain::Decision& decision)
{
    TurnServices services;
    services.book = mind.services.get();
    services.checkCode = [&decision](const service::CodeTry&) -> Result<service::CodeAnswer> {
        const base::Json& result = resultOf(decision, QStringLiteral("check_parent_code"));
        return service::CodeAnswer{base::boolAt(result, "confirmed"), base::textAt(result, "patient")};
    };
    services.visits = [&decision](const QString&) {
        std::vector<domain::Appointment> visits;
        for (const auto& entry : base::at(resultOf(decision, QStringLiteral("get_child_visits")), "appointments")) {
            if (const auto slot = slotFromJson(entry)) {
                visits.push_back({base::textAt(entry, "id"),
                                  {},
                                  slot->doctor,
                                  slot->treatment,
                                  slot->start,
                                  slot->minutes,
                                  domain::AppointmentState::Booked,
                                  {}});
            }
        }
        return Result<std::vector<domain::Appointment>>(std::move(visits));
    };
    return services;
}

} // namespace

Replay::Replay(const Mind& mind, TurnLimits limits)
    : m_mind(mind)
    , m_limits(limits)
{
}

void Replay::know(const domain::Decision& earlier)
{
    if (const auto facts = factsFromText(base::textAt(inputOf(earlier), "facts"))) {
        m_facts[factsPrint(earlier)] = *facts;
    }
}

ReplayedTurn Replay::run(const KeptTurn& turn)
{
    ReplayedTurn replayed;
    replayed.then = viewOf(turn.decision, turn.said);
    const base::Json& recorded = inputOf(turn.decision);
    know(turn.decision);
    const auto facts = m_facts.find(factsPrint(turn.decision));
    if (!recorded.is_object()) {
        replayed.skipped = QStringLiteral("replay.notRecorded");
    } else if (facts == m_facts.end()) {
        replayed.skipped = QStringLiteral("replay.factsGone");
    } else if (turn.decision.outcome == domain::Outcome::Superseded) {
        replayed.skipped = QStringLiteral("replay.overtaken");
    }
    if (!replayed.skipped.isEmpty()) {
        return replayed;
    }
    base::VirtualClock clock(turn.decision.startedAt);
    RecordedRecords records(facts->second, *stepOf(turn.decision, StepKind::Context));
    RecordedCalls calls(turn.decision);
    const TurnParts parts{clock,
                          records,
                          *m_mind.understander,
                          *m_mind.triage,
                          *m_mind.guard,
                          *m_mind.brain,
                          m_mind.team,
                          m_mind.escalations.get(),
                          m_mind.roster.get(),
                          {},
                          recordedServices(m_mind, turn.decision)};
    TurnRunner runner(parts, m_limits, recordedTools(calls));
    runner.know(facts->second);
    const IntendChange changesNothing = [](const QString&, const QString&) { return Result<Done>(Done{}); };
    const auto input = inputFrom(turn);
    const auto result = runner.run(input, changesNothing, {});
    replayed.now = viewOf(result.decision, textsOf(result));
    replayed.unknown = calls.unknown();
    replayed.otherBrain = turn.decision.brain != result.decision.brain;
    return replayed;
}

QString factsPrint(const domain::Decision& decision)
{
    return base::textAt(inputOf(decision), "facts_print");
}

bool holdsFacts(const domain::Decision& decision)
{
    return !base::textAt(inputOf(decision), "facts").isEmpty();
}

std::optional<int> versionThen(const domain::Decision& decision, domain::MessageId message)
{
    const base::Json& versions = base::at(inputOf(decision), "versions");
    for (size_t i = 0; versions.is_array() && i < std::min(versions.size(), decision.burst.size()); ++i) {
        if (decision.burst[i] == message && versions[i].is_number_integer()) {
            return versions[i].get<int>();
        }
    }
    return std::nullopt;
}

} // namespace delpek::agent
