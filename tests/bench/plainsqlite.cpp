// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plainsqlite.h"

#include "bench/deliveries.h"
#include "bench/figures.h"

#include <QCryptographicHash>

#include <sqlite3.h>

namespace delpek::bench
{

namespace
{

void check(int code, sqlite3* database)
{
    if (code != SQLITE_OK && code != SQLITE_DONE) {
        qFatal("%s", sqlite3_errmsg(database));
    }
}

void command(sqlite3* database, const char* sql)
{
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

} // namespace

double plainSqliteRows(const QString& path, qint64 count, int messages, int group)
{
    sqlite3* database = nullptr;
    check(sqlite3_open(path.toUtf8().constData(), &database), database);
    command(database,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
            "PRAGMA wal_autocheckpoint = 4000;"
            "CREATE TABLE inbox (id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, account TEXT NOT NULL, "
            "digest BLOB NOT NULL, body BLOB NOT NULL, received_at BIGINT NOT NULL, correlation TEXT NOT NULL, "
            "state TEXT NOT NULL, reason TEXT NOT NULL);"
            "CREATE UNIQUE INDEX inbox_digest ON inbox (digest, channel, account);"
            "CREATE INDEX inbox_pending ON inbox (id) WHERE state = 'pending';"
            "CREATE INDEX inbox_done ON inbox (received_at) WHERE state = 'done'");
    sqlite3_stmt* insert = nullptr;
    check(sqlite3_prepare_v2(database,
                             "INSERT INTO inbox (channel, account, digest, body, received_at, correlation, state, "
                             "reason) VALUES (?, ?, ?, ?, ?, ?, 'pending', '') ON CONFLICT DO NOTHING",
                             -1, &insert, nullptr),
          database);
    std::vector<QByteArray> bodies;
    bodies.reserve(static_cast<std::size_t>(count));
    for (qint64 number = 0; number < count; ++number) {
        bodies.push_back(deliveryBody(number, messages));
    }
    const QByteArray number = account.toUtf8();
    const auto begin = Steady::now();
    for (qint64 i = 0; i < count; ++i) {
        if (i % group == 0) {
            command(database, "BEGIN IMMEDIATE");
        }
        const QByteArray& body = bodies[static_cast<std::size_t>(i)];
        const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
        sqlite3_bind_text(insert, 1, "whatsapp", -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, number.constData(), int(number.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 3, digest.constData(), int(digest.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 4, body.constData(), int(body.size()), SQLITE_STATIC);
        sqlite3_bind_int64(insert, 5, 1'772'438'400'000 + i);
        sqlite3_bind_text(insert, 6, "0123456789abcdef", -1, SQLITE_STATIC);
        check(sqlite3_step(insert), database);
        sqlite3_reset(insert);
        if (i % group == group - 1 || i == count - 1) {
            command(database, "COMMIT");
        }
    }
    const double seconds = millisecondsSince(begin) / 1000;
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return static_cast<double>(count) / seconds;
}

} // namespace delpek::bench
