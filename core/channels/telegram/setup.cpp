// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/setup.h"

#include <QRegularExpression>

namespace delpek::channels::telegram
{

namespace
{

Result<Done> doneOf(const Result<http::Response>& answer)
{
    return resultOf(answer).map([](const base::Json&) { return Done{}; });
}

} // namespace

Result<QUrl> webhookAddress(const QUrl& publicBase)
{
    const int port = publicBase.port(443);
    const bool isPortTaken = port == 443 || port == 80 || port == 88 || port == 8443;
    if (publicBase.scheme() != QLatin1String("https") || publicBase.host().isEmpty() || !isPortTaken) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("Telegram delivers to https addresses on port 443, 80, 88 or 8443 only"),
                    QStringLiteral("telegram.webhookAddress"));
    }
    QUrl url = publicBase;
    QString path = publicBase.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    url.setPath(path + QStringLiteral("/api/telegram/webhook"));
    return url;
}

bool isWebhookSecret(const QString& secret)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_-]{1,256}\\z"));
    return form.match(secret).hasMatch();
}

Future<Done> registerWebhook(const Line& line, const QUrl& publicBase, const QString& secret)
{
    const auto url = webhookAddress(publicBase);
    if (!url) {
        return base::ready<Done>(fail(url.error()));
    }
    if (!isWebhookSecret(secret)) {
        return base::ready<Done>(fail(ErrorCode::InvalidInput,
                                      QStringLiteral("the secret telegram.webhook-secret must have 1 to 256 of the "
                                                     "characters A-Z a-z 0-9 _ and -"),
                                      QStringLiteral("telegram.webhookSecret")));
    }
    const base::Json body{{"url", base::utf8(url->toString(QUrl::FullyEncoded))},
                          {"secret_token", base::utf8(secret)},
                          {"allowed_updates", allowedUpdates()}};
    return line.post({QStringLiteral("setWebhook"), body}).then(doneOf);
}

Future<Done> removeWebhook(const Line& line)
{
    return line.post({QStringLiteral("deleteWebhook"), base::Json::object()}).then(doneOf);
}

Future<bool> removeOwnWebhook(const Line& line, const QUrl& publicBase)
{
    const auto own = webhookAddress(publicBase);
    if (!own) {
        return base::ready(Result<bool>(false));
    }
    return line.post({QStringLiteral("getWebhookInfo"), base::Json::object()})
        .then([line, own = *own](const Result<http::Response>& answer) {
            const auto info = resultOf(answer);
            if (!info || QUrl(base::textAt(*info, "url")) != own) {
                return base::ready(info.map([](const base::Json&) { return false; }));
            }
            return removeWebhook(line).then(
                [](const Result<Done>& gone) { return gone.map([](Done) { return true; }); });
        });
}

} // namespace delpek::channels::telegram
