// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setupwords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <array>

namespace delpek::ui::setupwords
{

namespace
{

struct SetupWords {
    Q_DECLARE_TR_FUNCTIONS(SetupWords)
};

constexpr auto connectionNames = std::to_array<KeyText>({
    {"telegram", QT_TRANSLATE_NOOP("SetupWords", "Telegram")},
    {"whatsapp", QT_TRANSLATE_NOOP("SetupWords", "WhatsApp (Meta's Cloud API)")},
    {"waha", QT_TRANSLATE_NOOP("SetupWords", "WhatsApp by the clinic's phone (WAHA)")},
    {"webchat", QT_TRANSLATE_NOOP("SetupWords", "Chat on the clinic's site")},
    {"odoo", QT_TRANSLATE_NOOP("SetupWords", "The clinic's records (Odoo)")},
    {"model", QT_TRANSLATE_NOOP("SetupWords", "Language model")},
});

constexpr auto connectionHints = std::to_array<KeyText>({
    {"telegram",
     QT_TRANSLATE_NOOP("SetupWords", "Patients write to a bot of the clinic. Make it with BotFather in Telegram and "
                                     "paste its token here.")},
    {"whatsapp", QT_TRANSLATE_NOOP("SetupWords",
                                   "Meta delivers each message to an https address on the internet. A computer in the "
                                   "clinic has none of its own: a tunnel or a proxy gives it one. Without it, choose "
                                   "WAHA or Telegram.")},
    {"waha", QT_TRANSLATE_NOOP("SetupWords",
                               "WAHA runs on a machine of the clinic and works with the clinic's phone as WhatsApp Web "
                               "does. It needs no address on the internet.")},
    {"webchat", QT_TRANSLATE_NOOP("SetupWords",
                                  "A chat page that the clinic's site can show. Visitors reach it by an address on the "
                                  "internet, as a tunnel or a proxy gives it.")},
    {"odoo", QT_TRANSLATE_NOOP("SetupWords", "Patients, visits and invoices come from the clinic's Odoo. Without it "
                                             "Delpek keeps a book of its own.")},
    {"model", QT_TRANSLATE_NOOP("SetupWords",
                                "Without a model Delpek answers by its own rules and nothing leaves the clinic. With "
                                "one, what patients write goes to the provider.")},
});

constexpr auto keyLabels = std::to_array<KeyText>({
    {"telegram.enabled", QT_TRANSLATE_NOOP("SetupWords", "The bot runs")},
    {"telegram.mode", QT_TRANSLATE_NOOP("SetupWords", "How messages come")},
    {"telegram.bot-token", QT_TRANSLATE_NOOP("SetupWords", "Bot token")},
    {"telegram.webhook-secret", QT_TRANSLATE_NOOP("SetupWords", "Webhook secret")},
    {"whatsapp.phone-number-id", QT_TRANSLATE_NOOP("SetupWords", "Phone number ID")},
    {"whatsapp.business-account-id", QT_TRANSLATE_NOOP("SetupWords", "WhatsApp account ID")},
    {"listen.public-url", QT_TRANSLATE_NOOP("SetupWords", "Delpek's address on the internet")},
    {"whatsapp.access-token", QT_TRANSLATE_NOOP("SetupWords", "Access token")},
    {"whatsapp.app-secret", QT_TRANSLATE_NOOP("SetupWords", "App secret")},
    {"whatsapp.verify-token", QT_TRANSLATE_NOOP("SetupWords", "Verify token, made up by you")},
    {"waha.session", QT_TRANSLATE_NOOP("SetupWords", "Session")},
    {"waha.api-base", QT_TRANSLATE_NOOP("SetupWords", "WAHA's address")},
    {"waha.callback-url", QT_TRANSLATE_NOOP("SetupWords", "Delpek's address for WAHA")},
    {"waha.api-key", QT_TRANSLATE_NOOP("SetupWords", "WAHA's API key")},
    {"waha.webhook-secret", QT_TRANSLATE_NOOP("SetupWords", "Webhook's HMAC key")},
    {"webchat.enabled", QT_TRANSLATE_NOOP("SetupWords", "The chat page is served")},
    {"webchat.allowed-origins", QT_TRANSLATE_NOOP("SetupWords", "Sites that may show it")},
    {"clinic.records", QT_TRANSLATE_NOOP("SetupWords", "Records are kept in")},
    {"odoo.url", QT_TRANSLATE_NOOP("SetupWords", "Odoo's address")},
    {"odoo.database", QT_TRANSLATE_NOOP("SetupWords", "Database")},
    {"odoo.login", QT_TRANSLATE_NOOP("SetupWords", "Login of Delpek's user")},
    {"odoo.secret", QT_TRANSLATE_NOOP("SetupWords", "API key or password")},
    {"agent.brain", QT_TRANSLATE_NOOP("SetupWords", "Answers come from")},
    {"llm.provider", QT_TRANSLATE_NOOP("SetupWords", "Provider")},
    {"llm.model", QT_TRANSLATE_NOOP("SetupWords", "Model")},
    {"llm.api-base", QT_TRANSLATE_NOOP("SetupWords", "Address, if not the provider's")},
    {"llm.api-key", QT_TRANSLATE_NOOP("SetupWords", "API key")},
});

constexpr auto choiceTexts = std::to_array<KeyText>({
    {"telegram.mode=polling", QT_TRANSLATE_NOOP("SetupWords", "Delpek fetches them (polling)")},
    {"telegram.mode=webhook", QT_TRANSLATE_NOOP("SetupWords", "Telegram delivers them (webhook)")},
    {"clinic.records=builtin", QT_TRANSLATE_NOOP("SetupWords", "Delpek's own book")},
    {"clinic.records=odoo", QT_TRANSLATE_NOOP("SetupWords", "Odoo")},
    {"agent.brain=offline", QT_TRANSLATE_NOOP("SetupWords", "Delpek's own rules")},
    {"agent.brain=llm", QT_TRANSLATE_NOOP("SetupWords", "A language model")},
    {"llm.provider=anthropic", QT_TRANSLATE_NOOP("SetupWords", "Anthropic")},
    {"llm.provider=openai", QT_TRANSLATE_NOOP("SetupWords", "OpenAI, or what speaks like it")},
    {"llm.provider=gemini", QT_TRANSLATE_NOOP("SetupWords", "Google Gemini")},
});

constexpr auto choiceEffects = std::to_array<KeyText>({
    {"telegram.mode=polling",
     QT_TRANSLATE_NOOP("SetupWords", "Delpek keeps asking Telegram for new messages and needs no address on the "
                                     "internet.")},
    {"telegram.mode=webhook",
     QT_TRANSLATE_NOOP("SetupWords", "Telegram sends each message to Delpek's address on the internet, which a tunnel "
                                     "or a proxy gives it. The secret shows that it comes from Telegram: make up a "
                                     "long word of letters and digits.")},
});

constexpr auto setupSentences = std::to_array<KeyText>({
    {"setup.none", QT_TRANSLATE_NOOP("SetupWords", "At this desk nothing can be connected. Do it on the machine where "
                                                   "Delpek's engine runs.")},
    {"setup.value", QT_TRANSLATE_NOOP("SetupWords", "This value is not possible. Choose another one.")},
    {"setup.line", QT_TRANSLATE_NOOP("SetupWords", "This must be one line. Paste it again without line breaks.")},
    {"setup.address",
     QT_TRANSLATE_NOOP("SetupWords", "This is no address. Write it with http:// or https:// and without a user, such "
                                     "as https://chat.clinic.example; for Delpek's own, nothing follows the name.")},
    {"setup.origins", QT_TRANSLATE_NOOP("SetupWords", "These are no sites. Write them as https://www.clinic.example, "
                                                      "several parted by spaces.")},
    {"setup.token", QT_TRANSLATE_NOOP("SetupWords", "This is no bot token. BotFather gives it as digits, a colon and "
                                                    "letters. Copy all of it.")},
    {"setup.telegramAddress",
     QT_TRANSLATE_NOOP("SetupWords", "Telegram does not deliver to this address. It must begin with https://, and "
                                     "behind the name stands no port, or 443, 80, 88 or 8443.")},
    {"setup.webhookSecret",
     QT_TRANSLATE_NOOP("SetupWords", "Telegram does not take this. Make up a word of English letters, digits, - and _, "
                                     "at most 256.")},
    {"setup.missing", QT_TRANSLATE_NOOP("SetupWords", "This is needed before the connection can be switched on.")},
    {"setup.secretMissing",
     QT_TRANSLATE_NOOP("SetupWords", "This is needed before the connection can be switched on: without it Delpek would "
                                     "not start.")},
    {"setup.secretEmpty", QT_TRANSLATE_NOOP("SetupWords", "Nothing was typed.")},
    {"setup.secretNeeded",
     QT_TRANSLATE_NOOP("SetupWords", "The connection needs this. Switch it off first, or type a new one.")},
    {"setup.overridden",
     QT_TRANSLATE_NOOP("SetupWords", "The environment or the command line gives this, and the file cannot change it. "
                                     "Change it there.")},
    {"setup.unknown", QT_TRANSLATE_NOOP("SetupWords", "This is no setting of a connection.")},
    {"setup.file", QT_TRANSLATE_NOOP("SetupWords", "The configuration file cannot be read or written, so nothing was "
                                                   "changed. Check its rights and the space on the disk.")},
    {"setup.config", QT_TRANSLATE_NOOP("SetupWords", "The settings have a mistake with which Delpek would not start. "
                                                     "Correct it where they are kept, then look here again.")},
    {"setup.off", QT_TRANSLATE_NOOP("SetupWords", "This connection is off, so there is nothing to check.")},
});

} // namespace

QString name(const QString& connection)
{
    return textOf(connectionNames, connection, "SetupWords");
}

QString hint(const QString& connection)
{
    return textOf(connectionHints, connection, "SetupWords");
}

QString label(const QString& key)
{
    const QString known = textOf(keyLabels, key, "SetupWords");
    return known.isEmpty() ? domain::isolate(key) : known;
}

QString choice(const QString& key, const QString& value)
{
    const QString known = textOf(choiceTexts, key + QLatin1Char('=') + value, "SetupWords");
    return known.isEmpty() ? value : known;
}

QString effect(const QString& key, const QString& value)
{
    return textOf(choiceEffects, key + QLatin1Char('=') + value, "SetupWords");
}

QString whyFixed(const desk::Setting& setting)
{
    if (setting.canChange()) {
        return {};
    }
    return setting.source == desk::Setting::Source::Environment
               ? SetupWords::tr("The environment sets it: %1").arg(domain::isolate(setting.place))
               : SetupWords::tr("The command line sets it");
}

QString sentence(const QString& key)
{
    return textOf(setupSentences, key, "SetupWords");
}

QString subject(const base::Error& error)
{
    const QString name = error.detail.section(QLatin1Char(':'), 0, 0);
    return desk::isConnectionSetting(name) || !textOf(keyLabels, name, "SetupWords").isEmpty() ? name : QString();
}

QString trouble(const base::Error& error)
{
    const QString about = subject(error);
    const QString text = words::sentence(error);
    return about.isEmpty() ? text : SetupWords::tr("%1: %2").arg(label(about), text);
}

} // namespace delpek::ui::setupwords
