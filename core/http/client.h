// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace delpek::http
{

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The first header of that name, compared without case; empty when absent.
QByteArray header(const Headers& headers, const QByteArray& name);

struct Request {
    QByteArray method = "GET";
    QUrl url;
    Headers headers;
    QByteArray body;
    base::Duration timeout = std::chrono::seconds(30);  ///< for the whole exchange; never without one
    qint64 maxResponse = 8 * 1024 * 1024;               ///< bytes; a longer answer is an error, not a growing buffer
};

struct Response {
    int status = 0;
    Headers headers;
    QByteArray body;
};

/// An HTTP client. `send` may be called from any thread. An answer of any status is a value; errors are Timeout (the
/// effect is unknown), Unavailable (nothing reached the other side) and InvalidInput (answer too long or not HTTP).
/// Unavailable has a text key: connection.nameUnknown, connection.refused, connection.untrusted (the certificate) or
/// connection.none. Redirects are not followed. Error details name host and path, never the query, headers or body: tokens live there.
/// A token in the path (Telegram) is replaced in details by "***" where `Request::url` has a user-data path segment
/// beginning with "bot".
class Client
{
public:
    virtual ~Client() = default;
    virtual Future<Response> send(const Request& request) = 0;
};

} // namespace delpek::http
