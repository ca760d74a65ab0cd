// SPDX-License-Identifier: GPL-3.0-or-later
// How a desk finds messages, names and numbers.
#include "desk/localdesk.h"
#include "store/conversations.h"
#include "store/search.h"
#include "store/searchindex.h"

#include <QRegularExpression>

#include <map>

namespace delpek::desk
{

namespace
{

/// Beside the messages, so many conversations and notes are shown.
constexpr int mostNames = 8;
constexpr int mostNotes = 8;

/// A whole number in any format: its digits with country code. Part of one: as typed. Empty: no number.
QString digitsOf(const QString& typed, const QString& region)
{
    static const QRegularExpression prefix(QStringLiteral("^[\\s(]*[+0]"));
    const QString digits = domain::searchDigits(typed);
    if (digits.isEmpty() || !prefix.match(typed).hasMatch()) {
        return digits;
    }
    const auto phone = domain::Phone::parse(typed, region);
    return phone ? phone->digits() : digits;
}

/// Marks the digits where they stand in the number as people read it, whatever stands between them.
domain::Snippet numberSnippet(const domain::Conversation& conversation, const QString& digits, const QString& region)
{
    domain::Snippet snippet{conversation.phone->display(region), {}};
    QString shown;
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < snippet.text.size(); ++i) {
        if (snippet.text[i].isDigit()) {
            shown += snippet.text[i];
            places.push_back(i);
        }
    }
    const auto typed = domain::Phone::parse(u'+' + digits, region);
    const bool whole = typed && *typed == *conversation.phone;
    const qsizetype at = whole ? 0 : shown.indexOf(digits);
    const qsizetype length = whole ? shown.size() : digits.size();
    if (at >= 0 && length > 0) {
        snippet.marks.push_back({places[size_t(at)], places[size_t(at + length - 1)] + 1});
    }
    return snippet;
}

SearchHit hitOf(const domain::Conversation& conversation, const store::SearchQuery& query, const QString& region)
{
    SearchHit hit;
    hit.conversation = conversation;
    hit.at = conversation.lastActivity;
    if (!query.digits.isEmpty() && conversation.phone) {
        hit.kind = HitKind::Phone;
        hit.snippet = numberSnippet(conversation, query.digits, region);
    } else {
        hit.kind = HitKind::Name;
        hit.snippet =
            domain::snippetOf(conversation.displayName, domain::findTerms(conversation.displayName, query.terms));
    }
    return hit;
}

SearchHit hitOf(const store::FoundMessage& found, const domain::Conversation& conversation)
{
    SearchHit hit;
    hit.kind = found.transcript ? HitKind::Transcript : HitKind::Message;
    hit.conversation = conversation;
    hit.message = found.id;
    hit.snippet = domain::snippetOf(found.text, found.marks);
    hit.at = found.sentAt;
    hit.author = found.author;
    hit.authorName = found.authorName;
    return hit;
}

Result<Done> addNotes(store::Session& session, const std::vector<store::FoundNote>& found, SearchPage& page)
{
    for (const auto& [note, marks] : found) {
        const auto conversation = store::Conversations(session).find(note.conversation);
        if (!conversation) {
            return fail(conversation.error());
        }
        page.hits.push_back({HitKind::Note, *conversation, note.after, domain::snippetOf(note.text, marks),
                             note.writtenAt, domain::AuthorKind::Staff, note.author});
    }
    return Done{};
}

Result<Done> addMessages(store::Session& session, const store::FoundPage& found, SearchPage& page)
{
    std::map<domain::ConversationId, domain::Conversation> conversations;
    for (const auto& message : found.messages) {
        auto place = conversations.find(message.conversation);
        if (place == conversations.end()) {
            const auto conversation = store::Conversations(session).find(message.conversation);
            if (!conversation) {
                return fail(conversation.error());
            }
            place = conversations.emplace(message.conversation, *conversation).first;
        }
        page.hits.push_back(hitOf(message, place->second));
    }
    page.next = found.next;
    return Done{};
}

} // namespace

Future<SearchPage> LocalDesk::search(const SearchRequest& request)
{
    store::SearchQuery query;
    query.terms = domain::searchTerms(request.text);
    query.digits = digitsOf(request.text, m_region);
    query.conversation = request.conversation;
    query.before = request.before;
    query.after = request.after;
    query.limit = request.limit;
    // Who types on waits for the newest only; a search within a conversation and the list's overtake their own kind.
    auto& latest = request.conversation.isValid() ? m_searches->within : m_searches->everywhere;
    const int mine = ++latest;
    const auto overtaken = [searches = m_searches, &latest, mine] { return latest != mine; };
    const bool first = !request.conversation.isValid() && !request.before.isValid() && !request.after.isValid();
    return m_store.read([query, overtaken, first, region = m_region](store::Session& session) -> Result<SearchPage> {
        if (overtaken()) {
            return fail(ErrorCode::Cancelled, QStringLiteral("a newer search overtook this one"));
        }
        SearchPage page;
        store::Search search(session, overtaken);
        if (first) {
            auto limited = query;
            limited.limit = mostNames;
            const auto names = search.names(limited);
            if (!names) {
                return fail(names.error());
            }
            for (const auto& conversation : *names) {
                page.hits.push_back(hitOf(conversation, query, region));
            }
            limited.limit = mostNotes;
            const auto notes =
                search.notes(limited).and_then([&](const auto& found) { return addNotes(session, found, page); });
            if (!notes) {
                return fail(notes.error());
            }
        }
        return search.messages(query)
            .and_then([&](const store::FoundPage& found) { return addMessages(session, found, page); })
            .and_then([&](Done) { return store::SearchIndex(session).remaining(); })
            .map([&](const store::SearchIndex::Remaining& left) {
                page.notYetSearchable = left.messages;
                return std::move(page);
            });
    });
}

} // namespace delpek::desk
