// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/message.h"
#include "store/session.h"

namespace delpek::store
{

/// What messages, notes and conversations are found by: tables `search_message`, `search_note`, `search_name` and
/// `search_fill`. Whoever writes a message's words or a conversation's name changes the index in the same write. What
/// was there before the index is filled in batches, the newest first; until then a change of it needs none.
///
/// SQLite: FTS5 without content, so what is taken out must be named by the words it was put in with; they lie in the
/// database's own file, like the messages. PostgreSQL: one tsvector a row with a GIN index.
class SearchIndex
{
public:
    explicit SearchIndex(Session& session)
        : m_session(session)
    {
    }

    Result<Done> addMessage(domain::MessageId id, domain::ConversationId conversation, const QString& text);
    /// The message said `before`. An empty `after` takes it out.
    Result<Done> changeMessage(domain::MessageId id, domain::ConversationId conversation, const QString& before,
                               const QString& after);
    Result<Done> addName(const domain::Conversation& conversation);
    Result<Done> changeName(const domain::Conversation& before, const domain::Conversation& after);
    Result<Done> addNote(domain::NoteId id, domain::ConversationId conversation, const QString& text);
    Result<Done> removeNote(domain::NoteId id, domain::ConversationId conversation, const QString& text);
    /// Takes out all that a conversation is found by, its messages and notes included. Before the words are erased.
    Result<Done> forget(domain::ConversationId id);

    /// SQLite's index lets go of the bytes of what was taken out when it merges its segments: merges about `pages` of
    /// them. The `first` call begins to make one of all. True: there is more to merge.
    Result<bool> compact(int pages, bool first);

    /// Rows that are still to be filled in, at most: ids have gaps.
    struct Remaining {
        qint64 messages = 0;
        qint64 conversations = 0;
        bool any() const { return messages > 0 || conversations > 0; }
    };
    Result<Remaining> remaining();
    /// Empties an index that was made of other words (domain::searchWordsVersion); all of it is to be filled then,
    /// but for the notes, which are few: they are in it again at once.
    Result<Done> prepare();
    /// Fills in at most `limit` messages or conversations, and notes it in the same write.
    Result<Remaining> fill(int limit);

private:
    Result<Done> put(const QString& table, qint64 id, const QStringList& keys);
    Result<Done> take(const QString& table, qint64 id, const QStringList& keys);
    Result<Done> fillMessages(qint64 upTo, int limit);
    Result<Done> fillNames(qint64 upTo, int limit);
    Result<Done> fillNotes();
    Result<Done> note(const QString& column, qint64 upTo);

    Session& m_session;
};

/// Stands among the words of a message for its conversation. No text holds it: it begins with a letter of the private
/// use area.
QString conversationKey(domain::ConversationId conversation);

} // namespace delpek::store
