// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Wrong PINs at the window.
Migration migration021()
{
    return {21,
            {
                QStringLiteral("ALTER TABLE staff ADD COLUMN wrong_pins BIGINT NOT NULL DEFAULT 0"),
                QStringLiteral("ALTER TABLE staff ADD COLUMN pin_wait_until BIGINT NOT NULL DEFAULT 0"),
            }};
}

} // namespace delpek::store
