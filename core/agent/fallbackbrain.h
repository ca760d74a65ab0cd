// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"

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
    FallbackBrain(std::unique_ptr<Brain> first, std::unique_ptr<Brain> second);

    QString name() const override { return m_first->name(); }
    Result<Proposal> next(const TurnContext& context, const std::vector<ToolResult>& results,
                          const QStringList& refusals, const base::Cancel& cancel) override;

private:
    /// Since when `second` has the turn: what tools returned before is not its own.
    struct Fallen {
        std::size_t resultsBefore = 0;
        base::Json why;
    };

    std::optional<Fallen> fallenIn(const TurnContext& context, bool begins);
    bool changedAnything(const std::vector<ToolResult>& results) const;
    Result<Proposal> second(const Fallen& fallen, const TurnContext& context, const std::vector<ToolResult>& results,
                            const QStringList& refusals, const base::Cancel& cancel);

    const std::unique_ptr<Brain> m_first;
    const std::unique_ptr<Brain> m_second;
    QSet<QString> m_changes; ///< tools that change something
    std::mutex m_mutex;
    std::map<domain::ConversationId, Fallen> m_fallen;
};

} // namespace delpek::agent
