// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace delpek::language
{

/// "9.3.26" as 9, 3, 26 and the point. A part of more than four digits is -1.
struct SplitNumber {
    std::vector<int> parts;
    QChar separator;
};

inline SplitNumber splitNumber(const QString& digits)
{
    SplitNumber numbers;
    QString part;
    for (const QChar c : digits + QLatin1Char(' ')) {
        if (c.isDigit()) {
            part += c;
            continue;
        }
        numbers.parts.push_back(part.size() > 4 ? -1 : part.toInt());
        part.clear();
        if (numbers.separator.isNull() && c != QLatin1Char(' ')) {
            numbers.separator = c;
        }
    }
    return numbers;
}

} // namespace delpek::language
