// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlerror.h"

namespace delpek::store
{

namespace
{

ErrorCode sqliteCode(int extended)
{
    switch (extended) {
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
    case 2067: // SQLITE_CONSTRAINT_UNIQUE
        return ErrorCode::Conflict;
    case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
        return ErrorCode::NotFound;
    default:
        break;
    }
    switch (extended & 0xff) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::Unavailable;
    case 8: // SQLITE_READONLY
        return ErrorCode::Forbidden;
    case 26: // SQLITE_NOTADB
        return ErrorCode::InvalidInput;
    default:
        return ErrorCode::Internal;
    }
}

ErrorCode postgresCode(const QString& state)
{
    if (state == QLatin1String("23505")) {
        return ErrorCode::Conflict;
    }
    if (state == QLatin1String("23503")) {
        return ErrorCode::NotFound;
    }
    if (state == QLatin1String("25006")) {
        return ErrorCode::Forbidden;
    }
    if (state.startsWith(QLatin1String("28"))) {
        return ErrorCode::Unauthorised;
    }
    for (const char* transient : {"08", "40", "53", "55P03", "57"}) {
        if (state.startsWith(QLatin1String(transient))) {
            return ErrorCode::Unavailable;
        }
    }
    return ErrorCode::Internal;
}

/// The server appends the offending row and the statement on further lines, and quotes values in the texts of class 22.
QString safeText(const QSqlError& error, Engine engine)
{
    const QString text = error.databaseText().section(QLatin1Char('\n'), 0, 0).trimmed();
    const QString code = error.nativeErrorCode();
    const bool mayQuoteValues = engine == Engine::PostgreSql && code.startsWith(QLatin1String("22"));
    if (text.isEmpty() && code.isEmpty()) {
        return error.driverText();
    }
    return mayQuoteValues ? QStringLiteral("SQLSTATE %1").arg(code) : QStringLiteral("%1 (%2)").arg(text, code);
}

} // namespace

SqlFailure explain(const QSqlError& error, Engine engine, const QString& sql)
{
    const QString code = error.nativeErrorCode();
    SqlFailure failure;
    failure.error.detail = QStringLiteral("%1, in: %2").arg(safeText(error, engine), sql.left(60).simplified());
    if (engine == Engine::Sqlite) {
        failure.error.code = sqliteCode(code.toInt());
        return failure;
    }
    // Without a SQLSTATE the text is the client library's own: the server was not there to answer.
    if (code.isEmpty() || code.startsWith(QLatin1String("08")) || code.startsWith(QLatin1String("57P0"))) {
        failure.trouble = Trouble::Lost;
        failure.error.code = ErrorCode::Unavailable;
        return failure;
    }
    failure.error.code = postgresCode(code);
    if (code.startsWith(QLatin1String("40"))) {
        failure.trouble = Trouble::Again;
    }
    return failure;
}

} // namespace delpek::store
