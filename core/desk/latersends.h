// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/latersend.h"

#include <vector>

namespace delpek::desk
{

/// Messages that are written now and sent at a set time, each by the member of staff who wrote it: text only. As Desk:
/// any thread, answers later, blocks nowhere. What changes is told with Topic::LaterSend and the conversation. At its
/// time an engine sends it as Desk::reply does, unless something happened meanwhile that may make it wrong
/// (laterFault): then it stays with its reason, and the conversation comes back as a reminder.
class LaterSends
{
public:
    virtual ~LaterSends() = default;

    /// By time, of everybody, also those that were not sent.
    virtual Future<std::vector<domain::LaterSend>> of(domain::ConversationId id) = 0;
    /// Takes the conversation and clears the draft, as Desk::reply. Fails like it, and with InvalidInput for a time
    /// that is not ahead, beyond domain::longestLater, when WhatsApp's window will be closed, or for more than
    /// domain::maxLaterSends.
    virtual Future<domain::LaterSendId> plan(domain::ConversationId id, const QString& text, base::Instant at) = 0;
    /// Makes it this member of staff's draft again, before what is written there; gives the whole draft. NotFound when
    /// it was sent or cancelled meanwhile.
    virtual Future<QString> edit(domain::LaterSendId id) = 0;
    /// Sends it at once, as this member of staff. Fails like Desk::reply and edit; it stays then.
    virtual Future<domain::MessageId> sendNow(domain::LaterSendId id) = 0;
    /// NotFound when it was sent or cancelled meanwhile.
    virtual Future<Done> cancel(domain::LaterSendId id) = 0;
};

} // namespace delpek::desk
