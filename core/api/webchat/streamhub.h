// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "http/eventstream.h"
#include "store/store.h"

namespace delpek::api::webchat
{

struct StreamLimits {
    int inAll = 512;
    int perCaller = 64; ///< streams from one address
    int perVisitor = 4; ///< one more ends the visitor's oldest
};

/// All open event streams of the chat. A change in the store wakes the streams of that conversation; each reads on by
/// itself, one read and one write at a time, so that what is queued stays bounded. Any thread. The server that owns the
/// streams must end before the hub, the store after it.
class StreamHub
{
public:
    /// `wrote` is told the references of messages of ours that a stream has written, on the listener thread.
    StreamHub(store::Store& store, QString account, StreamLimits limits,
              std::function<void(const QStringList& references)> wrote);
    ~StreamHub();

    /// A stream for this visitor, from the message after `after` on; without it, from the newest messages on.
    /// RateLimited when there are too many.
    Result<std::shared_ptr<http::EventStream>> open(const QString& user, const QString& caller,
                                                    std::optional<domain::MessageId> after);
    int streams() const;

private:
    class Private;
    std::shared_ptr<Private> d;
    domain::Subscription m_subscription;
};

} // namespace delpek::api::webchat
