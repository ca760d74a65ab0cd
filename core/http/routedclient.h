// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "http/server.h"

#include <memory>

namespace delpek::http
{

/// A client without sockets: each request goes to the route of its path in this process, as a server would hand it
/// over. For simulations, where a wire would be slow and would know no virtual clock; hosts do not count. Handlers run
/// and answers come on one thread of its own, in order, so nothing that runs there may wait for another answer.
/// The stream of an answer that goes on is left alone.
class RoutedClient final : public Client
{
public:
    /// `clock` ends what is not answered in time; it outlives the client, as what the handlers stand on does.
    RoutedClient(std::vector<Server::Route> routes, base::Clock& clock);
    /// As giveUp(), then waits for the thread.
    ~RoutedClient() override;

    Future<Response> send(const Request& request) override;
    /// Gives up what is under way: it ends with Timeout (the effect is unknown).
    void giveUp();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace delpek::http
