// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// What staff write on conversations for each other, and what it is found by (searchindex.h).
Migration migration023()
{
    return {23,
            {
                QStringLiteral("CREATE TABLE internal_note (id {id}, conversation BIGINT NOT NULL REFERENCES "
                               "conversation (id), author TEXT NOT NULL, text TEXT NOT NULL, "
                               "written_at BIGINT NOT NULL, after_message BIGINT NOT NULL)"),
                QStringLiteral("CREATE INDEX internal_note_conversation ON internal_note (conversation, id)"),
            },
            {
                QStringLiteral("CREATE VIRTUAL TABLE search_note USING fts5 (words, content = '', detail = none, "
                               "columnsize = 0, prefix = '2 3', tokenize = 'ascii')"),
            },
            {
                QStringLiteral("CREATE TABLE search_note (id BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)"),
                QStringLiteral("CREATE INDEX search_note_words ON search_note USING gin (words)"),
            }};
}

} // namespace delpek::store
