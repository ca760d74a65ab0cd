// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/latersend.h"
#include "store/session.h"

#include <map>
#include <optional>
#include <vector>

namespace delpek::store
{

/// Table `later_send`. What changes is told with Topic::LaterSend and the conversation.
class LaterSends
{
public:
    explicit LaterSends(Session& session)
        : m_session(session)
    {
    }

    /// The id of `planned` does not matter.
    Result<domain::LaterSendId> add(const domain::LaterSend& planned);
    /// By time, also those that were not sent.
    Result<std::vector<domain::LaterSend>> of(domain::ConversationId id);
    /// Kept from other writers until the commit. NotFound when it is gone, because it was sent or cancelled.
    Result<domain::LaterSend> take(domain::LaterSendId id);
    Result<Done> remove(const domain::LaterSend& planned);
    /// It stays, with the reason, and is not due any more.
    Result<Done> holdBack(const domain::LaterSend& planned, const QString& fault);

    /// When the next is due.
    Result<std::optional<base::Instant>> next();
    /// When the next goes out, of each conversation that has any.
    Result<std::map<domain::ConversationId, base::Instant>> nextOfEach();
    /// The first that is due behind `skip` others, kept from other writers until the commit.
    Result<std::optional<domain::LaterSend>> firstDue(base::Instant now, int skip = 0);
    /// All that was not held back, by time.
    Result<std::vector<domain::LaterSend>> waiting();
    /// What a member of staff planned and what was not held back, by time.
    Result<std::vector<domain::LaterSend>> plannedBy(const QString& author);

    /// A number that is another one as soon as the patient wrote, edited or deleted something.
    Result<qint64> heard(domain::ConversationId id);

private:
    Result<std::vector<domain::LaterSend>> where(const QString& condition, const QVariantList& values);

    Session& m_session;
};

} // namespace delpek::store
