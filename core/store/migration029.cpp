// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Turns that staff reported as wrong, what came of it, and reports that were begun. `settled` is 1 once `outcome` is
/// set; it stands by itself for the order of the list.
Migration migration029()
{
    return {29,
            {
                QStringLiteral("CREATE TABLE review (id {id}, conversation BIGINT NOT NULL REFERENCES conversation "
                               "(id), decision BIGINT NOT NULL REFERENCES decision (id), author TEXT NOT NULL, "
                               "reported_at BIGINT NOT NULL, fault TEXT NOT NULL, words TEXT NOT NULL, better TEXT NOT "
                               "NULL, settled SMALLINT NOT NULL, outcome TEXT NOT NULL, settled_by TEXT NOT NULL, "
                               "settled_at BIGINT, settled_words TEXT NOT NULL, UNIQUE (decision, author))"),
                QStringLiteral("CREATE INDEX review_conversation ON review (conversation)"),
                QStringLiteral("CREATE INDEX review_settled ON review (settled, id)"),
                QStringLiteral("CREATE INDEX review_author ON review (author, settled, id)"),
                QStringLiteral("CREATE TABLE review_draft (decision BIGINT NOT NULL REFERENCES decision (id), "
                               "conversation BIGINT NOT NULL REFERENCES conversation (id), staff TEXT NOT NULL, fault "
                               "TEXT NOT NULL, words TEXT NOT NULL, better TEXT NOT NULL, PRIMARY KEY (decision, "
                               "staff))"),
                QStringLiteral("CREATE INDEX review_draft_conversation ON review_draft (conversation)"),
            }};
}

} // namespace delpek::store
