// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

// The built-in book to full use, and what is kept here for any records: slot_hold and waiting_wish name doctors,
// treatments and patients by the id of whoever keeps the records, so they refer to no table. Nothing is deleted: rows
// are retired, cancelled, merged or left, and book_log says what stood there before.
// clang-format off
Migration migration008()
{
    return {8, {
        QStringLiteral("ALTER TABLE doctor ADD COLUMN kind TEXT NOT NULL DEFAULT 'dentist'"),
        QStringLiteral("ALTER TABLE doctor ADD COLUMN retired INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE treatment ADD COLUMN retired INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE closed_day ADD COLUMN reason TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("CREATE TABLE absence (id TEXT NOT NULL PRIMARY KEY, doctor TEXT NOT NULL, "
            "from_at TEXT NOT NULL, to_at TEXT NOT NULL, from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, "
            "reason TEXT NOT NULL, reference TEXT NOT NULL, cancelled INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE INDEX absence_end ON absence (to_ms) WHERE cancelled = 0"),
        QStringLiteral("CREATE UNIQUE INDEX absence_reference ON absence (reference) WHERE reference <> ''"),

        QStringLiteral("ALTER TABLE patient ADD COLUMN email TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE patient ADD COLUMN retired INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE patient ADD COLUMN merged_into TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE patient_phone ADD COLUMN position INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE note ADD COLUMN reference TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE note ADD COLUMN retired INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("CREATE UNIQUE INDEX note_reference ON note (reference) WHERE reference <> ''"),

        QStringLiteral("CREATE TABLE patient_merge (id {id}, kept TEXT NOT NULL REFERENCES patient (id), "
            "merged TEXT NOT NULL REFERENCES patient (id), author TEXT NOT NULL, merged_at BIGINT NOT NULL, "
            "undone_at BIGINT)"),
        QStringLiteral("CREATE INDEX patient_merge_kept ON patient_merge (kept, id)"),
        QStringLiteral("CREATE INDEX patient_merge_merged ON patient_merge (merged, id)"),
        QStringLiteral("CREATE TABLE patient_merge_item (merge BIGINT NOT NULL REFERENCES patient_merge (id), "
            "kind TEXT NOT NULL, item TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, "
            "PRIMARY KEY (merge, kind, item))"),

        QStringLiteral("ALTER TABLE appointment ADD COLUMN revision BIGINT NOT NULL DEFAULT 0"),
        QStringLiteral("CREATE INDEX appointment_taken ON appointment (start_ms, end_ms, doctor) WHERE state = 'booked'"),

        QStringLiteral("ALTER TABLE invoice ADD COLUMN due_day TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE invoice ADD COLUMN reference TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("CREATE UNIQUE INDEX invoice_reference ON invoice (reference) WHERE reference <> ''"),
        QStringLiteral("CREATE TABLE invoice_serial (year BIGINT NOT NULL PRIMARY KEY, last BIGINT NOT NULL)"),
        QStringLiteral("CREATE TABLE payment (id {id}, invoice TEXT NOT NULL REFERENCES invoice (number), "
            "day TEXT NOT NULL, amount BIGINT NOT NULL, method TEXT NOT NULL, reference TEXT NOT NULL, "
            "cancelled INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE INDEX payment_invoice ON payment (invoice, id)"),
        QStringLiteral("CREATE UNIQUE INDEX payment_reference ON payment (reference) WHERE reference <> ''"),

        QStringLiteral("CREATE TABLE book_log (id {id}, logged_at BIGINT NOT NULL, author TEXT NOT NULL, "
            "subject TEXT NOT NULL, item TEXT NOT NULL, what TEXT NOT NULL, before TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX book_log_item ON book_log (subject, item, id)"),

        QStringLiteral("CREATE TABLE slot_hold (holder TEXT NOT NULL, doctor TEXT NOT NULL, treatment TEXT NOT NULL, "
            "start_at TEXT NOT NULL, minutes INTEGER NOT NULL, start_ms BIGINT NOT NULL, end_ms BIGINT NOT NULL, "
            "until_ms BIGINT NOT NULL, PRIMARY KEY (holder, doctor, start_ms))"),
        QStringLiteral("CREATE INDEX slot_hold_doctor ON slot_hold (doctor, end_ms)"),
        QStringLiteral("CREATE INDEX slot_hold_end ON slot_hold (end_ms)"),
        QStringLiteral("CREATE TABLE waiting_wish (id {id}, reference TEXT NOT NULL UNIQUE, patient TEXT NOT NULL, "
            "name TEXT NOT NULL, phone TEXT NOT NULL, treatment TEXT NOT NULL, doctor TEXT NOT NULL, "
            "from_day TEXT NOT NULL, to_day TEXT NOT NULL, not_before TEXT NOT NULL, not_after TEXT NOT NULL, "
            "has_left INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE INDEX waiting_wish_patient ON waiting_wish (patient) WHERE patient <> ''"),
    }};
}
// clang-format on

} // namespace delpek::store
