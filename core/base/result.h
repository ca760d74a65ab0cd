// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/future.h"

#include <tl/expected.hpp>

namespace delpek::base
{

template <typename T>
using Result = tl::expected<T, Error>;

/// The value type of operations that only succeed or fail.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

inline tl::unexpected<Error> fail(ErrorCode code, const QString& detail, const QString& key = {})
{
    return tl::unexpected(Error{code, key, detail});
}

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

template <typename T>
Future<T> ready(Result<T> result)
{
    Promise<T> promise;
    promise.finish(std::move(result));
    return promise.future();
}

} // namespace delpek::base

namespace delpek
{
using base::Done;
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Future;
using base::Promise;
using base::Result;
} // namespace delpek
