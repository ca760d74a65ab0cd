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
    return base::fromMillis(QDateTime(local.date, local.time, zone).toMSecsSinceEpoch());
}

LocalTime toLocal(base::Instant instant, const QTimeZone& zone)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(base::toMillis(instant), zone);
    return {moment.date(), moment.time()};
}

} // namespace delpek::domain
