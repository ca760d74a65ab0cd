// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Names and numbers are found by the index of migration015; the text once kept for it goes. The index of taken time
/// holds the state, too: without it SQLite looks up every visit in the table.
Migration migration017()
{
    return {17,
            {
                QStringLiteral("ALTER TABLE conversation DROP COLUMN search"),
                QStringLiteral("DROP INDEX appointment_taken"),
                QStringLiteral("CREATE INDEX appointment_taken ON appointment (start_ms, end_ms, doctor, state) "
                               "WHERE state = 'booked'"),
            }};
}

} // namespace delpek::store
