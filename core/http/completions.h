// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"

#include <mutex>
#include <optional>

namespace delpek::http
{

class Connection;

/// Answers on their way from any thread to the listener thread. The first of a batch wakes the listener, the others
/// ride along: a commit that answers thousands of requests costs one wake-up.
class Completions
{
public:
    struct Answer {
        std::weak_ptr<Connection> connection;
        quint64 number = 0;
        std::optional<ServerResponse> response; ///< nothing: the connection's event stream has something to take
    };

    /// `wake` runs under the lock, on any thread; it must only post.
    explicit Completions(std::function<void()> wake);

    void add(Answer answer);
    std::vector<Answer> takeAll();
    /// After it nothing is kept and nobody is woken.
    void close();

private:
    std::mutex m_mutex;
    std::function<void()> m_wake;
    std::vector<Answer> m_answers;
};

} // namespace delpek::http
