// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::agent
{

/// The text in one line, cut behind a word with an ellipsis where it is longer than `longest` UTF-16 units.
inline QString shortened(const QString& text, qsizetype longest)
{
    const QString line = text.simplified();
    if (line.size() <= longest) {
        return line;
    }
    const auto space = line.lastIndexOf(QLatin1Char(' '), longest - 1);
    auto end = space > longest / 2 ? space : longest - 1;
    if (line.at(end - 1).isHighSurrogate()) {
        --end;
    }
    return line.left(end) + QChar(0x2026);
}

} // namespace delpek::agent
