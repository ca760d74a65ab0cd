// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"
#include "language/datewords.h"

#include <vector>

// Dates and times as patients write them, Hebrew and English in one grammar (rules: the label guide).

namespace delpek::language
{

/// When and where a text is read.
struct DateContext {
    domain::LocalTime now;
    QTimeZone zone = QTimeZone("Asia/Jerusalem"); ///< for "in three hours" across a change of the clock
    domain::WeeklyHours hours = {}; ///< decide between seven in the morning and in the evening; empty: unknown
};

/// One stated day, span, time or part of a day, and how the words around it use it.
struct DatePiece {
    enum class Role { Plain, From, To, Not, Past };
    /// What the piece says of another one instead of a day of its own.
    enum class Link { None, SameDay, SameTime, DayAfter, WeekAfter };

    std::optional<QDate> date;
    std::optional<QDate> to; ///< a span from `date`, inclusive
    std::optional<QTime> time;
    std::optional<QTime> notBefore;
    std::optional<QTime> notAfter;
    bool begins = false; ///< `notBefore` is an hour to begin at: "from three", "not before 4"
    QString part;
    int shiftDays = 0; ///< "by a week"; nothing else is set then
    bool soonest = false;
    bool exact = false;   ///< a day of the month, not a name or a count
    bool open = false;    ///< from `date` on
    bool bounded = false; ///< `date` and `to` came from "before", "after", "until"
    bool onset = false;   ///< "this morning": a wish only where something is wished
    bool birth = false;   ///< a whole date long gone: who, not when
    Role role = Role::Plain;
    Link link = Link::None;
    std::optional<QDate> otherDate; ///< what else it may mean
    std::optional<QTime> otherTime;
    QDate today;   ///< when it was said
    int first = 0; ///< tokens, both included
    int last = 0;
};

/// The days and hours of a text, and what its words are to the grammar, one for each token.
struct DateReading {
    std::vector<DatePiece> pieces;
    std::vector<DateWord> words;
};

DateReading readDates(const Text& text, const DateContext& context);

/// What the pieces mean depends on what is wanted.
enum class Purpose {
    Wish,     ///< a new visit, or a question about a day
    Move,     ///< only the new time counts
    Existing, ///< a visit that stands: cancel, confirm, ask
    Report,   ///< a symptom: onsets are no wish
    Question, ///< on a treatment: its day, never the hour of a pill
    Aside,    ///< money, papers, complaints: only what is openly wished for
    Opening,  ///< when the clinic is open: a day, but no habit ("on Fridays")
};

/// The reading to act on.
std::optional<When> composeWhen(const Text& text, const DateReading& dates, Purpose purpose);

/// All readings, the best first: what else a bare hour, "next Thursday" or "10.3" may mean, for the one who asks back.
std::vector<When> readWhen(const Text& text, const DateReading& dates, Purpose purpose);

} // namespace delpek::language
