// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/escalationlinks.h"

namespace delpek::store
{

using base::toMillis;

Result<std::vector<EscalationLink>> EscalationLinks::list(const QString& where, const QVariantList& values)
{
    auto rows =
        m_session.run(QStringLiteral("SELECT id, escalation, staff, staff_name, made_at, expires_at, opened_at, "
                                     "joined_at, revoked_at, revoked_for, wrong_pins FROM escalation_link "
                                     "WHERE ") +
                          where,
                      values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<EscalationLink> links;
    while (rows->next()) {
        EscalationLink link;
        link.id = {rows->integer(0)};
        link.escalation = {rows->integer(1)};
        link.staff = {rows->integer(2)};
        link.staffName = rows->text(3);
        link.madeAt = rows->instant(4);
        link.expiresAt = rows->instant(5);
        link.openedAt = rows->maybeInstant(6);
        link.joinedAt = rows->maybeInstant(7);
        link.revokedAt = rows->maybeInstant(8);
        link.revokedFor = rows->text(9);
        link.wrongPins = int(rows->integer(10));
        links.push_back(std::move(link));
    }
    return links;
}

Result<LinkId> EscalationLinks::add(const EscalationLink& link, const QString& tokenHash)
{
    return m_session
        .insert(QStringLiteral("INSERT INTO escalation_link (token_hash, escalation, staff, staff_name, made_at, "
                               "expires_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id"),
                {tokenHash, link.escalation.value, link.staff.value, link.staffName, qint64(toMillis(link.madeAt)),
                 qint64(toMillis(link.expiresAt))})
        .map([](std::optional<qint64> id) { return LinkId{*id}; });
}

Result<std::optional<EscalationLink>> EscalationLinks::findByToken(const QString& tokenHash)
{
    return list(QStringLiteral("token_hash = ?"), {tokenHash}).map([](const std::vector<EscalationLink>& found) {
        return found.empty() ? std::nullopt : std::optional(found.front());
    });
}

Result<std::vector<EscalationLink>> EscalationLinks::ofEscalation(domain::EscalationId escalation)
{
    return list(QStringLiteral("escalation = ? ORDER BY id"), {escalation.value});
}

Result<bool> EscalationLinks::revoke(LinkId id, const QString& reason, base::Instant at)
{
    return m_session
        .execute(QStringLiteral("UPDATE escalation_link SET revoked_at = ?, revoked_for = ? "
                                "WHERE id = ? AND revoked_at IS NULL"),
                 {qint64(toMillis(at)), reason, id.value})
        .map([](int touched) { return touched > 0; });
}

Result<int> EscalationLinks::noteWrongPin(LinkId id)
{
    auto rows = m_session.run(
        QStringLiteral("UPDATE escalation_link SET wrong_pins = wrong_pins + 1 WHERE id = ? RETURNING wrong_pins"),
        {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? Result<int>(int(rows->integer(0)))
                        : fail(ErrorCode::NotFound, QStringLiteral("there is no link %1").arg(id.value));
}

Result<Done> EscalationLinks::admitDevice(LinkId id, const QString& secretHash, base::Instant at)
{
    return m_session
        .execute(QStringLiteral("UPDATE escalation_link SET wrong_pins = 0, opened_at = COALESCE(opened_at, ?) "
                                "WHERE id = ?"),
                 {qint64(toMillis(at)), id.value})
        .and_then([&](int) {
            return m_session.execute(QStringLiteral("INSERT INTO link_device (link, secret_hash, made_at) "
                                                    "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                                     {id.value, secretHash, qint64(toMillis(at))});
        })
        .map([](int) { return Done{}; });
}

Result<bool> EscalationLinks::knowsDevice(LinkId id, const QString& secretHash)
{
    auto rows = m_session.run(QStringLiteral("SELECT count(*) FROM link_device WHERE link = ? AND secret_hash = ?"),
                              {id.value, secretHash});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() && rows->flag(0);
}

Result<bool> EscalationLinks::noteJoined(const EscalationLink& link, base::Instant at)
{
    return m_session
        .execute(QStringLiteral("UPDATE escalation_link SET joined_at = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM "
                                "escalation_link AS other WHERE other.escalation = ? AND other.staff = ? "
                                "AND other.joined_at IS NOT NULL)"),
                 {qint64(toMillis(at)), link.id.value, link.escalation.value, link.staff.value})
        .map([](int touched) { return touched > 0; });
}

} // namespace delpek::store
