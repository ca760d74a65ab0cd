// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

base::Json schemaOf(base::Json properties, base::Json required)
{
    properties.update(identityProperties());
    required.push_back("name");
    required.push_back("birth_date");
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

base::Json slotProperties()
{
    return {{"doctor", {{"type", "string"}, {"maxLength", 64}}},
            {"treatment", {{"type", "string"}, {"maxLength", 40}}},
            {"start", {{"type", "string"}, {"maxLength", 16}}},
            {"minutes", {{"type", "integer"}}}};
}

std::optional<domain::Phone> statedPhone(const base::Json& arguments)
{
    const auto phone = domain::Phone::parse(base::textAt(arguments, "phone"));
    return phone ? std::optional(*phone) : std::nullopt;
}

Result<domain::Patient> patientFor(const base::Json& arguments, const ToolContext& context)
{
    const QString name = base::textAt(arguments, "name").simplified();
    const QDate birthDate = dateFromJson(base::at(arguments, "birth_date"));
    if (name.isEmpty() || !birthDate.isValid() || birthDate > context.turn.now.date) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("name and a past birth_date are needed to book; ask for them"));
    }
    const auto phone = context.turn.conversation.phone ? context.turn.conversation.phone : statedPhone(arguments);
    auto known = findPatient(context, name, birthDate, phone);
    if (!known) {
        return fail(known.error());
    }
    if (*known) {
        return **known;
    }
    clinic::NewPatient patient;
    patient.reference = context.reference + QStringLiteral("-patient");
    patient.language = context.turn.conversation.language;
    const bool hebrew = domain::languageOf(name, patient.language) == domain::Language::Hebrew;
    (hebrew ? patient.name.he : patient.name.en) = name;
    patient.phone = phone;
    patient.birthDate = birthDate;
    if (base::textAt(arguments, "person").isEmpty()) {
        patient.gender = context.turn.understanding.gender;
    }
    return base::await(context.records.addPatient(patient), context.cancel);
}

Result<base::Json> createAppointment(const base::Json& arguments, const ToolContext& context)
{
    const auto slot = slotFromJson(arguments);
    if (!slot) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("start and minutes name no slot; take them from an offer"));
    }
    const auto patient = patientFor(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    const auto booked = base::await(context.records.book({context.reference, patient->id, slot->doctor, slot->treatment,
                                                          slot->start, slot->minutes}),
                                    context.cancel);
    if (!booked) {
        return fail(booked.error());
    }
    return base::Json{{"booked", true}, {"appointment", appointmentToJson(*booked)}};
}

/// The visit itself, if it is one of the patient who was named.
Result<domain::Appointment> ownAppointment(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = findPatient(context, base::textAt(arguments, "name"),
                                     dateFromJson(base::at(arguments, "birth_date")), std::nullopt);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return fail(ErrorCode::Forbidden, QStringLiteral("the identity is not confirmed on this phone"));
    }
    const auto list = base::await(context.records.appointments((*patient)->id, context.turn.now), context.cancel);
    if (!list) {
        return fail(list.error());
    }
    const QString id = base::textAt(arguments, "appointment");
    const auto found = std::find_if(list->begin(), list->end(), [&id](const auto& a) { return a.id == id; });
    if (found == list->end()) {
        return fail(ErrorCode::NotFound, QStringLiteral("the visit is not among the patient's coming visits"));
    }
    return *found;
}

Result<base::Json> moveAppointment(const base::Json& arguments, const ToolContext& context)
{
    const auto slot = slotFromJson(arguments);
    if (!slot) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("start and minutes name no slot; take them from an offer"));
    }
    const auto own = ownAppointment(arguments, context);
    if (!own) {
        return fail(own.error());
    }
    const auto moved = base::await(context.records.move(own->id, *slot, context.reference), context.cancel);
    if (!moved) {
        return fail(moved.error());
    }
    return base::Json{{"moved", true}, {"appointment", appointmentToJson(*moved)}};
}

Result<base::Json> cancelAppointment(const base::Json& arguments, const ToolContext& context)
{
    const auto own = ownAppointment(arguments, context);
    if (!own) {
        return fail(own.error());
    }
    const auto done = base::await(context.records.cancel(own->id, context.reference), context.cancel);
    if (!done) {
        return fail(done.error());
    }
    return base::Json{{"cancelled", true}, {"appointment", appointmentToJson(*own)}};
}

} // namespace

void addChangeTools(Tools& tools)
{
    base::Json booking = slotProperties();
    booking["phone"] = {{"type", "string"}, {"maxLength", 32}};
    booking["person"] = {{"type", "string"}, {"enum", {"", "child", "spouse", "parent", "other"}}};
    add(tools, "create_appointment", ToolKind::Change,
        schemaOf(std::move(booking), base::Json::array({"doctor", "treatment", "start", "minutes"})),
        createAppointment);

    base::Json move = slotProperties();
    move["appointment"] = {{"type", "string"}, {"maxLength", 64}};
    add(tools, "move_appointment", ToolKind::Change,
        schemaOf(std::move(move), base::Json::array({"appointment", "doctor", "treatment", "start", "minutes"})),
        moveAppointment);

    base::Json cancel{{"appointment", {{"type", "string"}, {"maxLength", 64}}}};
    add(tools, "cancel_appointment", ToolKind::Change, schemaOf(std::move(cancel), base::Json::array({"appointment"})),
        cancelAppointment);
}

} // namespace delpek::agent
