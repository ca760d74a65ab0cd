// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

// Who works here, who is on duty when, and what was told to whom. Members of staff are retired, never deleted: notices
// and the audit log go on naming them.
// clang-format off
Migration migration011()
{
    return {11, {
        QStringLiteral("CREATE TABLE staff (id {id}, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, "
            "language TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, telegram_chat TEXT NOT NULL, "
            "active INTEGER NOT NULL, quiet_from INTEGER NOT NULL, quiet_to INTEGER NOT NULL, "
            "pin_hash TEXT NOT NULL DEFAULT '')"),
        QStringLiteral("CREATE TABLE duty_span (id {id}, staff BIGINT NOT NULL REFERENCES staff (id), "
            "weekday INTEGER NOT NULL, from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL, "
            "call_order INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE duty_exception (id {id}, staff BIGINT NOT NULL REFERENCES staff (id), "
            "day TEXT NOT NULL, present INTEGER NOT NULL, from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL, "
            "call_order INTEGER NOT NULL)"),

        QStringLiteral("CREATE TABLE notice_ladder (escalation BIGINT NOT NULL PRIMARY KEY REFERENCES escalation (id), "
            "episode INTEGER NOT NULL, urgency TEXT NOT NULL, ended INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE notice (id {id}, escalation BIGINT NOT NULL REFERENCES escalation (id), "
            "episode INTEGER NOT NULL, round INTEGER NOT NULL, staff BIGINT NOT NULL REFERENCES staff (id), "
            "way TEXT NOT NULL, urgency TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, "
            "repeated INTEGER NOT NULL, created_at BIGINT NOT NULL, next_attempt BIGINT NOT NULL, claimed_at BIGINT, "
            "settled_at BIGINT, provider_id TEXT NOT NULL, evidence TEXT NOT NULL, error TEXT NOT NULL, "
            "UNIQUE (escalation, episode, round, staff, way))"),
        QStringLiteral("CREATE INDEX notice_due ON notice (next_attempt, id) WHERE state = 'waiting'"),
        QStringLiteral("CREATE INDEX notice_sending ON notice (id) WHERE state = 'sending'"),
    }};
}
// clang-format on

} // namespace delpek::store
