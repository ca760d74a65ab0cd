// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

// The Hebrew calendar and the Islamic one (Umm al-Qura), by ICU; Qt's QCalendar has no Hebrew calendar.

namespace delpek::language
{

/// Months count from 0, Tishrei; 5 is Adar I of leap years only, 6 is Adar (II), 7 Nisan, 12 Elul.
struct HebrewDate {
    int year = 0;
    int month = 0;
    int day = 0;
};

HebrewDate toHebrew(QDate date);
/// Not valid when ICU has no such calendar.
QDate fromHebrew(const HebrewDate& date);

/// The first day on or after `today` that is this day of the Hebrew year.
QDate nextHebrew(int month, int day, QDate today);

/// The same of the Islamic year; months count from 0, Muharram; 8 is Ramadan.
QDate nextIslamic(int month, int day, QDate today);

} // namespace delpek::language
