// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "simulation/doubles/recorded.h"

#include <QUrl>

namespace delpek::simulation
{

http::ServerResponse jsonAnswer(int status, const QByteArray& body);

/// Where a double is reached: its listener's address, or "http://<name>.invalid" without one.
QUrl addressOf(const std::unique_ptr<http::Server>& server, const char* name);

/// Has `server` answer on a free loopback port. Silence is broken by the caller's patience, not by the listener's.
Result<Done> serve(std::unique_ptr<http::Server>& server, std::vector<http::Server::Route> routes,
                   http::ServerOptions options = {});

/// Gives `usual`, or what `fault` makes of it; late when the fault delays. Silence keeps `respond` in `unanswered`.
void answerWith(const Fault& fault, const http::ServerResponse& usual, const http::Respond& respond, base::Clock& clock,
                std::vector<http::Respond>& unanswered);

} // namespace delpek::simulation
