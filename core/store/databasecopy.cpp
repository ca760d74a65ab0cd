// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databasecopy.h"

#include "store/connection.h"
#include "store/decisions.h"

#include <QUuid>

namespace delpek::store
{

namespace
{

const auto clinicKey = QStringLiteral("backup.clinic");

Result<std::unique_ptr<Connection>> openFile(const QString& path, Access access)
{
    Location location;
    location.path = path;
    return Connection::open(location, access);
}

Result<std::unique_ptr<Connection>> openToLook(const QString& path)
{
    return openFile(path, Access::Probe);
}

} // namespace

Result<Done> copyDatabase(const QString& from, const QString& to)
{
    const auto connection = openToLook(from);
    if (!connection) {
        return fail(connection.error());
    }
    // A copy of the file itself would lack what still stands in the write-ahead log.
    const auto copied = (*connection)->session().execute(QStringLiteral("VACUUM INTO ?"), {to});
    return copied.map([](int) { return Done{}; }).map_error([](Error error) {
        error.code = ErrorCode::Unavailable;
        return error;
    });
}

Result<RowCounts> checkDatabase(const QString& path)
{
    const auto broken = [](const QString& detail) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the copy of the database is damaged: ") + detail,
                    QStringLiteral("backup.broken"));
    };
    const auto connection = openToLook(path);
    if (!connection) {
        return broken(connection.error().detail);
    }
    Session& session = (*connection)->session();
    {
        auto rows = session.run(QStringLiteral("PRAGMA integrity_check(1)"));
        if (!rows || !rows->next() || rows->text(0) != QLatin1String("ok")) {
            return broken(rows ? QStringLiteral("its pages do not fit together") : rows.error().detail);
        }
    }
    QStringList tables;
    {
        auto rows = session.run(QStringLiteral(
            "SELECT name FROM sqlite_master AS one WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
            "AND name NOT LIKE 'sqlite_%' AND NOT EXISTS (SELECT 1 FROM sqlite_master AS index_of WHERE "
            "index_of.sql LIKE 'CREATE VIRTUAL%' AND one.name LIKE index_of.name || '_%') ORDER BY name"));
        if (!rows) {
            return broken(rows.error().detail);
        }
        while (rows->next()) {
            tables << rows->text(0);
        }
    }
    RowCounts counts;
    for (const QString& table : tables) {
        auto rows = session.run(QStringLiteral("SELECT COUNT(*) FROM \"%1\"").arg(table));
        if (!rows || !rows->next()) {
            return broken(table);
        }
        counts[table] = rows->integer(0);
    }
    return counts;
}

Result<QStringList> filesNamedIn(const QString& path)
{
    const auto connection = openToLook(path);
    if (!connection) {
        return fail(connection.error());
    }
    auto rows = (*connection)->session().run(QStringLiteral("SELECT DISTINCT file FROM attachment WHERE file <> ''"));
    if (!rows) {
        return fail(rows.error());
    }
    QStringList names;
    while (rows->next()) {
        names << rows->text(0);
    }
    return names;
}

Result<QString> clinicIdOf(const QString& path)
{
    {
        const auto connection = openToLook(path);
        if (!connection) {
            return fail(connection.error());
        }
        const auto known = Settings((*connection)->session()).value(clinicKey);
        if (!known || !known->isEmpty()) {
            return known;
        }
    }
    const auto connection = openFile(path, Access::Write);
    if (!connection) {
        return fail(connection.error());
    }
    Session& session = (*connection)->session();
    // Another may have been first.
    return session
        .execute(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"),
                 {clinicKey, QUuid::createUuid().toString(QUuid::WithoutBraces)})
        .and_then([&](int) { return Settings(session).value(clinicKey); });
}

} // namespace delpek::store
