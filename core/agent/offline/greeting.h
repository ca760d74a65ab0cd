// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/offline/texts.h"
#include "agent/team.h"

namespace delpek::agent
{

/// {agent} and {assistant}: who has the word, for a text.
Texts::Values whoSpeaks(const TeamAgent& agent, const Texts& texts, domain::Language language);

/// Who is there, said with the first message: `first` is the one who has the first word. `texts` are those of
/// texts.json.
QString greetingText(const TurnContext& context, const TeamAgent& first, const Texts& texts, domain::Language language,
                     domain::Gender gender);

} // namespace delpek::agent
