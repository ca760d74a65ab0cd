// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/internalnote.h"
#include "store/session.h"

namespace delpek::store
{

/// Tables `internal_note` and `note_draft`, with what notes are found by (SearchIndex) in the same write.
class Notes
{
public:
    explicit Notes(Session& session)
        : m_session(session)
    {
    }

    /// The id of `note` does not matter.
    Result<domain::NoteId> add(const domain::InternalNote& note);
    /// The newest `limit` of a conversation, ascending; none: all of them.
    Result<std::vector<domain::InternalNote>> of(domain::ConversationId id, std::optional<int> limit = {});
    /// What somebody wrote in a stretch of time, both ends within it; the newest `limit`, ascending.
    Result<std::vector<domain::InternalNote>> writtenBy(const QString& author, base::Instant from, base::Instant to,
                                                        int limit);
    Result<domain::InternalNote> find(domain::NoteId id);
    /// As it was found: what it said is taken out of the index.
    Result<Done> remove(const domain::InternalNote& note);

    /// What a member of staff began and has not saved; empty when that is nothing.
    Result<QString> draft(domain::ConversationId id, const QString& staff);
    Result<Done> saveDraft(domain::ConversationId id, const QString& staff, const QString& text);

private:
    Session& m_session;
};

} // namespace delpek::store
