// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notices.h"

#include "store/conversationrow.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::EscalationId;
using domain::Notice;
using domain::NoticeId;
using domain::NoticeState;
using domain::Topic;

namespace
{

const char* const columns = "n.id, n.escalation, e.conversation, n.episode, n.round, n.staff, n.way, n.urgency, "
                            "n.state, n.attempts, n.repeated, n.created_at, n.next_attempt, n.claimed_at, "
                            "n.settled_at, n.provider_id, n.evidence, n.error, n.delivery, n.delivery_at";

Result<Notice> noticeFrom(const Rows& rows)
{
    const auto way = wordAt<domain::NoticeWay>(rows, 6);
    const auto urgency = wordAt<domain::Urgency>(rows, 7);
    const auto state = wordAt<NoticeState>(rows, 8);
    const auto delivery = wordAt<domain::NoticeDelivery>(rows, 18);
    if (!way || !urgency || !state || !delivery) {
        return fail(ErrorCode::Internal, QStringLiteral("notice %1 cannot be read").arg(rows.integer(0)));
    }
    Notice notice;
    notice.id = {rows.integer(0)};
    notice.escalation = {rows.integer(1)};
    notice.conversation = {rows.integer(2)};
    notice.episode = int(rows.integer(3));
    notice.round = int(rows.integer(4));
    notice.staff = {rows.integer(5)};
    notice.way = *way;
    notice.urgency = *urgency;
    notice.state = *state;
    notice.attempts = int(rows.integer(9));
    notice.repeated = rows.flag(10);
    notice.createdAt = rows.instant(11);
    notice.nextAttempt = rows.instant(12);
    notice.claimedAt = rows.maybeInstant(13);
    notice.settledAt = rows.maybeInstant(14);
    notice.providerId = rows.text(15);
    notice.evidence = rows.text(16);
    notice.error = rows.text(17);
    notice.delivery = *delivery;
    notice.deliveryAt = rows.maybeInstant(19);
    return notice;
}

Result<std::vector<Notice>> list(Session& session, const QString& rest, const QVariantList& values)
{
    auto rows = session.run(QStringLiteral("SELECT %1 FROM notice n JOIN escalation e ON e.id = n.escalation WHERE ")
                                    .arg(QLatin1String(columns)) +
                                rest,
                            values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Notice> found;
    while (rows->next()) {
        auto notice = noticeFrom(*rows);
        if (!notice) {
            return fail(notice.error());
        }
        found.push_back(std::move(*notice));
    }
    return found;
}

void tell(Session& session, const Notice& notice)
{
    session.changed(Topic::Escalation, notice.escalation.value, notice.conversation.value);
}

qint64 millis(base::Instant instant)
{
    return qint64(toMillis(instant));
}

Result<Done> change(Session& session, NoticeId id, const QString& assignments, QVariantList values)
{
    values.append(id.value);
    return session.execute(QStringLiteral("UPDATE notice SET %1 WHERE id = ?").arg(assignments), values)
        .and_then([&](int) { return Notices(session).byId(id); })
        .map([&](const Notice& notice) {
            tell(session, notice);
            return Done{};
        });
}

} // namespace

Result<bool> Notices::beginLadder(EscalationId escalation, domain::Urgency urgency)
{
    return m_session
        .execute(QStringLiteral("INSERT INTO notice_ladder (escalation, episode, urgency, ended) VALUES (?, 1, ?, 0) "
                                "ON CONFLICT (escalation) DO NOTHING"),
                 {escalation.value, toText(urgency)})
        .map([](int rows) { return rows > 0; });
}

Result<std::optional<NoticeLadder>> Notices::ladder(EscalationId escalation)
{
    auto rows = m_session.run(QStringLiteral("SELECT episode, urgency, ended FROM notice_ladder WHERE escalation = ?") +
                                  m_session.lockRows(),
                              {escalation.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return std::optional<NoticeLadder>();
    }
    const auto urgency = wordAt<domain::Urgency>(*rows, 1);
    if (!urgency) {
        return fail(urgency.error());
    }
    return std::optional(NoticeLadder{int(rows->integer(0)), *urgency, rows->flag(2)});
}

Result<Done> Notices::setLadder(EscalationId escalation, const NoticeLadder& ladder)
{
    return m_session
        .execute(QStringLiteral("INSERT INTO notice_ladder (escalation, episode, urgency, ended) VALUES (?, ?, ?, ?) "
                                "ON CONFLICT (escalation) DO UPDATE SET episode = excluded.episode, "
                                "urgency = excluded.urgency, ended = excluded.ended"),
                 {escalation.value, ladder.episode, toText(ladder.urgency), ladder.ended})
        .map([](int) { return Done{}; });
}

Result<std::vector<EscalationId>> Notices::unended()
{
    auto rows =
        m_session.run(QStringLiteral("SELECT escalation FROM notice_ladder WHERE ended = 0 ORDER BY escalation"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<EscalationId> found;
    while (rows->next()) {
        found.push_back({rows->integer(0)});
    }
    return found;
}

Result<std::optional<NoticeId>> Notices::add(const Notice& notice)
{
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO notice (escalation, episode, round, staff, way, urgency, state, attempts, "
                       "repeated, created_at, next_attempt, claimed_at, settled_at, provider_id, evidence, error) "
                       "VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, 0, ?, ?, NULL, NULL, '', '', '') "
                       "ON CONFLICT (escalation, episode, round, staff, way) DO NOTHING RETURNING id"),
        {notice.escalation.value, notice.episode, notice.round, notice.staff.value, toText(notice.way),
         toText(notice.urgency), millis(notice.createdAt), millis(notice.nextAttempt)});
    if (!id) {
        return fail(id.error());
    }
    if (!*id) {
        return std::optional<NoticeId>();
    }
    tell(m_session, notice);
    return std::optional(NoticeId{**id});
}

Result<std::vector<Notice>> Notices::of(EscalationId escalation)
{
    return list(m_session, QStringLiteral("n.escalation = ? ORDER BY n.id"), {escalation.value});
}

Result<Notice> Notices::byId(NoticeId id)
{
    auto found = list(m_session, QStringLiteral("n.id = ?"), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no notice %1").arg(id.value));
    }
    return std::move(found->front());
}

Result<std::vector<Notice>> Notices::due(base::Instant now, int limit)
{
    return list(m_session,
                QStringLiteral("n.state = 'waiting' AND n.next_attempt <= ? ORDER BY CASE n.urgency "
                               "WHEN 'EMERGENCY' THEN 0 WHEN 'DOCTOR_REQUIRED' THEN 1 ELSE 2 END, n.id LIMIT ?"),
                {millis(now), limit});
}

Result<std::optional<base::Instant>> Notices::nextDue()
{
    auto rows = m_session.run(QStringLiteral("SELECT min(next_attempt) FROM notice WHERE state = 'waiting'"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->maybeInstant(0) : std::nullopt;
}

Result<std::vector<Notice>> Notices::claimedBefore(base::Instant moment)
{
    return list(m_session, QStringLiteral("n.state = 'sending' AND n.claimed_at < ? ORDER BY n.id"), {millis(moment)});
}

/// What was reported of an earlier try says nothing of this one.
Result<Notice> Notices::claim(NoticeId id, base::Instant now)
{
    const auto claimed = m_session.execute(
        QStringLiteral("UPDATE notice SET state = 'sending', attempts = attempts + 1, "
                       "delivery = 'none', delivery_at = NULL, claimed_at = ? WHERE id = ? AND state = 'waiting'"),
        {millis(now), id.value});
    if (!claimed) {
        return fail(claimed.error());
    }
    if (*claimed == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("notice %1 does not wait any more").arg(id.value));
    }
    return byId(id);
}

Result<Done> Notices::markSent(NoticeId id, const QString& providerId, const QString& evidence, base::Instant now)
{
    return change(m_session, id,
                  QStringLiteral("state = 'sent', provider_id = ?, evidence = ?, error = '', settled_at = ?"),
                  {providerId, evidence, millis(now)});
}

Result<Done> Notices::markFailed(NoticeId id, const QString& errorKey, const QString& evidence, base::Instant now)
{
    return change(m_session, id, QStringLiteral("state = 'failed', error = ?, evidence = ?, settled_at = ?"),
                  {errorKey, evidence, millis(now)});
}

Result<Done> Notices::markUnknown(NoticeId id, const QString& evidence, base::Instant now)
{
    return change(m_session, id,
                  QStringLiteral("state = 'unknown', error = 'notice.unknown', evidence = ?, settled_at = ?"),
                  {evidence, millis(now)});
}

Result<Done> Notices::retryAt(NoticeId id, base::Instant at, const QString& errorKey, const QString& evidence)
{
    return change(m_session, id, QStringLiteral("state = 'waiting', next_attempt = ?, error = ?, evidence = ?"),
                  {millis(at), errorKey, evidence});
}

Result<Done> Notices::repeatAt(NoticeId id, base::Instant at)
{
    const auto repeated =
        m_session.execute(QStringLiteral("UPDATE notice SET state = 'waiting', repeated = 1, next_attempt = ?, "
                                         "settled_at = NULL WHERE id = ? AND state = 'unknown' AND repeated = 0"),
                          {millis(at), id.value});
    if (!repeated) {
        return fail(repeated.error());
    }
    if (*repeated == 0) {
        return fail(ErrorCode::Conflict, QStringLiteral("notice %1 is not sent again").arg(id.value));
    }
    return byId(id).map([&](const Notice& notice) {
        tell(m_session, notice);
        return Done{};
    });
}

Result<Done> Notices::noteDelivery(NoticeId id, domain::NoticeDelivery delivery, const QString& errorKey,
                                   base::Instant at)
{
    return change(m_session, id, QStringLiteral("delivery = ?, delivery_at = ?, error = ?"),
                  {toText(delivery), millis(at), errorKey});
}

Result<int> Notices::withdraw(EscalationId escalation, base::Instant now)
{
    return m_session.execute(QStringLiteral("UPDATE notice SET state = 'withdrawn', settled_at = ? "
                                            "WHERE escalation = ? AND state = 'waiting'"),
                             {millis(now), escalation.value});
}

} // namespace delpek::store
