// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/invoices.h"

#include "clinic/odoo/notes.h"
#include "clinic/odoo/wire.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

constexpr int MostInvoices = 200;

/// invoice_payments_widget: an object, or the same as text in older versions; false without payments.
std::vector<domain::Payment> paymentsFrom(const Json& widget, const QString& currency, int sign)
{
    Json holder = widget;
    if (widget.is_string()) {
        const auto parsed = base::parseJson(QByteArray::fromStdString(widget.get_ref<const std::string&>()));
        holder = parsed ? *parsed : Json();
    }
    std::vector<domain::Payment> payments;
    for (const auto& row : base::at(holder, "content")) {
        if (!row.is_object() || wire::truth(base::at(row, "is_exchange"))) {
            continue;
        }
        const QString journal = wire::text(base::at(row, "journal_name")).toLower();
        domain::Payment payment;
        payment.date = wire::date(base::at(row, "date"));
        payment.amount = {sign * wire::hundredths(base::at(row, "amount")), currency};
        const bool cash = journal.contains(QLatin1String("cash")) || journal.contains(QStringLiteral("מזומן"));
        payment.method = cash ? QStringLiteral("cash") : QStringLiteral("other");
        payments.push_back(std::move(payment));
    }
    std::stable_sort(payments.begin(), payments.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    return payments;
}

domain::Bilingual lineText(const QString& text)
{
    const bool hebrew = domain::languageOf(text, domain::Language::Hebrew) == domain::Language::Hebrew;
    return hebrew ? domain::Bilingual{text, {}} : domain::Bilingual{{}, text};
}

} // namespace

Call readInvoices(const Entity& invoice, qint64 partner)
{
    Json domain = invoice.filter;
    domain.push_back(wire::term(invoice.field("patient"), "=", partner));
    return {invoice.model, QStringLiteral("search_read"), Json::array({domain}),
            Json{{"fields", invoice.fieldNames()},
                 {"limit", MostInvoices},
                 {"order", invoice.key("date") + " desc, id desc"}}};
}

std::optional<Call> readLines(const Mapping& mapping, const Json& invoices)
{
    const Entity& line = mapping.entity("invoiceLine");
    const Entity& invoice = mapping.entity("invoice");
    std::vector<qint64> ids;
    for (const auto& row : invoices) {
        const auto lines = wire::ids(invoice.at(row, "lines"));
        ids.insert(ids.end(), lines.begin(), lines.end());
    }
    if (line.model.isEmpty() || ids.empty()) {
        return std::nullopt;
    }
    std::sort(ids.begin(), ids.end());
    return Call{line.model, QStringLiteral("search_read"), Json::array({Json::array({wire::term("id", "in", ids)})}),
                Json{{"fields", line.fieldNames()}, {"order", "id"}}};
}

std::vector<domain::Invoice> invoicesFrom(const Mapping& mapping, const Json& invoices, const Json& lines)
{
    const Entity& map = mapping.entity("invoice");
    const Entity& lineMap = mapping.entity("invoiceLine");
    std::map<qint64, const Json*> lineById;
    for (const auto& line : lines) {
        lineById[wire::whole(base::at(line, "id"))] = &line;
    }
    std::vector<domain::Invoice> result;
    for (const auto& row : invoices) {
        domain::Invoice invoice;
        const int sign = map.word(row, "kind") == QLatin1String("credit") ? -1 : 1;
        const QString named = wire::name(map.at(row, "currency"));
        const QString currency = named.isEmpty() ? QStringLiteral("ILS") : named;
        invoice.number = wire::text(map.at(row, "number"));
        invoice.patient = QString::number(wire::id(map.at(row, "patient")));
        invoice.date = wire::date(map.at(row, "date"));
        invoice.dueDate = wire::date(map.at(row, "dueDate"));
        invoice.total = {sign * wire::hundredths(map.at(row, "total")), currency};
        invoice.due = {sign * wire::hundredths(map.at(row, "due")), currency};
        invoice.state = map.word(row, "state");
        for (const qint64 id : wire::ids(map.at(row, "lines"))) {
            const auto line = lineById.find(id);
            if (line != lineById.end() && lineMap.word(*line->second, "kind") != QLatin1String("heading")) {
                invoice.lines.push_back({lineText(textFromHtml(wire::text(lineMap.at(*line->second, "text")))),
                                         {sign * wire::hundredths(lineMap.at(*line->second, "amount")), currency}});
            }
        }
        invoice.payments = paymentsFrom(map.at(row, "payments"), currency, sign);
        result.push_back(std::move(invoice));
    }
    return result;
}

} // namespace delpek::clinic::odoo
