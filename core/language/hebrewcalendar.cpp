// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/hebrewcalendar.h"

#include <unicode/ucal.h>

#include <memory>

namespace delpek::language
{

namespace
{

constexpr qint64 kDayMs = 86'400'000;

struct Close {
    void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};
using Calendar = std::unique_ptr<UCalendar, Close>;

/// Days are those of UTC: a date here has no time.
Calendar open(const char* locale)
{
    UErrorCode status = U_ZERO_ERROR;
    Calendar calendar(ucal_open(u"UTC", -1, locale, UCAL_DEFAULT, &status));
    return U_SUCCESS(status) ? std::move(calendar) : Calendar();
}

HebrewDate toFields(UCalendar* calendar, QDate date)
{
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(calendar, double(QDate(1970, 1, 1).daysTo(date) * kDayMs), &status);
    const HebrewDate fields{ucal_get(calendar, UCAL_YEAR, &status), ucal_get(calendar, UCAL_MONTH, &status),
                            ucal_get(calendar, UCAL_DATE, &status)};
    return U_SUCCESS(status) ? fields : HebrewDate{};
}

QDate fromFields(UCalendar* calendar, const HebrewDate& date)
{
    UErrorCode status = U_ZERO_ERROR;
    ucal_clear(calendar);
    ucal_set(calendar, UCAL_YEAR, date.year);
    ucal_set(calendar, UCAL_MONTH, date.month);
    ucal_set(calendar, UCAL_DATE, date.day);
    const auto days = qint64(ucal_getMillis(calendar, &status)) / kDayMs;
    return U_SUCCESS(status) ? QDate(1970, 1, 1).addDays(days) : QDate();
}

QDate next(const char* locale, int month, int day, QDate today)
{
    const auto calendar = open(locale);
    if (!calendar) {
        return {};
    }
    const int year = toFields(calendar.get(), today).year;
    const auto date = fromFields(calendar.get(), {year, month, day});
    return date >= today ? date : fromFields(calendar.get(), {year + 1, month, day});
}

constexpr const char* kHebrew = "en@calendar=hebrew";
constexpr const char* kIslamic = "en@calendar=islamic-umalqura";

} // namespace

HebrewDate toHebrew(QDate date)
{
    const auto calendar = open(kHebrew);
    return calendar ? toFields(calendar.get(), date) : HebrewDate{};
}

QDate fromHebrew(const HebrewDate& date)
{
    const auto calendar = open(kHebrew);
    return calendar ? fromFields(calendar.get(), date) : QDate();
}

QDate nextHebrew(int month, int day, QDate today)
{
    return next(kHebrew, month, day, today);
}

QDate nextIslamic(int month, int day, QDate today)
{
    return next(kIslamic, month, day, today);
}

} // namespace delpek::language
