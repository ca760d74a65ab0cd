// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/change.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace delpek::store
{

enum class Engine { Sqlite, PostgreSql };

/// The rows of one statement, read forward. Columns are numbered from 0. It borrows the session's prepared statement:
/// finish with it before the same SQL runs again.
class Rows
{
public:
    explicit Rows(QSqlQuery* query)
        : m_query(query)
    {
    }
    ~Rows();
    Rows(Rows&& other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
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
    /// engine's own text but never the bound values. A unique violation is Conflict, a broken reference NotFound, a
    /// busy or lost server Unavailable. Only an invalid QVariant is NULL: a null QString is stored as the empty text.
    /// Booleans are kept as 0 and 1, U+0000 (which PostgreSQL cannot hold) as U+FFFD.
    Result<Rows> run(const QString& sql, const QVariantList& values = {});
    /// For statements whose rows nobody reads; gives the number of rows touched.
    Result<int> execute(const QString& sql, const QVariantList& values = {});
    /// For statements without values that cannot be prepared everywhere: transaction control, settings, DDL.
    Result<Done> command(const QString& sql);
    /// For INSERT … RETURNING id: the id, or nothing when ON CONFLICT DO NOTHING took effect.
    Result<std::optional<qint64>> insert(const QString& sql, const QVariantList& values);

    /// Names something this write changed; told to the change feed after the durable commit.
    void changed(domain::Topic topic, qint64 id, qint64 conversation = 0);
    std::vector<domain::Change> takeChanges();
    void dropChanges();

    /// What to append to a SELECT so that the rows stay as they are until the commit, whoever else writes. (SQLite has
    /// one writer anyway.)
    QString lockRows() const;

    /// Tells the writer to commit what this piece of work did even though its result is an error (a withdrawal that is
    /// reported as StaleEpoch). Holds for the current piece of work.
    void keepDespiteError() { m_keep = true; }
    bool takeKeep() { return std::exchange(m_keep, false); }
    /// True once the connection is known to be gone; it stays so.
    bool isLost() const { return m_lost; }
    /// True when a deadlock or serialisation failure hit since the last call.
    bool takeAgain() { return std::exchange(m_again, false); }

private:
    tl::unexpected<Error> failure(const QSqlError& error, const QString& sql);

    QSqlDatabase m_database;
    Engine m_engine;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    std::vector<domain::Change> m_changes;
    bool m_keep = false;
    bool m_again = false;
    bool m_lost = false;
};

} // namespace delpek::store
