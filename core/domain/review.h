// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

#include <optional>

namespace delpek::domain
{

using ReviewId = base::Id<struct ReviewTag>;

/// Characters, of each text of a report.
inline constexpr int maxReviewWords = 1000;

/// What was wrong with a turn of the agent, as a member of staff chooses it.
enum class TurnFault {
    Untrue,        ///< an answer that is not true
    NeededPerson,  ///< a person should have answered
    MissedUrgency, ///< it should have gone to the doctor, or sooner
    FalseAlarm,    ///< an alarm without need
    WrongDetails,  ///< the wrong patient, day or hour
    Tone,          ///< how it was said, or in which language
    Other
};

/// What a member of staff says of a turn. Of one that was only begun anything may be missing.
struct TurnReport {
    std::optional<TurnFault> fault;
    QString words;
    QString better; ///< what would have been right

    bool isEmpty() const { return !fault && words.isEmpty() && better.isEmpty(); }
    friend bool operator==(const TurnReport&, const TurnReport&) = default;
};

/// What came of a report.
enum class ReviewOutcome { Mended, WasRight, CannotMend, Repeated };

struct ReviewSettlement {
    ReviewOutcome outcome = ReviewOutcome::Mended;
    QString by;
    base::Instant at;
    QString words;
    friend bool operator==(const ReviewSettlement&, const ReviewSettlement&) = default;
};

/// A turn that a member of staff reported as wrong. It calls nobody: no agent reads it, no doctor is told.
struct Review {
    ReviewId id;
    ConversationId conversation;
    DecisionId decision;
    QString author;
    base::Instant at;
    TurnReport report;
    std::optional<ReviewSettlement> settled; ///< empty while it is open

    friend bool operator==(const Review&, const Review&) = default;
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::TurnFault> =
    std::to_array<std::pair<delpek::domain::TurnFault, const char*>>(
        {{delpek::domain::TurnFault::Untrue, "untrue"},
         {delpek::domain::TurnFault::NeededPerson, "needed_person"},
         {delpek::domain::TurnFault::MissedUrgency, "missed_urgency"},
         {delpek::domain::TurnFault::FalseAlarm, "false_alarm"},
         {delpek::domain::TurnFault::WrongDetails, "wrong_details"},
         {delpek::domain::TurnFault::Tone, "tone"},
         {delpek::domain::TurnFault::Other, "other"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::ReviewOutcome> =
    std::to_array<std::pair<delpek::domain::ReviewOutcome, const char*>>(
        {{delpek::domain::ReviewOutcome::Mended, "mended"},
         {delpek::domain::ReviewOutcome::WasRight, "was_right"},
         {delpek::domain::ReviewOutcome::CannotMend, "cannot_mend"},
         {delpek::domain::ReviewOutcome::Repeated, "repeated"}});
