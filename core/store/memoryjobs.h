// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

enum class MemoryJobKind { Turn, Escalation, Forget };

/// Something that the memory is to be told, or to forget.
struct MemoryJob {
    qint64 id = 0;
    MemoryJobKind kind = MemoryJobKind::Turn;
    qint64 subject = 0; ///< the decision, the escalation; 0 to forget
    int part = 0;       ///< of an escalation
    domain::PersonId person;
    domain::ConversationId conversation; ///< invalid to forget
    qint64 talk = 0;                     ///< the decision that began the talk
    base::Instant at;
    int attempts = 0;
};

/// Table `memory_job`: what the memory is to be told, written with what it tells of and done afterwards, so that
/// nothing is lost while the memory is away. Each once.
class MemoryJobs
{
public:
    explicit MemoryJobs(Session& session)
        : m_session(session)
    {
    }

    /// For the newest decision of the conversation, in the transaction that wrote it. Less than `gap` after the job
    /// before it belongs to the same talk.
    Result<Done> addTurn(domain::ConversationId conversation, base::Instant now, base::Duration gap);
    /// When an escalation's exchange was filed. The same again changes nothing.
    Result<Done> addEscalation(domain::EscalationId escalation, int part, domain::ConversationId conversation,
                               base::Instant now);
    /// What waits to be told of the person is dropped. Gives the job.
    Result<MemoryJob> addForget(domain::PersonId person, base::Instant now);

    /// In the order in which it happened.
    Result<std::vector<MemoryJob>> due(base::Instant now, int limit);
    Result<std::optional<base::Instant>> nextDue();
    /// Done, or not to be done by anybody.
    Result<Done> markDone(const std::vector<qint64>& ids);
    /// Everything that waits is tried again then: what happened earlier is told first. `error` holds nobody's words.
    Result<Done> retryAt(base::Instant at, const QString& error);
    /// How many wait.
    Result<int> waiting();
    /// Takes away what was done before `before`.
    Result<int> sweep(base::Instant before);

private:
    Result<Done> add(const MemoryJob& job);
    Result<MemoryJob> begin(MemoryJobKind kind, domain::ConversationId conversation, base::Instant now);

    Session& m_session;
};

} // namespace delpek::store

template <>
inline constexpr auto delpek::base::enumWords<delpek::store::MemoryJobKind> =
    std::to_array<std::pair<delpek::store::MemoryJobKind, const char*>>(
        {{delpek::store::MemoryJobKind::Turn, "turn"},
         {delpek::store::MemoryJobKind::Escalation, "escalation"},
         {delpek::store::MemoryJobKind::Forget, "forget"}});
