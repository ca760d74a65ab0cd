// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "store/engines.h"
#include "support/paths.h"

#include <QFile>

namespace delpek::test
{

inline domain::LocalTime at(const char* text)
{
    return domain::LocalTime::fromText(QString::fromLatin1(text));
}

inline clinic::ClinicFile demoClinic()
{
    QFile file(test::sourcePath("resources/demo/clinic.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the demo clinic is missing");
    }
    return must(clinic::parseClinicFile(file.readAll()));
}

/// The value of a call, or an exception that ends the test with the error's text.
template <typename T>
T got(Future<T> future)
{
    return must(base::await(std::move(future)));
}

/// The error code of a call; nothing when it succeeded.
template <typename T>
std::optional<ErrorCode> codeOf(Future<T> future)
{
    const auto result = base::await(std::move(future));
    return result ? std::nullopt : std::optional(result.error().code);
}

/// One program on a database: its store, its clock (Tuesday 2026-03-03, 10:00 in Israel) and the built-in book.
struct Desk {
    explicit Desk(const QString& location)
        : store(must(store::Store::open({location})))
        , clock(domain::toInstant(at("2026-03-03T10:00"), QTimeZone("Asia/Jerusalem")))
        , records(*store, clock)
    {
    }

    std::unique_ptr<store::Store> store;
    base::VirtualClock clock;
    clinic::BuiltinRecords records;
};

} // namespace delpek::test
