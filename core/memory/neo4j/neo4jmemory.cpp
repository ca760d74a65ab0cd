// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/neo4j/neo4jmemory.h"

#include "language/resource.h"
#include "memory/factmaking.h"
#include "memory/neo4j/values.h"
#include "memory/similarity.h"

namespace delpek::memory
{

using base::Json;
using neo4j::Table;

namespace
{

constexpr base::Duration patience = std::chrono::seconds(10);
constexpr base::Duration recallPatience = std::chrono::milliseconds(300);
constexpr base::Duration pauseAfterFailure = std::chrono::seconds(5);
constexpr int threads = 4;
constexpr int mostCompared = 50;
constexpr int mostListed = 1000;
constexpr int sweptAtOnce = 500;

qint64 millis(base::Instant at)
{
    return base::toMillis(at);
}

Result<Done> done(const Result<Table>& table)
{
    return table.map([](auto&&) { return Done{}; });
}

/// The answer's only row, of so many values.
Result<Json> onlyRow(const Result<Table>& table, size_t size)
{
    if (!table) {
        return fail(table.error());
    }
    if (table->size() != 1 || table->front().size() != size) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("Neo4j gave other rows than were asked for"));
    }
    return table->front();
}

} // namespace

Neo4jMemory::Neo4jMemory(neo4j::Server server, http::Client& client, base::Clock& clock)
    : m_line(std::move(server), client)
    , m_clock(clock)
    , m_workers(threads)
{
}

Neo4jMemory::~Neo4jMemory() = default;

Result<std::unique_ptr<Neo4jMemory>> Neo4jMemory::open(neo4j::Server server, const QString& resources,
                                                       http::Client& client, base::Clock& clock)
{
    const auto json = language::readResource(resources + QStringLiteral("/memory"), QStringLiteral("cypher.json"));
    if (!json) {
        return fail(json.error());
    }
    std::unique_ptr<Neo4jMemory> memory(new Neo4jMemory(std::move(server), client, clock));
    for (const auto& [name, lines] : json->items()) {
        const QStringList texts = language::textsAt(*json, name.c_str());
        if (name == "schema") {
            memory->m_schema.assign(texts.begin(), texts.end());
        } else if (lines.is_array()) {
            memory->m_statements[QString::fromStdString(name)] = texts.join(QLatin1Char('\n'));
        }
    }
    if (memory->m_schema.empty() || memory->m_statements.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("memory/cypher.json holds no statements"));
    }
    return memory;
}

/// On a worker of ours.
template <typename Work>
auto Neo4jMemory::later(Work work)
{
    using Value = typename std::invoke_result_t<Work>::value_type;
    const auto promise = std::make_shared<Promise<Value>>();
    auto future = promise->future();
    m_workers.post([promise, work = std::move(work)]() mutable { promise->finish(work()); });
    return future;
}

Result<Table> Neo4jMemory::run(const char* statement, Json parameters, base::Duration longest)
{
    return m_line.run({m_statements[QLatin1String(statement)], std::move(parameters)}, longest);
}

/// Constraints and indexes, once: without them a MERGE from two sides could make two nodes.
Result<Done> Neo4jMemory::prepare()
{
    const std::lock_guard lock(m_mutex);
    if (m_prepared) {
        return Done{};
    }
    for (const QString& statement : m_schema) {
        if (const auto made = m_line.run({statement}, patience); !made) {
            return done(made);
        }
    }
    m_prepared = true;
    return Done{};
}

Future<Done> Neo4jMemory::remember(std::vector<Episode> episodes)
{
    return later([this, episodes = std::move(episodes)]() -> Result<Done> {
        if (const auto prepared = prepare(); !prepared) {
            return prepared;
        }
        for (const auto& episode : episodes) {
            if (const auto kept = run("remember", neo4j::parametersOf(episode), patience); !kept) {
                return done(kept);
            }
        }
        return Done{};
    });
}

Result<Recollection> Neo4jMemory::recallNow(const Query& query)
{
    const auto row = onlyRow(run("recall", {{"user", query.user.value}, {"most", mostCompared}}, recallPatience), 2);
    if (!row) {
        return fail(row.error());
    }
    auto facts = neo4j::factsFrom((*row)[0]);
    auto talks = facts ? neo4j::talksFrom((*row)[1]) : fail(facts.error());
    return talks ? Result<Recollection>(recollect(std::move(*facts), std::move(*talks), query)) : fail(talks.error());
}

void Neo4jMemory::noteRecall(const std::optional<Error>& error)
{
    const std::lock_guard lock(m_pauseMutex);
    m_awayUntil = error ? std::optional(m_clock.now() + pauseAfterFailure) : std::nullopt;
}

Future<Recollection> Neo4jMemory::recall(const Query& query)
{
    {
        const std::lock_guard lock(m_pauseMutex);
        if (m_awayUntil && m_clock.now() < *m_awayUntil) {
            return base::ready<Recollection>(fail(ErrorCode::Unavailable, QStringLiteral("Neo4j was away just now")));
        }
    }
    return later([this, query] {
        auto found = recallNow(query);
        noteRecall(found ? std::nullopt : std::optional(found.error()));
        return found;
    });
}

Future<UserMemory> Neo4jMemory::list(domain::PersonId user)
{
    return later([this, user]() -> Result<UserMemory> {
        const auto row = onlyRow(run("list", {{"user", user.value}, {"most", mostListed}}, patience), 3);
        if (!row) {
            return fail(row.error());
        }
        auto facts = neo4j::factsFrom((*row)[0]);
        auto talks = facts ? neo4j::talksFrom((*row)[1]) : fail(facts.error());
        if (!talks) {
            return fail(talks.error());
        }
        return UserMemory{std::move(*facts), std::move(*talks), neo4j::patternsFrom((*row)[2])};
    });
}

Future<Done> Neo4jMemory::correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                                  base::Instant at)
{
    Fact old;
    old.id = fact;
    return later([this, user, next = corrected(old, value, by, at), fact, at]() -> Result<Done> {
        const auto row = onlyRow(run("correct",
                                     {{"user", user.value},
                                      {"fact", base::utf8(fact)},
                                      {"id", base::utf8(next.id)},
                                      {"value", base::utf8(next.value)},
                                      {"by", base::utf8(next.by)},
                                      {"at", millis(at)}},
                                     patience),
                                 1);
        if (!row) {
            return fail(row.error());
        }
        return (*row)[0] == 0 ? noSuchFact() : Result<Done>(Done{});
    });
}

Future<Done> Neo4jMemory::forget(domain::PersonId user, base::Instant at)
{
    return later([this, user, at]() -> Result<Done> {
        return prepare()
            .and_then([&](Done) {
                return run("forget", {{"user", user.value}, {"at", millis(at)}}, patience);
            })
            .and_then([&](auto&&) {
                return run("sweepUsers", {{"batch", sweptAtOnce}}, patience);
            })
            .map([](auto&&) { return Done{}; });
    });
}

Future<int> Neo4jMemory::sweep(base::Instant before)
{
    return later([this, before]() -> Result<int> {
        int swept = 0;
        for (const char* statement : {"sweepFacts", "sweepTurns", "sweepTalks", "sweepForgotten", "sweepUsers"}) {
            Json parameters{{"batch", sweptAtOnce}};
            if (statement != std::string_view("sweepUsers")) {
                parameters["before"] = millis(before);
            }
            for (int gone = sweptAtOnce; gone == sweptAtOnce;) {
                const auto row = onlyRow(run(statement, parameters, patience), 1);
                if (!row) {
                    return fail(row.error());
                }
                gone = (*row)[0].is_number_integer() ? (*row)[0].get<int>() : 0;
                swept += gone;
            }
        }
        return swept;
    });
}

Future<Done> Neo4jMemory::health()
{
    return later([this] { return done(run("health", Json::object(), patience)); });
}

} // namespace delpek::memory
