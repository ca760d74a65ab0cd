// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/text.h"

#include <QDate>
#include <QStringList>

#include <optional>

// The holidays people name when they speak of time: as kept in Israel.

namespace delpek::language
{

struct Holiday {
    QDate first;
    QDate last;
};

/// The longest holiday's name that begins with `first` and goes on with `following` (comparison keys): its id and how
/// many words it takes.
struct HolidayName {
    QString id;
    int words = 0;
};
/// The comparison keys with which names begin.
QStringList holidayKeys();

std::optional<HolidayName> holidayNamed(const Token& first, const QStringList& following);

/// The one that is going on or comes next. "chag" is the next festival, one that is kept today included.
std::optional<Holiday> nextHoliday(const QString& id, QDate today);

} // namespace delpek::language
