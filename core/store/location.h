// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/session.h"

#include <QString>

namespace delpek::store
{

/// Where the database is, as StoreOptions::location names it. Errors never repeat the text: it may hold a password.
struct Location {
    Engine engine = Engine::Sqlite;
    QString path; ///< SQLite: the file; empty for a temporary one
    QString host; ///< PostgreSQL: a name, an address or a socket folder
    int port = 5432;
    QString database;
    QString user;
    QString password;

    static Result<Location> parse(const QString& text);
};

} // namespace delpek::store
