// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QVarLengthArray>

#include <optional>

namespace delpek::language
{

/// Digits and nothing else, at most nine.
inline std::optional<int> plainNumber(QStringView digits)
{
    if (digits.isEmpty() || digits.size() > 9) {
        return std::nullopt;
    }
    int value = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9') {
            return std::nullopt;
        }
        value = 10 * value + (c.unicode() - u'0');
    }
    return value;
}

/// "9.3.26" as 9, 3, 26 and the point. A part of more than four digits is -1.
struct SplitNumber {
    QVarLengthArray<int, 4> parts;
    QChar separator;
};

inline SplitNumber splitNumber(QStringView digits)
{
    SplitNumber numbers;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= digits.size(); ++i) {
        if (i < digits.size() && digits[i].isDigit()) {
            continue;
        }
        const auto part = digits.sliced(begin, i - begin);
        numbers.parts.push_back(part.size() > 4 ? -1 : plainNumber(part).value_or(0));
        begin = i + 1;
        if (numbers.separator.isNull() && i < digits.size()) {
            numbers.separator = digits[i];
        }
    }
    return numbers;
}

} // namespace delpek::language
