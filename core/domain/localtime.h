// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QDate>
#include <QDateTime>
#include <QTime>
#include <QTimeZone>

namespace delpek::domain
{

/// A wall-clock moment in a clinic's own zone.
struct LocalTime {
    QDate date;
    QTime time;

    bool isValid() const { return date.isValid() && time.isValid(); }
    /// "2026-03-05T09:30".
    QString toText() const;
    static LocalTime fromText(const QString& text);
    friend bool operator==(const LocalTime&, const LocalTime&) = default;
    friend bool operator<(const LocalTime& a, const LocalTime& b)
    {
        return a.date != b.date ? a.date < b.date : a.time < b.time;
    }
};

/// Where DST skips an hour the moment after the gap is taken; where it repeats one, the first.
base::Instant toInstant(const LocalTime& local, const QTimeZone& zone);
LocalTime toLocal(base::Instant instant, const QTimeZone& zone);

} // namespace delpek::domain
