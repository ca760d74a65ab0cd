// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/waha/requests.h"

#include <functional>
#include <memory>
#include <optional>

namespace delpek::channels
{

/// Asks WAHA for the session's status at the start and every half minute: a WAHA that is down sends no event that says
/// so, and events that came while the program was off are lost.
class WahaWatch
{
public:
    struct Setup {
        waha::Endpoint endpoint;
        std::function<QString()> key;
        /// What stands in the way now, with a text key and the remedy in the detail; nothing when the session works.
        /// Called after each question, on any thread; it must not block.
        std::function<void(const std::optional<Error>&)> report;
    };

    /// Asks at once. `client` and `clock` must outlive the watch.
    WahaWatch(Setup setup, http::Client& client, base::Clock& clock);
    /// After it `report` is not called any more. Does not wait for a question under way.
    ~WahaWatch();
    WahaWatch(const WahaWatch&) = delete;
    WahaWatch& operator=(const WahaWatch&) = delete;

private:
    class Private;
    std::shared_ptr<Private> d;
};

namespace waha
{

/// What an answer to the question for a session says about it.
std::optional<Error> faultIn(const Result<http::Response>& answer);

} // namespace waha

} // namespace delpek::channels
