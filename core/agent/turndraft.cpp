// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/clinicphone.h"
#include "agent/turnrun.h"
#include "domain/agentdraft.h"

// Turns whose words a person sends. The gates are the same; nothing is changed in the records.

namespace delpek::agent
{

namespace
{

/// A person has no buttons to send: what is offered stands in numbered lines.
QString written(const Reply& reply)
{
    QString text = reply.text;
    int number = 0;
    for (const auto& option : reply.options) {
        text += QStringLiteral("\n%1. %2").arg(++number).arg(option.label);
    }
    return text;
}

} // namespace

TurnResult TurnRunner::Run::draft()
{
    if (m_input.conversation.urgency != domain::Urgency::Routine && !m_input.judged) {
        return leaveToPerson(QStringLiteral("draft.escalated"));
    }
    recall();
    return think();
}

TurnResult TurnRunner::Run::leaveToPerson(const QString& reason)
{
    m_result.draft = TurnDraft{.text = {}, .reason = reason, .tool = m_changeLeft, .dialogue = {}};
    return m_record.finish(domain::Outcome::HandedToPerson, reason);
}

/// The approved words for what triage found, where they were not said yet: they lie ready for a person.
std::optional<TurnDraft> TurnRunner::Run::approvedDraft() const
{
    const auto& triage = m_context.triage;
    const bool isSettled = m_input.settledAt && m_input.burst.back().createdAt <= *m_input.settledAt;
    if (triage.urgency == domain::Urgency::Routine || isSettled || alreadySent(triage.response)) {
        return std::nullopt;
    }
    TurnDraft draft;
    draft.text = m_parts.triage.response(triage.response, m_context.understanding.language,
                                         m_context.understanding.gender, clinicPhone(m_context.clinic));
    if (const QString asked = dangerQuestion(); !asked.isEmpty()) {
        draft.text += QStringLiteral("\n\n") + asked;
        draft.asks = domain::Asks::Danger;
    }
    draft.reason = QLatin1String(domain::approvedReason) + triage.response;
    draft.dialogue = m_input.dialogue;
    draft.urgency = triage.urgency;
    return draft;
}

/// A person is in it already; but what the agent takes for the doctor's reaches the doctor where nobody looks.
bool TurnRunner::Run::mayCallDoctor() const
{
    const auto holder = m_input.conversation.holder.kind;
    const bool isHeld = holder == domain::HolderKind::Staff || holder == domain::HolderKind::Doctor;
    return !m_input.drafting || !(isHeld || m_input.judged);
}

/// The same turn with its words as a draft. What the agent would have been, had they been sent, goes with the words.
TurnResult TurnRunner::Run::asDraft(TurnResult result) const
{
    const auto outcome = result.decision.outcome;
    // What an agent says without a brain while somebody waits, it says.
    if (outcome == domain::Outcome::Superseded || (outcome == domain::Outcome::Replied && !result.replies.empty())) {
        return result;
    }
    const auto approved = approvedDraft();
    if (m_context.triage.urgency != domain::Urgency::Routine && !m_input.judged) {
        // Triage stands above drafts: who is called stands as it is.
        if (result.replies.empty()) {
            result.draft = approved;
        }
        return result;
    }
    TurnDraft draft = approved.value_or(result.draft.value_or(TurnDraft{}));
    if (outcome == domain::Outcome::Drafted) {
        QStringList words;
        for (const auto& reply : result.replies) {
            words << written(reply.reply);
            draft.asks = reply.reply.asks;
        }
        draft.text = words.join(QStringLiteral("\n\n"));
        draft.dialogue = result.dialogue;
        keepBeside(draft.dialogue);
    } else if (draft.reason.isEmpty()) {
        draft.reason = result.escalation ? result.escalation->reason : QStringLiteral("draft.nothing");
    }
    result.replies.clear();
    result.sessions.clear();
    result.asksConsent = false;
    result.dialogue = m_input.dialogue;
    keepBeside(result.dialogue);
    if (outcome != domain::Outcome::EscalatedToDoctor) {
        result.escalation.reset();
    }
    result.holder.reset();
    if (m_input.conversation.holder.kind == domain::HolderKind::Agent) {
        result.holder = domain::HolderKind::Nobody;
    }
    result.draft = std::move(draft);
    return result;
}

} // namespace delpek::agent
