// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wahasession.h"

#include "base/logging.h"
#include "config/keys.h"

namespace delpek::app
{

channels::waha::WebhookWish wahaWebhook(const config::Config& config, const QString& hmacKey)
{
    QString base = config.get(config::keys::wahaCallbackUrl);
    if (base.isEmpty()) {
        base = config.get(config::keys::listenPublicUrl);
    }
    if (base.isEmpty()) {
        return {{}, hmacKey};
    }
    QUrl url(base);
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    url.setPath(path + QStringLiteral("/api/waha/webhook"));
    return {url, hmacKey};
}

void readySession(const channels::waha::Line& line, const channels::waha::WebhookWish& wish)
{
    channels::waha::prepareSession(line, wish).then([](const Result<QString>& status) {
        if (status) {
            qCInfo(lcChannels).noquote() << "WAHA's session is there:" << *status;
        } else {
            qCWarning(lcChannels).noquote() << "WAHA's session is not ready:" << base::describe(status.error());
        }
    });
}

} // namespace delpek::app
