// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

/// What is not issued yet is no invoice to a patient.
bool isDraft(const domain::Invoice& invoice)
{
    return invoice.state == QLatin1String("draft");
}

base::Json summaryOf(const domain::Invoice& invoice)
{
    base::Json json{{"number", base::utf8(invoice.number)},
                    {"date", dateToJson(invoice.date)},
                    {"state", base::utf8(invoice.state)},
                    {"total", moneyToJson(invoice.total)},
                    {"due", moneyToJson(invoice.due)}};
    if (invoice.dueDate.isValid()) {
        json["due_date"] = dateToJson(invoice.dueDate);
    }
    return json;
}

base::Json detailsOf(const domain::Invoice& invoice)
{
    base::Json json = summaryOf(invoice);
    json["lines"] = base::Json::array();
    json["payments"] = base::Json::array();
    for (const auto& line : invoice.lines) {
        json["lines"].push_back({{"text", bilingualToJson(line.text)}, {"amount", moneyToJson(line.amount)}});
    }
    for (const auto& payment : invoice.payments) {
        json["payments"].push_back({{"date", dateToJson(payment.date)},
                                    {"amount", moneyToJson(payment.amount)},
                                    {"method", base::utf8(payment.method)}});
    }
    return json;
}

Result<base::Json> patientInvoices(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = establish(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return unconfirmed(context);
    }
    const auto invoices = base::await(context.records.invoices((*patient)->id), context.cancel);
    if (!invoices) {
        return fail(invoices.error());
    }
    base::Json list = base::Json::array();
    for (const auto& invoice : *invoices) {
        if (!isDraft(invoice)) {
            list.push_back(summaryOf(invoice));
        }
    }
    return withAge({{"confirmed", true}, {"invoices", std::move(list)}}, context);
}

/// Somebody else's invoice and one that does not exist are the same: not found.
Result<base::Json> invoiceDetails(const base::Json& arguments, const ToolContext& context)
{
    const auto patient = establish(arguments, context);
    if (!patient) {
        return fail(patient.error());
    }
    if (!*patient) {
        return unconfirmed(context);
    }
    const auto invoices = base::await(context.records.invoices((*patient)->id), context.cancel);
    if (!invoices) {
        return fail(invoices.error());
    }
    const QString number = base::textAt(arguments, "number").simplified();
    const auto found = std::find_if(invoices->begin(), invoices->end(), [&](const domain::Invoice& invoice) {
        return !isDraft(invoice) && invoice.number.compare(number, Qt::CaseInsensitive) == 0;
    });
    base::Json answer{{"confirmed", true}, {"found", found != invoices->end()}};
    if (found != invoices->end()) {
        answer["invoice"] = detailsOf(*found);
    }
    return withAge(std::move(answer), context);
}

} // namespace

void addInvoiceTools(Tools& tools)
{
    add(tools, "get_patient_invoices", ToolKind::Read,
        identitySchema("The invoices of a patient with what is still open."), patientInvoices);
    add(tools, "get_invoice_details", ToolKind::Read,
        identitySchema("What one invoice of a patient is for: its lines and payments.",
                       {{"number", textProperty(40, "The invoice's number.")}}, base::Json::array({"number"})),
        invoiceDetails);
}

} // namespace delpek::agent
