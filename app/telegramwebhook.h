// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/telegram/line.h"
#include "config/config.h"

namespace delpek::app
{

/// At each start: with telegram.mode "webhook" tells Telegram where to deliver (the same again changes nothing), with
/// "polling" removes a webhook that leads to our own address. Without listen.public-url nothing happens: an
/// administrator set the webhook by hand. What fails is logged. The line's client must outlive the answers.
void arrangeWebhook(const config::Config& config, const channels::telegram::Line& line, const QByteArray& secret);

} // namespace delpek::app
