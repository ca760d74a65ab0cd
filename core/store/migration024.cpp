// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Labels on conversations, and conversations that are put off. `reminded`: the time came, and nobody has looked yet.
Migration migration024()
{
    return {24,
            {
                QStringLiteral("CREATE TABLE label (id {id}, name TEXT NOT NULL, colour TEXT NOT NULL)"),
                QStringLiteral("CREATE TABLE conversation_label (label BIGINT NOT NULL REFERENCES label (id), "
                               "conversation BIGINT NOT NULL REFERENCES conversation (id), "
                               "PRIMARY KEY (label, conversation))"),
                QStringLiteral("CREATE INDEX conversation_label_conversation ON conversation_label (conversation)"),
                QStringLiteral("ALTER TABLE conversation ADD COLUMN snoozed_until BIGINT"),
                QStringLiteral("ALTER TABLE conversation ADD COLUMN reminded SMALLINT NOT NULL DEFAULT 0"),
                QStringLiteral("CREATE INDEX conversation_snoozed ON conversation (snoozed_until) "
                               "WHERE snoozed_until IS NOT NULL"),
            }};
}

} // namespace delpek::store
