// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>

namespace delpek::agent
{

/// Who holds the slots that are offered in a conversation (clinic::Hold::holder).
inline QString offerHolder(domain::ConversationId conversation)
{
    return QStringLiteral("conversation:%1").arg(conversation.value);
}

} // namespace delpek::agent
