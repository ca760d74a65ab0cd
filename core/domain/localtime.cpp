// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/localtime.h"

namespace delpek::domain
{

QString LocalTime::toText() const
{
    return date.toString(Qt::ISODate) + QLatin1Char('T') + time.toString(QStringLiteral("HH:mm"));
}

LocalTime LocalTime::fromText(const QString& text)
{
    const auto parsed = QDateTime::fromString(text, Qt::ISODate);
    return parsed.isValid() ? LocalTime{parsed.date(), parsed.time()} : LocalTime{};
}

base::Instant toInstant(const LocalTime& local, const QTimeZone& zone)
{
    const QDateTime moment(local.date, local.time, zone);
    // Of a repeated hour Qt gives the second one: the first is the same wall-clock time in the offset from before.
    const int offset = zone.offsetFromUtc(moment.addDays(-1));
    const auto first = QDateTime(local.date, local.time, QTimeZone::utc()).addSecs(-offset).toTimeZone(zone);
    const bool isTwice = first < moment && first.date() == local.date && first.time() == local.time;
    return base::fromMillis((isTwice ? first : moment).toMSecsSinceEpoch());
}

LocalTime toLocal(base::Instant instant, const QTimeZone& zone)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(base::toMillis(instant), zone);
    return {moment.date(), moment.time()};
}

} // namespace delpek::domain
