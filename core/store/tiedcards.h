// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

/// A patient's card, by its id in the records, of which staff said that its patient writes in a conversation.
struct TiedCard {
    QString patient;
    QString by; ///< who said it
    base::Instant at;
};

/// Table `tied_card`. What is tied to one conversation holds for every conversation of the same person, and goes with
/// the last of them.
class TiedCards
{
public:
    explicit TiedCards(Session& session)
        : m_session(session)
    {
    }

    /// Whether it was not tied before. NotFound without the conversation.
    Result<bool> tie(domain::ConversationId id, const QString& patient, const QString& by, base::Instant now);
    /// Whether it was tied, to any conversation of that person.
    Result<bool> untie(domain::ConversationId id, const QString& patient);
    /// The conversation is erased: another one of the person keeps its cards, if there is one.
    Result<Done> leave(domain::ConversationId id);
    /// In the order in which they were tied; each card once.
    Result<std::vector<TiedCard>> of(domain::ConversationId id);

private:
    Session& m_session;
};

} // namespace delpek::store
