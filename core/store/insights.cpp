// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/insights.h"

#include <algorithm>
#include <functional>
#include <map>

namespace delpek::store
{

namespace
{

using domain::ChannelKind;
using domain::Figures;
using domain::Waits;

constexpr auto outOfOrder = std::chrono::hours(24); ///< see Insights

/// SQL with its values in the order of their places.
struct Piece {
    QString sql;
    QVariantList values = {};
};

const QString asBigint = QStringLiteral("CAST(? AS BIGINT)");

qint64 millis(base::Instant instant)
{
    return base::toMillis(instant);
}

/// The number of the day in which the moment `column` lies. Days of the same length in a row are counted by dividing;
/// where the clocks change a day stands alone.
Piece dayOf(const QString& column, const std::vector<base::Instant>& borders)
{
    Piece day{QStringLiteral("CASE")};
    const auto lengthOf = [&](size_t index) { return millis(borders[index + 1]) - millis(borders[index]); };
    for (size_t first = 0; first + 1 < borders.size();) {
        size_t next = first + 1;
        while (next + 1 < borders.size() && lengthOf(next) == lengthOf(first)) {
            ++next;
        }
        day.sql += QStringLiteral(" WHEN %1 < %2 THEN %2 + (%1 - %2) / %2").arg(column, asBigint);
        day.values << millis(borders[next]) << qint64(first) << millis(borders[first]) << lengthOf(first);
        first = next;
    }
    day.sql += QStringLiteral(" END");
    return day;
}

/// What is asked of each table: a stretch of time, and perhaps one channel.
class Range
{
public:
    Range(const DaySpans& spans, qint64 firstMessage, qint64 lastMessage)
        : m_spans(spans)
        , m_firstMessage(firstMessage)
        , m_lastMessage(lastMessage)
    {
    }

    Piece day(const QString& column) const { return dayOf(column, m_spans.borders); }

    Piece condition(const QString& column, const QString& channel) const
    {
        Piece piece{QStringLiteral("%1 >= %2 AND %1 < %2").arg(column, asBigint)};
        piece.values << millis(m_spans.borders.front()) << millis(m_spans.borders.back());
        if (m_spans.channel) {
            piece.sql += QStringLiteral(" AND %1 = ?").arg(channel);
            piece.values << base::toText(*m_spans.channel);
        }
        return piece;
    }

    /// The messages with their day and channel, as "said".
    Piece said() const
    {
        const Piece number = day(QStringLiteral("m.created_at"));
        const Piece within = condition(QStringLiteral("m.created_at"), QStringLiteral("c.channel"));
        return {QStringLiteral("said AS (SELECT m.id, m.conversation, m.author, m.delivery, m.created_at, c.channel, "
                               "%1 AS day FROM message m JOIN conversation c ON c.id = m.conversation "
                               "WHERE m.id >= %3 AND m.id <= %3 AND %2 "
                               "AND m.author <> 'system' AND m.delivery <> 'withdrawn')")
                    .arg(number.sql, within.sql, asBigint),
                number.values + QVariantList{m_firstMessage, m_lastMessage} + within.values};
    }

    /// The escalations with their day and channel, as "called".
    Piece called() const
    {
        const Piece number = day(QStringLiteral("e.opened_at"));
        const Piece within = condition(QStringLiteral("e.opened_at"), QStringLiteral("c.channel"));
        return {QStringLiteral("called AS (SELECT e.conversation, e.urgency, e.opened_at, e.acknowledged_at, "
                               "c.channel, %1 AS day FROM escalation e JOIN conversation c ON c.id = e.conversation "
                               "WHERE %2)")
                    .arg(number.sql, within.sql),
                number.values + within.values};
    }

private:
    const DaySpans& m_spans;
    qint64 m_firstMessage;
    qint64 m_lastMessage;
};

/// A sum that both engines give as a whole number.
QString sumOf(const QString& what)
{
    return QStringLiteral("CAST(sum(%1) AS BIGINT)").arg(what);
}

QString countIf(const QString& condition)
{
    return QStringLiteral("CAST(sum(CASE WHEN %1 THEN 1 ELSE 0 END) AS BIGINT)").arg(condition);
}

/// Messages, conversations and deliveries; the row with day -1 holds how many conversations there were in all.
Piece talks(const Range& range)
{
    const Piece said = range.said();
    const Piece called = range.called();
    QStringList columns;
    for (const char* author : {"patient", "agent", "staff", "doctor"}) {
        columns << countIf(QStringLiteral("author = '%1'").arg(QLatin1String(author))) + QStringLiteral(" AS ") +
                       QLatin1String(author);
    }
    columns << countIf(QStringLiteral("author <> 'patient' AND delivery IN ('queued', 'sending')")) +
                   QStringLiteral(" AS waiting");
    QStringList sums{sumOf(QStringLiteral("patient")), sumOf(QStringLiteral("agent")), sumOf(QStringLiteral("staff")),
                     sumOf(QStringLiteral("doctor")), sumOf(QStringLiteral("waiting"))};
    for (const char* state : {"sent", "delivered", "read", "failed", "unknown"}) {
        const QString name = QStringLiteral("as_") + QLatin1String(state);
        columns << countIf(QStringLiteral("author <> 'patient' AND delivery = '%1'").arg(QLatin1String(state))) +
                       QStringLiteral(" AS ") + name;
        sums << sumOf(name);
    }
    return {
        QStringLiteral(
            "WITH %1, %2, talk AS (SELECT day, channel, conversation, min(id) AS first, "
            "min(created_at) AS began, max(created_at) AS ended, min(CASE WHEN author = 'patient' THEN id END) AS "
            "asked, "
            "max(CASE WHEN author = 'agent' AND delivery <> 'failed' THEN id END) AS answered, %3 "
            "FROM said GROUP BY day, channel, conversation) "
            "SELECT t.day, t.channel, count(*), %5, %6, %7, %4 FROM talk t "
            "LEFT JOIN (SELECT DISTINCT day AS called_day, conversation AS called_in FROM called) k "
            "ON k.called_in = t.conversation AND k.called_day = t.day GROUP BY t.day, t.channel "
            "UNION ALL SELECT -1, '', count(DISTINCT conversation), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM talk")
            .arg(said.sql, called.sql, columns.join(QStringLiteral(", ")), sums.join(QStringLiteral(", ")))
            .arg(countIf(QStringLiteral(
                     "NOT EXISTS (SELECT 1 FROM message o WHERE o.conversation = t.conversation AND o.id < t.first)")),
                 countIf(QStringLiteral("patient > 0")),
                 countIf(QStringLiteral(
                     "answered > asked AND staff + doctor = 0 AND called_in IS NULL AND NOT EXISTS (SELECT 1 "
                     "FROM escalation e WHERE e.conversation = t.conversation AND e.opened_at <= "
                     "t.ended AND (e.closed_at IS NULL OR e.closed_at >= t.began))"))),
        said.values + called.values};
}

/// The waits of a table "wait" (day, channel, kind, took): median and the ninth of ten, by day and channel and in all.
const QString ranked = QStringLiteral(
    ", ranked AS (SELECT day, channel, kind, took, "
    "row_number() OVER (PARTITION BY day, channel, kind ORDER BY took) AS place, "
    "count(*) OVER (PARTITION BY day, channel, kind) AS cases, "
    "row_number() OVER (PARTITION BY day, kind ORDER BY took) AS place_of_day, "
    "count(*) OVER (PARTITION BY day, kind) AS cases_of_day, "
    "row_number() OVER (PARTITION BY kind ORDER BY took) AS place_in_all, "
    "count(*) OVER (PARTITION BY kind) AS cases_in_all FROM wait) "
    "SELECT day, channel, kind, max(cases), max(CASE WHEN place = (cases + 1) / 2 THEN took END), "
    "max(CASE WHEN place = (9 * cases + 9) / 10 THEN took END), max(cases_of_day), "
    "max(CASE WHEN place_of_day = (cases_of_day + 1) / 2 THEN took END), "
    "max(CASE WHEN place_of_day = (9 * cases_of_day + 9) / 10 THEN took END), max(cases_in_all), "
    "max(CASE WHEN place_in_all = (cases_in_all + 1) / 2 THEN took END), "
    "max(CASE WHEN place_in_all = (9 * cases_in_all + 9) / 10 THEN took END) FROM ranked GROUP BY day, channel, kind");

const QString counts = QStringLiteral("o.author <> 'system' AND o.delivery NOT IN ('withdrawn', 'failed')");

/// From each patient's message that follows none of his own until the next of ours.
Piece answers(const Range& range)
{
    const Piece said = range.said();
    return {
        QStringLiteral(
            "WITH %1, "
            "lined AS (SELECT id, conversation, day, channel, author, created_at, "
            "lag(author) OVER (PARTITION BY conversation ORDER BY id) AS before "
            "FROM said WHERE delivery <> 'failed'), "
            "turn AS (SELECT id, conversation, day, channel, author, created_at, "
            "lead(id) OVER (PARTITION BY conversation ORDER BY id) AS next FROM "
            "(SELECT l.*, COALESCE(before, (SELECT o.author FROM message o WHERE o.conversation = l.conversation "
            "AND o.id < l.id AND %2 ORDER BY o.id DESC LIMIT 1), 'staff') AS previous FROM lined l) p "
            "WHERE (author = 'patient') <> (previous = 'patient')), "
            "wait AS (SELECT t.day, t.channel, CASE WHEN a.author = 'agent' THEN 'agent' ELSE 'person' END AS kind, "
            "a.created_at - t.created_at AS took FROM turn t JOIN message a ON a.id = COALESCE(t.next, "
            "(SELECT o.id FROM message o WHERE o.conversation = t.conversation AND o.id > t.id "
            "AND o.author <> 'patient' AND %2 ORDER BY o.id LIMIT 1)) WHERE t.author = 'patient')")
                .arg(said.sql, counts) +
            ranked,
        said.values};
}

/// From the opening of each escalation until it was acknowledged, and until a person wrote.
Piece calls(const Range& range)
{
    const Piece called = range.called();
    return {
        QStringLiteral("WITH %1, "
                       "wait AS (SELECT day, channel, 'acknowledged' AS kind, acknowledged_at - opened_at AS took "
                       "FROM called WHERE acknowledged_at IS NOT NULL UNION ALL "
                       "SELECT day, channel, 'came' AS kind, came - opened_at AS took FROM "
                       "(SELECT day, channel, opened_at, (SELECT min(o.created_at) FROM message o "
                       "WHERE o.conversation = called.conversation AND o.author IN ('staff', 'doctor') "
                       "AND o.created_at >= called.opened_at AND %2) AS came FROM called) w WHERE came IS NOT NULL)")
                .arg(called.sql, counts) +
            ranked,
        called.values};
}

Piece urgencies(const Range& range)
{
    const Piece called = range.called();
    return {QStringLiteral("WITH %1 SELECT day, channel, urgency, count(*) FROM called GROUP BY day, channel, urgency")
                .arg(called.sql),
            called.values};
}

/// What models cost; without a channel where the conversation is gone.
Piece spending(const Range& range)
{
    const Piece number = range.day(QStringLiteral("s.at"));
    const Piece within = range.condition(QStringLiteral("s.at"), QStringLiteral("c.channel"));
    return {QStringLiteral("WITH spent AS (SELECT %1 AS day, COALESCE(c.channel, '') AS channel, s.tokens, s.cost "
                           "FROM model_spend s LEFT JOIN conversation c ON c.id = s.conversation WHERE %2) "
                           "SELECT day, channel, %3, %4 FROM spent GROUP BY day, channel")
                .arg(number.sql, within.sql, sumOf(QStringLiteral("tokens")), sumOf(QStringLiteral("cost"))),
            number.values + within.values};
}

/// The agents' drafts that a person sent, and of them those that went out word for word.
Piece drafts(const Range& range)
{
    const Piece said = range.said();
    return {QStringLiteral("WITH %1 SELECT s.day, s.channel, count(*), %2 FROM agent_draft d JOIN said s ON s.id = "
                           "d.message WHERE d.state = 'sent' GROUP BY s.day, s.channel")
                .arg(said.sql, countIf(QStringLiteral("trim(d.sent_text) = trim(d.text)"))),
            said.values};
}

/// Takes count, median and ninth of ten; of several rows that tell of the same cases only one holds each.
void keepWaits(Waits& kept, const Rows& rows, int column)
{
    kept.count = int(rows.integer(column));
    if (!rows.isNull(column + 1)) {
        kept.median = base::Duration(rows.integer(column + 1));
    }
    if (!rows.isNull(column + 2)) {
        kept.nineInTen = base::Duration(rows.integer(column + 2));
    }
}

Waits Figures::*waitsOf(const QString& kind)
{
    return kind == QLatin1String("agent")          ? &Figures::agentAnswer
           : kind == QLatin1String("person")       ? &Figures::personAnswer
           : kind == QLatin1String("acknowledged") ? &Figures::acknowledged
                                                   : &Figures::personCame;
}

/// Adds what can be added: no conversations, which would count once a day, no waits, and no costs.
void addCounts(Figures& sum, const Figures& figures)
{
    for (const auto count :
         {&Figures::newConversations, &Figures::patientMessages, &Figures::agentMessages, &Figures::staffMessages,
          &Figures::doctorMessages, &Figures::asked, &Figures::automated, &Figures::waiting, &Figures::sent,
          &Figures::delivered, &Figures::read, &Figures::failed, &Figures::unknown}) {
        sum.*count += figures.*count;
    }
    for (size_t urgency = 0; urgency < figures.escalations.size(); ++urgency) {
        sum.escalations[urgency] += figures.escalations[urgency];
    }
}

/// The figures as they are gathered from one question after the other.
class Gathering
{
public:
    explicit Gathering(Session& session)
        : m_session(session)
    {
    }

    /// `take(rows, figures of the row's day and channel)`; null where it has none.
    Result<Done> ask(const Piece& piece, const std::function<void(const Rows&, Figures*)>& take)
    {
        auto rows = m_session.run(piece.sql, piece.values);
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            const auto channel = base::fromText<ChannelKind>(rows->text(1));
            take(*rows, channel ? &m_channels[{int(rows->integer(0)), *channel}] : nullptr);
        }
        return Done{};
    }

    Result<Done> askWaits(const Piece& piece)
    {
        return ask(piece, [this](const Rows& rows, Figures* figures) {
            const auto which = waitsOf(rows.text(2));
            if (figures) {
                keepWaits(figures->*which, rows, 3);
            }
            keepWaits(m_days[int(rows.integer(0))].*which, rows, 6);
            keepWaits(total.*which, rows, 9);
        });
    }

    InsightsFound found()
    {
        InsightsFound all;
        for (const auto& [key, figures] : m_channels) {
            addCounts(m_days[key.first], figures);
            addCounts(total, figures);
            m_days[key.first].conversations += figures.conversations; // each belongs to one channel
            all.channels.push_back({key.first, key.second, figures});
        }
        for (const auto& [day, figures] : m_days) {
            all.days.push_back({day, {}, figures});
        }
        all.total = total;
        return all;
    }

    Figures& day(int number) { return m_days[number]; }

    Figures total;

private:
    Session& m_session;
    std::map<std::pair<int, ChannelKind>, Figures> m_channels;
    std::map<int, Figures> m_days;
};

void takeTalks(const Rows& rows, Figures& figures)
{
    int column = 2;
    for (const auto count : {&Figures::conversations, &Figures::newConversations, &Figures::asked, &Figures::automated,
                             &Figures::patientMessages, &Figures::agentMessages, &Figures::staffMessages,
                             &Figures::doctorMessages, &Figures::waiting, &Figures::sent, &Figures::delivered,
                             &Figures::read, &Figures::failed, &Figures::unknown}) {
        figures.*count = int(rows.integer(column++));
    }
}

/// The first message that was stored at `moment` or later, as far as they are in order; past the last: none.
Result<qint64> firstSince(Session& session, base::Instant moment)
{
    qint64 low = 1;
    qint64 high = 0;
    {
        auto rows = session.run(QStringLiteral("SELECT COALESCE(max(id), 0) + 1 FROM message"));
        if (!rows) {
            return fail(rows.error());
        }
        high = rows->next() ? rows->integer(0) : 1;
    }
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        auto rows = session.run(QStringLiteral("SELECT id, created_at FROM message WHERE id >= ? ORDER BY id LIMIT 1"),
                                {middle});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next() || rows->instant(1) >= moment) {
            high = middle;
        } else {
            low = rows->integer(0) + 1;
        }
    }
    return low;
}

} // namespace

DaySpans daysIn(QDate first, QDate last, const QTimeZone& zone)
{
    DaySpans spans;
    for (QDate day = first; day <= last.addDays(1); day = day.addDays(1)) {
        spans.borders.push_back(base::fromMillis(day.startOfDay(zone).toMSecsSinceEpoch()));
    }
    return spans;
}

Result<InsightsFound> Insights::figures(const DaySpans& spans)
{
    if (spans.borders.size() < 2) {
        return InsightsFound{};
    }
    const auto first = firstSince(m_session, spans.borders.front() - outOfOrder);
    const auto last = first ? firstSince(m_session, spans.borders.back() + outOfOrder) : first;
    if (!last) {
        return fail(last.error());
    }
    const Range range(spans, *first, *last);
    Gathering gathering(m_session);
    auto done = gathering.ask(talks(range), [&](const Rows& rows, Figures* figures) {
        if (figures) {
            takeTalks(rows, *figures);
        } else {
            gathering.total.conversations = int(rows.integer(2));
        }
    });
    if (done) {
        done = gathering.askWaits(answers(range));
    }
    if (done) {
        done = gathering.askWaits(calls(range));
    }
    if (done) {
        done = gathering.ask(urgencies(range), [](const Rows& rows, Figures* figures) {
            const auto urgency = base::fromText<domain::Urgency>(rows.text(2));
            if (figures && urgency) {
                figures->escalations[size_t(*urgency)] = int(rows.integer(3));
            }
        });
    }
    if (done) {
        done = gathering.ask(spending(range), [&](const Rows& rows, Figures* figures) {
            for (Figures* one : {figures, &gathering.day(int(rows.integer(0))), &gathering.total}) {
                if (one) {
                    one->tokens += rows.integer(2);
                    one->cost += rows.integer(3);
                }
            }
        });
    }
    if (done) {
        done = gathering.ask(drafts(range), [&](const Rows& rows, Figures* figures) {
            for (Figures* one : {figures, &gathering.day(int(rows.integer(0))), &gathering.total}) {
                if (one) {
                    one->draftsSent += int(rows.integer(2));
                    one->draftsAsWritten += int(rows.integer(3));
                }
            }
        });
    }
    return done.map([&](Done) { return gathering.found(); });
}

} // namespace delpek::store
