// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// The cards of patients that staff tied to a conversation. They lie in whichever records the clinic keeps, so their
/// ids refer to no table.
Migration migration034()
{
    return {34,
            {
                QStringLiteral("CREATE TABLE tied_card (conversation BIGINT NOT NULL REFERENCES conversation (id), "
                               "patient TEXT NOT NULL, tied_by TEXT NOT NULL, tied_at BIGINT NOT NULL, "
                               "PRIMARY KEY (conversation, patient))"),
            }};
}

} // namespace delpek::store
