// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

Result<base::Json> searchPatient(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = establish(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return unconfirmed(context);
    }
    return withAge({{"confirmed", true},
                    {"patient", base::utf8((*patient)->id)},
                    {"gender", base::utf8(base::toText((*patient)->gender))}},
                   context);
}

Result<base::Json> patientAppointments(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = establish(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return unconfirmed(context);
    }
    const auto appointments =
        base::await(context.records.appointments((*patient)->id, context.turn.now), context.cancel);
    if (!appointments) {
        return fail(appointments.error());
    }
    base::Json list = base::Json::array();
    for (const auto& appointment : *appointments) {
        list.push_back(appointmentToJson(appointment));
    }
    return withAge({{"confirmed", true}, {"appointments", std::move(list)}}, context);
}

} // namespace

void addVisitTools(Tools& tools)
{
    add(tools, "search_patient", ToolKind::Read, identitySchema("Whether somebody is a patient on this phone."),
        searchPatient);
    add(tools, "get_patient_appointments", ToolKind::Read, identitySchema("The coming visits of a patient."),
        patientAppointments);
}

} // namespace delpek::agent
