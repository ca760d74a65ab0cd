// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/client.h"

namespace delpek::channels
{
struct Outgoing;
}

namespace delpek::channels::telegram
{

inline constexpr int maxText = 4096; ///< UTF-16 units
inline constexpr int maxButtons = 100;
inline constexpr int maxButtonLabel = 64; ///< ours: Telegram names no limit, longer ones are cut on phones
inline constexpr int pollSeconds = 50;    ///< the longest the server holds a getUpdates

/// The body of sendMessage: plain text (no parse mode, so no text of an agent or a person can break it), one button a
/// row. InvalidInput when the text is empty or too long or there is nobody to send to.
Result<base::Json> messageBody(const Outgoing& outgoing);

base::Json answerCallbackBody(const QString& callbackId);

/// `offset`: the first update wanted; everything before it is confirmed and forgotten by the server. Absent: all kept.
base::Json updatesBody(std::optional<qint64> offset, int seconds);

/// POST of a method. The token stands in the path only; http::Client keeps it out of errors.
http::Request call(const QUrl& apiBase, const QString& token, const QString& method, const base::Json& body,
                   base::Duration timeout);

} // namespace delpek::channels::telegram
