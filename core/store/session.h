// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/change.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <unordered_map>

namespace delpek::store
{

enum class Engine { Sqlite, PostgreSql };

/// The rows of one statement, read forward. Columns are numbered from 0. It borrows the session's prepared statement:
/// finish with it before the same SQL runs again.
class Rows
{
public:
    explicit Rows(QSqlQuery* query) : m_query(query) {}
    ~Rows();
    Rows(Rows&& other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    Rows& operator=(Rows&&) = delete;

    bool next();
    bool isNull(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    base::Instant instant(int column) const { return base::fromMillis(integer(column)); }
    std::optional<base::Instant> maybeInstant(int column) const;
    /// Rows touched by an INSERT, UPDATE or DELETE.
    int affected() const;

private:
    QSqlQuery* m_query;
};

/// One connection, on the one thread it was opened on. Statements are prepared once and kept.
class Session
{
public:
    Session(QSqlDatabase database, Engine engine);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Engine engine() const { return m_engine; }

    /// Runs one statement with `?` for each value. SQL is written so that both engines understand it; errors carry the
    /// engine's own text but never the bound values. A unique violation is Conflict, a busy or lost server Unavailable.
    Result<Rows> run(const QString& sql, const QVariantList& values = {});
    /// For statements whose rows nobody reads; gives the number of rows touched.
    Result<int> execute(const QString& sql, const QVariantList& values = {});
    /// For INSERT … RETURNING id: the id, or nothing when ON CONFLICT DO NOTHING took effect.
    Result<std::optional<qint64>> insert(const QString& sql, const QVariantList& values);

    /// Names something this write changed; told to the change feed after the durable commit.
    void changed(domain::Topic topic, qint64 id, qint64 conversation = 0);
    std::vector<domain::Change> takeChanges();
    void dropChanges();

private:
    QSqlDatabase m_database;
    Engine m_engine;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    std::vector<domain::Change> m_changes;
};

} // namespace delpek::store
