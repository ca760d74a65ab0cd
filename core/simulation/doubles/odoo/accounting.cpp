// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/behaviour.h"
#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <cmath>

namespace delpek::simulation::odoo::accounting
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

const auto moveModel = QStringLiteral("account.move");
const auto lineModel = QStringLiteral("account.move.line");
const auto paymentModel = QStringLiteral("account.payment");
const auto wizardModel = QStringLiteral("account.payment.register");

double numberAt(const Json& row, const char* key)
{
    const Json& value = at(row, key);
    return value.is_number() ? value.get<double>() : 0;
}

double rounded(double amount)
{
    return std::round(amount * 100) / 100;
}

std::vector<qint64> linesOf(const Database& db, qint64 move)
{
    std::vector<qint64> lines;
    for (const auto& [id, row] : db.records(lineModel)) {
        if (at(row, "move_id") == Json(move)) {
            lines.push_back(id);
        }
    }
    return lines;
}

double paidOn(const Database& db, qint64 move)
{
    double paid = 0;
    for (const auto& [id, row] : db.records(paymentModel)) {
        const Json& invoices = at(row, "reconciled_invoice_ids");
        if (std::find(invoices.begin(), invoices.end(), Json(move)) != invoices.end()) {
            paid += numberAt(row, "amount");
        }
    }
    return paid;
}

void setDefault(Json& values, const char* key, const Json& value)
{
    if (!values.contains(key)) {
        values[key] = value;
    }
}

void beforeLine(Records& records, Json& values)
{
    setDefault(values, "quantity", 1.0);
    setDefault(values, "display_type", "product");
    if (const auto product = base::integerAt(values, "product_id")) {
        const Json row = records.row(QStringLiteral("product.product"), *product);
        setDefault(values, "name", at(row, "name"));
        setDefault(values, "price_unit", at(row, "list_price"));
        setDefault(values, "tax_ids", row.contains("taxes_id") ? row["taxes_id"] : Json::array());
    }
}

/// The invoices that the context names, without which the wizard does not open.
std::vector<qint64> namedInvoices(const Env& env)
{
    std::vector<qint64> moves;
    const Json& ids = at(env.context, "active_ids");
    if (textAt(env.context, "active_model") == moveModel && ids.is_array()) {
        for (const Json& id : ids) {
            moves.push_back(id.get<qint64>());
        }
    }
    if (moves.empty()) {
        userError(QStringLiteral("The register payment wizard should only be called on account.move records."));
    }
    return moves;
}

void beforeWizard(Records& records, Json& values)
{
    double residual = 0;
    const auto moves = namedInvoices(records.env());
    for (const qint64 move : moves) {
        const Json& row = records.row(moveModel, move);
        if (textAt(row, "state") != QLatin1String("posted")) {
            userError(QStringLiteral("You can only register payment for posted journal entries."));
        }
        residual += numberAt(row, "amount_residual");
    }
    if (residual == 0) {
        userError(QStringLiteral("There's nothing left to pay for the selected journal items."));
    }
    setDefault(values, "amount", residual);
    setDefault(values, "payment_date", utf8(records.writeMoment().left(10)));
    values["line_ids"] = moves;
}

} // namespace

void beforeCreate(Records& records, const Model& model, Json& values)
{
    if (model.name == moveModel) {
        setDefault(values, "move_type", "entry");
        setDefault(values, "state", "draft");
        setDefault(values, "payment_state", "not_paid");
        setDefault(values, "company_id", 1);
        setDefault(values, "currency_id", at(records.row(QStringLiteral("res.company"), 1), "currency_id"));
        setDefault(values, "name", "/");
    } else if (model.name == lineModel) {
        beforeLine(records, values);
    } else if (model.name == wizardModel) {
        beforeWizard(records, values);
    }
}

void compute(Records& records, qint64 move)
{
    Env& env = records.env();
    double untaxed = 0;
    double total = 0;
    for (const qint64 line : linesOf(env.db, move)) {
        const Json row = records.row(lineModel, line);
        const double subtotal = rounded(numberAt(row, "quantity") * numberAt(row, "price_unit"));
        double rate = 0;
        for (const Json& tax : at(row, "tax_ids")) {
            rate += numberAt(records.row(QStringLiteral("account.tax"), tax.get<qint64>()), "amount");
        }
        const double withTax = rounded(subtotal * (1 + rate / 100));
        records.set(lineModel, line, {{"price_subtotal", subtotal}, {"price_total", withTax}});
        untaxed += subtotal;
        total += withTax;
    }
    const Json row = records.row(moveModel, move);
    const bool isPosted = textAt(row, "state") == QLatin1String("posted");
    const double paid = isPosted ? paidOn(env.db, move) : 0;
    const double residual = std::max(0.0, rounded(total - paid));
    records.set(moveModel, move,
                {{"amount_untaxed", rounded(untaxed)},
                 {"amount_tax", rounded(total - untaxed)},
                 {"amount_total", rounded(total)},
                 {"amount_residual", residual},
                 {"payment_state", paid == 0       ? "not_paid"
                                   : residual == 0 ? "paid"
                                                   : "partial"}});
}

Json post(Records& records, const std::vector<qint64>& moves)
{
    Database& db = records.env().db;
    demand(records.env(), records.model(moveModel), Operation::Write);
    for (const qint64 move : moves) {
        const Json row = records.row(moveModel, move);
        if (textAt(row, "state") != QLatin1String("draft")) {
            userError(QStringLiteral("The entry is already posted."));
        }
        if (linesOf(db, move).empty()) {
            userError(QStringLiteral("You need to add a line before posting."));
        }
        const QString today = records.writeMoment().left(10);
        const QString date = textAt(row, "invoice_date").isEmpty() ? today : textAt(row, "invoice_date");
        Json values{{"state", "posted"}, {"invoice_date", utf8(date)}};
        if (isEmpty(at(row, "invoice_date_due"))) {
            values["invoice_date_due"] = utf8(date);
        }
        if (textAt(row, "name") == QLatin1String("/")) {
            const auto number = db.nextId(QStringLiteral("account.move number"));
            values["name"] = utf8(QStringLiteral("INV/%1/%2").arg(date.left(4)).arg(number, 5, 10, QLatin1Char('0')));
        }
        records.set(moveModel, move, values);
        compute(records, move);
    }
    return false;
}

void backToDraft(Records& records, const std::vector<qint64>& moves)
{
    Database& db = records.env().db;
    demand(records.env(), records.model(moveModel), Operation::Write);
    for (const qint64 move : moves) {
        if (paidOn(db, move) > 0) {
            db.misdeeds.append(QStringLiteral("a paid invoice was set back to draft: %1").arg(move));
        }
        const auto payments = db.records(paymentModel);
        for (const auto& [id, row] : payments) {
            Json invoices = at(row, "reconciled_invoice_ids");
            if (const auto found = std::find(invoices.begin(), invoices.end(), Json(move)); found != invoices.end()) {
                invoices.erase(found);
                records.set(paymentModel, id, {{"reconciled_invoice_ids", invoices}});
            }
        }
        records.set(moveModel, move, {{"state", "draft"}});
        compute(records, move);
    }
}

Json createPayments(Records& records, const std::vector<qint64>& wizards)
{
    Database& db = records.env().db;
    for (const qint64 wizard : wizards) {
        const Json row = records.row(wizardModel, wizard);
        double residual = 0;
        for (const Json& move : at(row, "line_ids")) {
            residual += numberAt(records.row(moveModel, move.get<qint64>()), "amount_residual");
        }
        const double amount = numberAt(row, "amount");
        if (amount > residual) {
            db.misdeeds.append(QStringLiteral("more was paid than was owed: %1 of %2").arg(amount).arg(residual));
        }
        const Json& first = records.row(moveModel, at(row, "line_ids").at(0).get<qint64>());
        records.create(paymentModel, {{"amount", amount},
                                      {"date", at(row, "payment_date")},
                                      {"partner_id", at(first, "partner_id")},
                                      {"journal_id", at(row, "journal_id")},
                                      {"payment_type", "inbound"},
                                      {"state", "posted"},
                                      {"reconciled_invoice_ids", at(row, "line_ids")}});
        for (const Json& move : at(row, "line_ids")) {
            records.set(moveModel, move.get<qint64>(), {{"write_date", utf8(records.writeMoment())}});
            compute(records, move.get<qint64>());
        }
    }
    return {{"type", "ir.actions.act_window"}, {"res_model", "account.payment"}};
}

} // namespace delpek::simulation::odoo::accounting
