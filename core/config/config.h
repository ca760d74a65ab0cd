// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "config/keys.h"
#include "config/settingsfile.h"
#include "config/value.h"

#include <QStringList>

#include <map>

class QProcessEnvironment;

namespace delpek::config
{

/// The user's own folders; what {data} and {config} stand for in a default.
struct Folders {
    QString config;
    QString data;

    /// By the XDG Base Directory Specification (or the system's like): …/delpek in each.
    static Folders ofUser();
};

/// The settings in force. Later layers win: defaults, files in the given order, the environment (DELPEK_LISTEN_PORT),
/// the command line. A value; may be read from any thread.
class Config
{
public:
    /// Reads all layers.
    ///
    /// `files` are read where they exist. `arguments` (without the program's name) may hold `--config FILE` (read
    /// instead of `files`, and it must exist), `--set key=value`, and each key as an option of its own with dots or
    /// dashes: `--listen.port 0`, `--listen-port=0`. What is none of these stays in rest().
    ///
    /// InvalidInput, with place and remedy, for an unknown key in a file or behind --set, a value out of range, or a
    /// secret; NotFound for a missing `--config` file; Unavailable for one that cannot be read.
    static Result<Config> load(const QStringList& files, const QProcessEnvironment& environment,
                               const QStringList& arguments, const Folders& folders = Folders::ofUser());

    /// /etc/delpek/delpek.conf, then delpek.conf in the user's folder.
    static QStringList defaultFiles(const Folders& folders = Folders::ofUser());

    QString get(const Text& key) const { return read<QString>(key.spec); }
    bool get(const Switch& key) const { return read<bool>(key.spec); }
    qint64 get(const Number& key) const { return read<qint64>(key.spec); }
    base::Duration get(const Span& key) const { return read<base::Duration>(key.spec); }

    /// "default", "<file>:<line>", "environment DELPEK_…" or "command line"; empty for an unknown key.
    QString origin(const QString& key) const;
    /// The value as it was written, without quotes; empty for an unknown key.
    QString text(const QString& key) const;
    /// The file in which a setting is changed: the last that is read, which wins over the others. It may be missing.
    const QString& ownFile() const { return m_ownFile; }
    /// As it would be with these values in ownFile(). The error's detail begins with the key and a colon: InvalidInput
    /// (setup.value) against the key's rule, Conflict (setup.overridden) where the environment or the command line
    /// wins, NotFound (setup.unknown).
    Result<Config> with(const SettingValues& values) const;
    /// One line a key, as a file may hold it: "listen.port = 8787   # from default". No setting is a secret.
    QStringList describeAll() const;
    /// Arguments that are no settings, in their order.
    const QStringList& rest() const { return m_rest; }
    /// For people: DELPEK_… variables that name no setting.
    const QStringList& warnings() const { return m_warnings; }

private:
    struct Entry {
        Value value;
        QString text;
        QString origin;
    };

    Config() = default;
    Result<Done> set(const QString& name, const QString& text, const QString& origin);
    Result<Done> loadDefaults(const Folders& folders);
    Result<Done> loadFile(const QString& path);
    Result<Done> loadEnvironment(const QProcessEnvironment& environment);
    Result<Done> loadOptions(const std::vector<std::pair<QString, QString>>& options);

    template <typename T>
    T read(const KeySpec& key) const
    {
        return std::get<T>(m_entries.at(QLatin1String(key.name)).value);
    }

    std::map<QString, Entry> m_entries;
    QString m_ownFile;
    QStringList m_rest;
    QStringList m_warnings;
};

} // namespace delpek::config
