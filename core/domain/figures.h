// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/urgency.h"

#include <QDate>

#include <array>

namespace delpek::domain
{

/// How long something took, over `count` cases. Both are cases that happened (nearest rank), nothing in between.
struct Waits {
    int count = 0;
    base::Duration median{0};
    base::Duration nineInTen{0}; ///< nine in ten took no longer
    friend bool operator==(const Waits&, const Waits&) = default;
};

/// What happened in a stretch of time. A message belongs to the moment at which it reached Delpek; what was withdrawn
/// before it was sent, and what the program notes for itself, is no message here.
struct Figures {
    int conversations = 0;    ///< with any message
    int newConversations = 0; ///< of them: nothing had been in them before
    int patientMessages = 0;
    int agentMessages = 0;
    int staffMessages = 0;
    int doctorMessages = 0;
    /// Conversations in which the patient wrote, each once a day; and of them those that stayed with the agent: it
    /// answered after the patient had asked, no person wrote, and no escalation was opened or still open.
    int asked = 0;
    int automated = 0;
    /// From a patient's first unanswered message until the first answer that did not fail, by who gave it. It belongs
    /// to the day of the message.
    Waits agentAnswer;
    Waits personAnswer;
    std::array<int, 3> escalations{}; ///< opened, by Urgency
    Waits acknowledged;               ///< from the opening until somebody said that he looks
    Waits personCame;                 ///< from the opening until a person's first message that did not fail
    /// Messages of ours by what is known of them now: `waiting` are not sent yet, `read` were delivered, too.
    int waiting = 0;
    int sent = 0;
    int delivered = 0;
    int read = 0;
    int failed = 0;
    int unknown = 0;
    int draftsSent = 0;      ///< messages that a person began with the agent's draft
    int draftsAsWritten = 0; ///< of them: not a word was changed
    qint64 tokens = 0;       ///< of language models
    qint64 cost = 0;         ///< millionths of the price table's currency

    int ownMessages() const { return agentMessages + staffMessages + doctorMessages; }
    int escalationsInAll() const { return escalations[0] + escalations[1] + escalations[2]; }
    friend bool operator==(const Figures&, const Figures&) = default;
};

/// One day of the clinic.
struct DayFigures {
    QDate day;
    std::optional<ChannelKind> channel; ///< without: all that were asked for
    Figures figures;
    friend bool operator==(const DayFigures&, const DayFigures&) = default;
};

} // namespace delpek::domain
