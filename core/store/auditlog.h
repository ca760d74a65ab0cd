// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/audit.h"
#include "store/session.h"

#include <vector>

namespace delpek::store
{

using domain::AuditEntry;
using domain::AuditState;

/// What an entry is sealed with: the SHA-256 of the hash before it (64 hex digits, for the first entry zeros), a line
/// feed, and the compact JSON array [number, milliseconds since 1970, actor, action, subject, detail] in UTF-8.
QString hashOf(const QString& previous, const AuditEntry& entry);

/// The entry as one line of JSON, as `delpekd audit export` and the window write it: `at` in milliseconds since 1970.
QString lineOf(const AuditEntry& entry);

/// Table `audit`: only ever added to, each entry sealed with the one before. The database refuses changes by triggers;
/// whoever removes those breaks the chain. That the end was cut off shows against the setting audit.head, and against a
/// head that was noted elsewhere.
class AuditLog
{
public:
    explicit AuditLog(Session& session)
        : m_session(session)
    {
    }

    /// Adds within the write under way. Other processes that append wait until it is committed.
    Result<Done> append(const QString& actor, const QString& action, const QString& subject, const QString& detail,
                        base::Instant at);
    /// Ascending, numbers above `number`.
    Result<std::vector<AuditEntry>> after(qint64 number, int limit);
    /// Follows the chain by at most `limit` entries from where `state` stands, until it is whole or broken.
    Result<AuditState> follow(const AuditState& state, int limit);
    /// Follows the whole chain.
    Result<AuditState> verify();

private:
    Result<std::pair<qint64, QString>> head();

    Session& m_session;
};

} // namespace delpek::store
