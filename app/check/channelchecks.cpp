// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/channelchecks.h"

#include "app/check/reach.h"
#include "app/check/webchatcheck.h"
#include "app/secretreading.h"
#include "channels/telegram/check.h"
#include "channels/waha/check.h"
#include "channels/webchat/channel.h"
#include "channels/whatsapp/check.h"

namespace delpek::app::check
{

namespace
{

namespace keys = config::keys;
using channels::Findings;
using domain::ChannelKind;

/// A fault for each secret without which the engine does not start this channel.
void needSecrets(const Parts& parts, const QStringList& names, Findings& findings)
{
    for (const QString& name : names) {
        if (optionalSecret(parts.secrets, name).isEmpty()) {
            findings.push_back(fault(QStringLiteral("secret"), QStringLiteral("check.secret.missing"), name));
        }
    }
}

bool telegramPolls(const config::Config& config)
{
    return config.get(keys::telegramMode) == QLatin1String("polling");
}

QString telegramToken(const Parts& parts)
{
    return optionalSecret(parts.secrets, QStringLiteral("telegram.bot-token"));
}

ChannelCheck whatsappCheck()
{
    return {QStringLiteral("whatsapp"), ChannelKind::WhatsApp,
            [](const config::Config& config) { return !config.get(keys::whatsappPhoneNumberId).isEmpty(); },
            [](const Parts& parts) { return parts.config.get(keys::whatsappPhoneNumberId); },
            [](const Parts& parts, http::Client& client) {
                channels::whatsapp::CheckSetup setup;
                setup.endpoint = {QUrl(parts.config.get(keys::whatsappApiBase)),
                                  parts.config.get(keys::whatsappApiVersion),
                                  parts.config.get(keys::whatsappPhoneNumberId)};
                setup.businessAccountId = parts.config.get(keys::whatsappBusinessAccountId);
                setup.token = optionalSecret(parts.secrets, QStringLiteral("whatsapp.access-token"));
                // The files are compiled in, and a test reads them all.
                setup.templates = channels::whatsapp::loadTemplates(QStringLiteral(":/delpek/templates"))
                                      .value_or(std::vector<channels::whatsapp::Template>());
                Findings findings = channels::whatsapp::check(setup, client, parts.clock.now());
                needSecrets(parts, {QStringLiteral("whatsapp.app-secret")}, findings);
                return findings;
            }};
}

ChannelCheck wahaCheck()
{
    return {QStringLiteral("waha"), ChannelKind::Waha,
            [](const config::Config& config) { return !config.get(keys::wahaSession).isEmpty(); },
            [](const Parts& parts) { return parts.config.get(keys::wahaSession); },
            [](const Parts& parts, http::Client& client) {
                channels::waha::CheckSetup setup;
                setup.endpoint = {QUrl(parts.config.get(keys::wahaApiBase)), parts.config.get(keys::wahaSession)};
                setup.key = optionalSecret(parts.secrets, QStringLiteral("waha.api-key"));
                setup.webhookSecret = optionalSecret(parts.secrets, QStringLiteral("waha.webhook-secret"));
                return channels::waha::check(setup, client);
            }};
}

ChannelCheck telegramCheck()
{
    return {QStringLiteral("telegram"), ChannelKind::Telegram,
            [](const config::Config& config) { return config.get(keys::telegramEnabled); },
            // The bot's id is the open part of its token.
            [](const Parts& parts) { return telegramToken(parts).section(QLatin1Char(':'), 0, 0); },
            [](const Parts& parts, http::Client& client) {
                channels::telegram::CheckSetup setup;
                setup.apiBase = QUrl(parts.config.get(keys::telegramApiBase));
                setup.token = telegramToken(parts);
                setup.polling = telegramPolls(parts.config);
                const auto address = publicAddress(parts.config.get(keys::listenPublicUrl));
                if (!setup.polling && address) {
                    setup.webhook = *address;
                    setup.webhook.setPath(QStringLiteral("/api/telegram/webhook"));
                }
                Findings findings = channels::telegram::check(setup, client);
                if (!setup.polling) {
                    needSecrets(parts, {QStringLiteral("telegram.webhook-secret")}, findings);
                }
                return findings;
            }};
}

ChannelCheck webchatCheck()
{
    return {QStringLiteral("webchat"), ChannelKind::WebChat,
            [](const config::Config& config) { return config.get(keys::webchatEnabled); },
            [](const Parts&) { return channels::WebChatChannel().account(); },
            [](const Parts& parts, http::Client&) { return checkWebChat(parts.config); }};
}

} // namespace

std::vector<ChannelCheck> channelChecks()
{
    return {whatsappCheck(), wahaCheck(), telegramCheck(), webchatCheck()};
}

} // namespace delpek::app::check
