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

    /// From a tool's result or a state: every "minor" is an amount; "2026-03-05", "09:30" and "2026-03-05T09:30" in any
    /// text are days and times.
    void addJson(const base::Json& json);
    /// From what a patient wrote: times ("10:30", "ב-10", "5pm": also the hour after noon) and days ("15/3"). Never
    /// amounts: a price that a patient names is no price of the clinic.
    void addWords(const QString& words);
    void addDay(QDate day) { days.insert(day.month() * 100 + day.day()); }
};

/// What a text states in digits. A number that is neither an amount, a time nor a day is not in it.
Facts statedIn(const QString& text);

} // namespace delpek::safety
