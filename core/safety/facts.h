// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QDate>
#include <QSet>
#include <QString>

namespace delpek::safety
{

/// Amounts of money, clock times and days of the year. Pure values; no thread of its own.
struct Facts {
    QSet<qint64> amounts; ///< minor units
    QSet<int> times;      ///< minutes of the day
    QSet<int> days;       ///< month * 100 + day of the month
    QSet<int> monthDays;  ///< days of a month that is not said
    QSet<int> halves;     ///< those of `times` that may be before noon or after
    QSet<qint64> numbers; ///< of three digits and more, that nothing says what they are

    /// From a tool's result or a state: every "minor" is an amount; "2026-03-05", "09:30" and "2026-03-05T09:30" in any
    /// text are days and times; numbers of three digits and more are known.
    void addJson(const base::Json& json);
    /// From what a patient wrote: times ("10:30", "ב-10", "5pm": also the hour after noon), days ("15/3") and numbers
    /// of five digits and more. Never amounts: a price that a patient names is no price of the clinic.
    void addWords(const QString& words);
    void addDay(QDate day) { days.insert(day.month() * 100 + day.day()); }

    bool coverAmounts(const Facts& stated) const; ///< with the numbers, which may be amounts without a sign
    bool coverTimes(const Facts& stated) const;
    bool coverDays(const Facts& stated) const;
};

/// What a text states in digits (numerals.h makes them). Numbers of one and two digits alone are not in it.
Facts statedIn(const QString& text);

} // namespace delpek::safety
