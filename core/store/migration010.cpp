// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

// The life of an escalation. What was open or closed before stays so; its first sign is the moment it was opened, and
// what happened to it then is not known any more, so it has no events.
// clang-format off
Migration migration010()
{
    return {10, {
        QStringLiteral("ALTER TABLE escalation ADD COLUMN since BIGINT NOT NULL DEFAULT 0"),
        QStringLiteral("UPDATE escalation SET since = opened_at"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN due_at BIGINT"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN summary TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN notified_at BIGINT"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN answered_at BIGINT"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN answered_by TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN close_reason TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN lowered_from TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE escalation ADD COLUMN brief TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("CREATE INDEX escalation_closed ON escalation (closed_at) WHERE closed_at IS NOT NULL"),

        QStringLiteral("CREATE TABLE escalation_event (id {id}, "
            "escalation BIGINT NOT NULL REFERENCES escalation (id), at BIGINT NOT NULL, kind TEXT NOT NULL, "
            "actor TEXT NOT NULL, detail TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX escalation_event_of ON escalation_event (escalation, id)"),

        QStringLiteral("CREATE TABLE holding_text (escalation BIGINT NOT NULL REFERENCES escalation (id), "
            "number BIGINT NOT NULL, sent_at BIGINT NOT NULL, PRIMARY KEY (escalation, number))"),

        QStringLiteral("CREATE TABLE transcript (escalation BIGINT NOT NULL REFERENCES escalation (id), "
            "part BIGINT NOT NULL, from_at BIGINT NOT NULL, to_at BIGINT NOT NULL, patient TEXT NOT NULL, "
            "state TEXT NOT NULL, due BIGINT NOT NULL, attempts INTEGER NOT NULL, last_error TEXT NOT NULL, "
            "PRIMARY KEY (escalation, part))"),
        QStringLiteral("CREATE INDEX transcript_due ON transcript (due) WHERE state = 'waiting'"),

        QStringLiteral("CREATE TABLE consent (conversation BIGINT NOT NULL PRIMARY KEY REFERENCES conversation (id), "
            "state TEXT NOT NULL, wording TEXT NOT NULL, asked_at BIGINT NOT NULL, answered_at BIGINT)"),
    }};
}
// clang-format on

} // namespace delpek::store
