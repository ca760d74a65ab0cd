// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/internalnote.h"

#include <vector>

namespace delpek::desk
{

/// What staff write on a conversation for each other; the patient never sees it. As Desk: any thread, answers later,
/// blocks nowhere. What changes is told with Topic::Note and the conversation. desk::Desk::search finds notes too.
class Notes
{
public:
    virtual ~Notes() = default;

    /// The newest 500, ascending.
    virtual Future<std::vector<domain::InternalNote>> of(domain::ConversationId id) = 0;
    /// By the member of staff at this desk, whose draft is cleared in the same transaction. InvalidInput when it is
    /// empty or longer than domain::maxInternalNote.
    virtual Future<domain::NoteId> write(domain::ConversationId id, const QString& text) = 0;
    /// Forbidden for a note of somebody else; NotFound when it is gone.
    virtual Future<Done> remove(domain::NoteId id) = 0;

    /// What the member of staff at this desk began and has not written yet; empty when that is nothing. Nobody else
    /// sees it.
    virtual Future<QString> draft(domain::ConversationId id) = 0;
    virtual Future<Done> saveDraft(domain::ConversationId id, const QString& text) = 0;
};

} // namespace delpek::desk
