// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace delpek::ui
{

/// The rows as comma-separated values by RFC 4180, in UTF-8 with a byte order mark: without it Excel reads Hebrew
/// wrongly. A value that a spreadsheet would take for a formula begins with an apostrophe instead. Pure.
QByteArray csv(const QList<QStringList>& rows);

} // namespace delpek::ui
