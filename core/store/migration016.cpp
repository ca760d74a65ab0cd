// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// What a provider reports of a notice after it took it.
Migration migration016()
{
    return {16,
            {
                QStringLiteral("ALTER TABLE notice ADD COLUMN delivery TEXT NOT NULL DEFAULT 'none'"),
                QStringLiteral("ALTER TABLE notice ADD COLUMN delivery_at BIGINT"),
            }};
}

} // namespace delpek::store
