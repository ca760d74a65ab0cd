// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datechoice.h"

#include <algorithm>

// The part of DateChoice that puts a day and an hour together to one value.

namespace delpek::language
{

/// Behind a span a day of the week is one of the span's: "next week except Sunday".
bool DateChoice::isRefused(QDate day, const DatePiece& span) const
{
    return std::any_of(m_notOn.begin(), m_notOn.end(), [&](const DatePiece& one) {
        const bool named = !one.exact && m_roles.word(one.last).weekday > 0;
        return one.first > span.last && (named ? one.date->dayOfWeek() == day.dayOfWeek() : one.date == day);
    });
}

When DateChoice::compose(const Candidate* day, const Candidate* hour) const
{
    When when;
    when.without = m_without;
    if (day) {
        const auto& piece = day->piece;
        if (piece.to && *piece.to != *piece.date) {
            // "Next week, but not on Sunday": what is refused at an end is cut off, what is refused inside stays.
            when.from = piece.date;
            when.to = piece.to;
            while (*when.from < *when.to && isRefused(*when.from, piece)) {
                when.from = when.from->addDays(1);
            }
            while (*when.from < *when.to && isRefused(*when.to, piece)) {
                when.to = when.to->addDays(-1);
            }
        } else if (piece.open) {
            when.from = piece.date;
        } else {
            when.date = piece.date;
        }
        when.part = piece.part;
    }
    if (hour) {
        when.time = hour->piece.time;
        when.notBefore = hour->piece.notBefore;
        when.notAfter = hour->piece.notAfter;
        when.begins = hour->piece.begins;
        when.part = when.time ? QString() : !hour->piece.part.isEmpty() ? hour->piece.part : when.part;
        const auto part = choosePart(day, hour);
        if (when.time && hour->piece.otherTime && !part.isEmpty() && partName(partOf(*when.time)) != part &&
            (partName(partOf(*hour->piece.otherTime)) == part)) {
            when.time = hour->piece.otherTime;
        }
        if (!when.time && when.part.isEmpty()) {
            when.part = part;
        }
    }
    when.soonest = std::any_of(m_pieces.begin(), m_pieces.end(), [](const auto& piece) { return piece.soonest; });
    return when;
}

/// "I work until six": then after six.
std::optional<QTime> DateChoice::busyUntil() const
{
    for (const auto& hour : m_hours) {
        if (hour.use == Use::Excuse && hour.piece.notAfter && !hour.piece.notBefore &&
            m_roles.is(hour.piece.first - 1, Kind::Until)) {
            return hour.piece.notAfter;
        }
    }
    return std::nullopt;
}

} // namespace delpek::language
