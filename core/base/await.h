// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace delpek::base
{

/// How work is told to stop. The owner keeps the std::stop_source.
using Cancel = std::stop_token;

/// Waits on a worker thread until `future` has its result or `cancel` is requested. Never call it on the UI, listener,
/// writer, network or clock thread. A future that ends without a result gives Cancelled.
template <typename T>
Result<T> await(QFuture<Result<T>> future, const Cancel& cancel = {})
{
    struct State {
        std::mutex mutex;
        std::condition_variable_any changed;
        bool done = false;
    };
    const auto state = std::make_shared<State>();
    const auto finish = [state] {
        const std::lock_guard lock(state->mutex);
        state->done = true;
        state->changed.notify_all();
    };
    future.then(QtFuture::Launch::Sync, [finish](const QFuture<Result<T>>&) { finish(); }).onCanceled([finish] {
        finish();
    });
    std::unique_lock lock(state->mutex);
    if (!state->changed.wait(lock, cancel, [&] { return state->done; })) {
        return fail(ErrorCode::Cancelled, QStringLiteral("the wait was cancelled"));
    }
    lock.unlock();
    if (!future.isValid() || future.isCanceled() || future.resultCount() == 0) {
        return fail(ErrorCode::Cancelled, QStringLiteral("the work ended without a result"));
    }
    return future.result();
}

} // namespace delpek::base
