// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"
#include "http/server.h"
#include "node/node.h"

namespace delpek::app
{

/// How the engine works, by the settings; the seeds are new each time.
node::NodeOptions nodeOptions(const config::Config& config);

/// How the settings have the listener bound itself. `clock` outlives it.
http::ServerOptions serverOptions(const config::Config& config, base::Clock& clock);

/// The name under which this desk's person acts.
QString deskPerson(const config::Config& config);

} // namespace delpek::app
