// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup.h"

#include "base/await.h"
#include "secrets/filestore.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace delpek::test
{

/// A machine's configuration and secrets, and a start of the program over them.
struct Machine {
    explicit Machine(const QByteArray& text = {}, QStringList given = {}, bool isDemo = false)
        : arguments(std::move(given))
    {
        QFile file(path);
        if (!text.isEmpty() && file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
        file.close();
        start(isDemo);
    }

    void start(bool isDemo = false)
    {
        setup = std::make_unique<app::FileSetup>(app::FileSetup::Parts{
            load().value(), [this] { return load(); },
            [this]() -> Result<std::unique_ptr<secrets::SecretStore>> {
                return std::make_unique<secrets::FileStore>(folder.filePath(QStringLiteral("own/secrets.json")));
            },
            clock, isDemo});
    }
    Result<config::Config> load() const
    {
        return config::Config::load({path}, environment, arguments, {folder.path(), folder.path()});
    }
    QByteArray text() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Result<Done> keep(const desk::SettingValues& values) { return base::await(setup->keep(values)); }
    Result<Done> keep(const char* key, const char* value)
    {
        return keep({{QLatin1String(key), QString::fromUtf8(value)}});
    }
    Result<Done> type(const QString& name, const QString& value = QStringLiteral("geheim"))
    {
        return base::await(setup->keepSecret(name, value));
    }
    desk::Setting setting(const QString& key)
    {
        const auto state = base::await(setup->state()).value();
        return *std::ranges::find(state.settings, key, &desk::Setting::key);
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("delpek.conf"));
    QProcessEnvironment environment;
    QStringList arguments;
    base::SystemClock clock;
    std::unique_ptr<app::FileSetup> setup;
};

/// Refused for that setting or secret, without its value.
inline bool tells(const Result<Done>& done, const char* key, const char* name)
{
    return !done && done.error().key == QLatin1String(key) &&
           done.error().detail.startsWith(QLatin1String(name) + QLatin1Char(':')) &&
           !done.error().detail.contains(QStringLiteral("geheim"));
}

} // namespace delpek::test
