// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/client.h"

namespace delpek::channels
{
struct Outgoing;
}

namespace delpek::channels::waha
{

/// Where a clinic's session lives.
struct Endpoint {
    QUrl apiBase;    ///< "http://127.0.0.1:3000"
    QString session; ///< "default"
};

/// UTF-16 units. Ours: WAHA names no limit, and longer texts are folded on phones.
inline constexpr int maxText = 4096;

/// The body of sendText. Options are numbered lines: WhatsApp shows the buttons of a linked device to hardly anybody
/// (WAHA, "Send messages", sendButtons and sendList). InvalidInput when the text is empty or too long or there is
/// nobody to send to. The quoted message is taken to be the patient's.
Result<base::Json> messageBody(const Outgoing& outgoing, const QString& session);

/// The body of sendSeen: all of the chat, or those messages of the patient (engines NOWEB and GOWS; the others pass
/// over the list).
base::Json seenBody(const QString& chat, const QStringList& messageIds, const QString& session);

/// The body of startTyping and stopTyping.
base::Json chatBody(const QString& chat, const QString& session);

/// POST to /api/`method`.
http::Request call(const Endpoint& endpoint, const QString& key, const QString& method, const base::Json& body,
                   base::Duration timeout);

/// GET of the session with its status.
http::Request sessionRequest(const Endpoint& endpoint, const QString& key, base::Duration timeout);

} // namespace delpek::channels::waha
