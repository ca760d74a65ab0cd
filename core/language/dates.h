// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/text.h"

#include <vector>

// Dates and times as patients write them, Hebrew and English in one grammar (rules: the label guide).

namespace delpek::language
{

/// One stated day, span, time or part of a day, and how the words around it use it.
struct DatePiece {
    enum class Role { Plain, From, To, Not, Past };

    std::optional<QDate> date;
    std::optional<QDate> to; ///< a span from `date`, inclusive
    std::optional<QTime> time;
    std::optional<QTime> notBefore;
    std::optional<QTime> notAfter;
    QString part;
    int shiftDays = 0; ///< "by a week"; nothing else is set then
    bool soonest = false;
    bool exact = false; ///< a day of the month, not a name or a count
    bool birth = false; ///< a whole date long gone: who, not when
    Role role = Role::Plain;
    int first = 0; ///< tokens, both included
    int last = 0;
};

std::vector<DatePiece> readDates(const Text& text, const domain::LocalTime& now);

/// What the pieces mean depends on what is wanted.
enum class Purpose {
    Wish,     ///< a new visit, or a question about a day
    Move,     ///< only the new time counts
    Existing, ///< a visit that stands: cancel, confirm, ask
    Report,   ///< a symptom: onsets are no wish
};

std::optional<When> composeWhen(const Text& text, const std::vector<DatePiece>& pieces, Purpose purpose);

} // namespace delpek::language
