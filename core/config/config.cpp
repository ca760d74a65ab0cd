// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config.h"

#include "config/inifile.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace delpek::config
{

namespace
{

struct Arguments {
    QStringList files;
    std::vector<std::pair<QString, QString>> options;
    QStringList rest;
};

/// The key that "--listen.port" or "--listen-port" names.
const KeySpec* keyOfOption(const QString& option)
{
    const auto dashed = [](QString name) { return name.replace(QLatin1Char('.'), QLatin1Char('-')); };
    const auto found = std::ranges::find_if(
        allKeys(), [&](const KeySpec* key) { return dashed(QLatin1String(key->name)) == dashed(option); });
    return found == allKeys().end() ? nullptr : *found;
}

Result<Arguments> sortArguments(const QStringList& arguments)
{
    Arguments sorted;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == QStringLiteral("--")) {
            sorted.rest += arguments.mid(i);
            break;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument.left(equals).mid(2);
        const bool isSet = name == QStringLiteral("set");
        const bool isFile = name == QStringLiteral("config");
        const KeySpec* key = keyOfOption(name);
        if (!argument.startsWith(QStringLiteral("--")) || (!isSet && !isFile && !key)) {
            sorted.rest += argument;
            continue;
        }
        if (equals < 0 && ++i == arguments.size()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("--%1 needs a value behind it").arg(name));
        }
        const QString value = equals < 0 ? arguments[i] : argument.mid(equals + 1);
        if (isFile) {
            sorted.files += value;
        } else if (!isSet) {
            sorted.options.emplace_back(QLatin1String(key->name), value);
        } else if (const qsizetype split = value.indexOf(QLatin1Char('=')); split > 0) {
            sorted.options.emplace_back(value.left(split), value.mid(split + 1));
        } else {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("--set needs key=value behind it, for example --set listen.port=8787"));
        }
    }
    return sorted;
}

} // namespace

Folders Folders::ofUser()
{
    const QString name = QStringLiteral("/delpek");
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + name,
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + name};
}

QStringList Config::defaultFiles(const Folders& folders)
{
    return {QStringLiteral("/etc/delpek/delpek.conf"), folders.config + QStringLiteral("/delpek.conf")};
}

Result<Config> Config::load(const QStringList& files, const QProcessEnvironment& environment,
                            const QStringList& arguments, const Folders& folders)
{
    const auto sorted = sortArguments(arguments);
    if (!sorted) {
        return fail(sorted.error());
    }
    Config config;
    config.m_rest = sorted->rest;
    const QStringList& read = sorted->files.isEmpty() ? files : sorted->files;
    config.m_ownFile = read.isEmpty() ? QString() : read.constLast();
    auto result = config.loadDefaults(folders);
    for (const QString& file : read) {
        if (!result) {
            break;
        }
        if (QFile::exists(file)) {
            result = config.loadFile(file);
        } else if (!sorted->files.isEmpty()) {
            result = fail(
                ErrorCode::NotFound,
                QStringLiteral("%1: there is no such configuration file; check the path behind --config").arg(file));
        }
    }
    result = result.and_then([&](Done) { return config.loadEnvironment(environment); });
    result = result.and_then([&](Done) { return config.loadOptions(sorted->options); });
    return result.map([&](Done) { return std::move(config); });
}

Result<Done> Config::set(const QString& name, const QString& text, const QString& origin)
{
    if (looksLikeSecret(name)) {
        return fail(
            ErrorCode::InvalidInput,
            QStringLiteral(
                "%1: \"%2\" is a secret and does not belong here; remove it and store it with: delpekd secret set %2")
                .arg(origin, name));
    }
    const KeySpec* key = findKey(name);
    if (!key) {
        const KeySpec* nearest = nearestKey(name);
        const QString remedy = nearest ? QStringLiteral("did you mean \"%1\"?").arg(QLatin1String(nearest->name))
                                       : QStringLiteral("see docs/configuration.md for all settings");
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1: there is no setting \"%2\"; %3").arg(origin, name, remedy));
    }
    auto value = parseValue(*key, text);
    if (!value) {
        return fail(value.error().code, QStringLiteral("%1: %2 %3").arg(origin, name, value.error().detail),
                    value.error().key);
    }
    m_entries[name] = Entry{std::move(*value), text, origin};
    return Done{};
}

Result<Done> Config::loadDefaults(const Folders& folders)
{
    Result<Done> result = Done{};
    for (const KeySpec* key : allKeys()) {
        QString text = QLatin1String(key->fallback);
        text.replace(QStringLiteral("{config}"), folders.config).replace(QStringLiteral("{data}"), folders.data);
        result = result.and_then([&](Done) { return set(QLatin1String(key->name), text, QStringLiteral("default")); });
    }
    return result;
}

Result<Done> Config::loadFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("%1: cannot be read (%2); let this user read it").arg(path, file.errorString()));
    }
    const auto entries = parseIni(file.readAll(), path);
    if (!entries) {
        return fail(entries.error());
    }
    Result<Done> result = Done{};
    for (const IniEntry& entry : *entries) {
        result = result.and_then(
            [&](Done) { return set(entry.key, entry.value, QStringLiteral("%1:%2").arg(path).arg(entry.line)); });
    }
    return result;
}

Result<Done> Config::loadEnvironment(const QProcessEnvironment& environment)
{
    std::map<QString, const KeySpec*> names;
    for (const KeySpec* key : allKeys()) {
        names.emplace(environmentName(*key), key);
    }
    Result<Done> result = Done{};
    for (const QString& variable : environment.keys()) {
        if (const auto found = names.find(variable); found != names.end()) {
            result = result.and_then([&](Done) {
                return set(QLatin1String(found->second->name), environment.value(variable),
                           QStringLiteral("environment ") + variable);
            });
        } else if (variable.startsWith(QStringLiteral("DELPEK_")) &&
                   !variable.startsWith(QStringLiteral("DELPEK_SECRET_")) &&
                   variable != QStringLiteral("DELPEK_CUT_AT")) {
            m_warnings += QStringLiteral("environment %1: names no setting and is ignored").arg(variable);
        }
    }
    return result;
}

Result<Done> Config::loadOptions(const std::vector<std::pair<QString, QString>>& options)
{
    Result<Done> result = Done{};
    for (const auto& [name, text] : options) {
        result = result.and_then([&](Done) { return set(name, text, QStringLiteral("command line")); });
    }
    return result;
}

QString Config::origin(const QString& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? QString() : found->second.origin;
}

QString Config::text(const QString& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? QString() : found->second.text;
}

Result<Config> Config::with(const SettingValues& values) const
{
    Config changed = *this;
    for (const auto& [name, text] : values) {
        const KeySpec* key = findKey(name);
        if (!key) {
            return fail(ErrorCode::NotFound, QStringLiteral("?: no such setting"), QStringLiteral("setup.unknown"));
        }
        const QString origin = changed.origin(name);
        if (origin == QLatin1String("command line") || origin.startsWith(QLatin1String("environment "))) {
            return fail(ErrorCode::Conflict, QStringLiteral("%1: the %2 wins over the file").arg(name, origin),
                        QStringLiteral("setup.overridden"));
        }
        auto value = parseValue(*key, text);
        if (!value) {
            return fail(value.error().code, QStringLiteral("%1: %2").arg(name, value.error().detail),
                        QStringLiteral("setup.value"));
        }
        changed.m_entries[name] = Entry{std::move(*value), text, m_ownFile};
    }
    return changed;
}

QStringList Config::describeAll() const
{
    QStringList lines;
    for (const KeySpec* key : allKeys()) {
        const Entry& entry = m_entries.at(QLatin1String(key->name));
        lines +=
            QStringLiteral("%1 = %2   # from %3").arg(QLatin1String(key->name), asWritten(entry.text), entry.origin);
    }
    return lines;
}

} // namespace delpek::config
