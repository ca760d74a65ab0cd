// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QVariantList>

#include <functional>
#include <map>
#include <memory>

namespace delpek::simulation
{
class GraphDouble;
class TelegramDouble;
class WahaDouble;
} // namespace delpek::simulation

namespace delpek::test
{

/// How long anything awaited may take; generous for builds with sanitizers.
inline constexpr int patience = 60'000;

/// True as soon as `condition` is; false when it is not within `patience`.
bool eventually(const std::function<bool()>& condition);

struct Reply {
    int status = 0; ///< 0: no answer came
    QByteArray body;
    QByteArray head = {};
};

/// What a command of delpekd gave.
struct CommandResult {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/// One clinic: a folder with the configuration and the database, which outlives the processes that run on it, and the
/// real `delpekd run` as a process of its own.
class Daemon
{
public:
    Daemon();
    ~Daemon();

    /// Before start(): the other ends of the channels, and single settings.
    void useWhatsApp(const simulation::GraphDouble& graph);
    void useWaha(const simulation::WahaDouble& waha);
    void useTelegram(const simulation::TelegramDouble& telegram, bool webhook = false);
    void set(const QString& key, const QString& value) { m_settings[key] = value; }
    void setEnvironment(const QString& name, const QString& value) { m_environment.insert(name, value); }

    /// True when the process says where it listens.
    bool start();
    /// Starts a process that is expected to end by itself; gives its exit code, or -1.
    int runToItsEnd();
    /// Another command with this clinic's configuration and secrets, beside the process that may run.
    CommandResult command(const QStringList& arguments, const QByteArray& input = {}) const;
    /// SIGTERM; gives the exit code, -1 when it did not end or was killed.
    int terminate();
    /// Waits for an end that comes by itself; true when it was SIGKILL.
    bool waitUntilCut();
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }

    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process->processId(); }
    QByteArray output() const { return m_output; }
    QByteArray errors() const;
    QString folder() const { return m_folder.path(); }
    QString databaseFile() const { return m_folder.filePath(QStringLiteral("clinic.sqlite")); }

    Reply get(const QByteArray& path) const;
    Reply post(const QByteArray& path, const QByteArray& body, const QByteArray& headers = {},
               const QByteArray& type = "application/json") const;
    /// A WhatsApp delivery with the signature of the double's app secret.
    Reply deliver(const simulation::GraphDouble& graph, const QByteArray& body) const;
    /// An event of WAHA with the HMAC of the double's key.
    Reply deliver(const simulation::WahaDouble& waha, const QByteArray& body) const;

    /// Reads the database beside the running process.
    QList<QVariantList> query(const QString& sql) const;
    QVariant value(const QString& sql) const;

    /// The resident memory of the process, in KiB.
    qint64 residentMemory() const;

private:
    QString writeConfiguration() const;
    void prepare();

    QTemporaryDir m_folder;
    std::map<QString, QString> m_settings;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    quint16 m_port = 0;
};

/// Runs delpekd with arguments and standard input, outside of any user's own configuration.
CommandResult runCommand(const QStringList& arguments, const QByteArray& input = {},
                         const std::map<QString, QString>& environment = {});

} // namespace delpek::test
