// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/audit.h"
#include "store/session.h"

#include <vector>

namespace delpek::store
{

/// Some of the audit log, the newest first.
struct AuditFinds {
    std::vector<domain::AuditEntry> entries;
    qint64 next = 0; ///< where to look on: below this number; 0: there is no more
};

/// Finds entries of the table `audit`. It needs no index of its own: a look goes over so many numbers at most, and
/// days are found by halving, as the entries stand in order of time.
class AuditSearch
{
public:
    explicit AuditSearch(Session& session)
        : m_session(session)
    {
    }

    /// Numbers a look goes over at most.
    static constexpr qint64 farthest = 50'000;

    /// Entries below `before` (0: from the newest on) that the filter takes, `limit` of them or fewer: also none, while
    /// there is more to look at.
    Result<AuditFinds> page(const domain::AuditFilter& filter, qint64 before, int limit, qint64 reach = farthest);
    /// Who stands in the newest entries, each once.
    Result<QStringList> actors(int entries);

private:
    Result<qint64> end();
    Result<qint64> numberAt(base::Instant at, qint64 end);

    Session& m_session;
};

} // namespace delpek::store
