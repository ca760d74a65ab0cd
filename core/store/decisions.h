// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
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
    Result<domain::Decision> find(domain::DecisionId id);
    /// Newest first, ids below `before` (an invalid id: from the end).
    Result<std::vector<domain::Decision>> before(domain::ConversationId conversation, domain::DecisionId before,
                                                 int limit);

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
    /// For what no window shows: nobody is told.
    Result<Done> setQuietly(const QString& key, const QString& value);

private:
    Session& m_session;
};

} // namespace delpek::store
