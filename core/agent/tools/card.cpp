// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

#include <algorithm>

// What a patient may know of their own card.

namespace delpek::agent
{
namespace
{

/// The name as the records have it of a doctor or treatment; the id where it is none of the clinic's (any more).
template <typename List>
base::Json nameOf(const List& list, const QString& id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&id](const auto& one) { return one.id == id; });
    return bilingualToJson(found == list.end() ? domain::Bilingual{id, id} : found->name);
}

/// Runs `tell` for the patient that the arguments establish.
Result<base::Json> ofPatient(const base::Json& arguments, const ToolContext& context,
                             base::Json (*tell)(const domain::Patient&, const ToolContext&))
{
    const auto patient = establish(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    return *patient ? withAge(tell(**patient, context), context) : unconfirmed(context);
}

/// When something was written down and by whom. What the clinic writes in a card, it writes for itself: a doctor tells
/// the patient what it says. So no text of a note leaves this tool.
base::Json notes(const domain::Patient& patient, const ToolContext& context)
{
    base::Json list = base::Json::array();
    for (const auto& note : patient.notes) {
        const bool known = std::any_of(context.turn.doctors.begin(), context.turn.doctors.end(),
                                       [&note](const domain::Doctor& doctor) { return doctor.id == note.by; });
        base::Json entry{{"date", dateToJson(note.date)}};
        if (known) {
            entry["by"] = nameOf(context.turn.doctors, note.by);
        }
        list.push_back(std::move(entry));
    }
    return {{"confirmed", true}, {"notes", std::move(list)}};
}

base::Json plan(const domain::Patient& patient, const ToolContext& context)
{
    base::Json list = base::Json::array();
    for (const auto& item : patient.plan) {
        list.push_back({{"treatment", base::utf8(item.treatment)},
                        {"name", nameOf(context.turn.treatments, item.treatment)},
                        {"tooth", base::utf8(item.tooth)},
                        {"status", base::utf8(item.status)}});
    }
    return {{"confirmed", true}, {"plan", std::move(list)}};
}

base::Json allergies(const domain::Patient& patient, const ToolContext&)
{
    base::Json list = base::Json::array();
    for (const QString& allergy : patient.allergies) {
        list.push_back(base::utf8(allergy));
    }
    return {{"confirmed", true}, {"allergies", std::move(list)}};
}

Result<base::Json> patientNotes(const base::Json& arguments, const ToolContext& context)
{
    return ofPatient(arguments, context, notes);
}

Result<base::Json> treatmentPlan(const base::Json& arguments, const ToolContext& context)
{
    return ofPatient(arguments, context, plan);
}

Result<base::Json> patientAllergies(const base::Json& arguments, const ToolContext& context)
{
    return ofPatient(arguments, context, allergies);
}

} // namespace

void addCardTools(Tools& tools)
{
    add(tools, "get_patient_notes", ToolKind::Read,
        identitySchema("When something was noted in a patient's card and by whom, never what: that is for the doctor "
                       "to tell."),
        patientNotes);
    add(tools, "get_treatment_plan", ToolKind::Read,
        identitySchema("The treatments planned for a patient: planned, in_progress or done."), treatmentPlan);
    add(tools, "get_patient_allergies", ToolKind::Read,
        identitySchema("The allergies noted for a patient, to confirm one that the patient names."), patientAllergies);
}

} // namespace delpek::agent
