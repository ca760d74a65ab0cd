// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/connections.h"

#include <algorithm>

namespace delpek::domain
{

namespace
{

QStringList list(std::initializer_list<const char*> names)
{
    QStringList all;
    for (const char* name : names) {
        all << QLatin1String(name);
    }
    return all;
}

} // namespace

const std::vector<Connection>& connections()
{
    static const std::vector<Connection> all{
        {QStringLiteral("telegram"),
         list({"telegram.enabled", "telegram.mode", "listen.public-url"}),
         list({"telegram.bot-token", "telegram.webhook-secret"}),
         QStringLiteral("telegram.enabled"),
         QStringLiteral("false"),
         QStringLiteral("telegram.mode"),
         {{QStringLiteral("webhook"), list({"listen.public-url", "telegram.webhook-secret"})}}},
        {QStringLiteral("whatsapp"),
         list({"whatsapp.phone-number-id", "whatsapp.business-account-id", "listen.public-url"}),
         list({"whatsapp.access-token", "whatsapp.app-secret", "whatsapp.verify-token"}),
         QStringLiteral("whatsapp.phone-number-id"), QString()},
        {QStringLiteral("waha"), list({"waha.session", "waha.api-base", "waha.callback-url"}),
         list({"waha.api-key", "waha.webhook-secret"}), QStringLiteral("waha.session"), QString()},
        {QStringLiteral("webchat"),
         list({"webchat.enabled", "listen.public-url", "webchat.allowed-origins"}),
         {},
         QStringLiteral("webchat.enabled"),
         QStringLiteral("false")},
        {QStringLiteral("odoo"), list({"clinic.records", "odoo.url", "odoo.database", "odoo.login", "odoo.mapping"}),
         list({"odoo.secret"}), QStringLiteral("clinic.records"), QStringLiteral("builtin")},
        {QStringLiteral("model"), list({"agent.brain", "llm.provider", "llm.model", "llm.api-base"}),
         list({"llm.api-key"}), QStringLiteral("agent.brain"), QStringLiteral("offline")},
        {QStringLiteral("sms"), list({"notify.sms.account", "notify.sms.from"}), list({"twilio.auth-token"}),
         QStringLiteral("notify.sms.account"), QString()},
        {QStringLiteral("email"),
         list({"notify.email.by", "notify.email.from", "notify.email.from-name", "notify.email.smtp-host",
               "notify.email.smtp-port", "notify.email.smtp-user"}),
         list({"smtp.password", "sendgrid.api-key"}),
         QStringLiteral("notify.email.by"),
         QStringLiteral("off"),
         QStringLiteral("notify.email.by"),
         {{QStringLiteral("smtp"),
           list({"notify.email.smtp-host", "notify.email.smtp-port", "notify.email.smtp-user", "smtp.password"})},
          {QStringLiteral("sendgrid"), list({"sendgrid.api-key"})}}},
        {QStringLiteral("transcription"), list({"transcription.api-base", "transcription.model"}),
         list({"transcription.api-key"}), QStringLiteral("transcription.api-base"), QString()},
    };
    return all;
}

const std::vector<SettingGroup>& settingGroups()
{
    static const std::vector<SettingGroup> all{
        {QStringLiteral("answers"), list({"agent.team", "agent.quiet-window", "intake.stale-after", "identity.tries",
                                          "offers.hold", "desk.send-undo"})},
        {QStringLiteral("waiting"),
         list({"escalation.holding-emergency", "escalation.holding-after", "escalation.holding-again"})},
        {QStringLiteral("alerts"), list({"escalation.next-after-emergency", "escalation.next-after-doctor",
                                         "escalation.rounds", "escalation.notify-routine", "notify.telegram",
                                         "notify.telling", "privacy.initials-in-notices", "escalation.link-valid"})},
        {QStringLiteral("privacy"),
         list({"privacy.keep-days", "memory.days", "escalation.ask-consent", "escalation.need-consent", "llm.mask"})},
    };
    return all;
}

const Connection* findConnection(const QString& name)
{
    const auto found = std::ranges::find(connections(), name, &Connection::name);
    return found == connections().end() ? nullptr : &*found;
}

const SettingGroup* findSettingGroup(const QString& name)
{
    const auto found = std::ranges::find(settingGroups(), name, &SettingGroup::name);
    return found == settingGroups().end() ? nullptr : &*found;
}

bool countsIn(const Connection& connection, const QString& name, const QString& mode)
{
    const auto own = connection.ofMode.find(mode);
    return (own != connection.ofMode.end() && own->second.contains(name)) ||
           std::ranges::none_of(connection.ofMode, [&](const auto& one) { return one.second.contains(name); });
}

bool isClinicSetting(const QString& key)
{
    const auto has = [&](const auto& one) { return one.settings.contains(key); };
    return std::ranges::any_of(connections(), has) || std::ranges::any_of(settingGroups(), has);
}

bool isConnectionSecret(const QString& name)
{
    return std::ranges::any_of(connections(), [&](const Connection& one) { return one.secrets.contains(name); });
}

} // namespace delpek::domain
