// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

namespace delpek::channels
{

/// The error of a call that changes something and ended without the provider's word. Only Unavailable (nothing reached
/// the other side) promises no effect; everything else becomes Timeout: effect unknown, never blindly repeated.
Error transportFailure(const Error& error);

/// The error of an HTTP status whose body is not the provider's own (a gateway's page, an empty answer). 429 and 503
/// are refusals without effect; any other 5xx may have come after the effect and is Timeout.
Error statusFailure(const http::Response& response, const QString& provider);

/// `Retry-After` in whole seconds, at most a day; empty when absent or a date.
std::optional<base::Duration> retryAfter(const http::Response& response);

/// The provider took the call, but its answer does not name what it made: effect unknown.
Error unreadableReceipt(const QString& provider);

} // namespace delpek::channels
