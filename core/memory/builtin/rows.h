// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memory/memory.h"
#include "store/session.h"

namespace delpek::memory
{

/// The tables of the built-in memory: `memory_episode` (what was told, once each), `memory_talk`, `memory_fact` and
/// `memory_forgotten`. Within a read or a write of the store.
class Rows
{
public:
    explicit Rows(store::Session& session)
        : m_session(session)
    {
    }

    Result<Done> remember(const Episode& episode);
    Result<std::vector<Fact>> factsOf(domain::PersonId user, bool onlyOpen);
    /// Newest first.
    Result<std::vector<PastTalk>> talksOf(domain::PersonId user, int limit);
    Result<std::map<QString, int>> patternsOf(domain::PersonId user);
    Result<Done> correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                         base::Instant at);
    Result<Done> forget(domain::PersonId user, base::Instant at);
    Result<int> sweep(base::Instant before);

private:
    Result<bool> isForgotten(const Episode& episode);
    Result<Done> keepTalk(const Episode& episode);
    Result<Done> keepFinding(const Episode& episode, const Finding& finding);
    Result<Done> addFact(domain::PersonId user, const Fact& fact);
    Result<Done> closeFact(const QString& id, base::Instant at);

    store::Session& m_session;
};

} // namespace delpek::memory
