// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/odoosettings.h"

#include "app/secretreading.h"

namespace delpek::app
{

namespace keys = config::keys;
using clinic::odoo::Protocol;

namespace
{

std::optional<Protocol> protocolOf(const QString& word)
{
    return word == QLatin1String("json-rpc")  ? std::optional(Protocol::JsonRpc)
           : word == QLatin1String("json-2")  ? std::optional(Protocol::Json2)
           : word == QLatin1String("xml-rpc") ? std::optional(Protocol::XmlRpc)
                                              : std::nullopt;
}

} // namespace

bool usesOdoo(const config::Config& config)
{
    return !config.get(keys::odooUrl).isEmpty();
}

Result<clinic::odoo::Connection> odooConnection(const config::Config& config, secrets::SecretStore& secrets)
{
    clinic::odoo::Connection connection;
    connection.url = QUrl(config.get(keys::odooUrl), QUrl::StrictMode);
    const QString scheme = connection.url.scheme();
    if (!connection.url.isValid() || connection.url.host().isEmpty() ||
        (scheme != QLatin1String("http") && scheme != QLatin1String("https"))) {
        return fail(ErrorCode::InvalidInput, QString::fromLatin1(keys::odooUrl.spec.name),
                    QStringLiteral("check.odoo.settings"));
    }
    connection.database = config.get(keys::odooDatabase);
    connection.login = config.get(keys::odooLogin);
    connection.secret = optionalSecret(secrets, QStringLiteral("odoo.secret"));
    connection.protocol = protocolOf(config.get(keys::odooProtocol));
    connection.readPatience = config.get(keys::odooReadPatience);
    connection.changePatience = config.get(keys::odooChangePatience);
    connection.atOnce = static_cast<int>(config.get(keys::odooCallsAtOnce));
    return connection;
}

} // namespace delpek::app
