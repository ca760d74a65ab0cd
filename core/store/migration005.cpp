// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

Migration migration005()
{
    return {5,
            {
                QStringLiteral("ALTER TABLE message ADD COLUMN special TEXT NOT NULL DEFAULT ''"),

                QStringLiteral("CREATE TABLE attachment ("
                               "message BIGINT NOT NULL PRIMARY KEY REFERENCES message (id), "
                               "reference TEXT NOT NULL, media_type TEXT NOT NULL, media_name TEXT NOT NULL, "
                               "media_size BIGINT NOT NULL, voice INTEGER NOT NULL, state TEXT NOT NULL, "
                               "file TEXT NOT NULL, transcript TEXT NOT NULL, attempts INTEGER NOT NULL, "
                               "next_attempt BIGINT NOT NULL)"),
                QStringLiteral("CREATE INDEX attachment_due ON attachment (next_attempt) "
                               "WHERE state = 'remote' OR transcript = 'wanted'"),
                QStringLiteral("CREATE INDEX attachment_file ON attachment (file) WHERE file <> ''"),

                QStringLiteral("CREATE TABLE conversation_alias ("
                               "channel TEXT NOT NULL, account TEXT NOT NULL, user_key TEXT NOT NULL, "
                               "conversation BIGINT NOT NULL REFERENCES conversation (id), "
                               "PRIMARY KEY (channel, account, user_key))"),

                QStringLiteral("CREATE TABLE template ("
                               "channel TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL, "
                               "language TEXT NOT NULL, state TEXT NOT NULL, category TEXT NOT NULL, "
                               "reason TEXT NOT NULL, provider_id TEXT NOT NULL, updated_at BIGINT NOT NULL, "
                               "PRIMARY KEY (channel, account, name, language))"),
            }};
}

} // namespace delpek::store
