// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/waha/requests.h"

namespace delpek::channels::waha
{

/// The way to one WAHA. A value that continuations may carry; `client` must outlive what was begun.
struct Line {
    Endpoint endpoint;
    QString key; ///< empty: no call goes out, Unauthorised
    http::Client* client = nullptr;
    base::Duration timeout = std::chrono::seconds(30);

    /// Answers other than 2xx are errors, classified as Channel::send says.
    Future<http::Response> post(const Call& call) const;
    /// Any answer is a value. `most`: bytes; InvalidInput when it is longer.
    Future<http::Response> get(const QString& path, qint64 most = 1024 * 1024) const;
};

} // namespace delpek::channels::waha
