// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/builtin/rows.h"

#include "memory/factmaking.h"

#include <algorithm>

namespace delpek::memory
{

using base::toMillis;

namespace
{

constexpr qsizetype mostWords = 200;

QVariant maybe(const std::optional<base::Instant>& instant)
{
    return instant ? QVariant(qint64(toMillis(*instant))) : QVariant();
}

Result<Done> done(const Result<int>& executed)
{
    return executed ? Result<Done>(Done{}) : fail(executed.error());
}

QStringList listIn(const QString& text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Sorted, each once, and not more than can be searched quickly.
QString joined(QStringList words, const QStringList& more)
{
    words += more;
    words.sort();
    words.removeDuplicates();
    return words.mid(0, mostWords).join(QLatin1Char(' '));
}

} // namespace

Result<bool> Rows::isForgotten(const Episode& episode)
{
    auto rows = m_session.run(QStringLiteral("SELECT at FROM memory_forgotten WHERE person = ?"), {episode.user.value});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() && episode.at <= rows->instant(0);
}

Result<Done> Rows::remember(const Episode& episode)
{
    const auto forgotten = isForgotten(episode);
    if (!forgotten || *forgotten) {
        return forgotten.map([](bool) { return Done{}; });
    }
    const auto added =
        m_session.execute(QStringLiteral("INSERT INTO memory_episode (id, person, talk, at, pattern, first_message) "
                                         "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
                          {episode.id, episode.user.value, episode.talk, qint64(toMillis(episode.at)), episode.pattern,
                           episode.first.value});
    if (!added || *added == 0) {
        return done(added);
    }
    if (const auto kept = keepTalk(episode); !kept) {
        return kept;
    }
    for (const auto& finding : episode.findings) {
        if (const auto kept = keepFinding(episode, finding); !kept) {
            return kept;
        }
    }
    return Done{};
}

Result<Done> Rows::keepTalk(const Episode& episode)
{
    auto rows = m_session.run(QStringLiteral("SELECT topics, words FROM memory_talk WHERE conversation = ? AND id = ?"),
                              {episode.conversation.value, episode.talk});
    if (!rows) {
        return fail(rows.error());
    }
    const bool known = rows->next();
    const QString topics = joined(known ? listIn(rows->text(0)) : QStringList(), episode.topics);
    const QString words = joined(known ? listIn(rows->text(1)) : QStringList(), episode.words);
    const qint64 at = toMillis(episode.at);
    if (!known) {
        return done(m_session.execute(
            QStringLiteral("INSERT INTO memory_talk (id, conversation, person, began_at, last_at, language, outcome, "
                           "agent, topics, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {episode.talk, episode.conversation.value, episode.user.value, at, at, episode.language, episode.outcome,
             episode.agent, topics, words}));
    }
    return done(m_session.execute(
        QStringLiteral("UPDATE memory_talk SET person = ?, last_at = ?, language = ?, outcome = ?, agent = ?, "
                       "topics = ?, words = ? WHERE conversation = ? AND id = ?"),
        {episode.user.value, at, episode.language, episode.outcome, episode.agent, topics, words,
         episode.conversation.value, episode.talk}));
}

Result<Done> Rows::keepFinding(const Episode& episode, const Finding& finding)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, value FROM memory_fact WHERE person = ? AND kind = ? AND "
                                             "subject = ? AND is_open = 1 ORDER BY id"),
                              {episode.user.value, finding.kind, finding.subject});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<std::pair<QString, QString>> open;
    while (rows->next()) {
        open.emplace_back(rows->text(0), rows->text(1));
    }
    bool known = false;
    for (const auto& [id, value] : open) {
        known = known || value == finding.value;
        const auto kept =
            value == finding.value
                ? done(m_session.execute(QStringLiteral("UPDATE memory_fact SET seen_at = ? WHERE id = ?"),
                                         {qint64(toMillis(episode.at)), id}))
                : closeFact(id, episode.at);
        if (!kept) {
            return kept;
        }
    }
    if (known || finding.value.isEmpty()) {
        return Done{};
    }
    Fact fact;
    fact.id = factId(episode, finding);
    fact.kind = finding.kind;
    fact.subject = finding.subject;
    fact.value = finding.value;
    fact.validFrom = episode.at;
    fact.validTo = finding.validTo;
    fact.learnedAt = episode.at;
    fact.seenAt = episode.at;
    fact.source = finding.source;
    return addFact(episode.user, fact);
}

Result<Done> Rows::addFact(domain::PersonId user, const Fact& fact)
{
    return done(m_session.execute(
        QStringLiteral("INSERT INTO memory_fact (id, person, kind, subject, value, valid_from, valid_to, learned_at, "
                       "seen_at, source, learned_by, is_open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) "
                       "ON CONFLICT (id) DO NOTHING"),
        {fact.id, user.value, fact.kind, fact.subject, fact.value, qint64(toMillis(fact.validFrom)),
         maybe(fact.validTo), qint64(toMillis(fact.learnedAt)), qint64(toMillis(fact.seenAt)), fact.source.value,
         fact.by}));
}

Result<Done> Rows::closeFact(const QString& id, base::Instant at)
{
    return done(m_session.execute(QStringLiteral("UPDATE memory_fact SET is_open = 0, valid_to = ? WHERE id = ?"),
                                  {qint64(toMillis(at)), id}));
}

Result<std::vector<Fact>> Rows::factsOf(domain::PersonId user, bool onlyOpen)
{
    auto rows = m_session.run(
        QStringLiteral(
            "SELECT id, kind, subject, value, valid_from, valid_to, learned_at, seen_at, source, "
            "learned_by, is_open FROM memory_fact WHERE person = ? AND is_open >= ? ORDER BY learned_at, id"),
        {user.value, onlyOpen ? 1 : 0});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Fact> facts;
    while (rows->next()) {
        facts.push_back({rows->text(0),
                         rows->text(1),
                         rows->text(2),
                         rows->text(3),
                         rows->instant(4),
                         rows->maybeInstant(5),
                         rows->instant(6),
                         rows->instant(7),
                         {rows->integer(8)},
                         rows->text(9),
                         rows->flag(10)});
    }
    return facts;
}

Result<std::vector<PastTalk>> Rows::talksOf(domain::PersonId user, int limit)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT id, conversation, began_at, last_at, language, outcome, agent, topics, words "
                       "FROM memory_talk WHERE person = ? ORDER BY last_at DESC, id DESC LIMIT ?"),
        {user.value, limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<PastTalk> talks;
    while (rows->next()) {
        talks.push_back({rows->integer(0),
                         {rows->integer(1)},
                         rows->instant(2),
                         rows->instant(3),
                         rows->text(4),
                         rows->text(5),
                         rows->text(6),
                         listIn(rows->text(7)),
                         listIn(rows->text(8))});
    }
    return talks;
}

Result<std::map<QString, int>> Rows::patternsOf(domain::PersonId user)
{
    auto rows = m_session.run(QStringLiteral("SELECT pattern, count(DISTINCT first_message) FROM memory_episode "
                                             "WHERE person = ? AND pattern <> '' GROUP BY pattern"),
                              {user.value});
    if (!rows) {
        return fail(rows.error());
    }
    std::map<QString, int> patterns;
    while (rows->next()) {
        patterns[rows->text(0)] = int(rows->integer(1));
    }
    return patterns;
}

Result<Done> Rows::correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                           base::Instant at)
{
    const auto facts = factsOf(user, true);
    if (!facts) {
        return fail(facts.error());
    }
    const auto old = std::ranges::find(*facts, fact, &Fact::id);
    if (old == facts->end()) {
        return noSuchFact();
    }
    return closeFact(fact, at).and_then([&](Done) { return addFact(user, corrected(*old, value, by, at)); });
}

Result<Done> Rows::forget(domain::PersonId user, base::Instant at)
{
    const auto marked =
        m_session.execute(QStringLiteral("INSERT INTO memory_forgotten (person, at) VALUES (?, ?) ON CONFLICT (person) "
                                         "DO UPDATE SET at = excluded.at WHERE excluded.at > memory_forgotten.at"),
                          {user.value, qint64(toMillis(at))});
    if (!marked) {
        return fail(marked.error());
    }
    for (const auto* sql : {"DELETE FROM memory_fact WHERE person = ? AND learned_at <= ?",
                            "DELETE FROM memory_talk WHERE person = ? AND began_at <= ?",
                            "DELETE FROM memory_episode WHERE person = ? AND at <= ?"}) {
        if (const auto gone = m_session.execute(QLatin1String(sql), {user.value, qint64(toMillis(at))}); !gone) {
            return fail(gone.error());
        }
    }
    return Done{};
}

Result<int> Rows::sweep(base::Instant before)
{
    int swept = 0;
    for (const auto* sql : {"DELETE FROM memory_fact WHERE seen_at < ?", "DELETE FROM memory_talk WHERE last_at < ?",
                            "DELETE FROM memory_episode WHERE at < ?", "DELETE FROM memory_forgotten WHERE at < ?"}) {
        const auto gone = m_session.execute(QLatin1String(sql), {qint64(toMillis(before))});
        if (!gone) {
            return fail(gone.error());
        }
        swept += *gone;
    }
    return swept;
}

} // namespace delpek::memory
