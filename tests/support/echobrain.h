// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"

namespace delpek::testing
{

/// A brain whose answer names exactly what it answers: "re 17_1 18_2" for message 17 in its first version and message
/// 18 in its second ("17.1" would be a day). With `pause` each turn takes that long, so that something can come in
/// between.
class EchoBrain final : public agent::Brain
{
public:
    explicit EchoBrain(std::function<void()> pause = {})
        : m_pause(std::move(pause))
    {
    }

    QString name() const override { return QStringLiteral("echo"); }

    Result<agent::Proposal> next(const agent::TurnContext& context, const std::vector<agent::ToolResult>&,
                                 const QStringList&, const base::Cancel&) override
    {
        if (m_pause) {
            m_pause();
        }
        QString text = QStringLiteral("re");
        for (const auto& message : context.burst) {
            text += QStringLiteral(" %1_%2").arg(message.id.value).arg(message.version);
        }
        agent::Proposal proposal;
        proposal.step = agent::Answer{{agent::Reply{text, domain::Asks::Nothing, {}}}};
        proposal.agent = QStringLiteral("echo");
        proposal.dialogue = {{"version", 1}};
        return proposal;
    }

private:
    std::function<void()> m_pause;
};

} // namespace delpek::testing
