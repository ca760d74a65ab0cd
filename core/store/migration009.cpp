// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration009()
{
    return {9,
            {
                QStringLiteral("CREATE TABLE odoo_reply ("
                               "question TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL, read_at BIGINT NOT NULL)"),
                QStringLiteral("CREATE INDEX odoo_reply_age ON odoo_reply (read_at)"),
                QStringLiteral("CREATE TABLE odoo_attempt ("
                               "reference TEXT NOT NULL PRIMARY KEY, begun_at BIGINT NOT NULL)"),
            }};
}

} // namespace delpek::store
