// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/clinicfacts.h"

#include <QLocale>

namespace delpek::domain
{

const std::vector<DaySpan>& hoursOn(const WeeklyHours& hours, QDate date)
{
    return hours[static_cast<size_t>(date.dayOfWeek() % 7)];
}

QString Money::toText(Language language) const
{
    const QLocale locale(language == Language::Hebrew ? QLocale::Hebrew : QLocale::English);
    const QString amount =
        minor % 100 == 0 ? locale.toString(minor / 100) : locale.toString(static_cast<double>(minor) / 100.0, 'f', 2);
    const QString sign = currency == QLatin1String("ILS") ? QStringLiteral("₪") : currency;
    return language == Language::Hebrew ? amount + QChar(0x00A0) + sign : sign + amount;
}

} // namespace delpek::domain
