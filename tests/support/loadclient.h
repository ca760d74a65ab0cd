// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>

#include <functional>

namespace delpek::test
{

/// What to send to a listener on this machine.
struct LoadPlan {
    quint16 port = 0;
    int connections = 16; ///< kept alive; one request at a time on each
    qint64 requests = 0;  ///< in all
    double perSecond = 0; ///< the fixed rate of arrival; 0: as fast as the answers come
    /// The bytes of the i-th request, from 0, with a Content-Length where there is a body.
    std::function<QByteArray(qint64)> request;
    base::Duration limit = std::chrono::seconds(60); ///< for everything
};

struct LoadResult {
    qint64 succeeded = 0; ///< status 2xx
    qint64 refused = 0;   ///< any other status
    qint64 lost = 0;      ///< the connection ended before the answer
    std::chrono::microseconds wall{};
    double perSecond = 0; ///< answers of any status
    // From the moment at which the request was due, not sent: a listener that stalls cannot hide it.
    std::chrono::microseconds p50{};
    std::chrono::microseconds p90{};
    std::chrono::microseconds p99{};
    std::chrono::microseconds p999{};
    std::chrono::microseconds longest{};
};

/// Runs the plan on the calling thread and returns when all is answered. Errors: Unavailable when nobody listens,
/// Timeout when the limit is over.
Result<LoadResult> runLoad(const LoadPlan& plan);

/// "20,000 requests, 0 refused, 0 lost, 41,000/s, p50 0.3 ms, …" for a bench's report.
QString toText(const LoadResult& result);

} // namespace delpek::test
