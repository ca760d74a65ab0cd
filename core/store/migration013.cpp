// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// The memory: what it is to be told (`memory_job`), and the built-in one. Its rows name people and conversations by
/// number alone, so that a memory elsewhere and the built-in one are alike.
Migration migration013()
{
    return {
        13,
        {
            QStringLiteral("CREATE TABLE memory_job (id {id}, kind TEXT NOT NULL, subject BIGINT NOT NULL, "
                           "part BIGINT NOT NULL, person BIGINT NOT NULL, conversation BIGINT NOT NULL, "
                           "talk BIGINT NOT NULL, at BIGINT NOT NULL, due BIGINT NOT NULL, "
                           "attempts BIGINT NOT NULL, state TEXT NOT NULL, last_error TEXT NOT NULL, "
                           "UNIQUE (kind, subject, part, person))"),
            QStringLiteral("CREATE INDEX memory_job_due ON memory_job (state, due)"),
            QStringLiteral("CREATE INDEX memory_job_conversation ON memory_job (conversation, kind, id)"),
            QStringLiteral("CREATE TABLE memory_episode (id TEXT NOT NULL PRIMARY KEY, person BIGINT NOT NULL, "
                           "talk BIGINT NOT NULL, at BIGINT NOT NULL, pattern TEXT NOT NULL, "
                           "first_message BIGINT NOT NULL)"),
            QStringLiteral("CREATE INDEX memory_episode_person ON memory_episode (person, at)"),
            QStringLiteral("CREATE INDEX memory_episode_at ON memory_episode (at)"),
            QStringLiteral("CREATE TABLE memory_talk (id BIGINT NOT NULL, conversation BIGINT NOT NULL, "
                           "person BIGINT NOT NULL, began_at BIGINT NOT NULL, last_at BIGINT NOT NULL, "
                           "language TEXT NOT NULL, outcome TEXT NOT NULL, agent TEXT NOT NULL, "
                           "topics TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (conversation, id))"),
            QStringLiteral("CREATE INDEX memory_talk_person ON memory_talk (person, last_at)"),
            QStringLiteral("CREATE INDEX memory_talk_last ON memory_talk (last_at)"),
            QStringLiteral("CREATE TABLE memory_fact (id TEXT NOT NULL PRIMARY KEY, person BIGINT NOT NULL, "
                           "kind TEXT NOT NULL, subject TEXT NOT NULL, value TEXT NOT NULL, "
                           "valid_from BIGINT NOT NULL, valid_to BIGINT, learned_at BIGINT NOT NULL, "
                           "seen_at BIGINT NOT NULL, source BIGINT NOT NULL, learned_by TEXT NOT NULL, "
                           "is_open BIGINT NOT NULL)"),
            QStringLiteral("CREATE INDEX memory_fact_person ON memory_fact (person, kind, subject)"),
            QStringLiteral("CREATE INDEX memory_fact_seen ON memory_fact (seen_at)"),
            QStringLiteral("CREATE TABLE memory_forgotten (person BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)"),
        }};
}

} // namespace delpek::store
