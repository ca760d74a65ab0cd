// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localnotes.h"

#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/notes.h"

namespace delpek::desk
{

namespace
{

using domain::InternalNote;
using store::Session;

constexpr int newestNotes = 500;

Result<Done> tellLog(Session& session, const InternalNote& note, const QString& by, const char* action,
                     base::Instant now)
{
    return store::AuditLog(session).append(by, QLatin1String(action),
                                           QStringLiteral("conversation:%1").arg(note.conversation.value),
                                           QStringLiteral("note:%1").arg(note.id.value), now);
}

} // namespace

LocalNotes::LocalNotes(store::Store& store, base::Clock& clock, QString staff)
    : m_store(store)
    , m_clock(clock)
    , m_staff(std::move(staff))
{
}

Future<std::vector<InternalNote>> LocalNotes::of(domain::ConversationId id)
{
    return m_store.read([id](Session& session) { return store::Notes(session).of(id, newestNotes); });
}

Future<domain::NoteId> LocalNotes::write(domain::ConversationId id, const QString& text)
{
    const QString words = text.trimmed();
    if (words.isEmpty() || words.size() > domain::maxInternalNote) {
        return base::ready<domain::NoteId>(
            fail(ErrorCode::InvalidInput, QStringLiteral("a note has 1 to %1 characters").arg(domain::maxInternalNote),
                 words.isEmpty() ? QStringLiteral("note.empty") : QStringLiteral("note.tooLong")));
    }
    return m_store.write([=, by = m_staff, now = m_clock.now()](Session& session) -> Result<domain::NoteId> {
        const auto conversation = store::Conversations(session).find(id);
        if (!conversation) {
            return fail(conversation.error());
        }
        InternalNote note{{}, id, by, words, now, conversation->lastMessage};
        const auto added = store::Notes(session).add(note);
        if (!added) {
            return added;
        }
        note.id = *added;
        return store::Notes(session)
            .saveDraft(id, by, {})
            .and_then([&](Done) { return tellLog(session, note, by, "note.written", now); })
            .map([&](Done) { return note.id; });
    });
}

Future<Done> LocalNotes::remove(domain::NoteId id)
{
    return m_store.write([id, by = m_staff, now = m_clock.now()](Session& session) -> Result<Done> {
        store::Notes notes(session);
        const auto note = notes.find(id);
        if (!note) {
            return fail(note.error());
        }
        if (note->author != by) {
            return fail(ErrorCode::Forbidden, QStringLiteral("the note is somebody else's"),
                        QStringLiteral("note.notYours"));
        }
        return notes.remove(*note).and_then([&](Done) { return tellLog(session, *note, by, "note.removed", now); });
    });
}

Future<QString> LocalNotes::draft(domain::ConversationId id)
{
    return m_store.read([id, by = m_staff](Session& session) { return store::Notes(session).draft(id, by); });
}

Future<Done> LocalNotes::saveDraft(domain::ConversationId id, const QString& text)
{
    return m_store.write([=, by = m_staff](Session& session) { return store::Notes(session).saveDraft(id, by, text); });
}

} // namespace delpek::desk
