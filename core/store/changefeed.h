// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change.h"

#include <mutex>

namespace delpek::store
{

/// Tells subscribers what was committed. Calls to one subscriber never overlap. All functions may be called from any
/// thread, also from within a callback.
class ChangeFeed
{
public:
    domain::Subscription subscribe(domain::ChangeCallback callback);
    void publish(const std::vector<domain::Change>& changes);

private:
    struct Subscriber {
        std::recursive_mutex mutex; ///< recursive: a callback may end its own subscription
        domain::ChangeCallback callback;
        bool active = true;
    };

    std::mutex m_mutex;
    std::vector<std::weak_ptr<Subscriber>> m_subscribers;
};

} // namespace delpek::store
