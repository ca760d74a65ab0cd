// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgresserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace delpek::test
{

namespace
{

constexpr QLatin1String user("delpek");
constexpr QLatin1String guardedUser("guarded");

QString findBinaries()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const auto found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const auto& version : found) {
        const QString folder = versions.filePath(version + QStringLiteral("/bin"));
        if (QFile::exists(folder + QStringLiteral("/initdb"))) {
            return folder;
        }
    }
    return QFileInfo(QStandardPaths::findExecutable(QStringLiteral("initdb"))).path();
}

} // namespace

Result<std::unique_ptr<PostgresServer>> PostgresServer::start()
{
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    server->m_binaries = findBinaries();
    if (server->m_binaries.isEmpty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("these tests need a PostgreSQL server; install the package "
                                                        "postgresql (no server has to run)"));
    }
    auto done = server->createCluster();
    if (done) {
        done = server->startAgain();
    }
    return done.map([&](Done) { return std::move(server); });
}

PostgresServer::~PostgresServer()
{
    stop();
}

Result<Done> PostgresServer::createCluster()
{
    if (::geteuid() == 0) {
        const auto* account = ::getpwnam("postgres");
        if (!account) {
            return fail(ErrorCode::NotFound,
                        QStringLiteral("a server cannot run as root, and there is no user postgres"));
        }
        if (::chown(QFile::encodeName(m_folder.path()).constData(), account->pw_uid, account->pw_gid) != 0) {
            return fail(ErrorCode::Unavailable, QStringLiteral("the server's folder cannot be given to user postgres"));
        }
    }
    return run(QStringLiteral("initdb"),
               {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-U"), user,
                QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                QStringLiteral("--no-locale"), QStringLiteral("--no-sync")})
        .and_then([this](Done) { return guard(); });
}

/// The first line that fits a connection counts.
Result<Done> PostgresServer::guard()
{
    QFile rules(m_folder.filePath(QStringLiteral("data/pg_hba.conf")));
    if (!rules.open(QIODevice::ReadWrite)) {
        return fail(ErrorCode::Unavailable, QStringLiteral("the server's rules cannot be written"));
    }
    const QByteArray usual = rules.readAll();
    const bool written = rules.seek(0) && rules.write("local all guarded scram-sha-256\n" + usual) > 0;
    return written ? Result<Done>(Done{})
                   : fail(ErrorCode::Unavailable, QStringLiteral("the server's rules cannot be written"));
}

QStringList PostgresServer::commandLine(const QString& program, const QStringList& arguments) const
{
    QStringList line;
    const QString setpriv = QStandardPaths::findExecutable(QStringLiteral("setpriv"));
    if (!setpriv.isEmpty()) {
        line << setpriv << QStringLiteral("--pdeathsig=INT");
        if (::geteuid() == 0) {
            line << QStringLiteral("--reuid=postgres") << QStringLiteral("--regid=postgres")
                 << QStringLiteral("--clear-groups");
        }
    }
    return line << m_binaries + QLatin1Char('/') + program << arguments;
}

Result<Done> PostgresServer::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    auto line = commandLine(program, arguments);
    const QString first = line.takeFirst();
    process.start(first, line);
    if (!process.waitForFinished(60000) || process.exitCode() != 0) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("%1 failed: %2").arg(program, QString::fromUtf8(process.readAll()).trimmed()));
    }
    return Done{};
}

Result<QString> PostgresServer::newDatabase()
{
    const QString name = QStringLiteral("test%1").arg(++m_databases);
    return run(QStringLiteral("createdb"), {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"), user, name})
        .map([&](Done) { return locationOf(user, name); });
}

Result<QString> PostgresServer::newGuardedDatabase(const QString& password)
{
    const QStringList server{QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"), user};
    const QString name = QStringLiteral("test%1").arg(++m_databases);
    return run(QStringLiteral("psql"),
               server + QStringList{QStringLiteral("-d"), QStringLiteral("postgres"), QStringLiteral("-c"),
                                    QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD '%2'").arg(guardedUser, password)})
        .and_then([&](Done) {
            return run(QStringLiteral("createdb"),
                       server + QStringList{QStringLiteral("-O"), QString(guardedUser), name});
        })
        .map([&](Done) { return locationOf(guardedUser, name); });
}

QString PostgresServer::locationOf(const QString& owner, const QString& name) const
{
    return QStringLiteral("postgresql://%1@localhost/%2?host=%3").arg(owner, name, m_folder.path());
}

void PostgresServer::stop()
{
    if (m_server) {
        ::kill(pid_t(m_server->processId()), SIGQUIT);
        m_server->waitForFinished(30000);
        m_server.reset();
    }
}

Result<Done> PostgresServer::startAgain()
{
    m_server = std::make_unique<QProcess>();
    m_server->setWorkingDirectory(m_folder.path());
    m_server->setProcessChannelMode(QProcess::MergedChannels);
    auto line = commandLine(QStringLiteral("postgres"),
                            {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-k"),
                             m_folder.path(), QStringLiteral("-c"), QStringLiteral("listen_addresses="),
                             QStringLiteral("-c"), QStringLiteral("fsync=off")});
    const QString first = line.takeFirst();
    m_server->start(first, line);
    QByteArray said;
    QElapsedTimer waited;
    waited.start();
    while (!said.contains("ready to accept connections")) {
        if (waited.elapsed() > 60000 || !m_server->waitForReadyRead(10000)) {
            return fail(ErrorCode::Unavailable,
                        QStringLiteral("the server did not start: %1").arg(QString::fromUtf8(said).trimmed()));
        }
        said += m_server->readAll();
    }
    return Done{};
}

} // namespace delpek::test
