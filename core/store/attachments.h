// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/attachment.h"
#include "domain/ids.h"
#include "domain/message.h"
#include "store/session.h"

namespace delpek::store
{

/// A file that is still to be fetched, or a voice note that is still to be written down.
struct AttachmentJob {
    domain::MessageId message;
    domain::ConversationId conversation;
    domain::MessageKind kind = domain::MessageKind::Document;
    domain::AuthorKind author = domain::AuthorKind::Patient;
    domain::DeliveryState delivery = domain::DeliveryState::None;
    domain::Attachment attachment;
    int attempts = 0;    ///< that were begun
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
    /// Files to fetch and voice notes to write down whose time has come, in the order in which it came; first those
    /// whose words a turn waits for.
    Result<std::vector<AttachmentJob>> due(base::Instant now, int limit);
    Result<std::optional<base::Instant>> nextDue();
    /// Takes a due job for this process until `until`, attempts + 1; after that moment it is due again, if nothing came
    /// of it. False when another process was first: `seen` are the attempts that due() told.
    Result<bool> claim(domain::MessageId message, int seen, base::Instant until);
    /// Whether the claim that saw `seen` is still the last one, so that what came of it counts.
    Result<bool> isClaimed(domain::MessageId message, int seen);
    /// What became of it. NotFound when the message has none.
    Result<Done> update(domain::MessageId message, const domain::Attachment& attachment);
    /// Once more, at that time.
    Result<Done> retryAt(domain::MessageId message, base::Instant at);

private:
    Session& m_session;
};

} // namespace delpek::store
