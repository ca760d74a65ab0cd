// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// The clinic's quick replies.
Migration migration022()
{
    return {22,
            {QStringLiteral("CREATE TABLE quick_reply (id {id}, place BIGINT NOT NULL, name_he TEXT NOT NULL, "
                            "name_en TEXT NOT NULL, text_he TEXT NOT NULL, text_en TEXT NOT NULL, "
                            "version BIGINT NOT NULL)")}};
}

} // namespace delpek::store
