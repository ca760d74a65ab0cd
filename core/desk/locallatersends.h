// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/latersends.h"
#include "desk/staffsend.h"
#include "store/store.h"

namespace delpek::desk
{

/// The planned messages in our store. Who plans, changes and cancels stands in the audit log, without the words.
/// References outlive it.
class LocalLaterSends final : public LaterSends
{
public:
    /// `means`: a send of this member of staff, without a conversation and a text.
    LocalLaterSends(store::Store& store, base::Clock& clock, StaffSend means);

    Future<std::vector<domain::LaterSend>> of(domain::ConversationId id) override;
    Future<domain::LaterSendId> plan(domain::ConversationId id, const QString& text, base::Instant at) override;
    Future<QString> edit(domain::LaterSendId id) override;
    Future<domain::MessageId> sendNow(domain::LaterSendId id) override;
    Future<Done> cancel(domain::LaterSendId id) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    StaffSend m_means;
};

} // namespace delpek::desk
