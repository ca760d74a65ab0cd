// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace delpek::ui
{

/// Calls `handle(Result<T>)` on the UI thread when the desk has answered; at once when it has already. Not called when
/// `context` is gone by then.
template <typename T, typename Handle>
void whenDone(const Future<T>& future, QObject* context, Handle handle)
{
    future.then(context, std::move(handle));
}

} // namespace delpek::ui
