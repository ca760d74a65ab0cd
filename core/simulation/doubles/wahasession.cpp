// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/wahasession.h"

#include <QStringList>
#include <QUrl>

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

using Checked = tl::expected<Done, WahaRefusal>;

tl::unexpected<WahaRefusal> refuse(const char* message, int status = 400)
{
    return tl::unexpected(WahaRefusal{status, QLatin1String(message)});
}

bool hasOnly(const Json& object, const std::vector<const char*>& allowed)
{
    return object.is_object() && std::all_of(object.items().begin(), object.items().end(), [&](const auto& item) {
               return std::any_of(allowed.begin(), allowed.end(), [&](const char* name) { return item.key() == name; });
           });
}

bool isEvent(const Json& event)
{
    static const QStringList known{
        QStringLiteral("*"),
        QStringLiteral("message"),
        QStringLiteral("message.any"),
        QStringLiteral("message.ack"),
        QStringLiteral("message.ack.group"),
        QStringLiteral("message.reaction"),
        QStringLiteral("message.edited"),
        QStringLiteral("message.revoked"),
        QStringLiteral("message.waiting"),
        QStringLiteral("session.status"),
        QStringLiteral("presence.update"),
    };
    return event.is_string() && known.contains(QString::fromStdString(event.get<std::string>()));
}

Checked checkRetries(const Json& retries)
{
    const QStringList policies{QStringLiteral("constant"), QStringLiteral("linear"), QStringLiteral("exponential")};
    const bool good = hasOnly(retries, {"policy", "delaySeconds", "attempts"}) &&
                      policies.contains(textAt(retries, "policy")) &&
                      base::integerAt(retries, "delaySeconds").value_or(0) > 0 &&
                      base::integerAt(retries, "attempts").value_or(0) > 0;
    return good ? Checked(Done{}) : refuse("retries are wrong");
}

Checked checkWebhook(const Json& webhook)
{
    const QUrl url(textAt(webhook, "url"));
    const Json& events = at(webhook, "events");
    if (!hasOnly(webhook, {"url", "events", "hmac", "retries", "customHeaders"})) {
        return refuse("a webhook has an unknown member");
    }
    if (!url.scheme().startsWith(QLatin1String("http")) || url.host().isEmpty()) {
        return refuse("url must be a URL address");
    }
    if (!events.is_array() || events.empty() || !std::all_of(events.begin(), events.end(), isEvent)) {
        return refuse("events are wrong");
    }
    const Json& hmac = at(webhook, "hmac");
    if (!hmac.is_null() && (!hasOnly(hmac, {"key"}) || !at(hmac, "key").is_string() || textAt(hmac, "key").isEmpty())) {
        return refuse("hmac.key must be a string");
    }
    return webhook.contains("retries") ? checkRetries(webhook["retries"]) : Checked(Done{});
}

} // namespace

Checked checkWahaConfig(const Json& config)
{
    if (!hasOnly(config, {"webhooks", "metadata", "proxy", "debug", "ignore", "client", "noweb", "webjs"})) {
        return refuse("config has an unknown member");
    }
    const Json& webhooks = at(config, "webhooks");
    if (!webhooks.is_null() && !webhooks.is_array()) {
        return refuse("webhooks must be an array");
    }
    for (const Json& webhook : webhooks) {
        if (const auto good = checkWebhook(webhook); !good) {
            return good;
        }
    }
    return Done{};
}

Checked WahaSession::create(const Json& body, const QString& name)
{
    if (!hasOnly(body, {"name", "start", "config"})) {
        return refuse("the body has an unknown member");
    }
    // The double has room for one.
    if (textAt(body, "name") != name) {
        return refuse("name must be the session's");
    }
    if (exists) {
        return refuse("Session already exists", 422);
    }
    const Json& wished = at(body, "config");
    if (const auto good = wished.is_null() ? Checked(Done{}) : checkWahaConfig(wished); !good) {
        return good;
    }
    exists = true;
    linked = false;
    config = wished.is_null() ? Json::object() : wished;
    status = QStringLiteral("STOPPED");
    if (base::boolAt(body, "start")) {
        start();
    }
    return Done{};
}

Checked WahaSession::configure(const Json& body)
{
    const Json& wished = at(body, "config");
    if (!hasOnly(body, {"name", "config"}) || !wished.is_object()) {
        return refuse("the body must hold the whole config");
    }
    if (const auto good = checkWahaConfig(wished); !good) {
        return good;
    }
    config = wished;
    if (status != QLatin1String("STOPPED")) {
        start();
    }
    return Done{};
}

void WahaSession::start()
{
    status = linked ? QStringLiteral("WORKING") : QStringLiteral("SCAN_QR_CODE");
}

} // namespace delpek::simulation
