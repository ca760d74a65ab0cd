// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transcripts.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::FilingState;

namespace
{

bool concernsDoctor(const domain::Escalation& escalation)
{
    return escalation.urgency > domain::Urgency::Routine || escalation.loweredFrom || escalation.answeredAt;
}

} // namespace

Result<Done> Transcripts::addFor(const domain::Escalation& escalation, base::Instant closedAt)
{
    if (!concernsDoctor(escalation)) {
        return Done{};
    }
    auto rows = m_session.run(QStringLiteral("SELECT count(*), max(to_at) FROM transcript WHERE escalation = ?"),
                              {escalation.id.value});
    if (!rows) {
        return fail(rows.error());
    }
    const bool further = rows->next() && rows->integer(0) > 0;
    const int part = further ? int(rows->integer(0)) + 1 : 1;
    const auto from = further ? rows->instant(1) : escalation.since;
    const auto added = m_session.execute(
        QStringLiteral("INSERT INTO transcript (escalation, part, from_at, to_at, patient, state, due, attempts, "
                       "last_error) VALUES (?, ?, ?, ?, '', ?, ?, 0, '') ON CONFLICT (escalation, part) DO NOTHING"),
        {escalation.id.value, part, qint64(toMillis(from)), qint64(toMillis(closedAt)), toText(FilingState::Waiting),
         qint64(toMillis(closedAt))});
    return added ? Result<Done>(Done{}) : fail(added.error());
}

Result<std::vector<Transcript>> Transcripts::due(base::Instant now, int limit)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT t.escalation, e.conversation, t.part, t.from_at, t.to_at, t.patient, t.attempts "
                       "FROM transcript t JOIN escalation e ON e.id = t.escalation "
                       "WHERE t.state = 'waiting' AND t.due <= ? ORDER BY t.due, t.escalation, t.part LIMIT ?"),
        {qint64(toMillis(now)), limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Transcript> found;
    while (rows->next()) {
        found.push_back({{rows->integer(0)},
                         {rows->integer(1)},
                         int(rows->integer(2)),
                         rows->instant(3),
                         rows->instant(4),
                         rows->text(5),
                         int(rows->integer(6))});
    }
    return found;
}

Result<std::optional<base::Instant>> Transcripts::nextDue()
{
    auto rows = m_session.run(QStringLiteral("SELECT min(due) FROM transcript WHERE state = 'waiting'"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->maybeInstant(0) : std::optional<base::Instant>();
}

/// Changes what still waits; false when it does not any more.
Result<bool> Transcripts::set(const Transcript& transcript, const QString& columns, QVariantList values)
{
    values << transcript.escalation.value << transcript.part << toText(FilingState::Waiting);
    const auto updated = m_session.execute(QStringLiteral("UPDATE transcript SET ") + columns +
                                               QStringLiteral(" WHERE escalation = ? AND part = ? AND state = ?"),
                                           values);
    m_session.changed(domain::Topic::Escalation, transcript.escalation.value, transcript.conversation.value);
    return updated.map([](int rows) { return rows > 0; });
}

Result<bool> Transcripts::markFiled(const Transcript& transcript)
{
    return set(transcript, QStringLiteral("state = ?, last_error = ''"), {toText(FilingState::Filed)});
}

Result<Done> Transcripts::retryAt(const Transcript& transcript, base::Instant at, const QString& error)
{
    return set(transcript, QStringLiteral("due = ?, attempts = attempts + 1, last_error = ?"),
               {qint64(toMillis(at)), error})
        .map([](bool) { return Done{}; });
}

Result<Done> Transcripts::askWhose(const Transcript& transcript)
{
    return set(transcript, QStringLiteral("state = ?"), {toText(FilingState::Choose)}).map([](bool) { return Done{}; });
}

Result<Done> Transcripts::choose(domain::EscalationId escalation, const QString& patient, base::Instant now)
{
    const auto chosen = m_session.execute(
        QStringLiteral("UPDATE transcript SET patient = ?, state = ?, due = ? WHERE escalation = ? AND state = ?"),
        {patient, toText(FilingState::Waiting), qint64(toMillis(now)), escalation.value, toText(FilingState::Choose)});
    if (!chosen) {
        return fail(chosen.error());
    }
    if (*chosen == 0) {
        return fail(ErrorCode::Conflict, QStringLiteral("no transcript waits for a choice"),
                    QStringLiteral("escalation.nothingToFile"));
    }
    m_session.changed(domain::Topic::Escalation, escalation.value);
    return Done{};
}

Result<FilingState> Transcripts::stateOf(domain::EscalationId escalation)
{
    auto rows = m_session.run(QStringLiteral("SELECT state FROM transcript WHERE escalation = ?"), {escalation.value});
    if (!rows) {
        return fail(rows.error());
    }
    bool waits = false;
    bool filed = false;
    bool choose = false;
    while (rows->next()) {
        const auto state = base::fromText<FilingState>(rows->text(0));
        waits = waits || state == FilingState::Waiting;
        filed = filed || state == FilingState::Filed;
        choose = choose || state == FilingState::Choose;
    }
    return choose ? FilingState::Choose : waits ? FilingState::Waiting : filed ? FilingState::Filed : FilingState::None;
}

} // namespace delpek::store
