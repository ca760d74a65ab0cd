// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchindex.h"

#include "domain/searchwords.h"
#include "store/conversationrow.h"
#include "store/notes.h"

#include <algorithm>

namespace delpek::store
{

using domain::Conversation;
using domain::ConversationId;
using domain::MessageId;

namespace
{

const auto messageTable = QStringLiteral("search_message");
const auto noteTable = QStringLiteral("search_note");
const auto nameTable = QStringLiteral("search_name");

/// What an inserted row of either engine is read from. Keys are letters and digits alone, so no quote ends one.
QString written(const Session& session, const QStringList& keys)
{
    return session.engine() == Engine::Sqlite ? keys.join(u' ') : u'\'' + keys.join(QStringLiteral("' '")) + u'\'';
}

QStringList messageKeys(ConversationId conversation, const QString& text)
{
    auto keys = domain::searchKeys(text);
    if (!keys.isEmpty()) {
        keys.append(conversationKey(conversation));
    }
    return keys;
}

QStringList nameKeys(const Conversation& conversation)
{
    QStringList keys;
    for (const auto& word : domain::searchWords(conversation.displayName)) {
        keys.append(word.key);
    }
    if (conversation.phone) {
        QString home = conversation.phone->display();
        home.removeIf([](QChar letter) { return !letter.isDigit(); });
        keys.append(domain::phoneKeys(conversation.phone->digits(), home));
    }
    keys.removeDuplicates();
    return keys;
}

Result<Done> done(const Result<int>& rows)
{
    return rows ? Result<Done>(Done{}) : fail(rows.error());
}

/// A row as the index is filled from it.
struct Source {
    qint64 id = 0;
    qint64 conversation = 0;
    QString text;
    bool deleted = false;
};

Result<std::vector<Source>> sources(Session& session, qint64 upTo, int limit)
{
    auto rows = session.run(QStringLiteral("SELECT id, conversation, text, deleted FROM message WHERE id <= ? "
                                           "ORDER BY id DESC LIMIT ?") +
                                session.lockRows(),
                            {upTo, limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Source> found;
    while (rows->next()) {
        found.push_back({rows->integer(0), rows->integer(1), rows->text(2), rows->flag(3)});
    }
    return found;
}

} // namespace

QString conversationKey(ConversationId conversation)
{
    return QChar(0xE000) + QString::number(conversation.value);
}

Result<Done> SearchIndex::put(const QString& table, qint64 id, const QStringList& keys)
{
    if (keys.isEmpty()) {
        return Done{};
    }
    if (m_session.engine() == Engine::Sqlite) {
        return done(m_session.execute(QStringLiteral("INSERT INTO %1 (rowid, words) VALUES (?, ?)").arg(table),
                                      {id, written(m_session, keys)}));
    }
    return done(m_session.execute(
        QStringLiteral("INSERT INTO %1 (id, words) VALUES (?, CAST(? AS tsvector)) ON CONFLICT (id) DO UPDATE SET "
                       "words = excluded.words")
            .arg(table),
        {id, written(m_session, keys)}));
}

Result<Done> SearchIndex::take(const QString& table, qint64 id, const QStringList& keys)
{
    if (keys.isEmpty()) {
        return Done{};
    }
    if (m_session.engine() == Engine::Sqlite) {
        return done(
            m_session.execute(QStringLiteral("INSERT INTO %1 (%1, rowid, words) VALUES ('delete', ?, ?)").arg(table),
                              {id, written(m_session, keys)}));
    }
    return done(m_session.execute(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(table), {id}));
}

Result<Done> SearchIndex::addMessage(MessageId id, ConversationId conversation, const QString& text)
{
    return put(messageTable, id.value, messageKeys(conversation, text));
}

Result<Done> SearchIndex::changeMessage(MessageId id, ConversationId conversation, const QString& before,
                                        const QString& after)
{
    const auto left = remaining();
    if (!left) {
        return fail(left.error());
    }
    if (id.value <= left->messages) {
        return Done{};
    }
    return take(messageTable, id.value, messageKeys(conversation, before)).and_then([&](Done) {
        return put(messageTable, id.value, messageKeys(conversation, after));
    });
}

Result<Done> SearchIndex::addNote(domain::NoteId id, ConversationId conversation, const QString& text)
{
    return put(noteTable, id.value, messageKeys(conversation, text));
}

Result<Done> SearchIndex::removeNote(domain::NoteId id, ConversationId conversation, const QString& text)
{
    return take(noteTable, id.value, messageKeys(conversation, text));
}

Result<Done> SearchIndex::addName(const Conversation& conversation)
{
    return put(nameTable, conversation.id.value, nameKeys(conversation));
}

Result<Done> SearchIndex::changeName(const Conversation& before, const Conversation& after)
{
    const auto left = remaining();
    if (!left) {
        return fail(left.error());
    }
    if (before.id.value <= left->conversations) {
        return Done{};
    }
    return take(nameTable, before.id.value, nameKeys(before)).and_then([&](Done) { return addName(after); });
}

Result<Done> SearchIndex::forget(ConversationId id)
{
    const auto conversation = loadConversation(m_session, id, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    Conversation nameless = *conversation;
    nameless.displayName.clear();
    nameless.phone.reset();
    auto forgotten = changeName(*conversation, nameless);
    std::vector<std::pair<MessageId, QString>> texts;
    {
        auto rows = m_session.run(
            QStringLiteral("SELECT id, text FROM message WHERE conversation = ? AND deleted = 0 ORDER BY id"),
            {id.value});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            texts.emplace_back(MessageId{rows->integer(0)}, rows->text(1));
        }
    }
    for (const auto& [message, text] : texts) {
        if (!forgotten) {
            break;
        }
        forgotten = changeMessage(message, id, text, QString());
    }
    const auto notes = Notes(m_session).of(id);
    if (!notes) {
        return fail(notes.error());
    }
    for (const auto& note : *notes) {
        forgotten = forgotten.and_then([&](Done) { return removeNote(note.id, id, note.text); });
    }
    return forgotten;
}

Result<bool> SearchIndex::compact(int pages, bool first)
{
    if (m_session.engine() != Engine::Sqlite) {
        return false;
    }
    const auto changes = [&]() -> Result<qint64> {
        auto rows = m_session.run(QStringLiteral("SELECT total_changes()"));
        if (!rows) {
            return fail(rows.error());
        }
        return rows->next() ? rows->integer(0) : 0;
    };
    bool more = false;
    for (const char* table : {"search_message", "search_note", "search_name"}) {
        const auto before = changes();
        const auto merged =
            before ? m_session.execute(
                         QStringLiteral("INSERT INTO %1 (%1, rank) VALUES ('merge', ?)").arg(QLatin1String(table)),
                         {first ? -pages : pages})
                   : fail(before.error());
        const auto after = merged ? changes() : fail(merged.error());
        if (!after) {
            return fail(after.error());
        }
        more = more || *after - *before > 1;
    }
    return more;
}

Result<SearchIndex::Remaining> SearchIndex::remaining()
{
    auto rows = m_session.run(QStringLiteral("SELECT messages, conversations FROM search_fill WHERE id = 1"));
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::Internal, QStringLiteral("the search index has lost how far it is filled"));
    }
    return Remaining{rows->integer(0), rows->integer(1)};
}

Result<Done> SearchIndex::prepare()
{
    qint64 version = 0;
    {
        auto rows =
            m_session.run(QStringLiteral("SELECT version FROM search_fill WHERE id = 1") + m_session.lockRows());
        if (!rows) {
            return fail(rows.error());
        }
        version = rows->next() ? rows->integer(0) : 0;
    }
    if (version == domain::searchWordsVersion) {
        return Done{};
    }
    for (const QString& table : {messageTable, noteTable, nameTable}) {
        const auto emptied =
            m_session.execute(m_session.engine() == Engine::Sqlite
                                  ? QStringLiteral("INSERT INTO %1 (%1) VALUES ('delete-all')").arg(table)
                                  : QStringLiteral("DELETE FROM %1").arg(table));
        if (!emptied) {
            return fail(emptied.error());
        }
    }
    if (const auto filled = fillNotes(); !filled) {
        return filled;
    }
    return done(m_session.execute(
        QStringLiteral("UPDATE search_fill SET version = ?, messages = (SELECT COALESCE(max(id), 0) FROM message), "
                       "conversations = (SELECT COALESCE(max(id), 0) FROM conversation) WHERE id = 1"),
        {domain::searchWordsVersion}));
}

Result<SearchIndex::Remaining> SearchIndex::fill(int limit)
{
    // One process at a time fills.
    if (auto held = m_session.run(QStringLiteral("SELECT id FROM search_fill WHERE id = 1") + m_session.lockRows());
        !held) {
        return fail(held.error());
    }
    const auto left = remaining();
    if (!left || !left->any()) {
        return left;
    }
    const auto filled =
        left->conversations > 0 ? fillNames(left->conversations, limit) : fillMessages(left->messages, limit);
    return filled.and_then([this](Done) { return remaining(); });
}

Result<Done> SearchIndex::fillMessages(qint64 upTo, int limit)
{
    auto found = sources(m_session, upTo, limit);
    if (!found) {
        return fail(found.error());
    }
    // FTS5 gathers rows that come in the order of their ids.
    std::ranges::reverse(*found);
    for (const Source& source : *found) {
        if (source.deleted) {
            continue;
        }
        if (const auto added = addMessage({source.id}, {source.conversation}, source.text); !added) {
            return added;
        }
    }
    return note(QStringLiteral("messages"), int(found->size()) < limit ? 0 : found->front().id - 1);
}

Result<Done> SearchIndex::fillNames(qint64 upTo, int limit)
{
    std::vector<Conversation> found;
    {
        auto rows = m_session.run(QStringLiteral("SELECT %1 FROM conversation WHERE id <= ? ORDER BY id DESC LIMIT ?")
                                          .arg(QLatin1String(conversationColumns)) +
                                      m_session.lockRows(),
                                  {upTo, limit});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            auto conversation = conversationFrom(*rows);
            if (!conversation) {
                return fail(conversation.error());
            }
            found.push_back(std::move(*conversation));
        }
    }
    std::ranges::reverse(found);
    for (const Conversation& conversation : found) {
        if (const auto added = addName(conversation); !added) {
            return added;
        }
    }
    return note(QStringLiteral("conversations"), int(found.size()) < limit ? 0 : found.front().id.value - 1);
}

Result<Done> SearchIndex::fillNotes()
{
    std::vector<Source> found;
    {
        auto rows = m_session.run(QStringLiteral("SELECT id, conversation, text FROM internal_note ORDER BY id"));
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            found.push_back({rows->integer(0), rows->integer(1), rows->text(2)});
        }
    }
    for (const Source& source : found) {
        if (const auto added = addNote({source.id}, {source.conversation}, source.text); !added) {
            return added;
        }
    }
    return Done{};
}

Result<Done> SearchIndex::note(const QString& column, qint64 upTo)
{
    return done(m_session.execute(QStringLiteral("UPDATE search_fill SET %1 = ? WHERE id = 1").arg(column), {upTo}));
}

} // namespace delpek::store
