// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/insights.h"

namespace delpek::test
{

/// Figures of a clinic on three channels until Thursday, 5 March 2026, 10:30. Answers at once, on the calling thread,
/// unless it is told to keep somebody waiting.
class FakeInsights final : public desk::Insights
{
public:
    FakeInsights();

    Future<desk::InsightsReport> report(const desk::InsightsRequest& request) override;
    Future<desk::Health> health() override;

    // What a test turns.
    std::vector<domain::DayFigures> all; ///< of whatever days are asked for
    desk::Health state;
    std::optional<Error> failure; ///< every call fails with this until it is taken away
    bool slow = false;            ///< reports are answered by answer() alone
    void answer();
    std::vector<desk::InsightsRequest> asked;

private:
    desk::InsightsReport reportOf(const desk::InsightsRequest& request) const;

    std::vector<std::pair<desk::InsightsRequest, Promise<desk::InsightsReport>>> m_waiting;
};

} // namespace delpek::test
