// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/factmaking.h"

namespace delpek::memory
{

QString factId(const Episode& episode, const Finding& finding)
{
    QString id = episode.id + QLatin1Char('-') + finding.kind;
    if (!finding.subject.isEmpty()) {
        id += QLatin1Char('-') + finding.subject;
    }
    return id;
}

Fact corrected(const Fact& old, const QString& value, const QString& by, base::Instant at)
{
    Fact fact = old;
    fact.id = QStringLiteral("%1~%2").arg(old.id.section(QLatin1Char('~'), 0, 0)).arg(base::toMillis(at));
    fact.value = value;
    fact.validFrom = at;
    fact.learnedAt = at;
    fact.seenAt = at;
    fact.source = {};
    fact.by = by;
    return fact;
}

QString partOfDay(QTime time)
{
    const int hour = time.hour();
    return hour < 12   ? QStringLiteral("morning")
           : hour < 15 ? QStringLiteral("noon")
           : hour < 18 ? QStringLiteral("afternoon")
                       : QStringLiteral("evening");
}

tl::unexpected<Error> noSuchFact()
{
    return fail(ErrorCode::NotFound, QStringLiteral("the user has no such open fact"));
}

} // namespace delpek::memory
