// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/session.h"

namespace delpek::clinic
{

/// Takes the one row of the clinic until the commit, so that of several processes on one database only one decides
/// about the book at a time. NotFound while the book is empty.
Result<Done> lockBook(store::Session& session);

/// What stood in rows before they are changed: written into book_log, since nothing of the book is lost.
struct LogEntry {
    QString subject; ///< the table
    QString item;    ///< the row's id
    QString what;    ///< change, retire, restore, cancel …
    QStringList columns;
    QString where; ///< of the rows, with one "?" a value
    QVariantList values;
};

/// Writes each such row as JSON into the log; none when there is none.
Result<Done> logBefore(store::Session& session, const LogEntry& entry, const QString& author, base::Instant now);

/// A new id of the book ("p-…"): always the same for the same reference, so that a repeated effect names the same thing
/// even in a log.
QString newId(const char* kind, const QString& reference);

} // namespace delpek::clinic
