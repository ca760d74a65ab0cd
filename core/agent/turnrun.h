// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/episode.h"
#include "agent/service/talk.h"
#include "agent/turn.h"
#include "agent/turnrecord.h"

namespace delpek::agent
{

/// One turn on its way down.
class TurnRunner::Run
{
public:
    Run(TurnRunner& runner, const TurnInput& input, const IntendChange& intend, const base::Cancel& cancel)
        : m_runner(runner)
        , m_parts(runner.m_parts)
        , m_input(input)
        , m_intend(intend)
        , m_cancel(cancel)
        , m_record(m_result, runner.m_parts.clock)
        , m_gate(runner.m_limits.identityTries, runner.m_parts.clock.now(), base::at(input.dialogue, "gate"))
    {
        auto& decision = m_result.decision;
        decision.conversation = input.conversation.id;
        decision.epoch = input.conversation.epoch;
        decision.team = m_parts.team;
        decision.brain = m_parts.brain.name();
        decision.correlation = input.correlation;
        for (const auto& message : input.burst) {
            decision.burst.push_back(message.id);
        }
        m_result.dialogue = input.dialogue;
    }

    TurnResult go()
    {
        if (m_input.drafting) {
            TurnResult result = run();
            return asDraft(std::move(result));
        }
        takeUpSession();
        TurnResult result = run();
        settleSession(result);
        keepBeside(result.dialogue);
        return result;
    }

    /// Triage alone.
    bool raises()
    {
        readWords();
        readRecords();
        return assess().urgency != domain::Urgency::Routine;
    }

    /// Triage of the words alone.
    bool isEmergency()
    {
        readWords();
        recallClinic();
        return assess().urgency == domain::Urgency::Emergency;
    }

private:
    TurnResult run()
    {
        readWords();
        const bool known = recallClinic();
        m_context.triage = assess();
        // The safe text does not wait for records that are slow or away.
        if (known && m_context.triage.urgency == domain::Urgency::Emergency) {
            m_record.step(domain::StepKind::Context, QStringLiteral("known clinic"),
                          {{"now", base::utf8(m_context.now.toText())}, {"input", recordedInput()}});
        } else {
            readRecords();
            if (hasFlags()) {
                m_context.triage = assess();
            }
        }
        recordTriage();
        understand();
        if (m_context.triage.urgency != domain::Urgency::Routine) {
            return m_input.judged ? leaveToPerson(QStringLiteral("triage.") + m_context.triage.response) : escalate();
        }
        const auto& conversation = m_input.conversation;
        if (m_input.judged) {
            return draft();
        }
        if (hearConsent()) {
            return m_record.finish(domain::Outcome::Replied, QStringLiteral("consent"));
        }
        if (answerWaiting()) {
            return m_record.finish(domain::Outcome::Replied, QStringLiteral("waits for a doctor"));
        }
        if (m_input.drafting) {
            return draft();
        }
        if (conversation.holder.kind != domain::HolderKind::Agent) {
            return m_record.finish(domain::Outcome::Silent,
                                   QStringLiteral("held by ") + base::toText(conversation.holder.kind));
        }
        if (conversation.mode != domain::Mode::Autopilot) {
            m_result.holder = domain::HolderKind::Nobody; // who writes waits for a person
            return m_record.finish(domain::Outcome::Silent, QStringLiteral("mode ") + base::toText(conversation.mode));
        }
        if (m_input.stale) {
            m_result.dialogue = nullptr;
            return handOver(QStringLiteral("message.stale"), domain::Urgency::Routine, {});
        }
        if (tellBrief()) {
            return m_record.finish(domain::Outcome::Replied, QStringLiteral("brief"));
        }
        if (auto served = serve()) {
            return std::move(*served);
        }
        recall();
        return think();
    }

    /// What was changed must be told: from then on the turn goes to its end.
    bool cancelled() const { return m_cancel.stop_requested() && !m_result.madeChange; }
    void keepBeside(base::Json& dialogue) const;
    base::Json recordedInput();
    void readWords();
    bool recallClinic();
    void readRecords();
    safety::TriageResult assess() const;
    bool hasFlags() const { return m_onPhone.size() == 1 && !m_onPhone.front().flags.isEmpty(); }
    void recordTriage();
    void understand();
    bool affirms() const;
    bool askedOfDanger() const;
    QString dangerQuestion() const;
    bool alreadySent(const QString& text) const;
    TurnResult escalate();
    bool mayRecall() const;
    void recall();
    TurnResult think();
    void callTools(const CallTools& step, const Proposal& proposal);
    void recordIdentity();
    Result<base::Json> callTool(const ToolCall& call, const Proposal& proposal);
    QString changeReference(const QString& tool, qsizetype n) const;
    safety::Verdict allowed(const ToolCall& call, const Proposal& proposal);
    QStringList shownVisits() const;
    safety::GuardContext groundsForDrafts(const Proposal& proposal) const;
    bool passesGuard(const std::vector<Reply>& replies, const Proposal& proposal);
    TurnResult conclude(const Proposal& proposal);
    void callForUnheard();
    TurnResult handOver(const QString& reason, domain::Urgency urgency, const std::vector<Reply>& replies);
    TurnResult giveUp(const QString& reason);
    TurnResult draft();
    TurnResult leaveToPerson(const QString& reason);
    std::optional<TurnDraft> approvedDraft() const;
    bool mayCallDoctor() const;
    TurnResult asDraft(TurnResult result) const;
    void describe(domain::Escalation& escalation, const safety::TriageResult* triage) const;
    void askConsent(domain::Urgency urgency);
    bool deniesDanger() const;
    QStringList episodeWords() const;
    void askIntake(bool ofSymptom);
    bool isSymptom(const safety::TriageResult& triage) const;
    bool isOfSymptom() const;
    QString saidByYes() const;
    bool hearConsent();
    bool answerWaiting();
    bool tellBrief();
    void keep(const Proposal& proposal);
    void takeUpSession();
    void endSession(service::Ending ending);
    void settleSession(TurnResult& result);
    bool isForBrain() const;
    bool brainKnows() const;
    std::optional<TurnResult> serve();
    std::optional<TurnResult> beginService();
    std::optional<TurnResult> goOnWithService();
    service::Talk talkOf(const service::Service& service, const service::Means& means, domain::Language language);
    service::Means serviceMeans();
    TurnResult answerWith(const service::Service& service, service::Saying saying, domain::Language language);
    bool serviceMaySay(const service::Service& service, const service::Saying& saying, domain::Language language,
                       Reply& reply);
    void resumeForm(domain::Asks asked);

    TurnRunner& m_runner;
    const TurnParts& m_parts;
    const TurnInput& m_input;
    const IntendChange& m_intend;
    base::Cancel m_cancel;
    TurnResult m_result;
    TurnRecord m_record;
    IdentityGate m_gate;
    TurnContext m_context;
    std::vector<domain::Patient> m_onPhone;
    std::vector<domain::Message> m_episode;
    std::vector<ToolResult> m_results;
    QStringList m_refusals;
    QString m_changeLeft;                        ///< the tool that would change the records, in a turn that drafts
    std::shared_ptr<const WrittenFacts> m_facts; ///< what the decision names and `m_context` holds of the clinic
    std::optional<service::Session> m_session;   ///< of a service, while it is open
    std::vector<service::Artifact> m_artifacts;
    QStringList m_serviceWords; ///< what the clinic itself wrote of the service, and may be said
    bool m_resumesForm = false; ///< the brain answers in between
};

} // namespace delpek::agent
