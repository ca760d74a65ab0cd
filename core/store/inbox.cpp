// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/inbox.h"

#include <QCryptographicHash>

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::Topic;

namespace
{

Result<Done> settle(Session& session, domain::InboxId id, const QString& state, const QString& reason)
{
    const auto touched = session.execute(QStringLiteral("UPDATE inbox SET state = ?, reason = ? WHERE id = ?"),
                                         {state, reason, id.value});
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no inbox row %1").arg(id.value));
    }
    session.changed(Topic::Inbox, id.value);
    return Done{};
}

} // namespace

QByteArray digestOf(const QByteArray& body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

Result<std::optional<domain::InboxId>> Inbox::add(const Delivery& delivery, const QByteArray& digest)
{
    static const QString sql =
        QStringLiteral("INSERT INTO inbox (channel, account, digest, body, received_at, correlation, state, reason) "
                       "VALUES (?, ?, ?, ?, ?, ?, 'pending', '') ON CONFLICT DO NOTHING RETURNING id");
    const auto id = m_session.insert(sql, {toText(delivery.channel), delivery.account, digest, delivery.body,
                                           qint64(toMillis(delivery.receivedAt)), delivery.correlation});
    if (!id) {
        return fail(id.error());
    }
    if (!*id) {
        return std::nullopt;
    }
    m_session.changed(Topic::Inbox, **id);
    return domain::InboxId{**id};
}

Result<std::vector<Delivery>> Inbox::pending(domain::InboxId after, int limit)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, channel, account, body, received_at, correlation FROM inbox "
                                             "WHERE state = 'pending' AND id > ? ORDER BY id LIMIT ?"),
                              {after.value, limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Delivery> deliveries;
    while (rows->next()) {
        const auto channel = base::fromText<domain::ChannelKind>(rows->text(1));
        if (!channel) {
            return fail(ErrorCode::Internal,
                        QStringLiteral("inbox row %1 is of an unknown channel").arg(rows->integer(0)));
        }
        deliveries.push_back(
            {{rows->integer(0)}, *channel, rows->text(2), rows->bytes(3), rows->instant(4), rows->text(5)});
    }
    return deliveries;
}

Result<Done> Inbox::markDone(domain::InboxId id)
{
    return settle(m_session, id, QStringLiteral("done"), {});
}

Result<Done> Inbox::markFailed(domain::InboxId id, const QString& reason)
{
    return settle(m_session, id, QStringLiteral("failed"), reason);
}

Result<int> Inbox::prune(base::Instant done, base::Instant failed)
{
    return m_session.execute(QStringLiteral("DELETE FROM inbox WHERE state = 'done' AND received_at < ? OR "
                                            "state = 'failed' AND received_at < ?"),
                             {qint64(toMillis(done)), qint64(toMillis(failed))});
}

} // namespace delpek::store
