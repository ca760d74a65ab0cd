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
        {QStringLiteral("telegram"), list({"telegram.enabled", "telegram.mode", "listen.public-url"}),
         list({"telegram.bot-token", "telegram.webhook-secret"}), QStringLiteral("telegram.enabled"),
         QStringLiteral("false"), QStringLiteral("telegram.mode"), QStringLiteral("webhook"),
         list({"listen.public-url", "telegram.webhook-secret"})},
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
        {QStringLiteral("odoo"), list({"clinic.records", "odoo.url", "odoo.database", "odoo.login"}),
         list({"odoo.secret"}), QStringLiteral("clinic.records"), QStringLiteral("builtin")},
        {QStringLiteral("model"), list({"agent.brain", "llm.provider", "llm.model", "llm.api-base"}),
         list({"llm.api-key"}), QStringLiteral("agent.brain"), QStringLiteral("offline")},
    };
    return all;
}

const Connection* findConnection(const QString& name)
{
    const auto found = std::ranges::find(connections(), name, &Connection::name);
    return found == connections().end() ? nullptr : &*found;
}

bool countsIn(const Connection& connection, const QString& name, const QString& mode)
{
    return mode == connection.mode || !connection.ofMode.contains(name);
}

bool isConnectionSetting(const QString& key)
{
    return std::ranges::any_of(connections(), [&](const Connection& one) { return one.settings.contains(key); });
}

bool isConnectionSecret(const QString& name)
{
    return std::ranges::any_of(connections(), [&](const Connection& one) { return one.secrets.contains(name); });
}

} // namespace delpek::domain
