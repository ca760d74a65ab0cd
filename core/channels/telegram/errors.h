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

} // namespace delpek::channels::telegram
