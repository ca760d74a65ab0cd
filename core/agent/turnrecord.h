// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/turn.h"

#include <chrono>

namespace delpek::agent
{

/// Writes the steps of one turn into its decision, each with the time since the step before.
class TurnRecord
{
public:
    TurnRecord(TurnResult& result, const base::Clock& clock);
    void step(domain::StepKind kind, const QString& name, base::Json detail);
    /// Sets the outcome and how long the turn took; the last call.
    TurnResult& finish(domain::Outcome outcome, const QString& why);
    base::Duration elapsed() const { return m_clock.now() - m_result.decision.startedAt; }

private:
    TurnResult& m_result;
    const base::Clock& m_clock;
    std::chrono::steady_clock::time_point m_began;
    std::chrono::steady_clock::time_point m_last;
};

/// A call's arguments for the decision: that a name, a birth date and a phone were given, not which.
base::Json withoutIdentity(base::Json arguments);

/// Language, holder, mode, urgency, consent, changes of the last day, staleness, whether it drafts, and the versions of
/// the burst (0: deleted).
base::Json inputToJson(const TurnInput& input);
base::Json toJson(const Error& error);
base::Json toJson(const safety::TriageResult& triage);
base::Json toJson(const language::Understanding& understanding);

} // namespace delpek::agent
