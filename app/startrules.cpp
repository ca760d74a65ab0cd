// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startrules.h"

#include "api/webchat/site.h"
#include "app/check/reach.h"
#include "app/odooparts.h"
#include "channels/telegram/setup.h"
#include "domain/connections.h"
#include "domain/email.h"

#include <QRegularExpression>
#include <QUrl>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;

tl::unexpected<Error> wrong(const QString& name, const char* what, const char* key)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(name, QLatin1String(what)), QLatin1String(key));
}

QString nameOf(const config::Text& key)
{
    return QLatin1String(key.spec.name);
}

/// http or https with a host; empty is fine.
Result<Done> checkAddress(const config::Config& config, const config::Text& key)
{
    const QString text = config.get(key);
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (text.isEmpty() || (url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty())) {
        return Done{};
    }
    return wrong(nameOf(key), "must be an address such as https://clinic.example", "setup.address");
}

Result<Done> checkPublicUrl(const config::Config& config)
{
    const QString text = config.get(keys::listenPublicUrl);
    if (text.isEmpty() || check::publicAddress(text)) {
        return Done{};
    }
    return wrong(nameOf(keys::listenPublicUrl), "must be an address without anything behind the name", "setup.address");
}

Result<Done> need(const config::Config& config, const config::Text& key)
{
    return config.get(key).trimmed().isEmpty() ? wrong(nameOf(key), "is needed", "setup.missing")
                                               : Result<Done>(Done{});
}

Result<Done> needSecrets(const SecretReader& secret, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (secret(QLatin1String(name)).isEmpty()) {
            return wrong(QLatin1String(name), "is needed", "setup.secretMissing");
        }
    }
    return Done{};
}

Result<Done> needChecked(const SecretReader& secret, const char* name)
{
    return needSecrets(secret, {name}).and_then([&](Done) {
        return checkSecret(QLatin1String(name), secret(QLatin1String(name)));
    });
}

/// Where Telegram delivers to.
Result<Done> telegramAddress(const config::Config& config)
{
    return need(config, keys::listenPublicUrl).and_then([&](Done) {
        return channels::telegram::webhookAddress(QUrl(config.get(keys::listenPublicUrl)))
                   ? Result<Done>(Done{})
                   : wrong(nameOf(keys::listenPublicUrl), "is nothing that Telegram delivers to",
                           "setup.telegramAddress");
    });
}

Result<Done> telegram(const config::Config& config, const SecretReader& secret)
{
    const auto token = needChecked(secret, "telegram.bot-token");
    if (!token || config.get(keys::telegramMode) != QLatin1String("webhook")) {
        return token;
    }
    return needChecked(secret, "telegram.webhook-secret").and_then([&](Done) { return telegramAddress(config); });
}

Result<Done> webchat(const config::Config& config)
{
    if (!api::webchat::parseOrigins(config.get(keys::webchatAllowedOrigins))) {
        return wrong(nameOf(keys::webchatAllowedOrigins), "must be sites such as https://www.clinic.example",
                     "setup.origins");
    }
    return Done{};
}

Result<Done> odoo(const config::Config& config, const SecretReader& secret)
{
    return need(config, keys::odooUrl)
        .and_then([&](Done) { return need(config, keys::odooLogin); })
        .and_then([&](Done) { return needSecrets(secret, {"odoo.secret"}); })
        .and_then([&](Done) {
            return odooMapping(config)
                       ? Result<Done>(Done{})
                       : wrong(nameOf(keys::odooMapping), "is no mapping that can be read", "setup.mapping");
        });
}

Result<Done> sms(const config::Config& config, const SecretReader& secret)
{
    return need(config, keys::notifySmsFrom).and_then([&](Done) { return needSecrets(secret, {"twilio.auth-token"}); });
}

Result<Done> email(const config::Config& config, const SecretReader& secret)
{
    const auto from = need(config, keys::notifyEmailFrom).and_then([&](Done) {
        return domain::checkEmail(config.get(keys::notifyEmailFrom))
                   ? Result<Done>(Done{})
                   : wrong(nameOf(keys::notifyEmailFrom), "must be one address such as desk@clinic.example",
                           "setup.email");
    });
    if (!from || config.get(keys::notifyEmailBy) != QLatin1String("smtp")) {
        return from.and_then([&](Done) { return needSecrets(secret, {"sendgrid.api-key"}); });
    }
    const bool signsIn = !config.get(keys::notifyEmailSmtpUser).isEmpty();
    return need(config, keys::notifyEmailSmtpHost).and_then([&](Done) {
        return signsIn ? needSecrets(secret, {"smtp.password"}) : Result<Done>(Done{});
    });
}

/// A server of the clinic's own may ask for no key.
Result<Done> model(const config::Config& config, const SecretReader& secret)
{
    return need(config, keys::llmModel).and_then([&](Done) {
        return config.get(keys::llmApiBase).isEmpty() ? needSecrets(secret, {"llm.api-key"}) : Result<Done>(Done{});
    });
}

QString modeOf(const domain::Connection& connection, const config::Config& config)
{
    return connection.modeKey.isEmpty() ? QString() : config.text(connection.modeKey);
}

bool isOn(const domain::Connection& connection, const config::Config& config)
{
    return config.text(connection.onKey) != connection.off;
}

} // namespace

Result<Done> wouldStart(const QString& connection, const config::Config& config, const SecretReader& secret)
{
    const domain::Connection* found = domain::findConnection(connection);
    Result<Done> fine = Done{};
    for (const auto* key :
         {&keys::wahaApiBase, &keys::wahaCallbackUrl, &keys::odooUrl, &keys::llmApiBase, &keys::transcriptionApiBase}) {
        if (found && found->settings.contains(nameOf(*key))) {
            fine = fine.and_then([&](Done) { return checkAddress(config, *key); });
        }
    }
    if (found && found->settings.contains(nameOf(keys::listenPublicUrl)) &&
        domain::countsIn(*found, nameOf(keys::listenPublicUrl), modeOf(*found, config))) {
        fine = fine.and_then([&](Done) { return checkPublicUrl(config); });
    }
    if (!fine || !found || !isOn(*found, config)) {
        return fine;
    }
    if (connection == QLatin1String("telegram")) {
        return telegram(config, secret);
    }
    if (connection == QLatin1String("whatsapp")) {
        return needSecrets(secret, {"whatsapp.access-token", "whatsapp.app-secret"});
    }
    if (connection == QLatin1String("waha")) {
        return needSecrets(secret, {"waha.api-key", "waha.webhook-secret"});
    }
    if (connection == QLatin1String("webchat")) {
        return webchat(config);
    }
    if (connection == QLatin1String("odoo")) {
        return odoo(config, secret);
    }
    if (connection == QLatin1String("model")) {
        return model(config, secret);
    }
    if (connection == QLatin1String("sms")) {
        return sms(config, secret);
    }
    return connection == QLatin1String("email") ? email(config, secret) : fine;
}

Result<Done> checkSecret(const QString& name, const QString& value)
{
    if (value.isEmpty()) {
        return wrong(name, "is empty", "setup.secretEmpty");
    }
    if (std::ranges::any_of(value, [](QChar sign) { return sign.category() == QChar::Other_Control; })) {
        return wrong(name, "must be one line of text", "setup.line");
    }
    static const QRegularExpression botToken(QStringLiteral("\\A[0-9]{1,20}:[A-Za-z0-9_-]+\\z"));
    if (name == QLatin1String("telegram.bot-token") && !botToken.match(value).hasMatch()) {
        return wrong(name, "must have the form <digits>:<letters>, as BotFather gives it", "setup.token");
    }
    if (name == QLatin1String("telegram.webhook-secret") && !channels::telegram::isWebhookSecret(value)) {
        return wrong(name, "must have 1 to 256 of the characters A-Z a-z 0-9 _ and -", "setup.webhookSecret");
    }
    return Done{};
}

ConfigReader namingFaults(ConfigReader read)
{
    return [read = std::move(read)] {
        return read().map_error([](Error&& error) {
            if (error.key.isEmpty()) {
                error.key = QStringLiteral("setup.config");
            }
            return std::move(error);
        });
    };
}

} // namespace delpek::app
