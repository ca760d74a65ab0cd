// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Internal notes that were begun and not saved yet, each of one member of staff.
Migration migration026()
{
    return {26,
            {QStringLiteral("CREATE TABLE note_draft (conversation BIGINT NOT NULL REFERENCES conversation (id), "
                            "staff TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (conversation, staff))")}};
}

} // namespace delpek::store
