// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"

#include "agent/names.h"
#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

/// Who one number's patients are meant. Looks at each of them whatever it finds, so that the time tells nothing.
std::optional<domain::Patient> meant(const std::vector<domain::Patient>& patients, const QString& name,
                                     const QDate& birthDate)
{
    std::optional<domain::Patient> found;
    int fitting = 0;
    for (const auto& patient : patients) {
        const bool fits = birthDate.isValid() ? nameSounds(name, patient.name) && patient.birthDate == birthDate
                                              : nameMatches(name, patient.name) && patients.size() == 1;
        if (fits) {
            ++fitting;
            found = patient;
        }
    }
    return fitting == 1 ? found : std::nullopt;
}

} // namespace

Result<std::optional<domain::Patient>> findPatient(const ToolContext& context, const QString& name,
                                                   const QDate& birthDate, const std::optional<domain::Phone>& phone)
{
    const auto& own = context.turn.conversation.phone;
    const auto& number = own ? own : phone;
    if (!number || (!own && !birthDate.isValid())) {
        return std::optional<domain::Patient>();
    }
    auto patients = base::await(context.records.findPatients(*number), context.cancel);
    if (!patients) {
        return fail(patients.error());
    }
    return meant(*patients, name, birthDate);
}

Result<std::optional<domain::Patient>> establish(const base::Json& arguments, const ToolContext& context)
{
    if (context.gate.isClosed()) {
        return std::optional<domain::Patient>();
    }
    const QString name = base::textAt(arguments, "name");
    const QDate birthDate = dateFromJson(base::at(arguments, "birth_date"));
    auto patient = findPatient(context, name, birthDate, std::nullopt);
    if (patient) {
        context.gate.note(patient->has_value(), name, birthDate);
    }
    return patient;
}

base::Json unconfirmed(const ToolContext& context)
{
    return {{"confirmed", false}, {"tries_left", context.gate.left()}};
}

base::Json identityProperties()
{
    return {{"name",
             {{"type", "string"},
              {"minLength", 1},
              {"maxLength", 120},
              {"description", "The full name, as the patient gave it."}}},
            {"birth_date",
             {{"type", "string"},
              {"format", "date"},
              {"description", "The birth date that the patient gave; needed where the name alone does not settle who "
                              "it is."}}}};
}

base::Json identitySchema(const char* description, base::Json properties, base::Json required)
{
    properties.update(identityProperties());
    required.push_back("name");
    return {{"type", "object"},
            {"description", description},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

} // namespace delpek::agent
