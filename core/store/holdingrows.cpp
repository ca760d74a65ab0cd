// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/holdingrows.h"

namespace delpek::store
{

Result<int> HoldingRows::last(domain::EscalationId escalation)
{
    return m_session
        .run(QStringLiteral("SELECT max(number) FROM holding_text WHERE escalation = ?"), {escalation.value})
        .map([](Rows rows) { return rows.next() ? int(rows.integer(0)) : 0; });
}

Result<bool> HoldingRows::add(domain::EscalationId escalation, int number, base::Instant at)
{
    return m_session
        .execute(QStringLiteral("INSERT INTO holding_text (escalation, number, sent_at) VALUES (?, ?, ?) "
                                "ON CONFLICT (escalation, number) DO NOTHING"),
                 {escalation.value, number, qint64(base::toMillis(at))})
        .map([](int rows) { return rows > 0; });
}

} // namespace delpek::store
