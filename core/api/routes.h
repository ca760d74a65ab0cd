// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "node/node.h"

namespace delpek::api
{

/// What the listener needs to know to let a delivery in. An empty account: the channel is off (404).
struct Access {
    QString whatsappAccount;        ///< phone_number_id
    QByteArray whatsappAppSecret;
    QByteArray whatsappVerifyToken;
    QString wahaSession;
    QByteArray wahaWebhookSecret;   ///< the HMAC key of its webhook
    QString telegramAccount;        ///< the bot's id
    QByteArray telegramSecret;      ///< of setWebhook
};

/// GET/POST /api/whatsapp/webhook, POST /api/waha/webhook, POST /api/telegram/webhook, GET /health, GET /api/version. A delivery is answered
/// with 200 after it is durable; 401 when it is not signed as it must be, and then leaves no trace. `node` and `store`
/// outlive the server that serves the routes.
std::vector<http::Server::Route> routes(node::Node& node, store::Store& store, Access access);

} // namespace delpek::api
