// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notes.h"

#include "store/drafts.h"
#include "store/searchindex.h"

#include <algorithm>
#include <limits>

namespace delpek::store
{

namespace
{

using domain::ConversationId;
using domain::InternalNote;
using domain::NoteId;

Result<std::vector<InternalNote>> notesWhere(Session& session, const QString& where, const QVariantList& values)
{
    auto rows = session.run(
        QStringLiteral("SELECT id, conversation, author, text, written_at, after_message FROM internal_note WHERE ") +
            where,
        values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<InternalNote> found;
    while (rows->next()) {
        found.push_back({{rows->integer(0)},
                         {rows->integer(1)},
                         rows->text(2),
                         rows->text(3),
                         rows->instant(4),
                         {rows->integer(5)}});
    }
    return found;
}

} // namespace

Result<NoteId> Notes::add(const InternalNote& note)
{
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO internal_note (conversation, author, text, written_at, after_message) "
                       "VALUES (?, ?, ?, ?, ?) RETURNING id"),
        {note.conversation.value, note.author, note.text, qint64(base::toMillis(note.writtenAt)), note.after.value});
    if (!id) {
        return fail(id.error());
    }
    const NoteId added{id->value_or(0)};
    m_session.changed(domain::Topic::Note, added.value, note.conversation.value);
    return SearchIndex(m_session).addNote(added, note.conversation, note.text).map([&](Done) { return added; });
}

Result<std::vector<InternalNote>> Notes::of(ConversationId id, std::optional<int> limit)
{
    auto found = notesWhere(m_session, QStringLiteral("conversation = ? ORDER BY id DESC LIMIT ?"),
                            {id.value, limit.value_or(std::numeric_limits<int>::max())});
    if (found) {
        std::ranges::reverse(*found);
    }
    return found;
}

Result<std::vector<InternalNote>> Notes::writtenBy(const QString& author, base::Instant from, base::Instant to,
                                                   int limit)
{
    auto found = notesWhere(m_session,
                            QStringLiteral("author = ? AND written_at >= ? AND written_at <= ? "
                                           "ORDER BY written_at DESC, id DESC LIMIT ?"),
                            {author, qint64(base::toMillis(from)), qint64(base::toMillis(to)), limit});
    if (found) {
        std::ranges::reverse(*found);
    }
    return found;
}

Result<InternalNote> Notes::find(NoteId id)
{
    auto found = notesWhere(m_session, QStringLiteral("id = ?"), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no note %1").arg(id.value));
    }
    return std::move(found->front());
}

Result<Done> Notes::remove(const InternalNote& note)
{
    const auto removed = m_session.execute(QStringLiteral("DELETE FROM internal_note WHERE id = ?"), {note.id.value});
    if (!removed) {
        return fail(removed.error());
    }
    if (*removed == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no note %1").arg(note.id.value));
    }
    m_session.changed(domain::Topic::Note, note.id.value, note.conversation.value);
    return SearchIndex(m_session).removeNote(note.id, note.conversation, note.text);
}

Result<QString> Notes::draft(ConversationId id, const QString& staff)
{
    return readDraft(m_session, "note_draft", id, staff);
}

Result<Done> Notes::saveDraft(ConversationId id, const QString& staff, const QString& text)
{
    return writeDraft(m_session, "note_draft", id, staff, text);
}

} // namespace delpek::store
