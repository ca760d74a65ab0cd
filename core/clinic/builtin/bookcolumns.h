// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

// How the built-in book writes values into columns.

namespace delpek::clinic
{

/// Values of appointment.state.
inline constexpr char Booked[] = "booked";
inline constexpr char Cancelled[] = "cancelled";

/// A short list of words in one column, a line each.
inline QString listToColumn(const QStringList& list)
{
    return list.join(QLatin1Char('\n'));
}

inline QStringList listFromColumn(const QString& column)
{
    return column.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace delpek::clinic
