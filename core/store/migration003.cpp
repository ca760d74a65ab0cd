// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration003()
{
    return {3,
            {
                QStringLiteral("CREATE TABLE effect (id {id}, "
                               "conversation BIGINT NOT NULL REFERENCES conversation (id), "
                               "reference TEXT NOT NULL UNIQUE, tool TEXT NOT NULL, last_of_burst BIGINT NOT NULL, "
                               "intended_at BIGINT NOT NULL, is_open INTEGER NOT NULL)"),
                QStringLiteral("CREATE INDEX effect_open ON effect (conversation, id) WHERE is_open = 1"),
                QStringLiteral("ALTER TABLE decision ADD COLUMN dialogue_before TEXT NOT NULL DEFAULT 'null'"),
            }};
}

} // namespace delpek::store
