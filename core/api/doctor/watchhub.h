// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "http/eventstream.h"
#include "store/escalationlinks.h"
#include "store/store.h"

namespace delpek::api::doctor
{

/// The open event streams of doctors' pages. A stream only says that something of its conversation changed ("changed");
/// the page asks for what it shows, and each question is checked by itself. Any thread. The server that owns the
/// streams must end before the hub, store and clock after it.
class WatchHub
{
public:
    WatchHub(store::Store& store, base::Clock& clock);
    ~WatchHub();
    WatchHub(const WatchHub&) = delete;
    WatchHub& operator=(const WatchHub&) = delete;

    /// A stream that ends by itself when the link does. One more than four of a link ends its oldest; RateLimited when
    /// there are too many in all.
    Result<std::shared_ptr<http::EventStream>> open(const store::EscalationLink& link,
                                                    domain::ConversationId conversation);
    /// The link was revoked.
    void end(store::LinkId link);
    int streams() const;

private:
    class Private;
    std::shared_ptr<Private> d;
    base::Clock& m_clock;
    domain::Subscription m_subscription;
};

} // namespace delpek::api::doctor
