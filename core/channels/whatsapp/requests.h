// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/client.h"

namespace delpek::channels
{
struct Outgoing;
}

namespace delpek::channels::whatsapp
{

/// Where a clinic's number lives. Meta's versions expire about two years after their release: it is a setting.
struct Endpoint {
    QUrl apiBase;    ///< "https://graph.facebook.com"
    QString version; ///< "v25.0"
    QString phoneNumberId;
};

inline constexpr int maxText = 4096;            ///< UTF-16 units of a text body
inline constexpr int maxInteractiveText = 1024; ///< of the body of a message with buttons or a list
inline constexpr int maxButtons = 3;
inline constexpr int maxButtonLabel = 20;
inline constexpr int maxRows = 10;
inline constexpr int maxRowLabel = 24;
inline constexpr int maxReference = 512;

/// The body of a message. Up to 3 short options are buttons, up to 10 a list, others numbered lines in the text.
/// InvalidInput when the text is empty or too long, the reference is too long, or there is nobody to send to.
/// Source: Meta, "Messages API", "Interactive messages".
Result<base::Json> messageBody(const Outgoing& outgoing);

/// Marks a received message as read; with `typing` the patient also sees "typing…" for up to 25 s or until the answer.
base::Json readBody(const QString& providerId, bool typing);

/// POST of `body` to the number's messages.
http::Request post(const Endpoint& endpoint, const QString& token, const base::Json& body, base::Duration timeout);

} // namespace delpek::channels::whatsapp
