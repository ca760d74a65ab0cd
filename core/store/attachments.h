// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/attachment.h"
#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

/// A file that is still to be fetched, or a voice note that is still to be written down.
struct AttachmentJob {
    domain::MessageId message;
    domain::ConversationId conversation;
    domain::Attachment attachment;
    int attempts = 0;
    base::Instant since; ///< when the message was stored
};

/// Table `attachment`: at most one file a message. Each change is news of its message.
class Attachments
{
public:
    explicit Attachments(Session& session)
        : m_session(session)
    {
    }

    /// Messages::add calls this. A Remote one is due at once.
    Result<Done> add(domain::MessageId message, const domain::Attachment& attachment, base::Instant now);
    /// NotFound when the message has none.
    Result<domain::Attachment> find(domain::MessageId message);
    /// Files to fetch and voice notes to write down whose time has come, in the order in which it came.
    Result<std::vector<AttachmentJob>> due(base::Instant now, int limit);
    Result<std::optional<base::Instant>> nextDue();
    /// What became of it. NotFound when the message has none.
    Result<Done> update(domain::MessageId message, const domain::Attachment& attachment);
    /// Once more, at that time; attempts + 1.
    Result<Done> retryAt(domain::MessageId message, base::Instant at);

private:
    Session& m_session;
};

} // namespace delpek::store
