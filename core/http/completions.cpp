// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/completions.h"

namespace delpek::http
{

Completions::Completions(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

void Completions::add(Answer answer)
{
    const std::lock_guard lock(m_mutex);
    if (!m_wake) {
        return;
    }
    m_answers.push_back(std::move(answer));
    if (m_answers.size() == 1) {
        m_wake();
    }
}

std::vector<Completions::Answer> Completions::takeAll()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answers, {});
}

void Completions::close()
{
    // Dropped outside of the lock: an event stream that ends with its answer calls back.
    std::vector<Answer> dropped;
    const std::lock_guard lock(m_mutex);
    m_wake = {};
    dropped.swap(m_answers);
}

} // namespace delpek::http
