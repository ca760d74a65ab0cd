// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/check.h"

#include "channels/telegram/line.h"

#include <algorithm>

namespace delpek::channels::telegram
{

using base::Json;
using base::textAt;

namespace
{

Finding good(const char* subject, const QString& detail = {})
{
    return {QString::fromLatin1(subject), FindingState::Good, {}, detail};
}

Finding bad(const char* subject, const char* key, const QString& detail, FindingState state = FindingState::Fault)
{
    return {QString::fromLatin1(subject), state, QString::fromLatin1(key), detail};
}

Result<Json> ask(const Line& line, const char* method, const base::Cancel& cancel)
{
    return resultOf(base::await(line.post({QString::fromLatin1(method), Json::object()}), cancel));
}

Finding tokenFinding(const Error& error)
{
    const bool refused = error.code == ErrorCode::Unauthorised || error.code == ErrorCode::Forbidden;
    return bad("token", refused ? "check.telegramToken" : "check.telegramUnreachable", base::describe(error));
}

/// Deliveries that failed. While updates wait they fail now; otherwise it is over.
Finding deliveryFinding(const Json& info)
{
    const QString word = textAt(info, "last_error_message");
    const qint64 waiting = base::integerAt(info, "pending_update_count").value_or(0);
    if (word.isEmpty()) {
        return good("webhook");
    }
    if (waiting == 0) {
        return bad("webhook", "check.telegramWebhookFailed", word, FindingState::Attention);
    }
    if (word.contains(QLatin1String("401")) || word.contains(QLatin1String("403"))) {
        return bad("webhook", "check.telegramWebhookSecret", word);
    }
    if (word.contains(QLatin1String("certificate"), Qt::CaseInsensitive) ||
        word.contains(QLatin1String("SSL"), Qt::CaseInsensitive)) {
        return bad("webhook", "check.telegramCertificate", word);
    }
    return bad("webhook", "check.telegramWebhookFails", word);
}

Finding webhookFinding(const CheckSetup& setup, const Json& info)
{
    const QUrl url(textAt(info, "url"));
    if (setup.polling) {
        return url.isEmpty() ? good("webhook") : bad("webhook", "check.telegramWebhookSet", url.host());
    }
    if (url.isEmpty()) {
        return bad("webhook", "check.telegramWebhookMissing", {});
    }
    if (!setup.webhook.isEmpty() && setup.webhook != url) {
        return bad("webhook", "check.telegramWebhookElsewhere", url.host() + url.path());
    }
    return deliveryFinding(info);
}

/// Only the webhook's kinds are set for good; polling names its own with each question. Without a list all usual kinds
/// come.
Finding kindsFinding(const Json& info)
{
    const Json& kinds = base::at(info, "allowed_updates");
    QStringList missing;
    for (const Json& kind : kinds.is_array() ? allowedUpdates() : Json::array()) {
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
            missing.append(QString::fromStdString(kind.get<std::string>()));
        }
    }
    return missing.isEmpty()
               ? good("subscription")
               : bad("subscription", "check.telegramKinds", missing.join(QLatin1Char(' ')), FindingState::Attention);
}

Finding waitingFinding(const Json& info)
{
    const qint64 waiting = base::integerAt(info, "pending_update_count").value_or(0);
    const QString detail = QString::number(waiting);
    return waiting == 0 ? good("last-event", detail)
                        : bad("last-event", "check.telegramWaiting", detail, FindingState::Attention);
}

} // namespace

Findings check(const CheckSetup& setup, http::Client& client, const base::Cancel& cancel)
{
    const Line line{setup.apiBase, setup.token, &client};
    const auto bot = ask(line, "getMe", cancel);
    if (!bot) {
        return {tokenFinding(bot.error())};
    }
    Findings findings{good("token", QLatin1Char('@') + textAt(*bot, "username"))};
    const auto info = ask(line, "getWebhookInfo", cancel);
    if (!info) {
        findings.push_back(bad("webhook", "check.telegramUnreachable", base::describe(info.error())));
        return findings;
    }
    findings.push_back(webhookFinding(setup, *info));
    if (!setup.polling && !textAt(*info, "url").isEmpty()) {
        findings.push_back(kindsFinding(*info));
    }
    findings.push_back(waitingFinding(*info));
    return findings;
}

} // namespace delpek::channels::telegram
