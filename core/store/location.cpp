// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/location.h"

#include <QUrl>
#include <QUrlQuery>

namespace delpek::store
{

Result<Location> Location::parse(const QString& text)
{
    Location location;
    const auto sqlite = QStringLiteral("sqlite:");
    if (text.startsWith(sqlite)) {
        location.path = text.mid(sqlite.size());
        return location;
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool postgres = url.scheme() == QLatin1String("postgresql") || url.scheme() == QLatin1String("postgres");
    if (!url.isValid() || !postgres) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the database location is neither sqlite:<path> nor postgresql://host/database"));
    }
    location.engine = Engine::PostgreSql;
    const QString folder = QUrlQuery(url).queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded);
    location.host = folder.isEmpty() ? url.host() : folder;
    location.port = url.port(5432);
    location.database = url.path(QUrl::FullyDecoded).mid(1);
    location.user = url.userName(QUrl::FullyDecoded);
    location.password = url.password(QUrl::FullyDecoded);
    if (location.host.isEmpty() || location.database.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the database location lacks a host or a database name"));
    }
    return location;
}

} // namespace delpek::store
