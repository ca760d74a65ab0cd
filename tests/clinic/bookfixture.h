// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "store/store.h"
#include "support/postgresserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace delpek::test
{

inline domain::LocalTime at(const char* text)
{
    return domain::LocalTime::fromText(QString::fromLatin1(text));
}

inline clinic::ClinicFile demoClinic()
{
    QFile file(QStringLiteral(DELPEK_SOURCE_DIR "/resources/demo/clinic.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the demo clinic is missing");
    }
    auto parsed = clinic::parseClinicFile(file.readAll());
    if (!parsed) {
        qFatal("%s", qPrintable(parsed.error().detail));
    }
    return std::move(*parsed);
}

/// The value, or the end of the test program with the reason.
template <typename T>
T orEnd(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(base::describe(result.error())));
    }
    return std::move(*result);
}

template <typename T>
T got(QFuture<Result<T>> future)
{
    return orEnd(base::await(std::move(future)));
}

/// The error code of a call; nothing when it succeeded.
template <typename T>
std::optional<ErrorCode> codeOf(QFuture<Result<T>> future)
{
    const auto result = base::await(std::move(future));
    return result ? std::nullopt : std::optional(result.error().code);
}

/// One program on a database: its store, its clock (Tuesday 2026-03-03, 10:00 in Israel) and the built-in book.
struct Desk {
    explicit Desk(const QString& location)
        : store(orEnd(store::Store::open({location})))
        , clock(domain::toInstant(at("2026-03-03T10:00"), QTimeZone("Asia/Jerusalem")))
        , records(*store, clock)
    {
    }

    std::unique_ptr<store::Store> store;
    base::VirtualClock clock;
    clinic::BuiltinRecords records;
};

/// Fresh databases, one a test: a file for SQLite, a private server for PostgreSQL that starts with the first need.
class Places
{
public:
    QString newLocation(store::Engine engine)
    {
        if (engine == store::Engine::Sqlite) {
            return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("book%1.sqlite").arg(++m_files));
        }
        if (!m_server) {
            m_server = orEnd(PostgresServer::start());
        }
        return orEnd(m_server->newDatabase());
    }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<PostgresServer> m_server;
};

} // namespace delpek::test

Q_DECLARE_METATYPE(delpek::store::Engine)
