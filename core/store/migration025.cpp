// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Shifts of the staff, and what one hands over to the next. `moment`: since or until when, by the line's kind.
Migration migration025()
{
    return {25,
            {
                QStringLiteral("CREATE TABLE shift (id {id}, person TEXT NOT NULL, begun_at BIGINT NOT NULL, "
                               "ended_at BIGINT, forgotten SMALLINT NOT NULL DEFAULT 0, "
                               "unread INTEGER NOT NULL DEFAULT 0, words TEXT NOT NULL DEFAULT '')"),
                QStringLiteral("CREATE UNIQUE INDEX shift_open ON shift (person) WHERE ended_at IS NULL"),
                QStringLiteral("CREATE INDEX shift_ended ON shift (ended_at) WHERE ended_at IS NOT NULL"),
                QStringLiteral("CREATE TABLE shift_line (id {id}, shift BIGINT NOT NULL REFERENCES shift (id), "
                               "kind TEXT NOT NULL, conversation BIGINT NOT NULL REFERENCES conversation (id), "
                               "escalation BIGINT REFERENCES escalation (id), moment BIGINT, number INTEGER NOT NULL, "
                               "who TEXT NOT NULL, urgency TEXT NOT NULL, fate TEXT NOT NULL)"),
                QStringLiteral("CREATE INDEX shift_line_shift ON shift_line (shift, id)"),
                QStringLiteral("CREATE INDEX shift_line_conversation ON shift_line (conversation)"),
                QStringLiteral("CREATE INDEX shift_line_escalation ON shift_line (escalation)"),
                QStringLiteral("CREATE TABLE shift_reading (shift BIGINT NOT NULL REFERENCES shift (id), "
                               "reader TEXT NOT NULL, read_at BIGINT NOT NULL, PRIMARY KEY (shift, reader))"),
            }};
}

} // namespace delpek::store
