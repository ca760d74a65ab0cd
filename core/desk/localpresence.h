// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/presence.h"
#include "store/presence.h"
#include "store/store.h"

#include <atomic>
#include <map>
#include <mutex>

namespace delpek::desk
{

/// Kept in the store that the desks share. Clocks of other machines are not asked: a desk is there while what it said
/// changes. References outlive it.
class LocalPresence final : public Presence
{
public:
    /// `isShared`: other desks may be on this store; else nothing is written.
    LocalPresence(store::Store& store, base::Clock& clock, QString staff, bool isShared);

    void be(domain::ConversationId id, bool isWriting) override;
    void leave() override;
    Future<std::vector<Companion>> others() override;

private:
    struct Seen {
        qint64 beat = 0;
        base::Instant at; ///< when this beat was first seen, by our clock
    };
    /// Outlives what is under way.
    struct Known {
        std::mutex mutex;
        std::map<QString, Seen> desks;
    };

    store::Store& m_store;
    base::Clock& m_clock;
    const QString m_staff;
    const QString m_desk; ///< of all desks this one
    const bool m_isShared;
    std::atomic<bool> m_isTold = false; ///< something stands there of this desk
    std::shared_ptr<Known> m_known = std::make_shared<Known>();
};

} // namespace delpek::desk
