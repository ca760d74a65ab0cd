// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Sessions of services and what they leave behind; the codes by which parents prove who they are.
Migration migration018()
{
    return {18,
            {
                QStringLiteral("CREATE TABLE service_session (id {id}, reference TEXT NOT NULL UNIQUE, "
                               "conversation BIGINT REFERENCES conversation (id), service TEXT NOT NULL, "
                               "state TEXT NOT NULL, ending TEXT NOT NULL, opened_at BIGINT NOT NULL, "
                               "expires_at BIGINT NOT NULL, changed_at BIGINT NOT NULL)"),
                QStringLiteral("CREATE INDEX service_session_conversation ON service_session (conversation)"),
                QStringLiteral("CREATE TABLE service_artifact (id {id}, session BIGINT NOT NULL REFERENCES "
                               "service_session (id), kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, "
                               "message BIGINT REFERENCES message (id), made_at BIGINT NOT NULL, "
                               "UNIQUE (session, kind, name))"),
                QStringLiteral("CREATE TABLE parent_code (id {id}, patient TEXT NOT NULL, name_he TEXT NOT NULL, "
                               "name_en TEXT NOT NULL, hash TEXT NOT NULL, made_by TEXT NOT NULL, "
                               "made_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, revoked_at BIGINT, "
                               "wrong_tries BIGINT NOT NULL, last_try TEXT NOT NULL)"),
                QStringLiteral("CREATE INDEX parent_code_patient ON parent_code (patient)"),
            }};
}

} // namespace delpek::store
