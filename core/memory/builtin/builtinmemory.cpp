// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/builtin/builtinmemory.h"

#include "memory/builtin/rows.h"
#include "memory/similarity.h"

namespace delpek::memory
{

namespace
{

constexpr int mostCompared = 50;
constexpr int mostListed = 1000;

} // namespace

Future<Done> BuiltinMemory::remember(std::vector<Episode> episodes)
{
    return m_store.write(
        [episodes = std::move(episodes)](store::Session& session) -> Result<Done> {
            Rows rows(session);
            for (const auto& episode : episodes) {
                if (const auto kept = rows.remember(episode); !kept) {
                    return kept;
                }
            }
            return Done{};
        },
        store::Priority::Low);
}

Future<Recollection> BuiltinMemory::recall(const Query& query)
{
    return m_store.read([query](store::Session& session) -> Result<Recollection> {
        Rows rows(session);
        auto facts = rows.factsOf(query.user, true);
        auto talks = facts ? rows.talksOf(query.user, mostCompared) : fail(facts.error());
        if (!talks) {
            return fail(talks.error());
        }
        return recollect(std::move(*facts), std::move(*talks), query);
    });
}

Future<UserMemory> BuiltinMemory::list(domain::PersonId user)
{
    return m_store.read([user](store::Session& session) -> Result<UserMemory> {
        Rows rows(session);
        auto facts = rows.factsOf(user, false);
        auto talks = facts ? rows.talksOf(user, mostListed) : fail(facts.error());
        auto patterns = talks ? rows.patternsOf(user) : fail(talks.error());
        if (!patterns) {
            return fail(patterns.error());
        }
        return UserMemory{std::move(*facts), std::move(*talks), std::move(*patterns)};
    });
}

Future<Done> BuiltinMemory::correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                                    base::Instant at)
{
    return m_store.write([=](store::Session& session) { return Rows(session).correct(user, fact, value, by, at); });
}

Future<Done> BuiltinMemory::forget(domain::PersonId user, base::Instant at)
{
    return m_store.write([=](store::Session& session) { return Rows(session).forget(user, at); });
}

Future<int> BuiltinMemory::sweep(base::Instant before)
{
    return m_store.write([=](store::Session& session) { return Rows(session).sweep(before); }, store::Priority::Low);
}

Future<Done> BuiltinMemory::health()
{
    return m_store.read([](store::Session& session) {
        return session.run(QStringLiteral("SELECT count(*) FROM memory_fact WHERE person = 0")).map([](auto&&) {
            return Done{};
        });
    });
}

} // namespace delpek::memory
