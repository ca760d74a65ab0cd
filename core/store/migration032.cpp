// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// The message templates that the clinic writes itself, and of which words the provider speaks.
Migration migration032()
{
    return {32,
            {
                QStringLiteral("CREATE TABLE own_template (name TEXT NOT NULL, language TEXT NOT NULL, "
                               "category TEXT NOT NULL, header TEXT NOT NULL, body TEXT NOT NULL, "
                               "footer TEXT NOT NULL, buttons TEXT NOT NULL, examples TEXT NOT NULL, "
                               "version BIGINT NOT NULL, PRIMARY KEY (name, language))"),
                QStringLiteral("ALTER TABLE template ADD COLUMN words TEXT NOT NULL DEFAULT ''"),
            }};
}

} // namespace delpek::store
