// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// What the agent would answer, for a person to send, and what became of it.
Migration migration028()
{
    return {28,
            {
                QStringLiteral(
                    "CREATE TABLE agent_draft (id {id}, conversation BIGINT NOT NULL REFERENCES conversation (id), "
                    "decision BIGINT REFERENCES decision (id), state TEXT NOT NULL, asked_by TEXT NOT NULL, "
                    "text TEXT NOT NULL, reason TEXT NOT NULL, tool TEXT NOT NULL, asks TEXT NOT NULL, dialogue TEXT "
                    "NOT NULL, "
                    "taken_by TEXT NOT NULL, answers BIGINT NOT NULL, message BIGINT, sent_text TEXT NOT NULL, "
                    "made_at BIGINT NOT NULL)"),
                QStringLiteral("CREATE INDEX agent_draft_conversation ON agent_draft (conversation, id)"),
                QStringLiteral("CREATE UNIQUE INDEX agent_draft_current ON agent_draft (conversation) "
                               "WHERE state IN ('wanted', 'open', 'empty', 'taken')"),
            }};
}

} // namespace delpek::store
