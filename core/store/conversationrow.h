// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "store/session.h"

namespace delpek::store
{

/// The columns that conversationFrom() reads, in its order.
extern const char* const conversationColumns;
Result<domain::Conversation> conversationFrom(const Rows& rows);

/// The conversation, kept from other writers until the commit when `lock` is set. NotFound without one.
Result<domain::Conversation> loadConversation(Session& session, domain::ConversationId id, bool lock);

/// The first words of a message, as the inbox shows them.
QString previewOf(const QString& text);

/// The words of an enumeration that stand in the database can only be ours; anything else is Internal.
template <typename Enum>
Result<Enum> wordAt(const Rows& rows, int column)
{
    const auto value = base::fromText<Enum>(rows.text(column));
    if (!value) {
        return fail(ErrorCode::Internal, QStringLiteral("an unknown word stands in column %1 of a row").arg(column));
    }
    return *value;
}

} // namespace delpek::store
