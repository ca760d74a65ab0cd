// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/check.h"

#include "channels/waha/line.h"
#include "channels/waha/watch.h"

#include <array>

namespace delpek::channels::waha
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

constexpr auto patience = std::chrono::seconds(10);

QString word(const char* text)
{
    return QString::fromLatin1(text);
}

Finding good(const char* subject, const QString& detail = {})
{
    return {word(subject), FindingState::Good, {}, detail};
}

Finding fault(const char* subject, const char* key, const QString& detail = {})
{
    return {word(subject), FindingState::Fault, word(key), detail};
}

Finding attention(const char* subject, const char* key, const QString& detail = {})
{
    return {word(subject), FindingState::Attention, word(key), detail};
}

/// "WAHA 2026.7.1, engine GOWS, tier CORE"; what this release does not tell is left out.
QString releaseOf(const Line& line, const base::Cancel& cancel)
{
    // The name of the call differs by release.
    for (const char* path : {"/api/version", "/api/server/version"}) {
        const auto answer = base::await(line.get(word(path)), cancel);
        const Json body = answer && answer->status == 200 ? base::parseJson(answer->body).value_or(Json()) : Json();
        if (const QString version = textAt(body, "version"); !version.isEmpty()) {
            QString release = QStringLiteral("WAHA ") + version.left(32);
            for (const char* member : {"engine", "tier"}) {
                if (const QString value = textAt(body, member); !value.isEmpty()) {
                    release += QStringLiteral(", %1 %2").arg(word(member), value.left(16));
                }
            }
            return release;
        }
    }
    return {};
}

/// The session's webhooks that lead to Delpek.
std::vector<Json> webhooksTo(const QString& path, const Json& session)
{
    std::vector<Json> ours;
    const Json& all = at(at(session, "config"), "webhooks");
    for (const Json& webhook : all.is_array() ? all : Json::array()) {
        if (QUrl(textAt(webhook, "url")).path() == path) {
            ours.push_back(webhook);
        }
    }
    return ours;
}

Finding webhookFinding(const CheckSetup& setup, const Json& webhook)
{
    const QString key = textAt(at(webhook, "hmac"), "key");
    if (setup.webhookSecret.isEmpty()) {
        return fault("webhook", "check.wahaWebhookSecretMissing");
    }
    if (key.isEmpty()) {
        return fault("webhook", "check.wahaWebhookUnsigned");
    }
    // A release may show stars in its place.
    const bool isShown = key.count(QLatin1Char('*')) < key.size();
    return isShown && key != setup.webhookSecret ? fault("webhook", "check.wahaWebhookSecret") : good("webhook");
}

Finding subscriptionFinding(const std::vector<Json>& webhooks)
{
    QStringList events;
    for (const Json& webhook : webhooks) {
        for (const Json& event : at(webhook, "events")) {
            events << (event.is_string() ? QString::fromStdString(event.get<std::string>()) : QString());
        }
    }
    if (events.contains(QLatin1String("*"))) {
        return good("subscription");
    }
    if (!events.contains(QLatin1String("message")) && !events.contains(QLatin1String("message.any"))) {
        return fault("subscription", "check.wahaEventsMessages");
    }
    QStringList missing;
    for (const char* event :
         {"message.any", "message.ack", "message.reaction", "message.edited", "message.revoked", "session.status"}) {
        if (!events.contains(QLatin1String(event))) {
            missing << word(event);
        }
    }
    return missing.isEmpty() ? good("subscription")
                             : attention("subscription", "check.wahaEvents", missing.join(QStringLiteral(", ")));
}

} // namespace

Findings check(const CheckSetup& setup, http::Client& client, const base::Cancel& cancel)
{
    if (setup.key.isEmpty()) {
        return {fault("token", "check.wahaKeyMissing")};
    }
    const Line line{setup.endpoint, setup.key, &client, patience};
    const auto answer = base::await(client.send(sessionRequest(setup.endpoint, setup.key, patience)), cancel);
    const auto standing = faultIn(answer);
    if (standing && (standing->key == QLatin1String("channel.wahaUnreachable") ||
                     standing->key == QLatin1String("channel.wahaKey"))) {
        return {Finding{word("token"), FindingState::Fault, standing->key, standing->detail}};
    }
    Findings findings{good("token")};
    if (standing && standing->key == QLatin1String("channel.wahaMissing")) {
        findings.push_back({word("session"), FindingState::Fault, standing->key, standing->detail});
        return findings;
    }
    const QString release = releaseOf(line, cancel);
    findings.push_back(
        standing ? Finding{word("session"), FindingState::Fault, standing->key,
                           release.isEmpty() ? standing->detail : standing->detail + QStringLiteral("; ") + release}
                 : good("session", release));
    const Json session = base::parseJson(answer->body).value_or(Json());
    const auto webhooks = webhooksTo(setup.webhookPath, session);
    if (webhooks.empty()) {
        findings.push_back(attention("webhook", "check.wahaWebhookNone"));
        return findings;
    }
    findings.push_back(webhookFinding(setup, webhooks.front()));
    findings.push_back(subscriptionFinding(webhooks));
    return findings;
}

} // namespace delpek::channels::waha
