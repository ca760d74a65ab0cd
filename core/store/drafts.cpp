// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/drafts.h"

namespace delpek::store
{

Result<QString> readDraft(Session& session, const char* table, domain::ConversationId id, const QString& staff)
{
    auto rows = session.run(
        QStringLiteral("SELECT text FROM %1 WHERE conversation = ? AND staff = ?").arg(QLatin1String(table)),
        {id.value, staff});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->text(0) : QString();
}

Result<Done> writeDraft(Session& session, const char* table, domain::ConversationId id, const QString& staff,
                        const QString& text)
{
    const auto written =
        text.isEmpty()
            ? session.execute(
                  QStringLiteral("DELETE FROM %1 WHERE conversation = ? AND staff = ?").arg(QLatin1String(table)),
                  {id.value, staff})
            : session.execute(QStringLiteral("INSERT INTO %1 (conversation, staff, text) VALUES (?, ?, ?) ON CONFLICT "
                                             "(conversation, staff) DO UPDATE SET text = excluded.text")
                                  .arg(QLatin1String(table)),
                              {id.value, staff, text});
    return written.map([](int) { return Done{}; });
}

} // namespace delpek::store
