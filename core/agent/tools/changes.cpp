// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/registry.h"
#include "agent/tools/values.h"
#include "base/logging.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

/// A visit that is booked needs no held slot any more. It stands whether or not the slots are let go now: they are
/// forgotten by themselves.
void releaseOffer(const ToolContext& context)
{
    if (const auto released = base::await(context.records.releaseHolds(context.holder), base::Cancel()); !released) {
        qCWarning(lcAgent) << "held slots are not released:" << base::describe(released.error());
    }
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
                                                          slot->start, slot->minutes, context.holder}),
                                    context.cancel);
    if (!booked) {
        return fail(booked.error());
    }
    releaseOffer(context);
    return base::Json{{"booked", true}, {"appointment", appointmentToJson(*booked)}};
}

/// The visit itself, if it is one of the patient who was named.
Result<domain::Appointment> ownAppointment(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = establish(arguments, context);
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
    const auto moved =
        base::await(context.records.move(own->id, *slot, context.reference, context.holder), context.cancel);
    if (!moved) {
        return fail(moved.error());
    }
    releaseOffer(context);
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
    const base::Json appointment = textProperty(64, "The visit's id, as get_patient_appointments shows it.");
    base::Json booking = slotProperties();
    booking["phone"] = textProperty(32, "Where the channel knows no phone: the one that was given.");
    booking["person"] = {{"type", "string"},
                         {"enum", {"", "child", "spouse", "parent", "other"}},
                         {"description", "For whom, if not for the writer."}};
    add(tools, "create_appointment", ToolKind::Change,
        identitySchema("Books an offered slot after the patient said yes to it.", std::move(booking),
                       {"doctor", "treatment", "start", "minutes", "birth_date"}),
        createAppointment);

    base::Json move = slotProperties();
    move["appointment"] = appointment;
    add(tools, "move_appointment", ToolKind::Change,
        identitySchema("Moves a visit to an offered slot after the patient said yes to it.", std::move(move),
                       {"appointment", "doctor", "treatment", "start", "minutes"}),
        moveAppointment);

    add(tools, "cancel_appointment", ToolKind::Change,
        identitySchema("Cancels a visit after the patient said yes to it.", {{"appointment", appointment}},
                       base::Json::array({"appointment"})),
        cancelAppointment);
}

} // namespace delpek::agent
