// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

// The built-in book of a clinic. Days and starts are local to the clinic, as ISO text; start_ms and end_ms are the same
// visit in real time, for overlaps also where the clocks change. Amounts are in minor units, minutes count from
// midnight, weekday 0 is Sunday. The one row of clinic_info is what changes of the book lock.
// clang-format off
Migration migration002()
{
    return {2, {
        QStringLiteral("CREATE TABLE clinic_info (id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1), "
            "revision BIGINT NOT NULL DEFAULT 0, name_he TEXT NOT NULL DEFAULT '', name_en TEXT NOT NULL DEFAULT '', "
            "phone TEXT NOT NULL DEFAULT '', address_he TEXT NOT NULL DEFAULT '', address_en TEXT NOT NULL DEFAULT '', "
            "latitude DOUBLE PRECISION, longitude DOUBLE PRECISION, zone TEXT NOT NULL DEFAULT '', "
            "insurance TEXT NOT NULL DEFAULT '', fingerprint TEXT NOT NULL DEFAULT '')"),
        QStringLiteral("CREATE TABLE clinic_hours (weekday BIGINT NOT NULL, from_minute BIGINT NOT NULL, "
            "to_minute INTEGER NOT NULL, PRIMARY KEY (weekday, from_minute))"),
        QStringLiteral("CREATE TABLE closed_day (day TEXT NOT NULL PRIMARY KEY)"),

        QStringLiteral("CREATE TABLE treatment (id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, "
            "name_he TEXT NOT NULL, name_en TEXT NOT NULL, minutes INTEGER NOT NULL, price BIGINT NOT NULL, "
            "currency TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE doctor (id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, "
            "name_he TEXT NOT NULL, name_en TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE doctor_hours (doctor TEXT NOT NULL REFERENCES doctor (id), "
            "weekday BIGINT NOT NULL, from_minute BIGINT NOT NULL, to_minute INTEGER NOT NULL, "
            "PRIMARY KEY (doctor, weekday, from_minute))"),
        QStringLiteral("CREATE TABLE doctor_treatment (doctor TEXT NOT NULL REFERENCES doctor (id), "
            "treatment TEXT NOT NULL REFERENCES treatment (id), position INTEGER NOT NULL, "
            "PRIMARY KEY (doctor, treatment))"),

        QStringLiteral("CREATE TABLE patient (id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, "
            "name_he TEXT NOT NULL, name_en TEXT NOT NULL, birth_date TEXT NOT NULL, gender TEXT NOT NULL, "
            "language TEXT NOT NULL, allergies TEXT NOT NULL, flags TEXT NOT NULL, reference TEXT NOT NULL)"),
        QStringLiteral("CREATE UNIQUE INDEX patient_reference ON patient (reference) WHERE reference <> ''"),
        QStringLiteral("CREATE TABLE patient_phone (patient TEXT NOT NULL REFERENCES patient (id), phone TEXT NOT NULL, "
            "PRIMARY KEY (patient, phone))"),
        QStringLiteral("CREATE INDEX patient_phone_phone ON patient_phone (phone)"),
        QStringLiteral("CREATE TABLE note (patient TEXT NOT NULL REFERENCES patient (id), position BIGINT NOT NULL, "
            "day TEXT NOT NULL, author TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (patient, position))"),
        QStringLiteral("CREATE TABLE plan_item (patient TEXT NOT NULL REFERENCES patient (id), "
            "position BIGINT NOT NULL, treatment TEXT NOT NULL REFERENCES treatment (id), tooth TEXT NOT NULL, "
            "state TEXT NOT NULL, PRIMARY KEY (patient, position))"),

        QStringLiteral("CREATE TABLE appointment (id TEXT NOT NULL PRIMARY KEY, "
            "patient TEXT NOT NULL REFERENCES patient (id), doctor TEXT NOT NULL REFERENCES doctor (id), "
            "treatment TEXT NOT NULL REFERENCES treatment (id), start_at TEXT NOT NULL, minutes INTEGER NOT NULL, "
            "start_ms BIGINT NOT NULL, end_ms BIGINT NOT NULL, state TEXT NOT NULL, reference TEXT NOT NULL)"),
        QStringLiteral("CREATE UNIQUE INDEX appointment_reference ON appointment (reference) WHERE reference <> ''"),
        QStringLiteral("CREATE INDEX appointment_doctor ON appointment (doctor, end_ms) WHERE state = 'booked'"),
        QStringLiteral("CREATE INDEX appointment_patient ON appointment (patient, end_ms) WHERE state = 'booked'"),
        QStringLiteral("CREATE INDEX appointment_start ON appointment (start_at)"),
        QStringLiteral("CREATE TABLE clinic_change (reference TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "
            "appointment TEXT NOT NULL REFERENCES appointment (id), changed_at BIGINT NOT NULL)"),

        QStringLiteral("CREATE TABLE invoice (number TEXT NOT NULL PRIMARY KEY, "
            "patient TEXT NOT NULL REFERENCES patient (id), day TEXT NOT NULL, total BIGINT NOT NULL, "
            "due BIGINT NOT NULL, currency TEXT NOT NULL, state TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX invoice_patient ON invoice (patient, day)"),
        QStringLiteral("CREATE TABLE invoice_line (invoice TEXT NOT NULL REFERENCES invoice (number), "
            "position BIGINT NOT NULL, text_he TEXT NOT NULL, text_en TEXT NOT NULL, amount BIGINT NOT NULL, "
            "PRIMARY KEY (invoice, position))"),
    }};
}
// clang-format on

} // namespace delpek::store
