// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/telegram/requests.h"

namespace delpek::channels::telegram
{

/// Where the Bot API is and who we are to it: copied into what waits for an answer, so that it needs nobody else.
/// `client` must outlive the answers.
struct Line {
    QUrl apiBase;
    QString token;
    http::Client* client = nullptr;
    base::Duration timeout = std::chrono::seconds(30);

    /// Unauthorised without a call when there is no token.
    Future<http::Response> post(const Call& call) const;
};

/// The JSON body of a good answer. Errors: telegram::classify, or what the transport met: effect unknown unless nothing
/// reached Telegram.
Result<base::Json> resultOf(const Result<http::Response>& answer);

} // namespace delpek::channels::telegram
