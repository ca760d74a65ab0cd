// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/webchatcheck.h"

#include "api/webchat/site.h"

namespace delpek::app::check
{

namespace
{

namespace keys = config::keys;

channels::Finding checkOrigins(const config::Config& config)
{
    const QString subject = QStringLiteral("origins");
    const auto origins = api::webchat::parseOrigins(config.get(keys::webchatAllowedOrigins));
    if (!origins) {
        return fault(subject, QStringLiteral("check.webchat.badOrigin"), origins.error().detail);
    }
    // A browser does not show a page without TLS inside one that has it.
    const bool secureSite =
        std::ranges::any_of(*origins, [](const QString& origin) { return origin.startsWith(QLatin1String("https:")); });
    if (secureSite && config.get(keys::listenPublicUrl).startsWith(QLatin1String("http:"))) {
        return fault(subject, QStringLiteral("check.webchat.originNeedsTls"), origins->join(QLatin1Char(' ')));
    }
    return good(subject, origins->join(QLatin1Char(' ')));
}

channels::Finding checkFiles(const config::Config& config)
{
    const QString subject = QStringLiteral("files");
    const qint64 file = config.get(keys::webchatMaxFile);
    const qint64 body = config.get(keys::listenMaxBody);
    const QString detail = QStringLiteral("webchat.max-file %1, listen.max-body %2").arg(file).arg(body);
    return file >= body ? attention(subject, QStringLiteral("check.webchat.fileTooLarge"), detail)
                        : good(subject, detail);
}

} // namespace

channels::Findings checkWebChat(const config::Config& config)
{
    return {checkOrigins(config), checkFiles(config)};
}

} // namespace delpek::app::check
