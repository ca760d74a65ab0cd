// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/booklock.h"

#include "base/json.h"

#include <QUuid>

namespace delpek::clinic
{

Result<Done> lockBook(store::Session& session)
{
    const auto touched = session.execute(QStringLiteral("UPDATE clinic_info SET revision = revision + 1 WHERE id = 1"));
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral(
                        "the built-in book is empty; enter the clinic in the window's settings, or load a clinic file"),
                    QStringLiteral("clinic.empty"));
    }
    return Done{};
}

Result<Done> logBefore(store::Session& session, const LogEntry& entry, const QString& author, base::Instant now)
{
    QStringList before;
    {
        auto rows = session.run(QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                                    .arg(entry.columns.join(QStringLiteral(", ")), entry.subject, entry.where),
                                entry.values);
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            base::Json row;
            for (int column = 0; column < entry.columns.size(); ++column) {
                row[base::utf8(entry.columns[column])] = base::utf8(rows->text(column));
            }
            before << base::toCompactText(row);
        }
    }
    for (const auto& row : before) {
        const auto logged =
            session.execute(QStringLiteral("INSERT INTO book_log (logged_at, author, subject, item, what, before) "
                                           "VALUES (?, ?, ?, ?, ?, ?)"),
                            {qint64(base::toMillis(now)), author, entry.subject, entry.item, entry.what, row});
        if (!logged) {
            return fail(logged.error());
        }
    }
    return Done{};
}

QString newId(const char* kind, const QString& reference)
{
    static const QUuid names(0x5d0a35c8, 0x6f0e, 0x4c2b, 0x9a, 0x51, 0x0c, 0x7e, 0x2b, 0x94, 0x1d, 0x63);
    const QUuid uuid = reference.isEmpty() ? QUuid::createUuid() : QUuid::createUuidV5(names, reference);
    return QLatin1String(kind) + uuid.toString(QUuid::WithoutBraces);
}

} // namespace delpek::clinic
