// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/booklock.h"
#include "clinic/builtin/staffeditor.h"

// The part of StaffEditor that changes what somebody read before: only what is still so.

namespace delpek::clinic
{

namespace
{

tl::unexpected<Error> changedMeanwhile()
{
    return fail(ErrorCode::Conflict, QStringLiteral("this was changed meanwhile; read it again"),
                QStringLiteral("clinic.changed"));
}

tl::unexpected<Error> existsAlready()
{
    return fail(ErrorCode::Conflict, QStringLiteral("one with this id stands already"),
                QStringLiteral("clinic.exists"));
}

/// Without what is kept elsewhere: by setHours() and closeDay().
domain::ClinicInfo withoutHours(domain::ClinicInfo info)
{
    info.hours = {};
    info.closed.clear();
    return info;
}

/// Treatments in any order.
domain::Doctor withoutHours(domain::Doctor doctor)
{
    doctor.hours = {};
    doctor.treatments.sort();
    return doctor;
}

domain::Treatment asItIs(domain::Treatment treatment)
{
    return treatment;
}

/// An edit writes over `now` only where it is what was read before; a new one only where there is none.
template <typename Thing>
Result<Done> checkUnchanged(const std::optional<Thing>& was, const Thing* now, Thing (*compared)(Thing))
{
    if (!was) {
        return now == nullptr ? Result<Done>(Done{}) : existsAlready();
    }
    return now != nullptr && compared(*now) == compared(*was) ? Result<Done>(Done{}) : changedMeanwhile();
}

} // namespace

Result<Done> StaffEditor::changeClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info)
{
    auto wanted = info;
    if (was == domain::ClinicInfo{}) {
        // An empty book is begun, and by one of those who try at the same time.
        const auto begun =
            m_session.execute(QStringLiteral("INSERT INTO clinic_info (id) VALUES (1) ON CONFLICT (id) DO NOTHING"));
        if (!begun) {
            return fail(begun.error());
        }
        wanted.hours = {};
        return *begun == 1 ? setClinic(wanted) : changedMeanwhile();
    }
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    const auto now = m_reader.info();
    if (!now) {
        return fail(now.error());
    }
    if (withoutHours(*now) != withoutHours(was)) {
        return changedMeanwhile();
    }
    wanted.hours = now->hours;
    return setClinic(wanted);
}

Result<QStringList> StaffEditor::retiredTreatmentsOf(const QString& doctor)
{
    auto rows = m_session.run(QStringLiteral("SELECT treatment FROM doctor_treatment JOIN treatment ON treatment.id = "
                                             "doctor_treatment.treatment WHERE treatment.retired <> 0 AND doctor = ? "
                                             "ORDER BY doctor_treatment.position"),
                              {doctor});
    if (!rows) {
        return fail(rows.error());
    }
    QStringList ids;
    while (rows->next()) {
        ids << rows->text(0);
    }
    return ids;
}

Result<QString> StaffEditor::changeDoctor(const std::optional<domain::Doctor>& was, domain::Doctor doctor)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    const auto all = doctors();
    const auto retired = retiredTreatmentsOf(doctor.id);
    if (!all || !retired) {
        return fail(all ? retired.error() : all.error());
    }
    const auto found = std::ranges::find(*all, doctor.id, [](const DoctorEntry& entry) { return entry.doctor.id; });
    const auto* now = found == all->end() ? nullptr : &found->doctor;
    if (const auto unchanged = checkUnchanged<domain::Doctor>(was, now, &withoutHours); !unchanged) {
        return fail(unchanged.error());
    }
    doctor.hours = now != nullptr ? now->hours : domain::WeeklyHours{};
    doctor.treatments += *retired;
    return saveDoctor(doctor);
}

Result<QString> StaffEditor::changeTreatment(const std::optional<domain::Treatment>& was,
                                             const domain::Treatment& treatment)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    const auto all = treatments();
    if (!all) {
        return fail(all.error());
    }
    const auto found =
        std::ranges::find(*all, treatment.id, [](const TreatmentEntry& entry) { return entry.treatment.id; });
    const auto* now = found == all->end() ? nullptr : &found->treatment;
    const auto unchanged = checkUnchanged(was, now, &asItIs);
    return unchanged ? saveTreatment(treatment) : fail(unchanged.error());
}

} // namespace delpek::clinic
