// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/session.h"

#include <vector>

namespace delpek::store
{

/// Where a desk is.
struct Place {
    QString desk; ///< of all desks this one
    QString staff;
    domain::ConversationId conversation;
    bool isWriting = false;
    qint64 beat = 0; ///< another number each time it said so
};

/// Table `presence`: a row a desk. What changes is told with Topic::Presence and the conversation, where it is not the
/// same said again.
class Presence
{
public:
    explicit Presence(Session& session)
        : m_session(session)
    {
    }

    /// The beat is counted here. A desk that begins takes away what desks left there that ended badly a day ago.
    Result<Done> say(const Place& place, base::Instant now);
    Result<Done> remove(const QString& desk);
    Result<std::vector<Place>> all();

private:
    Session& m_session;
};

} // namespace delpek::store
