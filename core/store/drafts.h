// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

/// What a member of staff has begun to write in a conversation: a table with the columns conversation, staff and text.
/// `table` is a name of the program's own.
Result<QString> readDraft(Session& session, const char* table, domain::ConversationId id, const QString& staff);
/// An empty text takes it away.
Result<Done> writeDraft(Session& session, const char* table, domain::ConversationId id, const QString& staff,
                        const QString& text);

} // namespace delpek::store
