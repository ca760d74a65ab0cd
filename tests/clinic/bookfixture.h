// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "store/store.h"
#include "support/postgresserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace delpek::tests
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

/// The result of a call, or the end of the test program with its reason.
template <typename T>
T got(QFuture<Result<T>> future)
{
    auto result = base::await(std::move(future));
    if (!result) {
        qFatal("%s", qPrintable(base::describe(result.error())));
    }
    return std::move(*result);
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
        : store([&] {
            auto opened = store::Store::open({location});
            if (!opened) {
                qFatal("%s", qPrintable(base::describe(opened.error())));
            }
            return std::move(*opened);
        }())
        , clock(domain::toInstant(at("2026-03-03T10:00"), QTimeZone("Asia/Jerusalem")))
        , records(*store, clock)
    {
    }

    std::unique_ptr<store::Store> store;
    base::VirtualClock clock;
    clinic::BuiltinRecords records;
};

/// A fresh database for one test.
class Place
{
public:
    Place(store::Engine engine, PostgresServer& server)
        : m_location(engine == store::Engine::Sqlite
                         ? QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("book.sqlite"))
                         : server.createDatabase())
    {
    }

    const QString& location() const { return m_location; }

private:
    QTemporaryDir m_folder;
    QString m_location;
};

} // namespace delpek::tests

Q_DECLARE_METATYPE(delpek::store::Engine)
