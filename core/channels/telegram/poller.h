// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "channels/telegram/pollstate.h"
#include "http/client.h"

#include <functional>
#include <memory>

namespace delpek::channels
{

/// Receives a bot's updates by long polling, for clinics without a public address. One thread of its own.
///
/// Each update goes to `store` and is confirmed to Telegram only after that succeeded: what is lost on our side comes
/// again (up to 24 hours), so `store` must collapse duplicates. Pressed buttons are answered after they are stored.
class TelegramPoller
{
public:
    struct Setup {
        QUrl apiBase;
        std::function<QString()> token;
        /// Stores one raw Update durably.
        std::function<Future<Done>(QByteArray rawUpdate)> store;
        std::function<std::optional<qint64>()> loadOffset;
        /// Losing it costs duplicates, not messages.
        std::function<void(qint64)> saveOffset;
        /// A problem that stands in the way now, with a text key where a person can do something about it (see
        /// telegram::receivingFault), or nothing when receiving works again. Called on changes only; a disturbance that
        /// passes within seconds is not told.
        std::function<void(std::optional<Error>)> report;
    };

    /// Starts at once. `client` and `clock` must outlive the poller; the callbacks run on its thread.
    TelegramPoller(Setup setup, http::Client& client, base::Clock& clock);
    /// Stops without waiting for a running long poll.
    ~TelegramPoller();
    TelegramPoller(const TelegramPoller&) = delete;
    TelegramPoller& operator=(const TelegramPoller&) = delete;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace delpek::channels
