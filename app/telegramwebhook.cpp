// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/telegramwebhook.h"

#include "base/logging.h"
#include "channels/telegram/setup.h"
#include "config/keys.h"

namespace delpek::app
{

namespace
{

void tellWhere(const channels::telegram::Line& line, const QUrl& address, const QByteArray& secret)
{
    channels::telegram::registerWebhook(line, address, QString::fromUtf8(secret))
        .then([](const Result<Done>& registered) {
            if (registered) {
                qCInfo(lcChannels) << "Telegram delivers to the public address";
            } else {
                qCWarning(lcChannels).noquote()
                    << "Telegram was not told where to deliver:" << base::describe(registered.error());
            }
        });
}

void takeBack(const channels::telegram::Line& line, const QUrl& address)
{
    channels::telegram::removeOwnWebhook(line, address).then([](const Result<bool>& removed) {
        if (!removed) {
            qCWarning(lcChannels).noquote()
                << "Telegram was not asked for our webhook:" << base::describe(removed.error());
        } else if (*removed) {
            qCInfo(lcChannels) << "Telegram delivers to the public address no more; it is asked instead";
        }
    });
}

} // namespace

void arrangeWebhook(const config::Config& config, const channels::telegram::Line& line, const QByteArray& secret)
{
    const QUrl address(config.get(config::keys::listenPublicUrl));
    if (address.isEmpty()) {
        return;
    }
    if (config.get(config::keys::telegramMode) == QLatin1String("webhook")) {
        tellWhere(line, address, secret);
    } else {
        takeBack(line, address);
    }
}

} // namespace delpek::app
