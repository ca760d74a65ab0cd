// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>

#include <optional>

namespace delpek::agent
{

/// Who holds the slots that are offered in a conversation (clinic::Hold::holder).
inline QString offerHolder(domain::ConversationId conversation)
{
    return QStringLiteral("conversation:%1").arg(conversation.value);
}

/// The conversation in which what `holder` keeps is offered; nothing for another holder.
inline std::optional<domain::ConversationId> offeredIn(const QString& holder)
{
    const QString prefix = QStringLiteral("conversation:");
    bool isNumber = false;
    const domain::ConversationId id{holder.mid(prefix.size()).toLongLong(&isNumber)};
    return holder.startsWith(prefix) && isNumber ? std::optional(id) : std::nullopt;
}

} // namespace delpek::agent
