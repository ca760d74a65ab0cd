// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/internalnote.h"
#include "domain/message.h"
#include "domain/searchterms.h"
#include "store/session.h"

#include <functional>

namespace delpek::store
{

struct SearchQuery {
    std::vector<domain::SearchTerm> terms;
    QString digits;                      ///< part of a telephone number, where nothing else was typed
    domain::ConversationId conversation; ///< only there, where valid
    domain::MessageId before;            ///< where valid: messages below it, the newest first
    domain::MessageId after;             ///< where valid: messages above it, the oldest first
    int limit = 50;
};

struct FoundMessage {
    domain::MessageId id;
    domain::ConversationId conversation;
    domain::AuthorKind author = domain::AuthorKind::Patient;
    QString authorName;
    QString text;
    base::Instant sentAt;
    bool transcript = false; ///< `text` is what a voice note says
    std::vector<domain::TextSpan> marks = {};
};

struct FoundNote {
    domain::InternalNote note;
    std::vector<domain::TextSpan> marks;
};

struct FoundPage {
    std::vector<FoundMessage> messages;
    /// Where to go on (as `before` or `after`); invalid where there is no more. A page of words in quotation marks may
    /// be short and go on all the same: only so many messages are looked through at once.
    domain::MessageId next;
};

/// Finds by the index (SearchIndex). Reads only.
class Search
{
public:
    /// A search that nobody waits for any more ends with Cancelled as soon as `overtaken` says so.
    explicit Search(Session& session, std::function<bool()> overtaken = {})
        : m_session(session)
        , m_overtaken(std::move(overtaken))
    {
    }

    /// Whose name has all the words, or whose number the digits; the latest active first.
    Result<std::vector<domain::Conversation>> names(const SearchQuery& query);
    Result<FoundPage> messages(const SearchQuery& query);
    /// The newest that staff wrote with all of the words; where the query names a conversation, of that one.
    Result<std::vector<FoundNote>> notes(const SearchQuery& query);

private:
    Result<std::vector<domain::MessageId>> candidates(const SearchQuery& query, domain::MessageId from, int limit);
    Result<std::optional<FoundMessage>> look(domain::MessageId id, const std::vector<domain::SearchTerm>& terms);

    Session& m_session;
    std::function<bool()> m_overtaken;
};

} // namespace delpek::store
