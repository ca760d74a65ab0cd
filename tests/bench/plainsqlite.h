// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::bench
{

/// Writes `count` deliveries into a new database at `path` through SQLite's own C interface, on the calling thread:
/// the same table, settings and durability as the store's, `group` rows a commit. Gives rows a second.
double plainSqliteRows(const QString& path, qint64 count, int messages, int group);

} // namespace delpek::bench
