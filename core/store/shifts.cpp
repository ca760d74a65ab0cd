// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shifts.h"

#include "store/conversationrow.h"
#include "store/escalations.h"

namespace delpek::store
{

namespace
{

using domain::Shift;
using domain::ShiftId;

/// What failed before is known to whoever looks after it.
constexpr base::Duration unsentMatters = std::chrono::hours(24 * 7);
/// More than a clinic can have.
constexpr int allOpen = 10'000;

const QString shiftColumns =
    QStringLiteral("SELECT id, person, begun_at, ended_at, forgotten, unread, words FROM shift ");

Result<std::vector<Shift>> shiftsWhere(Session& session, const QString& rest, const QVariantList& values)
{
    auto rows = session.run(shiftColumns + rest, values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Shift> found;
    while (rows->next()) {
        found.push_back({{rows->integer(0)},
                         rows->text(1),
                         rows->instant(2),
                         rows->maybeInstant(3),
                         rows->flag(4),
                         int(rows->integer(5)),
                         rows->text(6)});
    }
    return found;
}

QVariant momentOf(const std::optional<base::Instant>& moment)
{
    return moment ? QVariant(qint64(base::toMillis(*moment))) : QVariant();
}

Result<Done> addLine(Session& session, ShiftId shift, const domain::SheetLine& line)
{
    return session
        .execute(QStringLiteral("INSERT INTO shift_line (shift, kind, conversation, escalation, moment, number, who, "
                                "urgency, fate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                 {shift.value, base::toText(line.kind), line.conversation.value,
                  line.escalation.isValid() ? QVariant(line.escalation.value) : QVariant(), momentOf(line.moment),
                  line.number, line.who, base::toText(line.urgency), base::toText(line.fate)})
        .map([](int) { return Done{}; });
}

} // namespace

Result<ShiftId> Shifts::begin(const QString& person, base::Instant now)
{
    const auto begun = m_session.insert(
        QStringLiteral("INSERT INTO shift (person, begun_at) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING id"),
        {person, qint64(base::toMillis(now))});
    if (!begun) {
        return fail(begun.error());
    }
    if (!*begun) {
        return fail(ErrorCode::Conflict, QStringLiteral("the shift was begun at another desk"),
                    QStringLiteral("shift.open"));
    }
    m_session.changed(domain::Topic::Shift, **begun);
    return ShiftId{**begun};
}

Result<std::vector<Shift>> Shifts::open()
{
    return shiftsWhere(m_session, QStringLiteral("WHERE ended_at IS NULL ORDER BY begun_at, id"), {});
}

Result<std::optional<Shift>> Shifts::openOf(const QString& person, bool lock)
{
    return shiftsWhere(m_session,
                       QStringLiteral("WHERE person = ? AND ended_at IS NULL") +
                           (lock ? m_session.lockRows() : QString()),
                       {person})
        .map([](const std::vector<Shift>& found) {
            return found.empty() ? std::nullopt : std::optional(found.front());
        });
}

Result<Shift> Shifts::find(ShiftId id)
{
    return shiftsWhere(m_session, QStringLiteral("WHERE id = ?"), {id.value})
        .and_then([&](const std::vector<Shift>& found) -> Result<Shift> {
            if (found.empty()) {
                return fail(ErrorCode::NotFound, QStringLiteral("there is no shift %1").arg(id.value),
                            QStringLiteral("shift.gone"));
            }
            return found.front();
        });
}

Result<std::vector<Shift>> Shifts::ended(int limit)
{
    return shiftsWhere(m_session, QStringLiteral("WHERE ended_at IS NOT NULL ORDER BY ended_at DESC, id DESC LIMIT ?"),
                       {limit});
}

Result<Done> Shifts::setWords(ShiftId id, const QString& words)
{
    return m_session.execute(QStringLiteral("UPDATE shift SET words = ? WHERE id = ?"), {words, id.value})
        .map([&](int) {
            m_session.changed(domain::Topic::Shift, id.value);
            return Done{};
        });
}

Result<Done> Shifts::end(const Shift& shift, const std::vector<domain::SheetLine>& lines)
{
    Result<Done> done =
        m_session
            .execute(QStringLiteral("UPDATE shift SET ended_at = ?, forgotten = ?, unread = ?, words = ? WHERE id = ?"),
                     {momentOf(shift.endedAt), shift.wasForgotten, shift.unread, shift.words, shift.id.value})
            .map([](int) { return Done{}; });
    for (const auto& line : lines) {
        done = done.and_then([&](Done) { return addLine(m_session, shift.id, line); });
    }
    m_session.changed(domain::Topic::Shift, shift.id.value);
    return done;
}

Result<std::vector<domain::SheetLine>> Shifts::linesOf(ShiftId id)
{
    auto rows = m_session.run(QStringLiteral("SELECT kind, conversation, escalation, moment, number, who, urgency, "
                                             "fate FROM shift_line WHERE shift = ? ORDER BY id"),
                              {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::SheetLine> found;
    while (rows->next()) {
        const auto kind = wordAt<domain::LineKind>(*rows, 0);
        const auto urgency = wordAt<domain::Urgency>(*rows, 6);
        const auto fate = wordAt<domain::Fate>(*rows, 7);
        if (!kind || !urgency || !fate) {
            return fail(ErrorCode::Internal,
                        QStringLiteral("shift %1 holds a word this program does not know").arg(id.value));
        }
        found.push_back({*kind,
                         {rows->integer(1)},
                         {rows->integer(2)},
                         rows->maybeInstant(3),
                         int(rows->integer(4)),
                         rows->text(5),
                         *urgency,
                         *fate});
    }
    return found;
}

Result<bool> Shifts::noteRead(ShiftId id, const QString& reader, base::Instant now)
{
    const auto noted = m_session.execute(QStringLiteral("INSERT INTO shift_reading (shift, reader, read_at) VALUES "
                                                        "(?, ?, ?) ON CONFLICT DO NOTHING"),
                                         {id.value, reader, qint64(base::toMillis(now))});
    if (!noted) {
        return fail(noted.error());
    }
    m_session.changed(domain::Topic::Shift, id.value);
    return *noted > 0;
}

Result<std::vector<SheetReading>> Shifts::readingsOf(ShiftId id)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT reader, read_at FROM shift_reading WHERE shift = ? ORDER BY read_at, reader"),
        {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<SheetReading> found;
    while (rows->next()) {
        found.push_back({rows->text(0), rows->instant(1)});
    }
    return found;
}

Result<std::set<ShiftId>> Shifts::readBy(const QString& reader)
{
    auto rows = m_session.run(QStringLiteral("SELECT shift FROM shift_reading WHERE reader = ?"), {reader});
    if (!rows) {
        return fail(rows.error());
    }
    std::set<ShiftId> found;
    while (rows->next()) {
        found.insert({rows->integer(0)});
    }
    return found;
}

Result<int> Shifts::sweep(base::Instant before)
{
    const QVariantList border{qint64(base::toMillis(before))};
    Result<int> removed = 0;
    for (const char* statement : {"DELETE FROM shift_reading WHERE shift IN (SELECT id FROM shift WHERE ended_at < ?)",
                                  "DELETE FROM shift_line WHERE shift IN (SELECT id FROM shift WHERE ended_at < ?)",
                                  "DELETE FROM shift WHERE ended_at < ?"}) {
        removed = removed.and_then([&](int) { return m_session.execute(QLatin1String(statement), border); });
    }
    return removed;
}

Result<domain::SheetFacts> Shifts::facts(const QString& person, base::Instant now)
{
    domain::SheetFacts facts{person, now};
    {
        // Three that each have an index of their own.
        const QString columns = QLatin1String(conversationColumns);
        auto rows = m_session.run(
            QStringLiteral("SELECT %1 FROM conversation WHERE holder_kind IN ('staff', 'doctor') AND holder_name = ? "
                           "UNION SELECT %1 FROM conversation WHERE needs_person = 1 "
                           "UNION SELECT %1 FROM conversation WHERE snoozed_until IS NOT NULL")
                .arg(columns),
            {person});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            auto conversation = conversationFrom(*rows);
            if (!conversation) {
                return fail(conversation.error());
            }
            facts.conversations.push_back(std::move(*conversation));
        }
    }
    auto escalations = Escalations(m_session).openOnes(allOpen);
    auto failed = unsent(now);
    if (!escalations || !failed) {
        return fail(escalations ? failed.error() : escalations.error());
    }
    facts.escalations = std::move(*escalations);
    facts.unsent = std::move(*failed);
    return facts;
}

Result<std::map<domain::ConversationId, int>> Shifts::unsent(base::Instant now)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT o.conversation, count(*) FROM outbox o JOIN message m ON m.id = o.message "
                       "WHERE o.state IN ('failed', 'unknown') AND m.created_at > ? AND NOT EXISTS (SELECT 1 FROM "
                       "outbox n WHERE n.conversation = o.conversation AND n.id > o.id AND n.state IN ('queued', "
                       "'sending', 'sent')) GROUP BY o.conversation"),
        {qint64(base::toMillis(now - unsentMatters))});
    if (!rows) {
        return fail(rows.error());
    }
    std::map<domain::ConversationId, int> found;
    while (rows->next()) {
        found[{rows->integer(0)}] = int(rows->integer(1));
    }
    return found;
}

Result<int> Shifts::unread()
{
    auto rows = m_session.run(QStringLiteral("SELECT count(*) FROM conversation WHERE unread > 0"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? int(rows->integer(0)) : 0;
}

} // namespace delpek::store
