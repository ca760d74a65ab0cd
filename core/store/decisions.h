// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "domain/escalation.h"
#include "store/session.h"

namespace delpek::store
{

/// Table `decision`: what every turn leaves.
class Decisions
{
public:
    explicit Decisions(Session& session)
        : m_session(session)
    {
    }

    Result<domain::DecisionId> add(const domain::Decision& decision);
    /// Newest first, ids below `before` (an invalid id: from the end).
    Result<std::vector<domain::Decision>> before(domain::ConversationId conversation, domain::DecisionId before,
                                                 int limit);

private:
    Session& m_session;
};

/// Table `escalation`.
class Escalations
{
public:
    explicit Escalations(Session& session)
        : m_session(session)
    {
    }

    /// Opens one, or raises the open one of the conversation: the urgency goes up, never down, and rules are joined.
    /// When it goes up the reason follows and an acknowledgement no longer counts. The conversation's urgency follows.
    Result<domain::EscalationId> open(const domain::Escalation& escalation);
    /// The first one counts.
    Result<Done> acknowledge(domain::EscalationId id, const QString& by, base::Instant at);
    /// Closes every open one of the conversation; its urgency becomes Routine.
    Result<Done> closeAll(domain::ConversationId conversation, const QString& by, base::Instant at);
    Result<std::vector<domain::Escalation>> ofConversation(domain::ConversationId conversation);
    /// Most urgent first, then oldest.
    Result<std::vector<domain::Escalation>> openOnes(int limit);

private:
    Session& m_session;
};

/// Table `setting`: small values by key (a poller's offset, the last correlation of a job …). Never a secret.
class Settings
{
public:
    explicit Settings(Session& session)
        : m_session(session)
    {
    }
    Result<QString> value(const QString& key);
    Result<Done> setValue(const QString& key, const QString& value);

private:
    Session& m_session;
};

} // namespace delpek::store
