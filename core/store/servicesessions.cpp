// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/servicesessions.h"

namespace delpek::store
{

using base::toMillis;

namespace
{

/// NULL for no id.
template <typename Id>
QVariant orNull(Id id)
{
    return id.isValid() ? QVariant(id.value) : QVariant();
}

} // namespace

Result<ServiceSessionId> ServiceSessions::save(const ServiceSession& session)
{
    const auto written = m_session.execute(
        QStringLiteral("INSERT INTO service_session (reference, conversation, service, state, ending, opened_at, "
                       "expires_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (reference) DO UPDATE SET "
                       "service = excluded.service, state = excluded.state, ending = excluded.ending, changed_at = "
                       "excluded.changed_at, "
                       "expires_at = CASE WHEN excluded.expires_at > service_session.expires_at "
                       "THEN excluded.expires_at ELSE service_session.expires_at END "
                       "WHERE service_session.ending <> ?"),
        {session.reference, orNull(session.conversation), session.service, base::toCompactText(session.state),
         session.ending, qint64(toMillis(session.openedAt)), qint64(toMillis(session.expiresAt)),
         qint64(toMillis(session.changedAt)), closedByDesk});
    if (!written) {
        return fail(written.error());
    }
    return byReference(session.reference).and_then([](const auto& found) {
        return found ? Result<ServiceSessionId>(found->id)
                     : fail(ErrorCode::Internal, QStringLiteral("a session was not written"));
    });
}

Result<std::vector<ServiceSession>> ServiceSessions::list(const QString& where, const QVariantList& values)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, reference, conversation, service, state, ending, opened_at, "
                                             "expires_at, changed_at FROM service_session WHERE ") +
                                  where,
                              values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<ServiceSession> found;
    while (rows->next()) {
        auto state = base::parseJson(rows->text(4).toUtf8());
        if (!state) {
            return fail(ErrorCode::Internal,
                        QStringLiteral("the state of session %1 cannot be read").arg(rows->integer(0)));
        }
        found.push_back({{rows->integer(0)},
                         rows->text(1),
                         {rows->isNull(2) ? 0 : rows->integer(2)},
                         rows->text(3),
                         std::move(*state),
                         rows->text(5),
                         rows->instant(6),
                         rows->instant(7),
                         rows->instant(8)});
    }
    return found;
}

Result<ServiceSession> ServiceSessions::find(ServiceSessionId id)
{
    return list(QStringLiteral("id = ?"), {id.value}).and_then([&](auto&& found) {
        return found.empty() ? Result<ServiceSession>(
                                   fail(ErrorCode::NotFound, QStringLiteral("there is no session %1").arg(id.value)))
                             : Result<ServiceSession>(found.front());
    });
}

Result<std::optional<ServiceSession>> ServiceSessions::byReference(const QString& reference)
{
    return list(QStringLiteral("reference = ?"), {reference}).map([](const std::vector<ServiceSession>& found) {
        return found.empty() ? std::nullopt : std::optional(found.front());
    });
}

Result<Done> ServiceSessions::touched(const Result<int>& rows, ServiceSessionId id)
{
    if (!rows) {
        return fail(rows.error());
    }
    return *rows > 0 ? Result<Done>(Done{})
                     : fail(ErrorCode::NotFound, QStringLiteral("there is no session %1").arg(id.value));
}

Result<Done> ServiceSessions::setExpiry(ServiceSessionId id, base::Instant expiresAt, base::Instant now)
{
    return touched(
        m_session.execute(QStringLiteral("UPDATE service_session SET expires_at = ?, changed_at = ? WHERE id = ?"),
                          {qint64(toMillis(expiresAt)), qint64(toMillis(now)), id.value}),
        id);
}

Result<Done> ServiceSessions::setState(ServiceSessionId id, const base::Json& state, base::Instant now)
{
    return touched(
        m_session.execute(QStringLiteral("UPDATE service_session SET state = ?, changed_at = ? WHERE id = ?"),
                          {base::toCompactText(state), qint64(toMillis(now)), id.value}),
        id);
}

Result<Done> ServiceSessions::close(ServiceSessionId id, base::Instant now)
{
    return m_session
        .execute(QStringLiteral("UPDATE service_session SET ending = ?, changed_at = ? WHERE id = ? AND ending = ''"),
                 {closedByDesk, qint64(toMillis(now)), id.value})
        .map([](int) { return Done{}; });
}

Result<Done> ServiceSessions::addArtifact(const ServiceArtifact& artifact)
{
    return m_session
        .execute(QStringLiteral("INSERT INTO service_artifact (session, kind, name, body, message, made_at) "
                                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (session, kind, name) DO UPDATE SET "
                                "body = excluded.body, message = excluded.message, made_at = excluded.made_at"),
                 {artifact.session.value, artifact.kind, artifact.name, artifact.body, orNull(artifact.message),
                  qint64(toMillis(artifact.madeAt))})
        .map([](int) { return Done{}; });
}

Result<std::vector<ServiceArtifact>> ServiceSessions::artifacts(ServiceSessionId session)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, session, kind, name, body, message, made_at "
                                             "FROM service_artifact WHERE session = ? ORDER BY id"),
                              {session.value});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<ServiceArtifact> found;
    while (rows->next()) {
        found.push_back({rows->integer(0),
                         {rows->integer(1)},
                         rows->text(2),
                         rows->text(3),
                         rows->text(4),
                         {rows->isNull(5) ? 0 : rows->integer(5)},
                         rows->instant(6)});
    }
    return found;
}

Result<int> ServiceSessions::sweep(base::Instant before)
{
    const auto old = QStringLiteral("conversation IS NULL AND expires_at < ?");
    const QVariantList values{qint64(base::toMillis(before))};
    const auto artifacts = m_session.execute(
        QStringLiteral("DELETE FROM service_artifact WHERE session IN (SELECT id FROM service_session WHERE %1)")
            .arg(old),
        values);
    return artifacts ? m_session.execute(QStringLiteral("DELETE FROM service_session WHERE ") + old, values)
                     : artifacts;
}

} // namespace delpek::store
