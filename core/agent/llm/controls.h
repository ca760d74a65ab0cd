// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/llm/conversation.h"

namespace delpek::agent::llm
{

// The tools by which a model ends a turn: answer, hand_over, ask_doctor, stay_silent; and pass_to, by which one agent
// of a team gives the conversation to another.

/// What a control tool asks for.
struct Ending {
    std::variant<Answer, HandOver, AskDoctor, StaySilent> step;
    domain::Asks asks = domain::Asks::Nothing;
    base::Json confirm; ///< {tool, arguments} that the patient is asked to agree to; null: none
    QString notes;      ///< what the model wants to know in the next turn
};

bool isControl(const QString& tool);
/// `others`: the agents to whom may be passed; without any there is no pass_to.
std::vector<ToolOffer> controlTools(const QStringList& others);
/// The agent of a call of pass_to. Fails like readEnding.
Result<QString> readPass(const ToolUse& use, const QStringList& others);
/// The other four. Fails with InvalidInput and a detail that tells the model what belongs there.
Result<Ending> readEnding(const ToolUse& use);

} // namespace delpek::agent::llm
