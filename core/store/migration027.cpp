// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Messages that are written now and sent at a set time.
Migration migration027()
{
    return {27,
            {
                QStringLiteral("CREATE TABLE later_send (id {id}, conversation BIGINT NOT NULL REFERENCES "
                               "conversation (id), author TEXT NOT NULL, text TEXT NOT NULL, due_at BIGINT NOT NULL, "
                               "planned_at BIGINT NOT NULL, heard BIGINT NOT NULL, open_escalation BIGINT NOT NULL, "
                               "fault TEXT NOT NULL)"),
                QStringLiteral("CREATE INDEX later_send_conversation ON later_send (conversation, due_at)"),
                QStringLiteral("CREATE INDEX later_send_due ON later_send (due_at) WHERE fault = ''"),
            }};
}

} // namespace delpek::store
