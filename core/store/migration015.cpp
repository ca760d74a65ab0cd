// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// What messages, names and numbers are found by (searchindex.h). `search_fill` says up to which rows the index is
/// still to be filled from what was there before, and by which version of the words (domain::searchWordsVersion).
Migration migration015()
{
    return {15,
            {
                QStringLiteral("CREATE TABLE search_fill (id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1), "
                               "version BIGINT NOT NULL, messages BIGINT NOT NULL, conversations BIGINT NOT NULL)"),
                QStringLiteral("INSERT INTO search_fill (id, version, messages, conversations) SELECT 1, 1, "
                               "(SELECT COALESCE(max(id), 0) FROM message), (SELECT COALESCE(max(id), 0) FROM "
                               "conversation)"),
            },
            {
                // Without the words' text (the messages hold it) and without their places: half the size.
                QStringLiteral("CREATE VIRTUAL TABLE search_message USING fts5 (words, content = '', detail = none, "
                               "columnsize = 0, prefix = '2 3', tokenize = 'ascii')"),
                QStringLiteral("CREATE VIRTUAL TABLE search_name USING fts5 (words, content = '', detail = none, "
                               "columnsize = 0, prefix = '2 3', tokenize = 'ascii')"),
            },
            {
                QStringLiteral("CREATE TABLE search_message (id BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)"),
                QStringLiteral("CREATE INDEX search_message_words ON search_message USING gin (words)"),
                QStringLiteral("CREATE TABLE search_name (id BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)"),
                QStringLiteral("CREATE INDEX search_name_words ON search_name USING gin (words)"),
            }};
}

} // namespace delpek::store
