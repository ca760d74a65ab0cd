// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

/// Cards of patients that a person said are of two people. They lie in whichever records the clinic keeps, so their ids
/// refer to no table; `person` is whose conversation it was said in, and goes with it. Notes are found by who wrote
/// them when, for hand-over sheets.
Migration migration033()
{
    return {33,
            {
                QStringLiteral("CREATE TABLE distinct_card (one TEXT NOT NULL, other TEXT NOT NULL, "
                               "person BIGINT NOT NULL REFERENCES person (id), said_by TEXT NOT NULL, "
                               "said_at BIGINT NOT NULL, PRIMARY KEY (one, other))"),
                QStringLiteral("CREATE INDEX distinct_card_other ON distinct_card (other)"),
                QStringLiteral("CREATE INDEX distinct_card_person ON distinct_card (person)"),
                QStringLiteral("CREATE INDEX internal_note_author ON internal_note (author, written_at)"),
            }};
}

} // namespace delpek::store
