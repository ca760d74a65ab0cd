// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/session.h"

#include <QStringList>

namespace delpek::store
{

/// Table `distinct_card`: pairs of patients' cards, by the ids of the records, that are not of one person. A pair has
/// no order. store::Erasure takes what was said in a person's conversations with the last of them.
class DistinctCards
{
public:
    explicit DistinctCards(Session& session)
        : m_session(session)
    {
    }

    /// Whether it was not known before. `seenIn` is the conversation in which it was said; NotFound without it.
    Result<bool> add(const QString& one, const QString& other, domain::ConversationId seenIn, const QString& by,
                     base::Instant now);
    /// The cards that are of other people than this one.
    Result<QStringList> of(const QString& card);

private:
    Session& m_session;
};

} // namespace delpek::store
