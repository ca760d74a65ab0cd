// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/touchedvisits.h"

#include "clinic/builtin/staffeditor.h"
#include "store/conversations.h"

namespace delpek::desk
{

namespace
{

template <typename Entry, typename Thing>
domain::Bilingual nameIn(const std::vector<Entry>& all, Thing Entry::*thing, const QString& id)
{
    const auto found = std::ranges::find(all, id, [thing](const Entry& entry) { return (entry.*thing).id; });
    return found == all.end() ? domain::Bilingual{id, id} : ((*found).*thing).name;
}

} // namespace

Result<HoursEffect> touchedVisits(store::Session& session, const std::vector<domain::Appointment>& visits)
{
    clinic::BookReader reader(session);
    clinic::StaffEditor staff(session, {}, {});
    const auto doctors = staff.doctors();
    const auto treatments = staff.treatments();
    if (!doctors || !treatments) {
        return fail(doctors ? treatments.error() : doctors.error());
    }
    HoursEffect effect;
    for (const auto& visit : visits) {
        effect.ids << visit.id;
        if (effect.visits.size() == mostTouched) {
            continue;
        }
        const auto patient = reader.patient(visit.patient);
        if (!patient) {
            return fail(patient.error());
        }
        TouchedVisit touched{visit,
                             patient->name,
                             nameIn(*doctors, &clinic::DoctorEntry::doctor, visit.doctor),
                             nameIn(*treatments, &clinic::TreatmentEntry::treatment, visit.treatment),
                             {}};
        if (patient->phone) {
            const auto known = store::Conversations(session).withPhone(*patient->phone);
            if (!known) {
                return fail(known.error());
            }
            touched.conversation = known->empty() ? domain::ConversationId{} : known->back();
        }
        effect.visits.push_back(std::move(touched));
    }
    return effect;
}

} // namespace delpek::desk
