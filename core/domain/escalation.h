// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "domain/conversation.h"
#include "domain/ids.h"
#include "domain/urgency.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace delpek::domain
{

/// How far a hand-off has come. Raised: nobody knows yet. Notified: a message to staff or a doctor went out.
/// Acknowledged: a person said that he looks. Answered: a doctor wrote to the patient. Closed: a person ended it.
enum class EscalationState { Raised, Notified, Acknowledged, Answered, Closed };

/// A hand-off to a person. It is done when someone acknowledges it, not when it was made. A conversation has one open
/// at most; what comes while it is open belongs to it. The urgency goes up by itself, and down by a person only.
struct Escalation {
    EscalationId id;
    ConversationId conversation;
    Urgency urgency = Urgency::Routine;
    QString reason;    ///< a text key (`human.requested`, `triage.ambulance`, `staff.raised` …)
    QStringList rules; ///< triage rules that fired
    base::Instant openedAt;
    base::Instant since; ///< the patient's first sign, as far as the patient told it; else the first message; never
                         ///< later than openedAt. Left at its default it becomes openedAt when the escalation is stored
    std::optional<base::Instant> dueAt; ///< by when a person must have acted, counted from `since`
    QString summary;                    ///< the patient's words that raised it, shortened; empty where there were none
    std::optional<base::Instant> notifiedAt; ///< the first notice that went out
    std::optional<base::Instant> acknowledgedAt;
    QString acknowledgedBy;
    std::optional<base::Instant> answeredAt; ///< a doctor's first message to the patient
    QString answeredBy;
    std::optional<base::Instant> closedAt;
    QString closedBy;
    QString closeReason;                ///< the closing person's words, or a text key
    std::optional<Urgency> loweredFrom; ///< a person lowered it from this, and it did not rise again since
    QString brief;                      ///< what the agent was told when the conversation was handed back

    bool isOpen() const { return !closedAt; }
    EscalationState state() const
    {
        return closedAt         ? EscalationState::Closed
               : answeredAt     ? EscalationState::Answered
               : acknowledgedAt ? EscalationState::Acknowledged
               : notifiedAt     ? EscalationState::Notified
                                : EscalationState::Raised;
    }
};

/// Something the patient said about the complaint. Keys: since, where, strength, fever, medicines, pregnancy, bleeding,
/// swelling, allergies. The value is the patient's own words, or "no" for what was denied.
struct IntakeFact {
    QString key;
    QString value;
    friend bool operator==(const IntakeFact&, const IntakeFact&) = default;
};

/// One thing that happened to an escalation; never changed, never removed. Kinds: raised, urgency.raised,
/// urgency.lowered, notice.sent, notice.delivered, notice.failed, acknowledged, answered, closed, reopened, link.made,
/// link.opened, link.revoked, next.called, holding.sent, record.filed, consent.asked, consent.given, consent.refused,
/// call.promised.
struct EscalationEvent {
    EscalationEventId id;
    EscalationId escalation;
    base::Instant at;
    QString kind;
    QString by;     ///< the person; empty: the program
    QString detail; ///< a text key, a person's reason or a provider's evidence
};

/// A text that the clinic approved, ready to be sent by a doctor.
struct SuggestedAnswer {
    QString key;
    QString text;
};

/// Whether the exchange is in the patient's record. Waiting: to be written, or to be tried again. Choose: it is not
/// clear whose record it is, a person must say. None: nothing is to be filed (yet).
enum class FilingState { None, Waiting, Choose, Filed };

/// Whether the patient agreed to read a doctor's answer on this channel.
enum class ConsentState { NotAsked, Asked, Given, Refused };

/// What a person sees who is called to an escalation.
struct EscalationCard {
    Escalation escalation;
    Conversation conversation;
    std::vector<IntakeFact> facts;
    QStringList flags; ///< of the record and of the thread: blood_thinners, pregnancy, allergy:<words> …
    std::vector<SuggestedAnswer> answers;
    std::vector<EscalationEvent> history; ///< oldest first
    QString summary;
    FilingState filing = FilingState::None;
    ConsentState consent = ConsentState::NotAsked;
    QString answerFault; ///< what keeps a doctor's words from this channel, a text key; empty: nothing
    QString callText;    ///< what the patient reads when the clinic calls instead; approved by the clinic
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::EscalationState> =
    std::to_array<std::pair<delpek::domain::EscalationState, const char*>>(
        {{delpek::domain::EscalationState::Raised, "raised"},
         {delpek::domain::EscalationState::Notified, "notified"},
         {delpek::domain::EscalationState::Acknowledged, "acknowledged"},
         {delpek::domain::EscalationState::Answered, "answered"},
         {delpek::domain::EscalationState::Closed, "closed"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::FilingState> =
    std::to_array<std::pair<delpek::domain::FilingState, const char*>>({{delpek::domain::FilingState::None, "none"},
                                                                        {delpek::domain::FilingState::Waiting,
                                                                         "waiting"},
                                                                        {delpek::domain::FilingState::Choose, "choose"},
                                                                        {delpek::domain::FilingState::Filed, "filed"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::ConsentState> =
    std::to_array<std::pair<delpek::domain::ConsentState, const char*>>(
        {{delpek::domain::ConsentState::NotAsked, "not_asked"},
         {delpek::domain::ConsentState::Asked, "asked"},
         {delpek::domain::ConsentState::Given, "given"},
         {delpek::domain::ConsentState::Refused, "refused"}});
