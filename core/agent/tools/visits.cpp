// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

base::Json identitySchema()
{
    return {{"type", "object"},
            {"properties", identityProperties()},
            {"required", {"name", "birth_date"}},
            {"additionalProperties", false}};
}

Result<std::optional<domain::Patient>> stated(const base::Json& arguments, const ToolContext& context)
{
    return findPatient(context, base::textAt(arguments, "name"), dateFromJson(base::at(arguments, "birth_date")),
                       std::nullopt);
}

/// Wrong details and details of nobody look the same: {"confirmed": false}.
base::Json unconfirmed()
{
    return {{"confirmed", false}};
}

Result<base::Json> searchPatient(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = stated(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return unconfirmed();
    }
    return base::Json{{"confirmed", true},
                      {"patient", base::utf8((*patient)->id)},
                      {"gender", base::utf8(base::toText((*patient)->gender))}};
}

Result<base::Json> patientAppointments(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = stated(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return unconfirmed();
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
    return base::Json{{"confirmed", true}, {"appointments", std::move(list)}};
}

base::Json moneyToJson(const domain::Money& money)
{
    return {{"minor", money.minor},
            {"amount", static_cast<double>(money.minor) / 100.0},
            {"currency", base::utf8(money.currency)},
            {"text",
             {{"he", base::utf8(money.toText(domain::Language::Hebrew))},
              {"en", base::utf8(money.toText(domain::Language::English))}}}};
}

Result<base::Json> patientInvoices(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = stated(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return unconfirmed();
    }
    const auto invoices = base::await(context.records.invoices((*patient)->id), context.cancel);
    if (!invoices) {
        return fail(invoices.error());
    }
    base::Json list = base::Json::array();
    for (const auto& invoice : *invoices) {
        list.push_back({{"number", base::utf8(invoice.number)},
                        {"date", dateToJson(invoice.date)},
                        {"state", base::utf8(invoice.state)},
                        {"total", moneyToJson(invoice.total)},
                        {"due", moneyToJson(invoice.due)}});
    }
    return base::Json{{"confirmed", true}, {"invoices", std::move(list)}};
}

} // namespace

void addVisitTools(Tools& tools)
{
    add(tools, "search_patient", ToolKind::Read, identitySchema(), searchPatient);
    add(tools, "get_patient_appointments", ToolKind::Read, identitySchema(), patientAppointments);
    add(tools, "get_patient_invoices", ToolKind::Read, identitySchema(), patientInvoices);
}

} // namespace delpek::agent
