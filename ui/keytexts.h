// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <algorithm>

namespace delpek::ui
{

/// A text key of the core and its words, marked with QT_TRANSLATE_NOOP.
struct KeyText {
    const char* key;
    const char* text;
};

/// The words of `key` in the language of the window; empty for a key that the table does not hold.
template <typename Table>
QString textOf(const Table& table, const QString& key, const char* context)
{
    const auto found = std::ranges::find_if(table, [&](const KeyText& row) { return key == QLatin1String(row.key); });
    return found == table.end() ? QString() : QCoreApplication::translate(context, found->text);
}

} // namespace delpek::ui
