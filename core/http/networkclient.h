// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <memory>

namespace delpek::http
{

/// The client over Qt Network: one QNetworkAccessManager on a thread of its own. No cookies, no cache, no redirects.
/// The destructor ends what is under way with Cancelled and joins the thread.
class NetworkClient final : public Client
{
public:
    NetworkClient();
    ~NetworkClient() override;

    Future<Response> send(const Request& request) override;
    /// Gives up what is under way: it ends with Timeout (the effect is unknown). Any thread; does not wait.
    void giveUp();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace delpek::http
