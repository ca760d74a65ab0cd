// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "store/session.h"

namespace delpek::store
{

/// A provider's delivery as it came, not parsed.
struct Delivery {
    domain::InboxId id;
    domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
    QString account;
    QByteArray body;
    base::Instant receivedAt;
    QString correlation;
};

/// SHA-256: by it a delivery is known again.
QByteArray digestOf(const QByteArray& body);

/// Table `inbox`: acknowledged means committed here.
class Inbox
{
public:
    explicit Inbox(Session& session)
        : m_session(session)
    {
    }

    /// Nothing when a delivery with the same channel, account and `digest` is there already. `digest` is that of the
    /// body; it is worked out by the caller, so that the one writer thread does not.
    Result<std::optional<domain::InboxId>> add(const Delivery& delivery, const QByteArray& digest);
    /// Not yet taken in, oldest first, ids above `after`.
    Result<std::vector<Delivery>> pending(domain::InboxId after, int limit);
    Result<Done> markDone(domain::InboxId id);
    /// Keeps the row for a person; `reason` is for admins and names the place in the payload.
    Result<Done> markFailed(domain::InboxId id, const QString& reason);
    /// Forgets rows that are done and older than `done` (their keys go with them; providers repeat for at most 7 days),
    /// and those that could not be read and are older than `failed`.
    Result<int> prune(base::Instant done, base::Instant failed);

private:
    Session& m_session;
};

} // namespace delpek::store
