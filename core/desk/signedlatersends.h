// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/latersends.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The planned messages, for whoever is signed in. The local ones note themselves who did what.
class SignedLaterSends final : public LaterSends
{
public:
    explicit SignedLaterSends(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::vector<domain::LaterSend>> of(domain::ConversationId id) override
    {
        return m_acts.run<std::vector<domain::LaterSend>>(domain::Right::See,
                                                          [&](Desk& desk) { return desk.laterSends().of(id); });
    }
    Future<domain::LaterSendId> plan(domain::ConversationId id, const QString& text, base::Instant at) override
    {
        return m_acts.run<domain::LaterSendId>(domain::Right::Converse,
                                               [&](Desk& desk) { return desk.laterSends().plan(id, text, at); });
    }
    Future<QString> edit(domain::LaterSendId id) override
    {
        return m_acts.run<QString>(domain::Right::Converse, [&](Desk& desk) { return desk.laterSends().edit(id); });
    }
    Future<domain::MessageId> sendNow(domain::LaterSendId id) override
    {
        return m_acts.run<domain::MessageId>(domain::Right::Converse,
                                             [&](Desk& desk) { return desk.laterSends().sendNow(id); });
    }
    Future<Done> cancel(domain::LaterSendId id) override
    {
        return m_acts.run<Done>(domain::Right::Converse, [&](Desk& desk) { return desk.laterSends().cancel(id); });
    }

private:
    SignedActs& m_acts;
};

} // namespace delpek::desk
