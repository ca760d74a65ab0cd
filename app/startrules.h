// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"

#include <functional>

namespace delpek::app
{

/// The value of a secret, empty when there is none.
using SecretReader = std::function<QString(const QString& name)>;

/// Whether Delpek would start with this connection (desk::Connection::name) as `config` has it, so that nobody shuts
/// himself out of the window in which he could mend it. Good for one that is off. InvalidInput with a key and a detail
/// as desk::Setup tells them.
Result<Done> wouldStart(const QString& connection, const config::Config& config, const SecretReader& secret);

using ConfigReader = std::function<Result<config::Config>()>;

/// Reads as `read` does; what keeps it from reading has the key with which desk::Setup tells it (setup.config).
ConfigReader namingFaults(ConfigReader read);

/// The form in which the provider gives a secret: InvalidInput as desk::Setup::keepSecret tells it.
Result<Done> checkSecret(const QString& name, const QString& value);

} // namespace delpek::app
