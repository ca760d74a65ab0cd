// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace delpek::http
{
struct Response;
}

namespace delpek::channels::waha
{

/// The error of an answer that is not 2xx. Bodies of failures differ by engine and version: only the status word of a
/// session is taken from them, and only with 422. 500 comes from the engine and may follow the effect: Timeout.
/// Source: WAHA, "Sessions"; NestJS, "Exception filters".
Error classify(const http::Response& response);

} // namespace delpek::channels::waha
