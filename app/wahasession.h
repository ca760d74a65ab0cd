// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/waha/setup.h"
#include "config/config.h"

namespace delpek::app
{

/// How WAHA is to deliver, from waha.callback-url or listen.public-url; without an address when neither is set.
channels::waha::WebhookWish wahaWebhook(const config::Config& config, const QString& hmacKey);

/// Makes, configures and starts the session at the start of the program; what fails is logged, and the watch tells the
/// desk. The line's client must outlive the answers.
void readySession(const channels::waha::Line& line, const channels::waha::WebhookWish& wish);

} // namespace delpek::app
