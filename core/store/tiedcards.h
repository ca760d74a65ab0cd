// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/tiedcard.h"
#include "store/session.h"

namespace delpek::store
{

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
    Result<std::vector<domain::TiedCard>> of(domain::ConversationId id);
    /// Every conversation of everybody to whom one of these cards is tied.
    Result<std::vector<domain::ConversationId>> conversationsOf(const QStringList& patients);

private:
    Session& m_session;
};

} // namespace delpek::store
