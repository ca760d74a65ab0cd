// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/setup.h"

#include "channels/waha/errors.h"

namespace delpek::channels::waha
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

QString sessionsPath(const QString& rest = {})
{
    return QStringLiteral("/api/sessions") + rest;
}

/// A key, or the stars that stand for it.
bool isKey(const QString& shown, const QString& key)
{
    return shown == key || (!shown.isEmpty() && shown.count(QLatin1Char('*')) == shown.size());
}

bool equals(const Json& there, const Json& wished)
{
    Json plain = there;
    Json other = wished;
    const bool sameKey = isKey(textAt(at(there, "hmac"), "key"), textAt(at(wished, "hmac"), "key"));
    plain["hmac"] = other["hmac"] = nullptr;
    // WAHA adds members that were not given.
    return sameKey && std::all_of(other.items().begin(), other.items().end(), [&](const auto& item) {
               return item.value().is_null() || at(plain, item.key().c_str()) == item.value();
           });
}

Result<QString> statusIn(const Result<http::Response>& answer)
{
    if (!answer) {
        return fail(answer.error());
    }
    const auto body = base::parseJson(answer->body);
    const QString status = body ? textAt(*body, "status") : QString();
    if (status.isEmpty()) {
        return fail(ErrorCode::Unavailable, QStringLiteral("WAHA answered without a session"),
                    QStringLiteral("channel.wahaUnreachable"));
    }
    return status;
}

Future<QString> create(const Line& line, const WebhookWish& wish)
{
    Json config = Json::object();
    if (!wish.url.isEmpty()) {
        config["webhooks"] = Json::array({webhookOf(wish)});
    }
    return line
        .post({"POST",
               sessionsPath(),
               {{"name", utf8(line.endpoint.session)}, {"start", true}, {"config", std::move(config)}}})
        .then(statusIn);
}

Future<QString> start(const Line& line, const QString& status)
{
    if (status != QLatin1String("STOPPED")) {
        return base::ready<QString>(status);
    }
    return line
        .post({"POST", sessionsPath(QLatin1Char('/') + segment(line.endpoint.session) + QStringLiteral("/start")),
               Json::object()})
        .then(statusIn);
}

Future<QString> configure(const Line& line, const WebhookWish& wish, const Json& session)
{
    const QString status = textAt(session, "status");
    auto config = wish.url.isEmpty() ? std::nullopt : withWebhook(at(session, "config"), wish);
    if (!config) {
        return start(line, status);
    }
    return line
        .post(
            {"PUT", sessionsPath(QLatin1Char('/') + segment(line.endpoint.session)), {{"config", std::move(*config)}}})
        .then(statusIn)
        .then([line](const Result<QString>& changed) {
            return changed ? start(line, *changed) : base::ready<QString>(fail(changed.error()));
        });
}

/// Nothing where WAHA has none of that name.
Future<std::optional<Json>> readSession(const Line& line)
{
    return line.get(sessionsPath(QLatin1Char('/') + segment(line.endpoint.session)))
        .then([](const Result<http::Response>& answer) -> Result<std::optional<Json>> {
            if (!answer) {
                return fail(answer.error());
            }
            if (answer->status == 404) {
                return std::optional<Json>();
            }
            auto body = base::parseJson(answer->body);
            if (answer->status < 200 || answer->status > 299 || !body) {
                return fail(classify(*answer));
            }
            return std::optional(std::move(*body));
        });
}

} // namespace

Json webhookOf(const WebhookWish& wish)
{
    return {{"url", utf8(wish.url.toString(QUrl::FullyEncoded))},
            {"events",
             {"message.any", "message.ack", "message.reaction", "message.edited", "message.revoked", "session.status"}},
            {"hmac", {{"key", utf8(wish.hmacKey)}}},
            {"retries", {{"policy", "exponential"}, {"delaySeconds", 2}, {"attempts", 15}}}};
}

std::optional<Json> withWebhook(const Json& config, const WebhookWish& wish)
{
    const Json ours = webhookOf(wish);
    const Json& there = at(config, "webhooks");
    Json webhooks = Json::array();
    int same = 0;
    int leading = 0;
    for (const Json& webhook : there.is_array() ? there : Json::array()) {
        if (QUrl(textAt(webhook, "url")).path() != wish.url.path()) {
            webhooks.push_back(webhook);
            continue;
        }
        ++leading;
        same += equals(webhook, ours) ? 1 : 0;
    }
    if (same == 1 && leading == 1) {
        return std::nullopt;
    }
    webhooks.push_back(ours);
    Json changed = config.is_object() ? config : Json::object();
    changed["webhooks"] = std::move(webhooks);
    return changed;
}

Future<QString> prepareSession(const Line& line, const WebhookWish& wish)
{
    return readSession(line).then([line, wish](const Result<std::optional<Json>>& session) {
        return !session    ? base::ready<QString>(fail(session.error()))
               : !*session ? create(line, wish)
                           : configure(line, wish, **session);
    });
}

Future<QString> wakeSession(const Line& line)
{
    return readSession(line).then([line](const Result<std::optional<Json>>& session) {
        return !session ? base::ready<QString>(fail(session.error()))
               : !*session
                   ? base::ready<QString>(fail(ErrorCode::NotFound, QStringLiteral("WAHA has no session of this name")))
                   : start(line, textAt(**session, "status"));
    });
}

Future<QString> pairingCode(const Line& line)
{
    return line.get(sessionPath(line.endpoint.session, QStringLiteral("/auth/qr?format=raw")))
        .then([](const Result<http::Response>& answer) -> Result<QString> {
            if (!answer) {
                return fail(answer.error());
            }
            const auto body = base::parseJson(answer->body);
            const QString code = answer->status == 200 && body ? textAt(*body, "value") : QString();
            if (code.isEmpty()) {
                return fail(answer->status == 200 || answer->status == 422
                                ? Error{ErrorCode::Unavailable, {}, QStringLiteral("WAHA shows no code to scan")}
                                : classify(*answer));
            }
            return code;
        });
}

} // namespace delpek::channels::waha
