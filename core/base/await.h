// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <stop_token>

namespace delpek::base
{

/// How work is told to stop. The owner keeps the std::stop_source.
using Cancel = std::stop_token;

/// Waits on a worker thread until `future` has its result or `cancel` is requested. Never call it on the UI, listener,
/// writer, network or clock thread.
template <typename T>
Result<T> await(const Future<T>& future, const Cancel& cancel = {})
{
    if (!future.wait(cancel)) {
        return fail(ErrorCode::Cancelled, QStringLiteral("the wait was cancelled"));
    }
    return future.result();
}

} // namespace delpek::base
