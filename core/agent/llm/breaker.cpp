// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/breaker.h"

namespace delpek::agent::llm
{

Breaker::State Breaker::state(base::Instant now) const
{
    if (!m_openUntil) {
        return State::Closed;
    }
    return now < *m_openUntil ? State::Open : State::HalfOpen;
}

bool Breaker::pass(base::Instant now)
{
    switch (state(now)) {
    case State::Closed:
        return true;
    case State::Open:
        return false;
    case State::HalfOpen:
        break;
    }
    return !std::exchange(m_probing, true);
}

void Breaker::succeeded()
{
    m_failures = 0;
    m_openUntil.reset();
    m_probing = false;
}

void Breaker::failed(base::Instant now)
{
    ++m_failures;
    if (m_probing || m_failures >= m_rules.failures) {
        m_openUntil = now + m_rules.rest;
    }
    m_probing = false;
}

void Breaker::toldNothing()
{
    m_probing = false;
}

} // namespace delpek::agent::llm
