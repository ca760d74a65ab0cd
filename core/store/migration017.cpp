// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Names and numbers are found by the index of migration015; the text once kept for it goes.
Migration migration017()
{
    return {17, {QStringLiteral("ALTER TABLE conversation DROP COLUMN search")}};
}

} // namespace delpek::store
