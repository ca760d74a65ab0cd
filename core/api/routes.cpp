// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/routes.h"

#include "api/version.h"
#include "base/json.h"
#include "base/logging.h"
#include "channels/telegram/parser.h"
#include "channels/telegram/requests.h"
#include "channels/telegram/webhook.h"
#include "channels/waha/webhook.h"
#include "channels/whatsapp/webhook.h"

namespace delpek::api
{

namespace
{

using http::Respond;
using http::ServerRequest;
using http::ServerResponse;

ServerResponse json(int status, const base::Json& body)
{
    return {status, base::toBytes(body), "application/json", {}};
}

ServerResponse refusalFor(const Error& error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return http::refusal(400, error.detail);
    case ErrorCode::Unauthorised:
        return http::refusal(401, error.detail);
    case ErrorCode::Forbidden:
        return http::refusal(403, error.detail);
    default:
        return http::refusal(503, QStringLiteral("the delivery could not be kept; send it again"));
    }
}

const QByteArray accepted = QByteArrayLiteral("{\"status\":\"ok\"}");

/// Keeps the body and answers when it is on the disk.
void keep(node::Node& node, domain::ChannelKind channel, const QString& account, const ServerRequest& request,
          const Respond& respond, const QByteArray& answer)
{
    node.accept(channel, account, request.body, request.correlation)
        .then([respond, answer](const Result<bool>& result) {
            if (!result) {
                qCWarning(lcHttp).noquote() << "delivery not kept:" << base::describe(result.error());
                respond(refusalFor(result.error()));
                return;
            }
            respond({200, answer, "application/json", {}});
        });
}

/// Telegram takes one method call as the answer to a delivery: a pressed button stops spinning that way (Bot API,
/// "Making requests when getting updates").
QByteArray telegramAnswer(const QByteArray& update)
{
    const auto pressed = channels::telegram::callbackId(update);
    if (!pressed) {
        return accepted;
    }
    base::Json call = channels::telegram::answerCallbackBody(*pressed);
    call["method"] = "answerCallbackQuery";
    return base::toBytes(call);
}

void refuse(const Error& error, const ServerRequest& request, const Respond& respond)
{
    qCWarning(lcHttp).noquote() << "refused" << request.path << "from" << request.remoteAddress << "-"
                                << base::describe(error);
    respond(refusalFor(error));
}

} // namespace

std::vector<http::Server::Route> routes(node::Node& node, store::Store& store, Access access)
{
    const auto shared = std::make_shared<const Access>(std::move(access));
    std::vector<http::Server::Route> routes;
    if (!shared->whatsappAccount.isEmpty()) {
        routes.push_back(
            {"GET", "/api/whatsapp/webhook", [shared](const ServerRequest& request, const Respond& respond) {
                 const auto challenge = channels::whatsapp::answerVerification({request.queryValue("hub.mode"),
                                                                                request.queryValue("hub.verify_token"),
                                                                                request.queryValue("hub.challenge")},
                                                                               shared->whatsappVerifyToken);
                 if (!challenge) {
                     refuse(challenge.error(), request, respond);
                     return;
                 }
                 respond({200, *challenge, "text/plain", {}});
             }});
        routes.push_back(
            {"POST", "/api/whatsapp/webhook", [shared, &node](const ServerRequest& request, const Respond& respond) {
                 const auto signature = channels::whatsapp::checkSignature(
                     http::header(request.headers, "X-Hub-Signature-256"), request.body, shared->whatsappAppSecret);
                 if (!signature) {
                     refuse(signature.error(), request, respond);
                     return;
                 }
                 keep(node, domain::ChannelKind::WhatsApp, shared->whatsappAccount, request, respond, accepted);
             }});
    }
    if (!shared->wahaSession.isEmpty()) {
        routes.push_back(
            {"POST", "/api/waha/webhook", [shared, &node](const ServerRequest& request, const Respond& respond) {
                 const auto signature =
                     channels::waha::checkSignature(http::header(request.headers, "X-Webhook-Hmac"),
                                                    http::header(request.headers, "X-Webhook-Hmac-Algorithm"),
                                                    request.body, shared->wahaWebhookSecret);
                 if (!signature) {
                     refuse(signature.error(), request, respond);
                     return;
                 }
                 keep(node, domain::ChannelKind::Waha, shared->wahaSession, request, respond, accepted);
             }});
    }
    if (!shared->telegramAccount.isEmpty()) {
        routes.push_back(
            {"POST", "/api/telegram/webhook", [shared, &node](const ServerRequest& request, const Respond& respond) {
                 const auto secret = channels::telegram::checkSecret(
                     http::header(request.headers, "X-Telegram-Bot-Api-Secret-Token"), shared->telegramSecret);
                 if (!secret) {
                     refuse(secret.error(), request, respond);
                     return;
                 }
                 keep(node, domain::ChannelKind::Telegram, shared->telegramAccount, request, respond,
                      telegramAnswer(request.body));
             }});
    }
    routes.push_back(
        {"GET", "/health", [&store](const ServerRequest&, const Respond& respond) {
             store.read([](store::Session& session) { return session.execute(QStringLiteral("SELECT 1")); })
                 .then([respond](const Result<int>& read) {
                     const bool healthy = read.has_value();
                     respond(json(healthy ? 200 : 503,
                                  {{"status", healthy ? "ok" : "failing"}, {"store", healthy ? "ok" : "unreachable"}}));
                 });
         }});
    routes.push_back({"GET", "/api/version", [](const ServerRequest&, const Respond& respond) {
                          respond(json(200, {{"version", base::utf8(version())}, {"commit", base::utf8(commit())}}));
                      }});
    return routes;
}

} // namespace delpek::api
