// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/auditsearch.h"

namespace delpek::store
{

using domain::AuditFilter;

namespace
{

/// Several desks write, each with its own clock.
constexpr base::Duration clocksDiffer = std::chrono::hours(1);

/// What the filter asks of a row besides its number.
std::pair<QString, QVariantList> wantedRows(const AuditFilter& filter)
{
    QString sql;
    QVariantList values;
    if (!filter.actor.isEmpty()) {
        sql += QStringLiteral(" AND actor = ?");
        values << filter.actor;
    }
    if (!filter.actions.isEmpty()) {
        QStringList any;
        for (const QString& action : filter.actions) {
            const bool isBeginning = action.endsWith(QLatin1Char('.'));
            any << (isBeginning ? QStringLiteral("action LIKE ?") : QStringLiteral("action = ?"));
            values << (isBeginning ? action + QLatin1Char('%') : action);
        }
        sql += QStringLiteral(" AND (%1)").arg(any.join(QStringLiteral(" OR ")));
    }
    if (filter.from) {
        sql += QStringLiteral(" AND at >= ?");
        values << qint64(base::toMillis(*filter.from));
    }
    if (filter.to) {
        sql += QStringLiteral(" AND at < ?");
        values << qint64(base::toMillis(*filter.to));
    }
    if (filter.conversation.isValid()) {
        const qint64 id = filter.conversation.value;
        sql += QStringLiteral(" AND (subject = ? OR subject IN (SELECT 'message:' || id FROM message WHERE "
                              "conversation = ?) OR subject IN (SELECT 'escalation:' || id FROM escalation WHERE "
                              "conversation = ?) OR subject IN (SELECT 'person:' || person FROM conversation WHERE "
                              "id = ?))");
        values << QStringLiteral("conversation:%1").arg(id) << id << id << id;
    }
    return {sql, values};
}

} // namespace

Result<qint64> AuditSearch::end()
{
    auto rows = m_session.run(QStringLiteral("SELECT number FROM audit ORDER BY number DESC LIMIT 1"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->integer(0) + 1 : 1;
}

/// The first number at or after that moment; `end` when there is none.
Result<qint64> AuditSearch::numberAt(base::Instant at, qint64 end)
{
    qint64 low = 1;
    qint64 high = end;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        auto rows = m_session.run(
            QStringLiteral("SELECT number, at FROM audit WHERE number >= ? ORDER BY number LIMIT 1"), {middle});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next() || rows->instant(1) >= at) {
            high = middle;
        } else {
            low = rows->integer(0) + 1;
        }
    }
    return low;
}

Result<AuditFinds> AuditSearch::page(const AuditFilter& filter, qint64 before, int limit, qint64 reach)
{
    const auto last = end();
    const auto first =
        last && filter.from ? numberAt(*filter.from - clocksDiffer, *last) : last.map([](qint64) { return qint64(1); });
    const auto behind = first && filter.to ? numberAt(*filter.to + clocksDiffer, *last) : last;
    if (!first || !behind) {
        return fail(!first ? first.error() : behind.error());
    }
    const qint64 top = before > 0 ? std::min(before, *behind) : *behind;
    const qint64 bottom = std::max(*first, top - reach);
    const auto [condition, more] = wantedRows(filter);
    auto rows = m_session.run(QStringLiteral("SELECT number, at, actor, action, subject, detail, hash FROM audit WHERE "
                                             "number >= ? AND number < ?%1 ORDER BY number DESC LIMIT ?")
                                  .arg(condition),
                              QVariantList{bottom, top} + more + QVariantList{limit});
    if (!rows) {
        return fail(rows.error());
    }
    AuditFinds found;
    while (rows->next()) {
        found.entries.push_back({rows->integer(0), rows->instant(1), rows->text(2), rows->text(3), rows->text(4),
                                 rows->text(5), rows->text(6)});
    }
    const qint64 next = std::ssize(found.entries) == limit ? found.entries.back().number : bottom;
    found.next = next > *first ? next : 0;
    return found;
}

Result<QStringList> AuditSearch::actors(int entries)
{
    auto rows = m_session.run(QStringLiteral("SELECT DISTINCT actor FROM (SELECT actor FROM audit ORDER BY number DESC "
                                             "LIMIT ?) AS newest ORDER BY actor"),
                              {entries});
    if (!rows) {
        return fail(rows.error());
    }
    QStringList names;
    while (rows->next()) {
        names << rows->text(0);
    }
    return names;
}

} // namespace delpek::store
