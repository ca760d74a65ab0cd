// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Wrong PINs at the window, and shifts with what was handed over at their end.
Migration migration021()
{
    return {21,
            {
                QStringLiteral("ALTER TABLE staff ADD COLUMN wrong_pins BIGINT NOT NULL DEFAULT 0"),
                QStringLiteral("ALTER TABLE staff ADD COLUMN pin_wait_until BIGINT NOT NULL DEFAULT 0"),
                QStringLiteral("CREATE TABLE shift (id {id}, staff BIGINT NOT NULL REFERENCES staff (id), "
                               "started_at BIGINT NOT NULL, ended_at BIGINT, ended_by TEXT NOT NULL DEFAULT '', "
                               "note TEXT NOT NULL DEFAULT '')"),
                QStringLiteral("CREATE UNIQUE INDEX shift_under_way ON shift (staff) WHERE ended_at IS NULL"),
                QStringLiteral("CREATE INDEX shift_by_end ON shift (ended_at)"),
                QStringLiteral("CREATE TABLE shift_conversation (shift BIGINT NOT NULL REFERENCES shift (id), "
                               "conversation BIGINT NOT NULL REFERENCES conversation (id), given_to TEXT NOT NULL, "
                               "PRIMARY KEY (shift, conversation))"),
                QStringLiteral("CREATE INDEX shift_conversation_by_conversation ON shift_conversation (conversation)"),
                QStringLiteral("CREATE TABLE shift_read (shift BIGINT NOT NULL REFERENCES shift (id), "
                               "staff BIGINT NOT NULL REFERENCES staff (id), PRIMARY KEY (shift, staff))"),
            }};
}

} // namespace delpek::store
