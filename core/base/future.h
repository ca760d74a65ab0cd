// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QCoreApplication>
#include <QPointer>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

#include <tl/expected.hpp>

// A result that comes later, at every seam of the program. Not QFuture: in Qt 6.4 a continuation that is attached while
// another thread completes the future can be run twice (QFutureInterfaceBase::setContinuation runs it because the
// future is finished, then runContinuation runs it again), which crashes or repeats an effect.

namespace delpek::base
{

template <typename T>
class Future;

namespace detail
{

template <typename T>
struct FutureState {
    using Value = tl::expected<T, Error>;

    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Value> value;
    std::vector<std::function<void(const Value&)>> continuations;

    void complete(Value result)
    {
        std::vector<std::function<void(const Value&)>> due;
        {
            const std::lock_guard lock(mutex);
            if (value) {
                return;
            }
            value.emplace(std::move(result));
            due.swap(continuations);
        }
        changed.notify_all();
        for (const auto& continuation : due) {
            continuation(*value);
        }
    }

    void onCompletion(std::function<void(const Value&)> continuation)
    {
        {
            const std::lock_guard lock(mutex);
            if (!value) {
                continuations.push_back(std::move(continuation));
                return;
            }
        }
        continuation(*value);
    }
};

template <typename R>
struct Eventual;
template <typename U>
struct Eventual<tl::expected<U, Error>> {
    using Type = U;
    static constexpr bool isFuture = false;
};
template <typename U>
struct Eventual<Future<U>> {
    using Type = U;
    static constexpr bool isFuture = true;
};

} // namespace detail

/// The one who owes a result. Completes its future once; one that is destroyed before completes it with Cancelled.
/// Any thread.
template <typename T>
class Promise
{
public:
    Promise()
        : m_state(std::make_shared<detail::FutureState<T>>())
    {
    }
    Promise(Promise&&) noexcept = default;
    Promise& operator=(Promise&&) noexcept = default;
    ~Promise()
    {
        if (m_state) {
            m_state->complete(
                tl::unexpected(Error{ErrorCode::Cancelled, {}, QStringLiteral("the work ended without a result")}));
        }
    }

    Future<T> future() const { return Future<T>(m_state); }
    /// Continuations run here, on the calling thread. A second completion changes nothing.
    void finish(tl::expected<T, Error> result) { m_state->complete(std::move(result)); }

private:
    std::shared_ptr<detail::FutureState<T>> m_state;
};

/// A Result<T> that may not be there yet. Copies share it. Any thread.
template <typename T>
class Future
{
public:
    using Value = tl::expected<T, Error>;

    bool isFinished() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->value.has_value();
    }

    /// Waits; on threads that may wait only (see await).
    const Value& result() const
    {
        std::unique_lock lock(m_state->mutex);
        m_state->changed.wait(lock, [this] { return m_state->value.has_value(); });
        return *m_state->value;
    }

    /// Waits until the result is there (true) or `stop` is requested.
    bool wait(const std::stop_token& stop) const
    {
        std::unique_lock lock(m_state->mutex);
        return m_state->changed.wait(lock, stop, [this] { return m_state->value.has_value(); });
    }

    /// Calls `next(const Result<T>&)` once: on the completing thread, or here and now when the result is there. What
    /// `next` gives (a Result<U>, a Future<U> or nothing) is what the returned future ends with.
    template <typename Next>
    auto then(Next next) const
    {
        using R = std::invoke_result_t<Next, const Value&>;
        if constexpr (std::is_void_v<R>) {
            m_state->onCompletion([next = std::move(next)](const Value& value) mutable { next(value); });
        } else {
            using U = typename detail::Eventual<R>::Type;
            const auto promise = std::make_shared<Promise<U>>();
            m_state->onCompletion([promise, next = std::move(next)](const Value& value) mutable {
                if constexpr (detail::Eventual<R>::isFuture) {
                    next(value).then([promise](const tl::expected<U, Error>& inner) { promise->finish(inner); });
                } else {
                    promise->finish(next(value));
                }
            });
            return promise->future();
        }
    }

    /// Calls `next(const Result<T>&)` on the main thread, through its event loop; not at all when `context`, an object
    /// of the main thread, is gone by then.
    template <typename Next>
    void then(QObject* context, Next next) const
    {
        m_state->onCompletion([guard = QPointer<QObject>(context), next = std::move(next)](const Value& value) mutable {
            if (auto* application = QCoreApplication::instance()) {
                QMetaObject::invokeMethod(
                    application,
                    [guard, next = std::move(next), value]() mutable {
                        if (guard) {
                            next(value);
                        }
                    },
                    Qt::AutoConnection);
            }
        });
    }

private:
    friend class Promise<T>;

    explicit Future(std::shared_ptr<detail::FutureState<T>> state)
        : m_state(std::move(state))
    {
    }

    std::shared_ptr<detail::FutureState<T>> m_state;
};

} // namespace delpek::base
