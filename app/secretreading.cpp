// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secretreading.h"

#include "base/await.h"

#include <QUrl>

namespace delpek::app
{

Result<QString> secret(secrets::SecretStore& store, const QString& name)
{
    auto value = base::await(store.read(name));
    if (!value && value.error().code == ErrorCode::NotFound) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("the secret %1 is missing: store it with \"delpekd secret set %1\"").arg(name));
    }
    return value;
}

QString optionalSecret(secrets::SecretStore& store, const QString& name)
{
    return base::await(store.read(name)).value_or(QString());
}

QString databaseLocation(const config::Config& config, secrets::SecretStore& secrets)
{
    const QString location = config.get(config::keys::storeLocation);
    const QString password = optionalSecret(secrets, QStringLiteral("store.password"));
    if (password.isEmpty() || !location.startsWith(QLatin1String("postgresql:"))) {
        return location;
    }
    QUrl url(location);
    url.setPassword(password);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace delpek::app
