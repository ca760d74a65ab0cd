// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memoryjobs.h"

#include "store/conversationrow.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;

namespace
{

constexpr const char* columns =
    "id, kind, subject, part, person, conversation, talk, at, attempts FROM memory_job WHERE state = 'waiting'";

Result<Done> done(const Result<int>& executed)
{
    return executed ? Result<Done>(Done{}) : fail(executed.error());
}

} // namespace

Result<Done> MemoryJobs::add(const MemoryJob& job)
{
    return done(m_session.execute(
        QStringLiteral("INSERT INTO memory_job (kind, subject, part, person, conversation, talk, at, due, attempts, "
                       "state, last_error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 'waiting', '') "
                       "ON CONFLICT (kind, subject, part, person) DO NOTHING"),
        {toText(job.kind), job.subject, job.part, job.person.value, job.conversation.value, job.talk,
         qint64(toMillis(job.at)), qint64(toMillis(job.at))}));
}

Result<MemoryJob> MemoryJobs::begin(MemoryJobKind kind, domain::ConversationId conversation, base::Instant now)
{
    MemoryJob job;
    job.kind = kind;
    job.conversation = conversation;
    job.at = now;
    auto rows = m_session.run(QStringLiteral("SELECT person FROM conversation WHERE id = ?"), {conversation.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no such conversation"));
    }
    job.person = {rows->integer(0)};
    return job;
}

Result<Done> MemoryJobs::addTurn(domain::ConversationId conversation, base::Instant now, base::Duration gap)
{
    auto job = begin(MemoryJobKind::Turn, conversation, now);
    if (!job) {
        return fail(job.error());
    }
    auto newest =
        m_session.run(QStringLiteral("SELECT max(id) FROM decision WHERE conversation = ?"), {conversation.value});
    if (!newest) {
        return fail(newest.error());
    }
    job->subject = newest->next() ? newest->integer(0) : 0;
    auto last = m_session.run(QStringLiteral("SELECT talk, at FROM memory_job WHERE conversation = ? AND kind = 'turn' "
                                             "ORDER BY id DESC LIMIT 1"),
                              {conversation.value});
    if (!last) {
        return fail(last.error());
    }
    job->talk = last->next() && now < last->instant(1) + gap ? last->integer(0) : job->subject;
    return add(*job);
}

Result<Done> MemoryJobs::addEscalation(domain::EscalationId escalation, int part, domain::ConversationId conversation,
                                       base::Instant now)
{
    auto job = begin(MemoryJobKind::Escalation, conversation, now);
    if (!job) {
        return fail(job.error());
    }
    job->subject = escalation.value;
    job->part = part;
    auto last =
        m_session.run(QStringLiteral("SELECT max(talk) FROM memory_job WHERE conversation = ?"), {conversation.value});
    if (!last) {
        return fail(last.error());
    }
    job->talk = last->next() ? last->integer(0) : 0;
    return add(*job);
}

Result<MemoryJob> MemoryJobs::addForget(domain::PersonId person, base::Instant now)
{
    const auto dropped = m_session.execute(
        QStringLiteral("UPDATE memory_job SET state = 'done' WHERE person = ? AND state = 'waiting' AND at <= ?"),
        {person.value, qint64(toMillis(now))});
    if (!dropped) {
        return fail(dropped.error());
    }
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO memory_job (kind, subject, part, person, conversation, talk, at, due, attempts, "
                       "state, last_error) VALUES ('forget', ?, 0, ?, 0, 0, ?, ?, 0, 'waiting', '') "
                       "ON CONFLICT (kind, subject, part, person) DO UPDATE SET state = 'waiting' RETURNING id"),
        {qint64(toMillis(now)), person.value, qint64(toMillis(now)), qint64(toMillis(now))});
    if (!id) {
        return fail(id.error());
    }
    MemoryJob job;
    job.id = **id;
    job.kind = MemoryJobKind::Forget;
    job.person = person;
    job.at = now;
    return job;
}

Result<std::vector<MemoryJob>> MemoryJobs::due(base::Instant now, int limit)
{
    // What waits for its next try holds up all that happened after it.
    auto rows = m_session.run(
        QStringLiteral("SELECT %1 AND NOT EXISTS (SELECT 1 FROM memory_job e WHERE e.state = 'waiting' AND e.due > ? "
                       "AND e.id <= memory_job.id) ORDER BY id LIMIT ?")
            .arg(QLatin1String(columns)),
        {qint64(toMillis(now)), limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<MemoryJob> jobs;
    while (rows->next()) {
        const auto kind = wordAt<MemoryJobKind>(*rows, 1);
        if (!kind) {
            return fail(kind.error());
        }
        jobs.push_back({rows->integer(0),
                        *kind,
                        rows->integer(2),
                        int(rows->integer(3)),
                        {rows->integer(4)},
                        {rows->integer(5)},
                        rows->integer(6),
                        rows->instant(7),
                        int(rows->integer(8))});
    }
    return jobs;
}

Result<std::optional<base::Instant>> MemoryJobs::nextDue()
{
    auto rows = m_session.run(QStringLiteral("SELECT due FROM memory_job WHERE state = 'waiting' ORDER BY id LIMIT 1"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? std::optional(rows->instant(0)) : std::nullopt;
}

Result<Done> MemoryJobs::markDone(const std::vector<qint64>& ids)
{
    for (const auto id : ids) {
        if (const auto marked = m_session.execute(
                QStringLiteral("UPDATE memory_job SET state = 'done', last_error = '' WHERE id = ?"), {id});
            !marked) {
            return fail(marked.error());
        }
    }
    return Done{};
}

Result<Done> MemoryJobs::retryAt(base::Instant at, const QString& error)
{
    return done(m_session.execute(QStringLiteral("UPDATE memory_job SET due = ?, attempts = attempts + 1, "
                                                 "last_error = ? WHERE state = 'waiting'"),
                                  {qint64(toMillis(at)), error}));
}

Result<int> MemoryJobs::waiting()
{
    return m_session.run(QStringLiteral("SELECT count(*) FROM memory_job WHERE state = 'waiting'")).map([](Rows rows) {
        return rows.next() ? int(rows.integer(0)) : 0;
    });
}

Result<int> MemoryJobs::sweep(base::Instant before)
{
    return m_session.execute(QStringLiteral("DELETE FROM memory_job WHERE state = 'done' AND at < ?"),
                             {qint64(toMillis(before))});
}

} // namespace delpek::store
