// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "http/rawpeer.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/telegramdouble.h"
#include "simulation/doubles/wahadouble.h"
#include "support/paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>

namespace delpek::test
{

namespace
{

const QString program = QStringLiteral(DELPEKD_PROGRAM);

/// Without the user's own DELPEK_… variables and configuration files.
QProcessEnvironment cleanEnvironment(const QString& home)
{
    QProcessEnvironment clean;
    const auto system = QProcessEnvironment::systemEnvironment();
    for (const QString& name : system.keys()) {
        if (!name.startsWith(QLatin1String("DELPEK_"))) {
            clean.insert(name, system.value(name));
        }
    }
    clean.insert(QStringLiteral("HOME"), home);
    clean.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    clean.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data"));
    // Freed memory that the sanitizer holds back would count as growth.
    const QString asan = system.value(QStringLiteral("ASAN_OPTIONS"));
    clean.insert(QStringLiteral("ASAN_OPTIONS"),
                 (asan.isEmpty() ? QString() : asan + QLatin1Char(':')) + QStringLiteral("quarantine_size_mb=8"));
    return clean;
}

CommandResult finished(const QStringList& arguments, const QByteArray& input, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    CommandResult result;
    // Scenarios run long in builds with sanitizers.
    if (process.waitForFinished(20 * patience) && process.exitStatus() == QProcess::NormalExit) {
        result.exitCode = process.exitCode();
    }
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

Reply exchange(quint16 port, const QByteArray& request)
{
    RawPeer peer(port);
    if (!peer.isConnected() || !peer.send(request)) {
        return {};
    }
    const auto answer = peer.read();
    return {answer.status, answer.body, answer.head};
}

} // namespace

bool eventually(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, patience);
}

Daemon::Daemon()
    : m_environment(cleanEnvironment(m_folder.path()))
{
    set(QStringLiteral("store.location"), QStringLiteral("sqlite:") + databaseFile());
    set(QStringLiteral("listen.port"), QStringLiteral("0"));
    set(QStringLiteral("agent.quiet-window"), QStringLiteral("50ms"));
    set(QStringLiteral("secrets.store"), QStringLiteral("environment"));
    setEnvironment(QStringLiteral("DELPEK_SECRET_MEDIA_KEY"), QString::fromLatin1(QByteArray(32, 'k').toBase64()));
    set(QStringLiteral("clinic.file"), test::sourcePath("resources/demo/clinic.json"));
}

Daemon::~Daemon()
{
    if (isRunning()) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void Daemon::useWhatsApp(const simulation::GraphDouble& graph)
{
    set(QStringLiteral("whatsapp.phone-number-id"), graph.setup().phoneNumberId);
    set(QStringLiteral("whatsapp.api-base"), graph.url().toString());
    set(QStringLiteral("whatsapp.api-version"), graph.setup().version);
    setEnvironment(QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"), QString::fromUtf8(graph.setup().token));
    setEnvironment(QStringLiteral("DELPEK_SECRET_WHATSAPP_APP_SECRET"), QString::fromUtf8(graph.setup().appSecret));
    setEnvironment(QStringLiteral("DELPEK_SECRET_WHATSAPP_VERIFY_TOKEN"), QStringLiteral("verify-me"));
}

void Daemon::useWaha(const simulation::WahaDouble& waha)
{
    set(QStringLiteral("waha.session"), waha.setup().session);
    set(QStringLiteral("waha.api-base"), waha.url().toString());
    setEnvironment(QStringLiteral("DELPEK_SECRET_WAHA_API_KEY"), QString::fromUtf8(waha.setup().apiKey));
    setEnvironment(QStringLiteral("DELPEK_SECRET_WAHA_WEBHOOK_SECRET"), QString::fromUtf8(waha.setup().hmacKey));
}

void Daemon::useTelegram(const simulation::TelegramDouble& telegram, bool webhook)
{
    set(QStringLiteral("telegram.enabled"), QStringLiteral("true"));
    set(QStringLiteral("telegram.mode"), webhook ? QStringLiteral("webhook") : QStringLiteral("polling"));
    set(QStringLiteral("telegram.api-base"), telegram.url().toString());
    setEnvironment(QStringLiteral("DELPEK_SECRET_TELEGRAM_BOT_TOKEN"), telegram.token());
    setEnvironment(QStringLiteral("DELPEK_SECRET_TELEGRAM_WEBHOOK_SECRET"), QStringLiteral("word-of-the-webhook"));
}

QString Daemon::writeConfiguration() const
{
    QFile file(m_folder.filePath(QStringLiteral("delpek.conf")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        qFatal("the configuration cannot be written");
    }
    for (const auto& [key, value] : m_settings) {
        file.write(QStringLiteral("%1 = \"%2\"\n").arg(key, value).toUtf8());
    }
    return file.fileName();
}

CommandResult Daemon::command(const QStringList& arguments, const QByteArray& input) const
{
    return finished(arguments + QStringList{QStringLiteral("--config"), writeConfiguration()}, input, m_environment);
}

void Daemon::prepare()
{
    const QString configuration = writeConfiguration();
    m_output.clear();
    m_port = 0;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(m_environment);
    m_process->setStandardErrorFile(m_folder.filePath(QStringLiteral("stderr")), QIODevice::Append);
    m_process->start(program, {QStringLiteral("run"), QStringLiteral("--config"), configuration});
}

bool Daemon::start()
{
    prepare();
    const QByteArray before = "listening on 127.0.0.1:";
    const bool listens = m_process->waitForStarted(patience) && eventually([&] {
                             m_process->waitForReadyRead(10);
                             m_output += m_process->readAllStandardOutput();
                             return (m_output.contains(before) && m_output.endsWith('\n')) || !isRunning();
                         });
    if (!listens || !m_output.startsWith(before)) {
        qWarning("delpekd did not start: %s", errors().constData());
        return false;
    }
    m_port = m_output.mid(before.size()).trimmed().toUShort();
    return m_port != 0;
}

int Daemon::runToItsEnd()
{
    prepare();
    const bool ended = m_process->waitForFinished(patience) && m_process->exitStatus() == QProcess::NormalExit;
    m_output = m_process->readAllStandardOutput();
    return ended ? m_process->exitCode() : -1;
}

int Daemon::terminate()
{
    m_process->terminate();
    const bool ended = m_process->waitForFinished(patience) && m_process->exitStatus() == QProcess::NormalExit;
    return ended ? m_process->exitCode() : -1;
}

bool Daemon::waitUntilCut()
{
    // QProcess tells the signal of a crash as its exit code.
    return (!isRunning() || m_process->waitForFinished(patience)) && m_process->exitStatus() == QProcess::CrashExit &&
           m_process->exitCode() == 9;
}

QByteArray Daemon::errors() const
{
    QFile file(m_folder.filePath(QStringLiteral("stderr")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Reply Daemon::get(const QByteArray& path) const
{
    return exchange(m_port, "GET " + path + " HTTP/1.1\r\nHost: clinic\r\nConnection: close\r\n\r\n");
}

Reply Daemon::post(const QByteArray& path, const QByteArray& body, const QByteArray& headers,
                   const QByteArray& type) const
{
    return exchange(m_port, "POST " + path + " HTTP/1.1\r\nHost: clinic\r\nConnection: close\r\nContent-Type: " + type +
                                "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                                body);
}

Reply Daemon::deliver(const simulation::GraphDouble& graph, const QByteArray& body) const
{
    return post("/api/whatsapp/webhook", body, "X-Hub-Signature-256: " + graph.sign(body) + "\r\n");
}

Reply Daemon::deliver(const simulation::WahaDouble& waha, const QByteArray& body) const
{
    return post("/api/waha/webhook", body,
                "X-Webhook-Hmac: " + waha.sign(body) + "\r\nX-Webhook-Hmac-Algorithm: sha512\r\n");
}

QList<QVariantList> Daemon::query(const QString& sql) const
{
    const QString name = QStringLiteral("beside");
    QList<QVariantList> rows;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(databaseFile());
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open()) {
            qWarning("the database cannot be read");
        }
        QSqlQuery query(database);
        if (!query.exec(sql)) {
            qWarning("the query failed: %s", qUtf8Printable(sql));
        }
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < query.record().count(); ++column) {
                row.append(query.value(column));
            }
            rows.append(row);
        }
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

QVariant Daemon::value(const QString& sql) const
{
    const auto rows = query(sql);
    return rows.isEmpty() ? QVariant() : rows.constFirst().constFirst();
}

qint64 Daemon::residentMemory() const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid()));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("VmRSS:");
    return at < 0 ? -1 : status.mid(at + 6, status.indexOf('k', at) - at - 6).trimmed().toLongLong();
}

CommandResult runCommand(const QStringList& arguments, const QByteArray& input,
                         const std::map<QString, QString>& environment)
{
    const QTemporaryDir home;
    auto variables = cleanEnvironment(home.path());
    for (const auto& [name, value] : environment) {
        variables.insert(name, value);
    }
    return finished(arguments, input, variables);
}

} // namespace delpek::test
