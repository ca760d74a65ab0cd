// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentdraft.h"

namespace delpek::ui::draftwords
{

/// What an error of a draft says; empty for other keys.
QString sentence(const QString& key);
/// Above a draft: whose it is and what it waits for. `me`: who sits here.
QString heading(const domain::AgentDraft& draft, const QString& me);
/// Below it: why there are no words, and what to do instead; empty where nothing is to be said.
QString note(const domain::AgentDraft& draft);
/// What became of an earlier one.
QString fate(const domain::AgentDraft& draft);

} // namespace delpek::ui::draftwords
