// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <map>

// Copies of a SQLite database, taken while it is in use. Each function opens a connection of its own, blocks, and
// belongs on no thread of the store.

namespace delpek::store
{

/// Rows by table, those of the search index and of SQLite itself aside.
using RowCounts = std::map<QString, qint64>;

/// Writes one unchanging state of the database into the new file `to`. Writers go on meanwhile. Unavailable when it
/// cannot be read or written.
Result<Done> copyDatabase(const QString& from, const QString& to);

/// Looks at every page of the file and counts the rows. InvalidInput when it is no database or a damaged one.
Result<RowCounts> checkDatabase(const QString& path);

/// The files of messages that the database names, each once. Unavailable when it cannot be read.
Result<QStringList> filesNamedIn(const QString& path);

/// By what a clinic's copies are told from another's: a random number in the database's settings, made at the first
/// question. A copy of the database has the same.
Result<QString> clinicIdOf(const QString& path);

} // namespace delpek::store
