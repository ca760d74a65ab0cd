// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration006()
{
    return {6, {QStringLiteral("ALTER TABLE conversation ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0")}};
}

} // namespace delpek::store
