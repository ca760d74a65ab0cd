// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/weekhours.h"

#include <QStringList>

namespace delpek::domain
{

namespace
{

const auto timeForm = QStringLiteral("HH:mm");

} // namespace

QString spanText(const DaySpan& span)
{
    return span.from.toString(timeForm) + QLatin1Char('-') + span.to.toString(timeForm);
}

std::optional<DaySpan> spanFromText(const QString& text)
{
    const QStringList ends = text.split(QLatin1Char('-'));
    if (ends.size() != 2) {
        return std::nullopt;
    }
    const DaySpan span{QTime::fromString(ends[0].trimmed(), timeForm), QTime::fromString(ends[1].trimmed(), timeForm)};
    return span.from.isValid() && span.to > span.from ? std::optional(span) : std::nullopt;
}

} // namespace delpek::domain
