// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/searchterms.h"

namespace delpek::desk
{

struct SearchRequest {
    QString text;                        ///< as typed: words, "words in a row", or part of a number in any format
    domain::ConversationId conversation; ///< only there, where valid
    domain::MessageId before;            ///< where valid: messages below it (SearchPage::next), the newest first
    domain::MessageId after;             ///< where valid: messages above it, the oldest first
    int limit = 50;
};

/// Name: of the conversation. Phone: its number. Transcript: what a voice note says. Note: what staff wrote for each
/// other.
enum class HitKind { Name, Phone, Message, Transcript, Note };

struct SearchHit {
    HitKind kind = HitKind::Message;
    domain::Conversation conversation;
    domain::MessageId message; ///< invalid for Name and Phone; of a Note the one it stands below
    /// What is shown: the place in the message, the name, or the number as people read it.
    domain::Snippet snippet;
    base::Instant at; ///< when it was sent; the conversation's last activity for Name and Phone
    domain::AuthorKind author = domain::AuthorKind::Patient;
    QString authorName = {};
};

struct SearchPage {
    /// Conversations first, the latest active first; then a few notes, then messages.
    std::vector<SearchHit> hits;
    /// For the page behind it; invalid where there is none. A page may be short and go on all the same.
    domain::MessageId next;
    /// How many old messages are still to be made searchable, at most; they are found when that is done.
    qint64 notYetSearchable = 0;
};

} // namespace delpek::desk
