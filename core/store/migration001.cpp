// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

// Moments are milliseconds since 1970 UTC, flags are 0 or 1, enumerations are their stable words.
Migration migration001()
{
    return {
        1,
        {
            QStringLiteral("CREATE TABLE person (id {id}, key TEXT NOT NULL UNIQUE)"),

            QStringLiteral(
                "CREATE TABLE conversation (id {id}, "
                "channel TEXT NOT NULL, account TEXT NOT NULL, user_key TEXT NOT NULL, "
                "person BIGINT NOT NULL REFERENCES person (id), "
                "display_name TEXT NOT NULL, phone TEXT NOT NULL, search TEXT NOT NULL, language TEXT NOT NULL, "
                "holder_kind TEXT NOT NULL, holder_name TEXT NOT NULL, epoch BIGINT NOT NULL, mode TEXT NOT NULL, "
                "urgency TEXT NOT NULL, needs_person INTEGER NOT NULL, waiting_since BIGINT, "
                "last_activity BIGINT NOT NULL, last_patient_message BIGINT, last_message BIGINT, "
                "preview TEXT NOT NULL, preview_author TEXT NOT NULL, unread INTEGER NOT NULL, "
                "opted_out INTEGER NOT NULL, dialogue TEXT, "
                "UNIQUE (channel, account, user_key))"),
            QStringLiteral("CREATE INDEX conversation_person ON conversation (person)"),
            QStringLiteral("CREATE INDEX conversation_recent ON conversation (last_activity DESC, id DESC)"),
            QStringLiteral("CREATE INDEX conversation_needs_person ON conversation (last_activity DESC, id DESC) "
                           "WHERE needs_person = 1"),
            QStringLiteral("CREATE INDEX conversation_mine ON conversation (holder_name, last_activity DESC, id DESC) "
                           "WHERE holder_kind IN ('staff', 'doctor')"),
            QStringLiteral("CREATE INDEX conversation_agent ON conversation (last_activity DESC, id DESC) "
                           "WHERE holder_kind = 'agent'"),
            QStringLiteral("CREATE INDEX conversation_doctor ON conversation (last_activity DESC, id DESC) "
                           "WHERE holder_kind = 'doctor' OR urgency <> 'ROUTINE'"),
            QStringLiteral("CREATE INDEX conversation_window ON conversation (last_patient_message) "
                           "WHERE channel = 'whatsapp'"),

            QStringLiteral(
                "CREATE TABLE message (id {id}, "
                "conversation BIGINT NOT NULL REFERENCES conversation (id), "
                "author TEXT NOT NULL, author_name TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, "
                "choice TEXT NOT NULL, provider_id TEXT NOT NULL, quoted_provider_id TEXT NOT NULL, "
                "sent_at BIGINT NOT NULL, created_at BIGINT NOT NULL, epoch BIGINT NOT NULL, "
                "delivery TEXT NOT NULL, delivery_error TEXT NOT NULL, asks TEXT NOT NULL, options TEXT NOT NULL, "
                "version INTEGER NOT NULL, deleted INTEGER NOT NULL, "
                "reaction TEXT NOT NULL, reaction_at BIGINT, decision BIGINT, correlation TEXT NOT NULL, "
                "waiting INTEGER NOT NULL)"),
            QStringLiteral("CREATE UNIQUE INDEX message_provider ON message (provider_id, conversation) "
                           "WHERE provider_id <> ''"),
            QStringLiteral("CREATE INDEX message_conversation ON message (conversation, id)"),
            QStringLiteral("CREATE INDEX message_waiting ON message (conversation, id) WHERE waiting = 1"),

            QStringLiteral(
                "CREATE TABLE message_version ("
                "message BIGINT NOT NULL REFERENCES message (id), version INTEGER NOT NULL, text TEXT NOT NULL, "
                "replaced_at BIGINT NOT NULL, PRIMARY KEY (message, version))"),

            QStringLiteral(
                "CREATE TABLE inbox (id {id}, "
                "channel TEXT NOT NULL, account TEXT NOT NULL, digest {blob} NOT NULL, body {blob} NOT NULL, "
                "received_at BIGINT NOT NULL, correlation TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL)"),
            QStringLiteral("CREATE UNIQUE INDEX inbox_digest ON inbox (digest, channel, account)"),
            QStringLiteral("CREATE INDEX inbox_pending ON inbox (id) WHERE state = 'pending'"),
            QStringLiteral("CREATE INDEX inbox_done ON inbox (received_at) WHERE state = 'done'"),

            QStringLiteral(
                "CREATE TABLE outbox (id {id}, "
                "conversation BIGINT NOT NULL REFERENCES conversation (id), "
                "message BIGINT NOT NULL REFERENCES message (id), epoch BIGINT NOT NULL, fence TEXT NOT NULL, "
                "state TEXT NOT NULL, reference TEXT NOT NULL UNIQUE, attempts INTEGER NOT NULL, "
                "next_attempt BIGINT NOT NULL, claimed_at BIGINT, last_error TEXT NOT NULL, correlation TEXT NOT "
                "NULL)"),
            QStringLiteral("CREATE INDEX outbox_message ON outbox (message)"),
            QStringLiteral("CREATE INDEX outbox_due ON outbox (next_attempt) WHERE state = 'queued'"),
            QStringLiteral("CREATE INDEX outbox_unsettled ON outbox (conversation, id) "
                           "WHERE state IN ('queued', 'sending')"),
            QStringLiteral("CREATE INDEX outbox_state ON outbox (state, id)"),

            QStringLiteral(
                "CREATE TABLE decision (id {id}, "
                "conversation BIGINT NOT NULL REFERENCES conversation (id), epoch BIGINT NOT NULL, "
                "started_at BIGINT NOT NULL, took BIGINT NOT NULL, team TEXT NOT NULL, agent TEXT NOT NULL, "
                "brain TEXT NOT NULL, intent TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, outcome TEXT NOT NULL, "
                "burst TEXT NOT NULL, steps TEXT NOT NULL, correlation TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX decision_conversation ON decision (conversation, id)"),

            QStringLiteral("CREATE TABLE escalation (id {id}, "
                           "conversation BIGINT NOT NULL REFERENCES conversation (id), urgency TEXT NOT NULL, reason "
                           "TEXT NOT NULL, "
                           "rules TEXT NOT NULL, opened_at BIGINT NOT NULL, acknowledged_at BIGINT, acknowledged_by "
                           "TEXT NOT NULL, "
                           "closed_at BIGINT, closed_by TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX escalation_conversation ON escalation (conversation, id)"),
            QStringLiteral("CREATE UNIQUE INDEX escalation_open ON escalation (conversation) WHERE closed_at IS NULL"),

            QStringLiteral("CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"),

            QStringLiteral("CREATE TABLE draft (conversation BIGINT NOT NULL REFERENCES conversation (id), "
                           "staff TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (conversation, staff))"),
        }};
}

} // namespace delpek::store
