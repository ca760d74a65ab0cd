// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/ids.h"

#include <QStringList>

#include <optional>

namespace delpek::domain
{

/// Who did what, when. Never a patient's words, names or numbers: `subject` names a row ("escalation:12").
struct AuditEntry {
    qint64 number = 0; ///< 1, 2, 3 … without gaps
    base::Instant at;
    QString actor;  ///< a member of staff's name, "system" or "patient"
    QString action; ///< dotted: "link.opened"
    QString subject;
    QString detail;
    QString hash; ///< lower-case hex SHA-256, see store::hashOf
};

/// How far the chain of entries was followed.
struct AuditState {
    bool isWhole = false;                          ///< followed to the end that was noted with the last entry
    qint64 entries = 0;                            ///< that are there and whole
    QString head;                                  ///< the last whole one's hash
    std::optional<qint64> brokenAt = std::nullopt; ///< the number at which an entry is missing or was changed
};

/// Which entries are looked for; what is not set takes all.
struct AuditFilter {
    QString actor = {};
    QStringList actions = {}; ///< "conversation.erased", or "conversation." for all that begin so
    std::optional<base::Instant> from = {};
    std::optional<base::Instant> to = {}; ///< exclusive
    ConversationId conversation = {};     ///< with its messages and escalations, and the person behind it
    friend bool operator==(const AuditFilter&, const AuditFilter&) = default;
};

} // namespace delpek::domain
