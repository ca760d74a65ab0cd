// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include "store/conversationrow.h"
#include "store/notes.h"
#include "store/searchindex.h"

#include <algorithm>

namespace delpek::store
{

using domain::Conversation;
using domain::MessageId;
using domain::SearchTerm;

namespace
{

/// So many messages are looked through for one page of words in quotation marks.
constexpr int longestLook = 2000;

struct Wanted {
    QString key;
    bool begins = false;
};

/// The condition in the words of the engine's index. Keys are letters and digits alone, so no quote ends one.
QString conditionOf(const Session& session, const std::vector<Wanted>& wanted)
{
    const bool sqlite = session.engine() == Engine::Sqlite;
    const QString form = sqlite ? QStringLiteral("\"%1\"%2") : QStringLiteral("'%1'%2");
    const QString open = sqlite ? QStringLiteral("*") : QStringLiteral(":*");
    QStringList parts;
    for (const Wanted& one : wanted) {
        parts.append(form.arg(one.key, one.begins ? open : QString()));
    }
    return parts.join(sqlite ? QStringLiteral(" AND ") : QStringLiteral(" & "));
}

std::vector<Wanted> wantedBy(const std::vector<SearchTerm>& terms)
{
    std::vector<Wanted> wanted;
    for (const SearchTerm& term : terms) {
        for (const QString& key : term.keys) {
            wanted.push_back({key, term.begins && &key == &term.keys.back()});
        }
    }
    return wanted;
}

bool hasPhrase(const std::vector<SearchTerm>& terms)
{
    return std::ranges::any_of(terms, [](const SearchTerm& term) { return term.keys.size() > 1; });
}

} // namespace

Result<std::vector<Conversation>> Search::names(const SearchQuery& query)
{
    const auto wanted = query.digits.isEmpty() ? wantedBy(query.terms) : std::vector<Wanted>{{query.digits, true}};
    if (wanted.empty()) {
        return std::vector<Conversation>();
    }
    // By the latest activity, so that a name which thousands bear ends with the first few.
    const QString sql = m_session.engine() == Engine::Sqlite
                            ? QStringLiteral("SELECT %1 FROM conversation INDEXED BY conversation_recent WHERE id IN "
                                             "(SELECT rowid FROM search_name WHERE search_name MATCH ?) "
                                             "ORDER BY last_activity DESC, id DESC LIMIT ?")
                            : QStringLiteral("SELECT %1 FROM conversation WHERE id IN "
                                             "(SELECT id FROM search_name WHERE words @@ CAST(? AS tsquery)) "
                                             "ORDER BY last_activity DESC, id DESC LIMIT ?");
    auto rows =
        m_session.run(sql.arg(QLatin1String(conversationColumns)), {conditionOf(m_session, wanted), query.limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Conversation> found;
    while (rows->next()) {
        auto conversation = conversationFrom(*rows);
        if (!conversation) {
            return fail(conversation.error());
        }
        found.push_back(std::move(*conversation));
    }
    return found;
}

Result<FoundPage> Search::messages(const SearchQuery& query)
{
    FoundPage page;
    if (query.terms.empty()) {
        return page;
    }
    // Words alone are found by the index; that they follow each other is to be seen in the text.
    const bool phrase = hasPhrase(query.terms);
    MessageId from = query.after.isValid() ? query.after : query.before;
    for (int looked = 0; looked < longestLook;) {
        const int batch = phrase ? 4 * query.limit : query.limit + 1 - int(page.messages.size());
        const auto ids = candidates(query, from, batch);
        if (!ids) {
            return fail(ids.error());
        }
        for (const MessageId id : *ids) {
            if (int(page.messages.size()) == query.limit) {
                page.next = from;
                return page;
            }
            auto found = look(id, query.terms);
            if (!found) {
                return fail(found.error());
            }
            if (*found && (!phrase || !(*found)->marks.empty())) {
                page.messages.push_back(std::move(**found));
            }
            from = id;
            ++looked;
        }
        if (int(ids->size()) < batch) {
            return page;
        }
    }
    page.next = from;
    return page;
}

Result<std::vector<FoundNote>> Search::notes(const SearchQuery& query)
{
    std::vector<FoundNote> found;
    auto wanted = wantedBy(query.terms);
    if (wanted.empty()) {
        return found;
    }
    if (query.conversation.isValid()) {
        wanted.push_back({conversationKey(query.conversation), false});
    }
    const bool phrase = hasPhrase(query.terms);
    std::vector<domain::NoteId> ids;
    {
        auto rows = m_session.run(m_session.engine() == Engine::Sqlite
                                      ? QStringLiteral("SELECT rowid FROM search_note WHERE search_note MATCH ? "
                                                       "ORDER BY rowid DESC LIMIT ?")
                                      : QStringLiteral("SELECT id FROM search_note WHERE words @@ CAST(? AS tsquery) "
                                                       "ORDER BY id DESC LIMIT ?"),
                                  {conditionOf(m_session, wanted), phrase ? longestLook : query.limit});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            ids.push_back({rows->integer(0)});
        }
    }
    for (const domain::NoteId id : ids) {
        auto note = Notes(m_session).find(id);
        if (!note) {
            return fail(note.error());
        }
        auto marks = domain::findTerms(note->text, query.terms);
        if (int(found.size()) < query.limit && (!phrase || !marks.empty())) {
            found.push_back({std::move(*note), std::move(marks)});
        }
    }
    return found;
}

Result<std::vector<MessageId>> Search::candidates(const SearchQuery& query, MessageId from, int limit)
{
    auto wanted = wantedBy(query.terms);
    if (query.conversation.isValid()) {
        wanted.push_back({conversationKey(query.conversation), false});
    }
    const bool sqlite = m_session.engine() == Engine::Sqlite;
    const bool upwards = query.after.isValid();
    const qint64 edge = from.isValid() ? from.value : std::numeric_limits<qint64>::max();
    const QString column = sqlite ? QStringLiteral("rowid") : QStringLiteral("id");
    const QString match =
        sqlite ? QStringLiteral("search_message MATCH ?") : QStringLiteral("words @@ CAST(? AS tsquery)");
    auto rows =
        m_session.run(QStringLiteral("SELECT %1 FROM search_message WHERE %2 AND %1 %3 ? ORDER BY %1 %4 LIMIT ?")
                          .arg(column, match, upwards ? QStringLiteral(">") : QStringLiteral("<"),
                               upwards ? QStringLiteral("ASC") : QStringLiteral("DESC")),
                      {conditionOf(m_session, wanted), edge, limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<MessageId> found;
    while (rows->next()) {
        found.push_back({rows->integer(0)});
    }
    return found;
}

Result<std::optional<FoundMessage>> Search::look(MessageId id, const std::vector<SearchTerm>& terms)
{
    if (m_overtaken && m_overtaken()) {
        return fail(ErrorCode::Cancelled, QStringLiteral("a newer search overtook this one"));
    }
    auto rows = m_session.run(
        QStringLiteral("SELECT m.conversation, m.author, m.author_name, m.text, m.sent_at, a.transcript FROM message m "
                       "LEFT JOIN attachment a ON a.message = m.id WHERE m.id = ? AND m.deleted = 0"),
        {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return std::nullopt;
    }
    const auto author = wordAt<domain::AuthorKind>(*rows, 1);
    if (!author) {
        return fail(author.error());
    }
    FoundMessage found{id, {rows->integer(0)}, *author, rows->text(2), rows->text(3), rows->instant(4)};
    found.transcript = base::fromText<domain::TranscriptState>(rows->text(5)) == domain::TranscriptState::Written;
    found.marks = domain::findTerms(found.text, terms);
    return found;
}

} // namespace delpek::store
