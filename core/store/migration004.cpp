// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration004()
{
    return {4,
            {
                QStringLiteral("ALTER TABLE effect ADD COLUMN burst TEXT NOT NULL DEFAULT '[]'"),
                QStringLiteral("ALTER TABLE effect DROP COLUMN last_of_burst"),
                QStringLiteral("CREATE INDEX effect_conversation ON effect (conversation, intended_at)"),
            }};
}

} // namespace delpek::store
