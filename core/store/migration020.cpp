// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// How long a voice note is.
Migration migration020()
{
    return {20, {QStringLiteral("ALTER TABLE attachment ADD COLUMN seconds BIGINT NOT NULL DEFAULT 0")}};
}

} // namespace delpek::store
