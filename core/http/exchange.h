// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QNetworkReply>

class QNetworkAccessManager;

namespace delpek::http
{

/// "GET https://host/path", as error details name a request: without query and without a token in the path.
QString placeOf(const Request& request);

/// Nothing, or why this request can not be sent at all.
std::optional<Error> objectionTo(const Request& request);

/// One request under way. It lives in the closures of its reply and gives exactly one result: Cancelled if they go
/// away before the answer came.
class Exchange : public std::enable_shared_from_this<Exchange>
{
public:
    Exchange(Request request, Promise<Response> promise);
    ~Exchange();

    /// On the network thread.
    void begin(QNetworkAccessManager& manager);
    void finish(Result<Response> result);

private:
    void take(QNetworkReply& reply);
    void stop(QNetworkReply& reply, Error error);
    Result<Response> resultOf(QNetworkReply& reply) const;

    Request m_request;
    Promise<Response> m_promise;
    QByteArray m_body;
    QString m_tlsTrouble;
    bool m_isDone = false;
};

} // namespace delpek::http
