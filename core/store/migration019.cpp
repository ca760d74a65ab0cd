// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration019()
{
    return {19,
            {
                QStringLiteral("CREATE TABLE erased_file (file TEXT NOT NULL PRIMARY KEY)"),
                QStringLiteral("CREATE TABLE kept_refusal (address TEXT NOT NULL PRIMARY KEY, "
                               "opted_out INTEGER NOT NULL, blocked INTEGER NOT NULL)"),
                // A row that goes is looked for in each table that may name it.
                QStringLiteral("CREATE INDEX outbox_conversation ON outbox (conversation)"),
                QStringLiteral("CREATE INDEX conversation_alias_conversation ON conversation_alias (conversation)"),
                QStringLiteral("CREATE INDEX service_artifact_message ON service_artifact (message)"),
            }};
}

} // namespace delpek::store
