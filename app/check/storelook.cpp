// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/storelook.h"

#include "api/selftest.h"
#include "store/migrations.h"

#include <QFile>

namespace delpek::app::check
{

Result<StoreLook> StoreLook::open(const QString& location)
{
    const auto place = store::Location::parse(location);
    if (!place) {
        return fail(place.error());
    }
    if (place->engine == store::Engine::Sqlite && !QFile::exists(place->path)) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no database yet"));
    }
    auto connection = store::Connection::open(*place, store::Access::Probe);
    if (!connection) {
        return fail(connection.error());
    }
    const auto version = store::schemaVersion((*connection)->session());
    if (!version) {
        return fail(version.error());
    }
    if (*version == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("the database is empty"));
    }
    if (const auto known = store::checkVersion((*connection)->session(), store::migrations()); !known) {
        return fail(known.error());
    }
    return StoreLook(std::move(*connection));
}

StoreLook::StoreLook(std::unique_ptr<store::Connection> connection)
    : m_connection(std::move(connection))
{
}

Result<QByteArray> StoreLook::mark()
{
    return api::selftest::keptMark(m_connection->session());
}

Result<store::Traffic> StoreLook::traffic(domain::ChannelKind channel, const QString& account, base::Instant now)
{
    return store::trafficOf(m_connection->session(), channel, account, now);
}

} // namespace delpek::app::check
