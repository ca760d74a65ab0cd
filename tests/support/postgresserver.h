// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace delpek::test
{

/// A private PostgreSQL server in a temporary folder, reached through a socket in it and through no network. It ends
/// with the test, also when the test is killed.
class PostgresServer
{
public:
    /// Fails with a sentence when PostgreSQL is not installed: a test then fails too, it does not skip.
    static Result<std::unique_ptr<PostgresServer>> start();
    ~PostgresServer();

    /// Creates an empty database; gives its StoreOptions::location.
    Result<QString> newDatabase();
    /// The same, of a user who has to give this password (letters and digits); once a server. The location is without.
    Result<QString> newGuardedDatabase(const QString& password);

    /// Ends the server at once, as a power cut would end its connections.
    void stop();
    Result<Done> startAgain();

private:
    PostgresServer() = default;
    Result<Done> createCluster();
    Result<Done> guard();
    QString locationOf(const QString& owner, const QString& name) const;
    Result<Done> run(const QString& program, const QStringList& arguments);
    /// A server refuses to run as root: then the program is run as the user `postgres`.
    QStringList commandLine(const QString& program, const QStringList& arguments) const;

    QString m_binaries;
    QTemporaryDir m_folder{QStringLiteral("/tmp/delpek-pg-XXXXXX")};
    std::unique_ptr<QProcess> m_server;
    int m_databases = 0;
};

} // namespace delpek::test
