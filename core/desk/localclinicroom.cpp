// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localclinicroom.h"

#include "clinic/builtin/staffeditor.h"
#include "desk/touchedvisits.h"
#include "store/auditlog.h"

namespace delpek::desk
{

namespace
{

using clinic::StaffEditor;
using store::Session;

Error keptElsewhere()
{
    return {ErrorCode::Unsupported, QStringLiteral("clinic.elsewhere"),
            QStringLiteral("the clinic's data is kept in its own records, not in Delpek")};
}

Result<ClinicState> readClinic(Session& session, base::Instant now, const QString& staff)
{
    ClinicState state;
    state.canChange = true;
    const auto info = clinic::BookReader(session).info();
    if (!info) {
        state.isBegun = false;
        return info.error().key == QLatin1String("clinic.empty") ? Result<ClinicState>(state) : fail(info.error());
    }
    state.info = *info;
    StaffEditor editor(session, now, staff);
    const auto doctors = editor.doctors();
    const auto treatments = editor.treatments();
    if (!doctors || !treatments) {
        return fail(doctors ? treatments.error() : doctors.error());
    }
    for (const auto& entry : *doctors) {
        state.doctors.push_back({entry.doctor, entry.retired});
    }
    for (const auto& entry : *treatments) {
        state.treatments.push_back({entry.treatment, entry.retired});
    }
    return state;
}

QString clinicItself(Done)
{
    return QStringLiteral("clinic");
}

QString treatmentOf(const QString& id)
{
    return QStringLiteral("treatment:") + id;
}

QString doctorOf(const QString& id)
{
    return QStringLiteral("doctor:") + id;
}

} // namespace

LocalClinicRoom::LocalClinicRoom(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString staff,
                                 bool ownBook)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_staff(std::move(staff))
    , m_ownBook(ownBook)
{
}

Future<ClinicState> LocalClinicRoom::state()
{
    return m_ownBook ? m_store.read([now = m_clock.now(), staff = m_staff](Session& session) {
        return readClinic(session, now, staff);
    })
                     : stateElsewhere();
}

Future<ClinicState> LocalClinicRoom::stateElsewhere()
{
    const auto state = std::make_shared<ClinicState>();
    return m_records.info().then([this, state](const Result<domain::ClinicInfo>& info) -> Future<ClinicState> {
        if (!info) {
            return base::ready<ClinicState>(fail(info.error()));
        }
        state->info = *info;
        const auto treatments = m_records.treatments();
        return m_records.doctors().then(
            [this, state, treatments](const Result<std::vector<domain::Doctor>>& doctors) -> Future<ClinicState> {
                if (!doctors) {
                    return base::ready<ClinicState>(fail(doctors.error()));
                }
                for (const auto& doctor : *doctors) {
                    state->doctors.push_back({doctor, false});
                }
                return treatments.then([this, state](const Result<std::vector<domain::Treatment>>& read) {
                    return read.map([&](const std::vector<domain::Treatment>& all) {
                        for (const auto& treatment : all) {
                            state->treatments.push_back({treatment, false});
                        }
                        state->asOf = m_records.asOf();
                        return *state;
                    });
                });
            });
    });
}

/// `subject` gives what the audit log names from what `work` gave.
template <typename T, typename Work, typename Subject>
Future<T> LocalClinicRoom::change(const char* action, Work work, Subject subject)
{
    if (!m_ownBook) {
        return base::ready<T>(fail(keptElsewhere()));
    }
    return m_store.write([work = std::move(work), subject = std::move(subject), action, now = m_clock.now(),
                          staff = m_staff](Session& session) -> Result<T> {
        StaffEditor editor(session, now, staff);
        const Result<T> done = work(editor);
        if (!done) {
            return done;
        }
        const auto noted = store::AuditLog(session).append(staff, QLatin1String(action), subject(*done), {}, now);
        return noted ? done : fail(noted.error());
    });
}

Future<Done> LocalClinicRoom::keepClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info)
{
    return change<Done>(
        "clinic.changed", [was, info](StaffEditor& editor) { return editor.changeClinic(was, info); }, &clinicItself);
}

Future<QString> LocalClinicRoom::keepTreatment(const std::optional<domain::Treatment>& was,
                                               const domain::Treatment& treatment)
{
    return change<QString>(
        was ? "clinic.treatmentChanged" : "clinic.treatmentAdded",
        [was, treatment](StaffEditor& editor) { return editor.changeTreatment(was, treatment); }, &treatmentOf);
}

Future<Done> LocalClinicRoom::retireTreatment(const QString& id)
{
    return change<Done>(
        "clinic.treatmentRetired", [id](StaffEditor& editor) { return editor.retireTreatment(id); },
        [id](Done) { return treatmentOf(id); });
}

Future<Done> LocalClinicRoom::restoreTreatment(const QString& id)
{
    return change<Done>(
        "clinic.treatmentRestored", [id](StaffEditor& editor) { return editor.restoreTreatment(id); },
        [id](Done) { return treatmentOf(id); });
}

Future<QString> LocalClinicRoom::keepDoctor(const std::optional<domain::Doctor>& was, const domain::Doctor& doctor)
{
    return change<QString>(
        was ? "clinic.doctorChanged" : "clinic.doctorAdded",
        [was, doctor](StaffEditor& editor) { return editor.changeDoctor(was, doctor); }, &doctorOf);
}

Future<HoursEffect> LocalClinicRoom::visitsOf(const QString& doctor)
{
    if (!m_ownBook) {
        return base::ready<HoursEffect>(fail(keptElsewhere()));
    }
    return m_store.read([doctor, now = m_clock.now(), staff = m_staff](Session& session) -> Result<HoursEffect> {
        const auto visits = StaffEditor(session, now, staff).visitsOf(doctor);
        return visits ? touchedVisits(session, *visits) : fail(visits.error());
    });
}

Future<Done> LocalClinicRoom::retireDoctor(const QString& id, const QStringList& seen)
{
    return change<Done>(
        "clinic.doctorRetired", [id, seen](StaffEditor& editor) { return editor.retireDoctor(id, seen); },
        [id](Done) { return doctorOf(id); });
}

Future<Done> LocalClinicRoom::restoreDoctor(const QString& id)
{
    return change<Done>(
        "clinic.doctorRestored", [id](StaffEditor& editor) { return editor.restoreDoctor(id); },
        [id](Done) { return doctorOf(id); });
}

} // namespace delpek::desk
