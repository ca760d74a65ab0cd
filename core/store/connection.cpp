// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "store/sqlerror.h"

#include <QUuid>

namespace delpek::store
{

namespace
{

void describePlace(QSqlDatabase& database, const Location& location, Access access)
{
    if (location.engine == Engine::Sqlite) {
        database.setDatabaseName(location.path);
        database.setConnectOptions(access == Access::Probe
                                       ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                                       : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        return;
    }
    database.setHostName(location.host);
    database.setPort(location.port);
    database.setDatabaseName(location.database);
    database.setUserName(location.user);
    database.setPassword(location.password);
    // A server that went away without a word is noticed within about 20 seconds.
    database.setConnectOptions(QStringLiteral("connect_timeout=5;application_name=delpek;keepalives_idle=10;"
                                              "keepalives_interval=3;keepalives_count=3;tcp_user_timeout=20000"));
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const Location& location, Access access)
{
    const bool sqlite = location.engine == Engine::Sqlite;
    const QString driver = sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL");
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        return fail(ErrorCode::Unsupported, QStringLiteral("the Qt SQL driver %1 is not installed").arg(driver));
    }
    std::unique_ptr<Connection> connection(
        new Connection(QStringLiteral("delpek-") + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    {
        auto database = QSqlDatabase::addDatabase(driver, connection->m_name);
        describePlace(database, location, access);
        if (!database.open()) {
            auto error = explain(database.lastError(), location.engine, QStringLiteral("opening the database")).error;
            error.code = ErrorCode::Unavailable;
            return fail(std::move(error));
        }
        connection->m_session = std::make_unique<Session>(database, location.engine);
    }
    const auto prepared = sqlite ? connection->prepareSqlite(access) : connection->preparePostgres(access);
    if (!prepared) {
        return fail(prepared.error());
    }
    return connection;
}

Connection::~Connection()
{
    m_session.reset();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<Done> Connection::prepareSqlite(Access access)
{
    if (access == Access::Probe) {
        return Done{};
    }
    {
        auto mode = m_session->run(QStringLiteral("PRAGMA journal_mode = WAL"));
        if (!mode) {
            return fail(mode.error());
        }
        if (!mode->next() || mode->text(0) != QLatin1String("wal")) {
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("the database's folder does not allow a write-ahead log; use a local disk"));
        }
    }
    QStringList settings{QStringLiteral("PRAGMA synchronous = FULL"), QStringLiteral("PRAGMA foreign_keys = ON"),
                         QStringLiteral("PRAGMA temp_store = MEMORY"), QStringLiteral("PRAGMA cache_size = -16384")};
    if (access == Access::Read) {
        settings << QStringLiteral("PRAGMA query_only = ON");
    } else {
        settings << QStringLiteral("PRAGMA secure_delete = ON") << QStringLiteral("PRAGMA wal_autocheckpoint = 4000")
                 << QStringLiteral("PRAGMA journal_size_limit = 67108864");
    }
    for (const auto& setting : settings) {
        if (const auto done = m_session->command(setting); !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> Connection::preparePostgres(Access access)
{
    QStringList settings{QStringLiteral("SET client_min_messages = warning"),
                         QStringLiteral("SET lock_timeout = '10s'")};
    if (access != Access::Write) {
        settings << QStringLiteral("SET default_transaction_read_only = on");
    }
    for (const auto& setting : settings) {
        if (const auto done = m_session->command(setting); !done) {
            return done;
        }
    }
    return Done{};
}

} // namespace delpek::store
