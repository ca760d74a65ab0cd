// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration007()
{
    return {7,
            {
                QStringLiteral("CREATE TABLE early_report ("
                               "channel TEXT NOT NULL, account TEXT NOT NULL, provider_id TEXT NOT NULL, "
                               "state TEXT NOT NULL, error_key TEXT NOT NULL, reported_at BIGINT NOT NULL, "
                               "received_at BIGINT NOT NULL, "
                               "PRIMARY KEY (channel, account, provider_id, state))"),
                QStringLiteral("CREATE INDEX early_report_age ON early_report (received_at)"),
            }};
}

} // namespace delpek::store
