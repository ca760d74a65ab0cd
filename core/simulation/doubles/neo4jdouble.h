// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/server.h"
#include "simulation/doubles/recorded.h"

#include <QStringList>
#include <QUrl>

#include <memory>
#include <set>

namespace delpek::simulation
{

/// A Neo4j server with the Query API, or an older one that has the transactional endpoint alone, on a loopback port. It
/// knows the memory's statements and no other: everything else, so also a value written into a statement, is a syntax
/// error. It refuses with Neo4j's codes and statuses what Neo4j refuses: wrong credentials (401), another database
/// (404), another type of content (415), bodies that are no JSON or have members of no meaning (400), parameters that
/// are missing; and, stricter than Neo4j, parameters that no statement uses, and writes before the constraints. Any
/// thread.
class Neo4jDouble
{
public:
    struct Setup {
        QString database = QStringLiteral("neo4j");
        QString user = QStringLiteral("neo4j");
        QString password = QStringLiteral("password-of-the-double"); ///< with no user: the bearer token
        bool hasQueryApi = true;
    };

    /// `resources`: ":/delpek" or a folder with memory/cypher.json. `clock` runs delayed answers; it outlives the
    /// double.
    static Result<std::unique_ptr<Neo4jDouble>> start(const Setup& setup, const QString& resources, base::Clock& clock);
    ~Neo4jDouble();

    QUrl url() const;
    /// The next `count` good statements end with this code; nothing of them takes effect.
    void failNext(int count, const QString& code);
    /// Until further notice nobody answers, or every call gets 503.
    void setSilent(bool silent);
    void setDown(bool down);
    /// What was sent, by the statements' names ("schema" for each of those), in order.
    QStringList statements() const;
    /// What was refused, by Neo4j's code.
    QStringList refusals() const;
    std::set<std::string> relations() const;

private:
    class Private;
    explicit Neo4jDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
