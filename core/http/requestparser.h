// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <memory>
#include <optional>

namespace delpek::http
{

/// What stands before a request's body.
struct RequestHead {
    QByteArray method;
    QByteArray target; ///< as received
    Headers headers;
    std::optional<quint64> contentLength;
    bool isChunked = false;
    bool keepAlive = false;
    bool expectsContinue = false;
};

/// Turns the bytes of one connection into requests, one after the other, within limits. Not for several threads.
class RequestParser
{
public:
    struct Limits {
        qint64 header = 0; ///< bytes, request line included
        int fields = 0;
        qint64 body = 0; ///< bytes, after removal of chunking
    };
    enum class State { Head, Body, Complete, Refused };

    explicit RequestParser(const Limits& limits);
    ~RequestParser();

    /// Takes what it understands and says how many bytes that was; what it leaves must be offered again with more
    /// behind it. Stops at the end of the head and at the end of the request.
    std::size_t feed(const char* data, std::size_t size);
    /// Ready for the next request.
    void reset();

    State state() const;
    /// Valid from Body on.
    const RequestHead& head() const;
    RequestHead takeHead();
    QByteArray takeBody();
    /// The status and the reason, when Refused.
    int refusedStatus() const;
    const QString& refusedReason() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace delpek::http
