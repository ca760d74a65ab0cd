// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/bookreader.h"
#include "clinic/builtin/bookrows.h"

// The part of BookReader that reads patients.

namespace delpek::clinic
{

using domain::Patient;
using store::Rows;

namespace
{

Patient patientAt(const Rows& rows)
{
    Patient patient;
    patient.id = rows.text(0);
    patient.name = {rows.text(1), rows.text(2)};
    patient.birthDate = dateAt(rows, 3);
    patient.gender = base::fromText<domain::Gender>(rows.text(4)).value_or(domain::Gender::Unknown);
    patient.language = base::fromText<domain::Language>(rows.text(5)).value_or(domain::Language::Hebrew);
    patient.allergies = listFromColumn(rows.text(6));
    patient.flags = listFromColumn(rows.text(7));
    patient.email = rows.text(8);
    return patient;
}

} // namespace

Result<std::vector<Patient>> BookReader::patientsByPhone(const QString& e164)
{
    return patients(QStringLiteral("retired = 0 AND id IN (SELECT patient FROM patient_phone WHERE phone = ?)"),
                    {e164});
}

Result<Patient> BookReader::patient(const QString& id)
{
    return currentId(id).and_then([&](const QString& current) { return patientById(current); });
}

Result<Patient> BookReader::patientById(const QString& id)
{
    auto found = firstOf(patients(QStringLiteral("id = ?"), {id}));
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound, QStringLiteral("no patient has the id \"%1\"").arg(id));
    }
    return std::move(**found);
}

Result<BookDays> BookReader::bookDays(QDate first, QDate last)
{
    auto visits = appointmentsOn(first, last);
    auto away = absences(first, last);
    if (!visits || !away) {
        return fail(visits ? away.error() : visits.error());
    }
    BookDays days;
    days.away = std::move(*away);
    for (auto& visit : *visits) {
        if (visit.state != domain::AppointmentState::Booked) {
            continue;
        }
        if (!days.names.contains(visit.patient)) {
            const auto who = patient(visit.patient);
            if (!who) {
                return fail(who.error());
            }
            days.names.emplace(visit.patient, who->name);
        }
        days.visits.push_back(std::move(visit));
    }
    return days;
}

Result<std::optional<Patient>> BookReader::patientByReference(const QString& reference)
{
    if (reference.isEmpty()) {
        return std::optional<Patient>();
    }
    return firstOf(patients(QStringLiteral("reference = ?"), {reference}));
}

Result<QString> BookReader::currentId(QString id)
{
    // Merges form no circle, but a book that somebody else wrote into might; nobody merges that often.
    for (int step = 0; step < 100; ++step) {
        auto rows = m_session.run(QStringLiteral("SELECT merged_into FROM patient WHERE id = ?"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next() || rows->text(0).isEmpty()) {
            return id;
        }
        id = rows->text(0);
    }
    return fail(ErrorCode::Internal, QStringLiteral("the merges of a patient form a circle"));
}

Result<std::vector<Patient>> BookReader::patients(const QString& where, const QVariantList& values)
{
    auto found =
        collected(m_session.run(QStringLiteral("SELECT id, name_he, name_en, birth_date, gender, language, "
                                               "allergies, flags, email FROM patient WHERE %1 ORDER BY position, id")
                                    .arg(where),
                                values),
                  patientAt);
    if (found) {
        for (auto& patient : *found) {
            if (auto added = addHistory(patient); !added) {
                return fail(added.error());
            }
        }
    }
    return found;
}

Result<Done> BookReader::addPhone(Patient& patient)
{
    auto phones = collected(
        m_session.run(QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ? ORDER BY position, phone"),
                      {patient.id}),
        [](const Rows& rows) { return rows.text(0); });
    if (!phones) {
        return fail(phones.error());
    }
    if (!phones->empty()) {
        const auto phone = domain::Phone::fromStored(phones->front());
        if (!phone) {
            return fail(phone.error());
        }
        patient.phone = *phone;
    }
    return Done{};
}

Result<std::vector<Patient>> BookReader::allPatients()
{
    auto found = collected(m_session.run(QStringLiteral(
                               "SELECT id, name_he, name_en, birth_date, gender, language, allergies, flags, email "
                               "FROM patient WHERE retired = 0 AND merged_into = '' ORDER BY position, id")),
                           patientAt);
    if (found) {
        for (auto& patient : *found) {
            if (auto added = addPhone(patient); !added) {
                return fail(added.error());
            }
        }
    }
    return found;
}

Result<Done> BookReader::addHistory(Patient& patient)
{
    if (auto added = addPhone(patient); !added) {
        return added;
    }
    auto notes = collected(m_session.run(QStringLiteral("SELECT day, author, body, reference FROM note "
                                                        "WHERE patient = ? AND retired = 0 ORDER BY position"),
                                         {patient.id}),
                           [](const Rows& rows) {
                               return domain::Note{dateAt(rows, 0), rows.text(1), rows.text(2), rows.text(3)};
                           });
    if (!notes) {
        return fail(notes.error());
    }
    patient.notes = std::move(*notes);
    auto plan = collected(
        m_session.run(
            QStringLiteral("SELECT treatment, tooth, state FROM plan_item WHERE patient = ? ORDER BY position"),
            {patient.id}),
        [](const Rows& rows) {
            return domain::PlanItem{rows.text(0), rows.text(1), rows.text(2)};
        });
    if (!plan) {
        return fail(plan.error());
    }
    patient.plan = std::move(*plan);
    return Done{};
}

} // namespace delpek::clinic
