// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "domain/conversation.h"
#include "domain/escalation.h"
#include "domain/ids.h"
#include "domain/urgency.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

// Shifts of the staff, and what one hands over to the next: values and their rules.

namespace delpek::domain
{

using ShiftId = base::Id<struct ShiftTag>;

/// Characters.
inline constexpr int maxHandOverWords = 4000;
/// A shift that is open for longer was forgotten.
inline constexpr base::Duration longestShift = std::chrono::hours(12);
/// A sheet is to be read by who comes so long after; the newest one always.
inline constexpr base::Duration sheetsMatter = std::chrono::hours(72);

/// One person has one open shift at most.
struct Shift {
    ShiftId id;
    QString person;
    base::Instant begunAt;
    std::optional<base::Instant> endedAt = {};
    bool wasForgotten = false; ///< ended when the person began the next one
    int unread = 0;            ///< conversations with unread messages when it ended
    QString words = {};        ///< the person's own, for who comes next; kept while they are written

    bool isOpen() const { return !endedAt; }
    friend bool operator==(const Shift&, const Shift&) = default;
};

bool isForgotten(const Shift& shift, base::Instant now);

/// Escalation: open. Held: the person has it. Waiting: needs a person. Unsent: messages that did not go out, and nobody
/// wrote since. Outgoing: the person's own sends that go out later. PutOff: comes back later.
enum class LineKind { Escalation, Held, Waiting, Unsent, Outgoing, PutOff };

/// What becomes of a conversation when the person who held it goes.
enum class Fate { Kept, ToAgent, ToAnyone };

/// One thing that is left open. Names and words of the patient stand in the conversation alone.
struct SheetLine {
    LineKind kind = LineKind::Held;
    ConversationId conversation;
    EscalationId escalation = {}; ///< of Escalation
    /// Escalation: opened. Held: the last message. Waiting: since when. Outgoing and PutOff: until when.
    std::optional<base::Instant> moment = {};
    int number = 0;   ///< messages; of Unsent those that did not go out, else those that are unread
    QString who = {}; ///< the member of staff who is on the escalation; empty: nobody
    Urgency urgency = Urgency::Routine;
    Fate fate = Fate::Kept; ///< of Held

    friend bool operator==(const SheetLine&, const SheetLine&) = default;
};

/// What a sheet is made of.
struct SheetFacts {
    QString person;
    base::Instant now;
    std::vector<Conversation> conversations = {}; ///< held by the person, in need of one, or put off; any order
    std::vector<Escalation> escalations = {};     ///< the open ones
    std::map<ConversationId, int> unsent = {};
    std::map<ConversationId, base::Instant> outgoing = {}; ///< when the first one goes
};

/// By kind: the gravest, the longest wait, the next to come first. `fates`: what becomes of those that the person
/// holds; the others stay with him.
std::vector<SheetLine> makeSheet(const SheetFacts& facts, const std::map<ConversationId, Fate>& fates);

/// Nothing of the patient's waits for an answer.
bool isAnswered(const Conversation& conversation);
/// Who goes may not leave a conversation to an agent that has an open escalation, or in which the patient waits for an
/// answer (the agent would not begin by itself): it goes to whoever is free.
Fate allowedFate(Fate wanted, const Conversation& conversation, bool isEscalated);
/// An agent gets what is answered, whoever is free what waits for an answer; who planned a message there keeps it, or
/// the message would not go out.
Fate suggestedFate(const Conversation& conversation, bool isEscalated, bool hasPlanned);

/// Whether somebody has to see to the line still.
bool isLeft(const SheetLine& line, const QString& person, const Conversation& conversation, bool isEscalationOpen,
            bool hasUnsent, base::Instant now);

/// The sheets that `reader` has to read, the newest first. `ended`: the newest first. Nobody has to read his own.
std::vector<Shift> sheetsToRead(const std::vector<Shift>& ended, const std::set<ShiftId>& read, const QString& reader,
                                base::Instant now);

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::LineKind> =
    std::to_array<std::pair<delpek::domain::LineKind, const char*>>({{delpek::domain::LineKind::Escalation,
                                                                      "escalation"},
                                                                     {delpek::domain::LineKind::Held, "held"},
                                                                     {delpek::domain::LineKind::Waiting, "waiting"},
                                                                     {delpek::domain::LineKind::Unsent, "unsent"},
                                                                     {delpek::domain::LineKind::Outgoing, "outgoing"},
                                                                     {delpek::domain::LineKind::PutOff, "put_off"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::Fate> =
    std::to_array<std::pair<delpek::domain::Fate, const char*>>({{delpek::domain::Fate::Kept, "kept"},
                                                                 {delpek::domain::Fate::ToAgent, "agent"},
                                                                 {delpek::domain::Fate::ToAnyone, "anyone"}});
