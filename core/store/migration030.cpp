// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Where each desk is.
Migration migration030()
{
    return {30,
            {
                QStringLiteral("CREATE TABLE presence (desk TEXT PRIMARY KEY, staff TEXT NOT NULL, "
                               "conversation BIGINT NOT NULL, is_writing INTEGER NOT NULL, beat BIGINT NOT NULL, "
                               "said_at BIGINT NOT NULL)"),
            }};
}

} // namespace delpek::store
