// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration014()
{
    return {14,
            {QStringLiteral("CREATE TABLE model_spend (id {id}, conversation BIGINT NOT NULL, at BIGINT NOT NULL, "
                            "model TEXT NOT NULL, tokens BIGINT NOT NULL, cost BIGINT NOT NULL, "
                            "settled BIGINT NOT NULL DEFAULT 0)"),
             QStringLiteral("CREATE INDEX model_spend_conversation ON model_spend (conversation, at)"),
             QStringLiteral("CREATE INDEX model_spend_at ON model_spend (at)")}};
}

} // namespace delpek::store
