// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "base/clock.h"

#include <QSet>

#include <mutex>

namespace delpek::agent
{

/// Lets `first` think and, when it fails, `second` in the same turn and to the turn's end. The explanation of the step
/// says why ("fallback"). Where `first` had already changed the clinic's records, its failure stands: the turn then
/// goes to a person, who sees what was done, and nothing is done twice. Bursts without words go to `second` at once.
class FallbackBrain final : public Brain
{
public:
    /// `clock` outlives it.
    FallbackBrain(std::unique_ptr<Brain> first, std::unique_ptr<Brain> second, base::Clock& clock,
                  base::Duration patience = std::chrono::seconds(40));

    QString name() const override { return m_first->name(); }
    Result<Proposal> next(const TurnContext& context, const std::vector<ToolResult>& results,
                          const QStringList& refusals, const base::Cancel& cancel) override;

private:
    /// Since when `second` has the turn: what tools returned before is not its own.
    struct Fallen {
        std::size_t resultsBefore = 0;
        base::Json why;
    };

    /// A turn under way.
    struct Turn {
        base::Instant began;
        std::optional<Fallen> fallen;
    };

    Turn turnOf(const TurnContext& context, bool begins);
    void keep(const TurnContext& context, const Turn& turn);
    bool changedAnything(const std::vector<ToolResult>& results) const;
    Result<Proposal> second(const Fallen& fallen, const TurnContext& context, const std::vector<ToolResult>& results,
                            const QStringList& refusals, const base::Cancel& cancel);

    const std::unique_ptr<Brain> m_first;
    const std::unique_ptr<Brain> m_second;
    base::Clock& m_clock;
    const base::Duration m_patience;
    QSet<QString> m_changes; ///< tools that change something
    std::mutex m_mutex;
    std::map<domain::ConversationId, Turn> m_turns; ///< those with a step to come, and those that fell
};

} // namespace delpek::agent
