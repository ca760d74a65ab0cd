// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "domain/ids.h"
#include "store/session.h"

namespace delpek::clinic
{

/// Who waits for a time, in our own store whoever keeps the records. Works in whatever transaction the session is in.
class WaitingList
{
public:
    explicit WaitingList(store::Session& session)
        : m_session(session)
    {
    }

    /// A reference that is there already changes nothing, also when its wish has left. InvalidInput without reference
    /// or treatment, without anybody (neither patient nor name), and for days or times that end before they begin.
    Result<Done> join(const WaitingWish& wish);
    /// Oldest first.
    Result<std::vector<WaitingWish>> all();
    /// NotFound when there never was such a wish; one that left before changes nothing.
    Result<Done> leave(const QString& reference);
    /// Takes away the wishes that were made in a conversation, also those that have left.
    Result<Done> erase(domain::ConversationId conversation);

private:
    store::Session& m_session;
};

} // namespace delpek::clinic
