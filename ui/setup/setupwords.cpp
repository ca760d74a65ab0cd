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
    {"sms", QT_TRANSLATE_NOOP("SetupWords", "Text messages to the staff (Twilio)")},
    {"email", QT_TRANSLATE_NOOP("SetupWords", "E-mail to the staff")},
    {"transcription", QT_TRANSLATE_NOOP("SetupWords", "Voice notes in writing")},
});

constexpr auto groupNames = std::to_array<KeyText>({
    {"answers", QT_TRANSLATE_NOOP("SetupWords", "Answers")},
    {"waiting", QT_TRANSLATE_NOOP("SetupWords", "While a patient waits for a doctor")},
    {"alerts", QT_TRANSLATE_NOOP("SetupWords", "Alerts to the staff")},
    {"privacy", QT_TRANSLATE_NOOP("SetupWords", "What the clinic has decided")},
});

constexpr auto groupHints = std::to_array<KeyText>({
    {"answers",
     QT_TRANSLATE_NOOP("SetupWords", "How the agent reads and answers, and how long a message of your own can be "
                                     "taken back.")},
    {"waiting", QT_TRANSLATE_NOOP("SetupWords", "What the patient is told by itself while no doctor has answered. What "
                                                "to do in an emergency is always said at once.")},
    {"alerts",
     QT_TRANSLATE_NOOP("SetupWords", "Who is on duty is set under On duty, how they are reached with each member of "
                                     "staff; text messages and e-mail are connected under Connections.")},
    {"privacy",
     QT_TRANSLATE_NOOP("SetupWords", "How long the clinic has to keep its correspondence, and what it may let "
                                     "leave, is for the clinic to know.")},
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
    {"sms", QT_TRANSLATE_NOOP("SetupWords", "Whoever is on duty gets a text message when an emergency or a question "
                                            "for the doctor waits. It needs an account at Twilio.")},
    {"email", QT_TRANSLATE_NOOP("SetupWords", "Whoever is on duty gets a mail in an emergency, and for a question to "
                                              "the doctor where no quicker way reaches them.")},
    {"transcription",
     QT_TRANSLATE_NOOP("SetupWords",
                       "A service that speaks OpenAI's audio API writes voice notes down, so that they can "
                       "be read and answered. The sound leaves the clinic for that address, unless it is a "
                       "server of the clinic's own. Without one a person listens to each.")},
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
    {"odoo.mapping", QT_TRANSLATE_NOOP("SetupWords", "Where Odoo keeps what")},
    {"odoo.secret", QT_TRANSLATE_NOOP("SetupWords", "API key or password")},
    {"agent.brain", QT_TRANSLATE_NOOP("SetupWords", "Answers come from")},
    {"llm.provider", QT_TRANSLATE_NOOP("SetupWords", "Provider")},
    {"llm.model", QT_TRANSLATE_NOOP("SetupWords", "Model")},
    {"llm.api-base", QT_TRANSLATE_NOOP("SetupWords", "Address, if not the provider's")},
    {"llm.api-key", QT_TRANSLATE_NOOP("SetupWords", "API key")},
    {"notify.sms.account", QT_TRANSLATE_NOOP("SetupWords", "Account SID")},
    {"notify.sms.from", QT_TRANSLATE_NOOP("SetupWords", "Sender")},
    {"twilio.auth-token", QT_TRANSLATE_NOOP("SetupWords", "Auth token")},
    {"notify.email.by", QT_TRANSLATE_NOOP("SetupWords", "How it is sent")},
    {"notify.email.from", QT_TRANSLATE_NOOP("SetupWords", "Sender's address")},
    {"notify.email.from-name", QT_TRANSLATE_NOOP("SetupWords", "Sender's name")},
    {"notify.email.smtp-host", QT_TRANSLATE_NOOP("SetupWords", "Mail server")},
    {"notify.email.smtp-port", QT_TRANSLATE_NOOP("SetupWords", "Port")},
    {"notify.email.smtp-user", QT_TRANSLATE_NOOP("SetupWords", "Login at the mail server")},
    {"smtp.password", QT_TRANSLATE_NOOP("SetupWords", "Password")},
    {"sendgrid.api-key", QT_TRANSLATE_NOOP("SetupWords", "API key")},
    {"transcription.api-base", QT_TRANSLATE_NOOP("SetupWords", "The service's address")},
    {"transcription.model", QT_TRANSLATE_NOOP("SetupWords", "Model")},
    {"transcription.api-key", QT_TRANSLATE_NOOP("SetupWords", "API key, if it needs one")},
    {"agent.team", QT_TRANSLATE_NOOP("SetupWords", "Who answers")},
    {"agent.quiet-window", QT_TRANSLATE_NOOP("SetupWords", "Answer when the patient is silent for")},
    {"intake.stale-after", QT_TRANSLATE_NOOP("SetupWords", "Leave to a person what is older than")},
    {"identity.tries", QT_TRANSLATE_NOOP("SetupWords", "Tries to say who one is, in a day")},
    {"offers.hold", QT_TRANSLATE_NOOP("SetupWords", "Keep an offered time free for")},
    {"desk.send-undo", QT_TRANSLATE_NOOP("SetupWords", "Sending can be undone for")},
    {"escalation.holding-emergency", QT_TRANSLATE_NOOP("SetupWords", "In an emergency, after")},
    {"escalation.holding-after", QT_TRANSLATE_NOOP("SetupWords", "Otherwise, after")},
    {"escalation.holding-again", QT_TRANSLATE_NOOP("SetupWords", "Once more, after")},
    {"escalation.next-after-emergency", QT_TRANSLATE_NOOP("SetupWords", "Emergency: tell the next one after")},
    {"escalation.next-after-doctor", QT_TRANSLATE_NOOP("SetupWords", "For the doctor: tell the next one after")},
    {"escalation.rounds", QT_TRANSLATE_NOOP("SetupWords", "Rounds through everybody on duty")},
    {"escalation.notify-routine",
     QT_TRANSLATE_NOOP("SetupWords", "Routine requests are told outside of the desk, too")},
    {"escalation.link-valid", QT_TRANSLATE_NOOP("SetupWords", "A doctor's private link works for")},
    {"notify.telegram", QT_TRANSLATE_NOOP("SetupWords", "The clinic's Telegram bot tells the staff, too")},
    {"notify.telling", QT_TRANSLATE_NOOP("SetupWords", "What a notice tells of the patient")},
    {"privacy.initials-in-notices", QT_TRANSLATE_NOOP("SetupWords", "Initials in place of the patient's name")},
    {"privacy.keep-days", QT_TRANSLATE_NOOP("SetupWords", "Erase what rested for so many days")},
    {"memory.days", QT_TRANSLATE_NOOP("SetupWords", "Remember patients for so many days")},
    {"escalation.ask-consent", QT_TRANSLATE_NOOP("SetupWords", "Patients are asked to agree to a medical answer in the "
                                                               "chat")},
    {"escalation.need-consent", QT_TRANSLATE_NOOP("SetupWords", "A doctor's answer waits for that yes")},
    {"llm.mask", QT_TRANSLATE_NOOP("SetupWords", "Names, numbers and addresses leave as placeholders")},
});

constexpr auto zeroTexts = std::to_array<KeyText>({
    {"agent.quiet-window", QT_TRANSLATE_NOOP("SetupWords", "At once")},
    {"desk.send-undo", QT_TRANSLATE_NOOP("SetupWords", "Not at all")},
    {"escalation.holding-emergency", QT_TRANSLATE_NOOP("SetupWords", "Never")},
    {"escalation.holding-after", QT_TRANSLATE_NOOP("SetupWords", "Never")},
    {"escalation.holding-again", QT_TRANSLATE_NOOP("SetupWords", "Never")},
    {"privacy.keep-days", QT_TRANSLATE_NOOP("SetupWords", "Never")},
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
    {"notify.email.by=off", QT_TRANSLATE_NOOP("SetupWords", "Not at all")},
    {"notify.email.by=smtp", QT_TRANSLATE_NOOP("SetupWords", "By a mail server (SMTP)")},
    {"notify.email.by=sendgrid", QT_TRANSLATE_NOOP("SetupWords", "By SendGrid")},
    {"agent.team=alex", QT_TRANSLATE_NOOP("SetupWords", "Alex, for everything")},
    {"agent.team=team", QT_TRANSLATE_NOOP("SetupWords", "A team of four")},
    {"notify.telling=nothing", QT_TRANSLATE_NOOP("SetupWords", "The name alone")},
    {"notify.telling=reason", QT_TRANSLATE_NOOP("SetupWords", "The reason, in Delpek's words")},
    {"notify.telling=words", QT_TRANSLATE_NOOP("SetupWords", "Also the patient's last words")},
});

/// By key and value, or by the key where all values mean the same.
constexpr auto effects = std::to_array<KeyText>({
    {"agent.team=alex", QT_TRANSLATE_NOOP("SetupWords", "Every patient talks to the same agent.")},
    {"agent.team=team",
     QT_TRANSLATE_NOOP("SetupWords", "Dana takes each message and passes it to Michal (medical), Yosef "
                                     "(billing) or Sarah (times), each by name.")},
    {"agent.quiet-window",
     QT_TRANSLATE_NOOP("SetupWords",
                       "Several short messages in a row get one answer. Longer means calmer answers, and later ones.")},
    {"intake.stale-after",
     QT_TRANSLATE_NOOP("SetupWords", "After a power cut, for instance. Emergencies are still looked for in them.")},
    {"identity.tries", QT_TRANSLATE_NOOP("SetupWords", "After so many wrong details a person finds out who writes.")},
    {"offers.hold", QT_TRANSLATE_NOOP("SetupWords", "Nobody else gets a time that a patient is thinking about.")},
    {"desk.send-undo", QT_TRANSLATE_NOOP("SetupWords", "In an open emergency everything is sent at once.")},
    {"escalation.holding-emergency",
     QT_TRANSLATE_NOOP("SetupWords", "And a second time after five times as long; that one not at night.")},
    {"escalation.holding-again",
     QT_TRANSLATE_NOOP("SetupWords",
                       "Counted from the beginning, as the first time. It is the last one, and not sent at night.")},
    {"escalation.next-after-emergency",
     QT_TRANSLATE_NOOP("SetupWords",
                       "When nobody has acknowledged it. The longer, the later somebody hears of a patient "
                       "in danger.")},
    {"escalation.next-after-doctor", QT_TRANSLATE_NOOP("SetupWords", "When nobody has acknowledged it.")},
    {"escalation.rounds", QT_TRANSLATE_NOOP("SetupWords", "Afterwards only the desk goes on warning.")},
    {"escalation.link-valid",
     QT_TRANSLATE_NOOP("SetupWords", "With the link and their PIN a doctor reads the whole conversation and answers.")},
    {"notify.telling=words", QT_TRANSLATE_NOOP("SetupWords", "What the patient wrote then stands on phones and mail "
                                                             "servers outside of the clinic.")},
    {"privacy.keep-days",
     QT_TRANSLATE_NOOP("SetupWords",
                       "A conversation without a word for that long is erased by itself, once a day, with "
                       "its files and what is remembered of the patient. It cannot be brought back. The "
                       "clinic's records are not touched.")},
    {"memory.days",
     QT_TRANSLATE_NOOP(
         "SetupWords",
         "What the agent was told, such as a wish for mornings, is forgotten when nobody said it again for that long. "
         "With fewer days what is older goes at the next start, and cannot be brought back.")},
    {"escalation.ask-consent=false",
     QT_TRANSLATE_NOOP("SetupWords",
                       "Nobody is asked. A no that somebody of the staff noted still prevents such an answer.")},
    {"escalation.need-consent=true",
     QT_TRANSLATE_NOOP("SetupWords",
                       "Without a yes a doctor cannot answer in the chat, but for an emergency. Where patients "
                       "are not asked, the staff notes each yes.")},
    {"agent.quiet-window=0", QT_TRANSLATE_NOOP("SetupWords", "Each message gets an answer of its own.")},
    {"desk.send-undo=0", QT_TRANSLATE_NOOP("SetupWords", "What is sent cannot be taken back here.")},
    {"escalation.holding-emergency=0",
     QT_TRANSLATE_NOOP("SetupWords", "A patient in danger is then not told that nobody has answered yet.")},
    {"escalation.holding-after=0", QT_TRANSLATE_NOOP("SetupWords", "Then there is no second time either.")},
    {"escalation.holding-again=0", QT_TRANSLATE_NOOP("SetupWords", "It is said once only.")},
    {"privacy.keep-days=0", QT_TRANSLATE_NOOP("SetupWords", "Nothing is erased by itself.")},
    {"escalation.ask-consent",
     QT_TRANSLATE_NOOP("SetupWords", "Once, when a question goes to the doctor. A no prevents such an answer; in an "
                                     "emergency nothing prevents it.")},
    {"llm.mask=false", QT_TRANSLATE_NOOP("SetupWords", "A language model then reads names, phone numbers, identity "
                                                       "numbers and addresses as they are.")},
    {"notify.email.by=smtp", QT_TRANSLATE_NOOP("SetupWords", "Port 465 begins with TLS; any other, such as 587, must "
                                                             "offer STARTTLS.")},
    {"odoo.mapping",
     QT_TRANSLATE_NOOP("SetupWords", "auto finds it out; otherwise the name of a profile, or the path of "
                                     "a file of the clinic's own.")},
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
    {"setup.email",
     QT_TRANSLATE_NOOP("SetupWords", "This is no single e-mail address. Write it as desk@clinic.example.")},
    {"setup.mapping",
     QT_TRANSLATE_NOOP("SetupWords", "There is no such profile, and no file that can be read. Write auto, "
                                     "or look with \"delpekd odoo profiles\" which there are.")},
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
    {"setup.unknown", QT_TRANSLATE_NOOP("SetupWords", "This is no setting that is changed here.")},
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

QString groupName(const QString& group)
{
    return textOf(groupNames, group, "SetupWords");
}

QString groupHint(const QString& group)
{
    return textOf(groupHints, group, "SetupWords");
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
    const QString own = textOf(effects, key + QLatin1Char('=') + value, "SetupWords");
    return own.isEmpty() ? textOf(effects, key, "SetupWords") : own;
}

QString zero(const QString& key)
{
    return textOf(zeroTexts, key, "SetupWords");
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
    return desk::isClinicSetting(name) || !textOf(keyLabels, name, "SetupWords").isEmpty() ? name : QString();
}

QString trouble(const base::Error& error)
{
    const QString about = subject(error);
    const QString text = words::sentence(error);
    return about.isEmpty() ? text : SetupWords::tr("%1: %2").arg(label(about), text);
}

} // namespace delpek::ui::setupwords
