// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QObject>

namespace delpek::ui
{

/// Calls `handle(Result<T>)` on the thread of `context` when the desk has answered; a cancelled answer arrives as an
/// error. Not called when `context` is gone by then. May call at once when the answer is there already.
template <typename T, typename Handle>
void whenDone(QFuture<Result<T>> future, QObject* context, Handle handle)
{
    auto cancelled = [handle]() mutable {
        handle(Result<T>(fail(ErrorCode::Cancelled, QStringLiteral("the desk gave no answer"))));
    };
    future
        .then(context,
              [handle, cancelled](const QFuture<Result<T>>& done) mutable {
                  if (done.resultCount() > 0) {
                      handle(done.result());
                  } else {
                      cancelled();
                  }
              })
        .onCanceled(context, cancelled);
}

} // namespace delpek::ui
