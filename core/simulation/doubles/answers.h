// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "simulation/doubles/recorded.h"

namespace delpek::simulation
{

http::ServerResponse jsonAnswer(int status, const QByteArray& body);

/// Gives `usual`, or what `fault` makes of it; late when the fault delays. Silence keeps `respond` in `unanswered`.
void answerWith(const Fault& fault, const http::ServerResponse& usual, const http::Respond& respond, base::Clock& clock,
                std::vector<http::Respond>& unanswered);

} // namespace delpek::simulation
