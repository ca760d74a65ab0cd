// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/staffname.h"

#include "store/shifts.h"

namespace delpek::store
{

namespace
{

/// Where a name stands for who has something in hand. `key`: what is there once for each name; a row that the new name
/// has already stays as it is.
struct NamedRows {
    const char* table;
    const char* column;
    const char* where = "";
    const char* key = "";
};

constexpr NamedRows namedRows[] = {
    {"conversation", "holder_name", "holder_kind IN ('staff', 'doctor')"},
    {"escalation", "acknowledged_by", "closed_at IS NULL"},
    {"escalation_link", "staff_name"},
    // What can still be taken back.
    {"message", "author_name", "id IN (SELECT message FROM outbox WHERE state = 'queued' AND attempts = 0)"},
    {"shift", "person"},
    {"shift_reading", "reader", "", "shift"},
    {"later_send", "author"},
    {"internal_note", "author"},
    {"draft", "staff", "", "conversation"},
    {"note_draft", "staff", "", "conversation"},
    {"agent_draft", "taken_by"},
    {"review", "author", "", "decision"},
    {"review_draft", "staff", "", "decision"},
};

Result<Done> rewrite(Session& session, const NamedRows& rows, const QString& from, const QString& to)
{
    const QString table = QLatin1String(rows.table);
    const QString column = QLatin1String(rows.column);
    QString sql = QStringLiteral("UPDATE %1 SET %2 = ? WHERE %2 = ?").arg(table, column);
    QVariantList values{to, from};
    if (*rows.where) {
        sql += QStringLiteral(" AND ") + QLatin1String(rows.where);
    }
    if (*rows.key) {
        sql += QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM %1 o WHERE o.%3 = %1.%3 AND o.%2 = ?)")
                   .arg(table, column, QLatin1String(rows.key));
        values << to;
    }
    return session.execute(sql, values).map([](int) { return Done{}; });
}

/// Who shows what the person holds shows the new name.
Result<Done> tellHeld(Session& session, const QString& name)
{
    auto rows = session.run(
        QStringLiteral("SELECT id FROM conversation WHERE holder_kind IN ('staff', 'doctor') AND holder_name = ?"),
        {name});
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        session.changed(domain::Topic::Conversation, rows->integer(0), rows->integer(0));
    }
    session.changed(domain::Topic::Escalation, 0);
    session.changed(domain::Topic::Shift, 0);
    return Done{};
}

} // namespace

Result<Done> carryName(Session& session, const QString& from, const QString& to)
{
    const auto taken = Shifts(session).openOf(to, true);
    if (!taken) {
        return fail(taken.error());
    }
    if (*taken) {
        return fail(ErrorCode::Conflict, QStringLiteral("a shift is open under this name"),
                    QStringLiteral("staff.nameOnShift"));
    }
    Result<Done> done = Done{};
    for (const auto& rows : namedRows) {
        done = done.and_then([&](Done) { return rewrite(session, rows, from, to); });
    }
    return done.and_then([&](Done) { return tellHeld(session, to); });
}

} // namespace delpek::store
