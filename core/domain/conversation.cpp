// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conversation.h"

namespace delpek::domain
{

bool agentMayAct(const Conversation& conversation, qint64 madeUnder)
{
    return conversation.holder.kind == HolderKind::Agent && conversation.mode == Mode::Autopilot &&
           conversation.epoch == madeUnder;
}

} // namespace delpek::domain
