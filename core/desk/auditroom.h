// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/audit.h"
#include "domain/conversation.h"

#include <vector>

namespace delpek::desk
{

struct AuditRequest {
    domain::AuditFilter filter = {};
    qint64 before = 0; ///< `next` of the page before; 0: from the newest on
    int limit = 100;
};

/// An entry, and what its subject is called now.
struct AuditRow {
    domain::AuditEntry entry;
    std::optional<domain::Conversation> conversation = {}; ///< that it is about, where it still is there
    QString staff = {};                                    ///< the name of the member of staff that it is about
};

/// The newest first.
struct AuditPage {
    std::vector<AuditRow> rows;
    qint64 next = 0; ///< 0: there is no more. A page may be short, or empty, and more be left to look at
};

/// The audit log, to be read: who saw and did what. As Desk: any thread, answers later, blocks nowhere. Needs the right
/// to read it, and reading it stands in it.
class AuditRoom
{
public:
    virtual ~AuditRoom() = default;

    virtual Future<AuditPage> page(const AuditRequest& request) = 0;
    /// Whom the log names: the staff, those who left too, "system" and "patient" where they stand in it.
    virtual Future<QStringList> actors() = 0;
    /// Follows the chain by some thousand entries from where `from` stands; go on until it is whole or broken.
    virtual Future<domain::AuditState> follow(const domain::AuditState& from) = 0;
    /// Writes all of it to a file, as JSON lines, the oldest first; gives how many. Unavailable (audit.file) when the
    /// file cannot be written.
    virtual Future<qint64> exportTo(const QString& path) = 0;
};

} // namespace delpek::desk
