// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <optional>

namespace delpek::agent::llm
{

/// Keeps calls from a provider that fails again and again. Closed: all pass. Open, after so many failures in a row:
/// none does. Half open, when it has rested: one call at a time finds out whether it is well again. A value; whoever
/// shares it brings a lock.
class Breaker
{
public:
    struct Rules {
        int failures = 5; ///< in a row
        base::Duration rest = std::chrono::seconds(30);
    };
    enum class State { Closed, Open, HalfOpen };

    explicit Breaker(Rules rules)
        : m_rules(rules)
    {
    }

    /// Each call that passes ends with exactly one of the three functions below.
    bool pass(base::Instant now);
    void succeeded();
    void failed(base::Instant now);
    /// It ended without telling anything of the provider: cancelled.
    void toldNothing();
    State state(base::Instant now) const;

private:
    Rules m_rules;
    int m_failures = 0;
    std::optional<base::Instant> m_openUntil;
    bool m_probing = false;
};

} // namespace delpek::agent::llm
