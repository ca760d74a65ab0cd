// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/client.h"

namespace delpek::channels::telegram
{

inline constexpr int pollSeconds = 50; ///< the longest the server holds a getUpdates

/// The file of a call.
struct Enclosed {
    QByteArray field;
    QString name;
    QByteArray type;
    QByteArray bytes;
};

/// One call of the Bot API.
struct Call {
    QString method;
    base::Json body;
    std::optional<Enclosed> file = std::nullopt;
};

base::Json answerCallbackBody(const QString& callbackId);

/// The kinds of updates that Delpek reads, for getUpdates and setWebhook.
base::Json allowedUpdates();

/// `offset`: the first update wanted; everything before it is confirmed and forgotten by the server. Absent: all kept.
base::Json updatesBody(std::optional<qint64> offset, int seconds);

/// POST of a method, as JSON, or as a form when the call has a file. The token stands in the path only; http::Client
/// keeps it out of errors. A file gets more time: a second for each 64 KiB.
http::Request request(const QUrl& apiBase, const QString& token, const Call& call, base::Duration timeout);

/// GET of a file by the path that getFile gave.
http::Request fileRequest(const QUrl& apiBase, const QString& token, const QString& path, base::Duration timeout);

} // namespace delpek::channels::telegram
