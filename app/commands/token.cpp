// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/staff/token.h"
#include "api/staff/tokenkey.h"
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/output.h"
#include "config/value.h"

#include <QHash>

namespace delpek::app
{

namespace
{

const auto usage =
    QStringLiteral("Usage: delpekd token issue --staff NAME --role ROLE [--valid 8h]   [--config FILE]\n"
                   "Prints a token for the staff API (docs/openapi.yaml). ROLE is receptionist, doctor,\n"
                   "admin or auditor; the longest time is 31d. Whoever has the token acts under NAME.\n"
                   "All tokens end when the secret api.token-key is removed.");

constexpr base::Duration shortest = std::chrono::minutes(1);

/// "--staff NAME" pairs behind "issue"; nothing when something else is there.
std::optional<QHash<QString, QString>> optionsOf(const QStringList& words)
{
    QHash<QString, QString> options;
    for (qsizetype i = 0; i < words.size(); i += 2) {
        const bool isKnown =
            QStringList{QStringLiteral("--staff"), QStringLiteral("--role"), QStringLiteral("--valid")}.contains(
                words[i]);
        if (!isKnown || i + 1 == words.size()) {
            return std::nullopt;
        }
        options[words[i]] = words[i + 1];
    }
    return options;
}

int issue(const config::Config& config, const QHash<QString, QString>& options)
{
    const QString name = options.value(QStringLiteral("--staff")).trimmed();
    const auto role = base::fromText<domain::Role>(options.value(QStringLiteral("--role")));
    const auto valid = config::parseDuration(options.value(QStringLiteral("--valid"), QStringLiteral("8h")));
    if (name.isEmpty() || !role) {
        return complain(usage);
    }
    if (!valid || *valid < shortest || *valid > api::staff::longestToken) {
        return complain(QStringLiteral("--valid: write a time from 1m to 31d, such as 8h"));
    }
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error(), exitFailed);
    }
    const auto key = api::staff::makeTokenKey(**secrets);
    if (!key) {
        return complain(key.error(), exitFailed);
    }
    const base::SystemClock clock;
    const auto now = clock.now();
    print(QString::fromLatin1(api::staff::issueToken(*key, {name, *role, now, now + *valid})));
    return exitOk;
}

} // namespace

int tokenCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, const QStringList& words) {
        const auto options = words.constFirst() == QLatin1String("issue") ? optionsOf(words.mid(1)) : std::nullopt;
        return options ? issue(config, *options) : complain(usage);
    });
}

} // namespace delpek::app
