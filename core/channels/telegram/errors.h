// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace delpek::http
{
struct Response;
}

namespace delpek::channels::telegram
{

/// The error of an answer that is not 2xx. Decides on the code and, for 400 and 409, on the description's beginning.
/// The detail holds the code and our own words, never the description (it may repeat a name) and never the token.
/// Source: Telegram Bot API, "Making requests"; tdlib/telegram-bot-api.
Error classify(const http::Response& response);

/// What an error of getUpdates (of classify or of the transport) says about receiving, with a key for the desk:
/// channel.telegramWebhook, channel.telegramOtherReceiver, channel.telegramKey, channel.telegramUnreachable.
Error receivingFault(const Error& error);

/// "can't parse entities": the words could go without their style.
bool isStyleRefused(const http::Response& response);
/// A picture whose form or size Telegram does not show; it may still go as a document.
bool isPictureRefused(const http::Response& response);
/// An edit to what the message says already.
bool isNotModified(const http::Response& response);

} // namespace delpek::channels::telegram
