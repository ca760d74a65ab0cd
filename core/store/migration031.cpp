// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// A message finds the draft that it was made of.
Migration migration031()
{
    return {31,
            {
                QStringLiteral("CREATE INDEX agent_draft_message ON agent_draft (message) WHERE message IS NOT NULL"),
            }};
}

} // namespace delpek::store
