// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/llm/modelclient.h"
#include "agent/team.h"
#include "http/routedclient.h"
#include "simulation/brainmaker.h"
#include "simulation/doubles/modeldouble.h"

#include <mutex>

namespace delpek::simulation
{

/// The LLM brain against a scripted double, for scenarios without an account: the whole way of a model's answer
/// (prompt, wire, double, reading, checks, fallback) is the product's, and what the double says is made by rules. They
/// are those of the offline brain, told in the tools that a model has; its state travels in the dialogue under
/// "script". One conversation at a time. Any thread.
class ScriptedBrain final : public agent::Brain
{
public:
    /// `resources` is ":/delpek" or a folder; `clock` outlives it.
    static Result<std::unique_ptr<ScriptedBrain>> load(const QString& resources, const QString& team,
                                                       ModelDouble::Provider provider, base::Clock& clock);
    ~ScriptedBrain() override;

    QString name() const override { return m_brain->name(); }
    Result<agent::Proposal> next(const agent::TurnContext& context, const std::vector<agent::ToolResult>& results,
                                 const QStringList& refusals, const base::Cancel& cancel) override;

    /// What the double refused: a fault of ours.
    QStringList refusals() const { return m_double->refusals(); }

private:
    ScriptedBrain() = default;
    ModelReply replyFor(const agent::Proposal& proposal, const agent::TurnContext& context,
                        const std::vector<agent::ToolResult>& results) const;
    base::Json changeAskedFor(const agent::Proposal& proposal, const agent::TurnContext& context,
                              const std::vector<agent::ToolResult>& results) const;

    std::unique_ptr<agent::Brain> m_rules;
    std::unique_ptr<ModelDouble> m_double;
    std::unique_ptr<http::RoutedClient> m_client;
    std::unique_ptr<agent::llm::ModelClient> m_model;
    std::unique_ptr<agent::Brain> m_brain;
    ModelReply replyTo(const base::Json& request);

    std::optional<agent::Team> m_team;
    std::mutex m_mutex;
    ModelReply m_reply; ///< to the next request of the agent whose part it is
    QString m_speaker;  ///< that agent
};

/// For worlds: each with a double of its own.
BrainMaker scriptedBrains(const QString& resources, const QString& team,
                          ModelDouble::Provider provider = ModelDouble::Provider::Anthropic);

} // namespace delpek::simulation
