// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/llm/briefing.h"
#include "agent/llm/ledger.h"
#include "agent/llm/modelclient.h"
#include "agent/offline/texts.h"
#include "agent/tool.h"

namespace delpek::agent::llm
{

class Grounds;

struct LlmSettings {
    QString model;
    int mostTokens = 800; ///< of one answer
    std::optional<double> temperature;
    bool masks = true; ///< names, phones, addresses and the like leave as placeholders
};

/// Lets a language model propose. It sees the conversation, the clinic's facts and the tools of its agent; what it asks
/// for is checked here before it becomes a proposal: the tool is its agent's, the arguments fit the schema, a name is
/// the patient's own word. What is not right is told to the model once in a step; then, and when the model fails, the
/// error is the caller's (see FallbackBrain). Any thread; blocks while the model thinks.
class LlmBrain final : public Brain
{
public:
    /// `resources` as for OfflineBrain. `model` and `ledger` (null: nothing is counted) outlive it.
    static Result<std::unique_ptr<LlmBrain>> load(const QString& resources, const QString& team, LlmSettings settings,
                                                  Model& model, Ledger* ledger);
    ~LlmBrain() override;

    QString name() const override { return QStringLiteral("llm"); }
    Result<Proposal> next(const TurnContext& context, const std::vector<ToolResult>& results,
                          const QStringList& refusals, const base::Cancel& cancel) override;

private:
    class Step;
    LlmBrain(LlmSettings settings, Model& model, Ledger* ledger, Briefing briefing, Texts texts);

    const LlmSettings m_settings;
    Model& m_model;
    Ledger* const m_ledger;
    const Briefing m_briefing;
    const Texts m_texts;
    const std::map<QString, std::unique_ptr<Tool>> m_tools;
};

} // namespace delpek::agent::llm
