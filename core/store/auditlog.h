// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/session.h"

#include <QString>

#include <optional>
#include <vector>

namespace delpek::store
{

/// Who did what, when. Never a patient's words, names or numbers: `subject` names a row ("escalation:12").
struct AuditEntry {
    qint64 number = 0; ///< 1, 2, 3 … without gaps
    base::Instant at;
    QString actor;  ///< a member of staff's name, or "system"
    QString action; ///< dotted lower case: "link.opened"
    QString subject;
    QString detail;
    QString hash; ///< lower-case hex SHA-256, see hashOf
};

/// What an entry is sealed with: the SHA-256 of the hash before it (64 hex digits, for the first entry zeros), a line
/// feed, and the compact JSON array [number, milliseconds since 1970, actor, action, subject, detail] in UTF-8.
QString hashOf(const QString& previous, const AuditEntry& entry);

/// How far the chain was followed.
struct AuditState {
    bool isWhole = false; ///< followed to the end that was noted with the last entry
    qint64 entries = 0;                            ///< that are there and whole
    QString head;                                  ///< the last whole one's hash
    std::optional<qint64> brokenAt = std::nullopt; ///< the number at which an entry is missing or was changed
};

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
