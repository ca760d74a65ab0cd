// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "memory/memory.h"
#include "memory/neo4j/line.h"

#include <map>
#include <mutex>

namespace delpek::memory
{

/// The memory in a Neo4j server: (User)-[:HAD_CONVERSATION]->(Conversation)-[:CONTAINS]->(Message)-[:HANDLED_BY]->
/// (Agent), where a Conversation is a talk; (Conversation)-[:HAD_TURN]->(Turn) for what was told once; facts by
/// (User)-[:HAS_FACT]->(Fact). Constraints and indexes are made before the first write. While the server is away a
/// recall gives up after 300 ms, and the ones after it at once for some seconds.
class Neo4jMemory final : public Memory
{
public:
    /// `resources`: ":/delpek" or a folder with memory/cypher.json; fails with the file and what is wrong. Does not
    /// call the server yet. Client and clock outlive it.
    static Result<std::unique_ptr<Neo4jMemory>> open(neo4j::Server server, const QString& resources,
                                                     http::Client& client, base::Clock& clock);
    ~Neo4jMemory() override;

    QString name() const override { return QStringLiteral("neo4j"); }
    Future<Done> remember(std::vector<Episode> episodes) override;
    Future<Recollection> recall(const Query& query) override;
    Future<UserMemory> list(domain::PersonId user) override;
    Future<Done> correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                         base::Instant at) override;
    Future<Done> forget(domain::PersonId user, base::Instant at) override;
    Future<int> sweep(base::Instant before) override;
    Future<Done> health() override;

private:
    Neo4jMemory(neo4j::Server server, http::Client& client, base::Clock& clock);
    template <typename Work>
    auto later(Work work);
    Result<neo4j::Table> run(const char* statement, base::Json parameters, base::Duration patience);
    Result<Done> prepare();
    Result<Recollection> recallNow(const Query& query);
    void noteRecall(const std::optional<Error>& error);

    neo4j::Line m_line;
    base::Clock& m_clock;
    std::map<QString, QString> m_statements;
    std::vector<QString> m_schema;
    std::mutex m_mutex; ///< of m_prepared, also while it is made
    bool m_prepared = false;
    std::mutex m_pauseMutex;
    std::optional<base::Instant> m_awayUntil;
    base::Workers m_workers;
};

} // namespace delpek::memory
