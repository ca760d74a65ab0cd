// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "http/server.h"

#include <optional>
#include <vector>

namespace delpek::api::webchat
{

/// Why something of the page was not taken: `key` chooses the sentence the page shows, `reason` is for those who read
/// the answer itself.
struct Objection {
    int status = 400;
    const char* key = "";
    QString reason;
    std::optional<base::Duration> retryAfter = std::nullopt;
};
http::ServerResponse refusal(const Objection& objection);

template <typename T>
using Taken = tl::expected<T, Objection>;

/// One message as the page posts it: {"id", "text", "language"} or {"id", "choice", "message", "language"}.
struct PagePost {
    QString clientId;
    QString language;
    QString text;
    QString choice;            ///< of a pressed button
    domain::MessageId message; ///< the one that carries the button
};
Taken<PagePost> readPost(const QByteArray& body, int maxText);

/// {"ids": […]}: what was seen on the screen; at most 100.
Taken<std::vector<domain::MessageId>> readSeen(const QByteArray& body);

/// 8 to 64 letters, digits and hyphens.
bool isClientId(const QString& id);
/// "he" or "en".
QString languageFrom(const QString& text);

} // namespace delpek::api::webchat
