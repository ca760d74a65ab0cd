// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/bookreader.h"
#include "clinic/builtin/bookrows.h"

// The part of BookReader that reads invoices and payments.

namespace delpek::clinic
{

using store::Rows;

Result<std::vector<domain::Invoice>> BookReader::invoices(const QString& patient)
{
    auto all = allInvoices(patient);
    if (all) {
        std::erase_if(*all, [](const domain::Invoice& one) { return one.state == QLatin1String(Cancelled); });
    }
    return all;
}

Result<std::vector<domain::Invoice>> BookReader::allInvoices(const QString& patient)
{
    const auto current = currentId(patient);
    if (!current) {
        return fail(current.error());
    }
    return invoicesWhere(QStringLiteral("patient = ?"), {*current});
}

Result<domain::Invoice> BookReader::invoice(const QString& number)
{
    auto found = firstOf(invoicesWhere(QStringLiteral("number = ?"), {number}));
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound, QStringLiteral("no invoice has the number \"%1\"").arg(number));
    }
    return std::move(**found);
}

Result<std::vector<domain::Invoice>> BookReader::invoicesWhere(const QString& where, const QVariantList& values)
{
    auto found = collected(
        m_session.run(QStringLiteral("SELECT number, patient, day, total, due, currency, state, due_day FROM invoice "
                                     "WHERE %1 ORDER BY day DESC, number DESC")
                          .arg(where),
                      values),
        [&](const Rows& rows) {
            const QString currency = rows.text(5);
            domain::Invoice invoice{rows.text(0),
                                    rows.text(1),
                                    dateAt(rows, 2),
                                    {rows.integer(3), currency},
                                    {rows.integer(4), currency},
                                    rows.text(6),
                                    {}};
            invoice.dueDate = dateAt(rows, 7);
            return invoice;
        });
    if (found) {
        for (auto& invoice : *found) {
            auto itsLines = lines(invoice);
            if (!itsLines) {
                return fail(itsLines.error());
            }
            invoice.lines = std::move(*itsLines);
            auto paid = payments(invoice);
            if (!paid) {
                return fail(paid.error());
            }
            invoice.payments = std::move(*paid);
        }
    }
    return found;
}

Result<std::vector<domain::InvoiceLine>> BookReader::lines(const domain::Invoice& invoice)
{
    return collected(
        m_session.run(
            QStringLiteral("SELECT text_he, text_en, amount FROM invoice_line WHERE invoice = ? ORDER BY position"),
            {invoice.number}),
        [&](const Rows& rows) {
            return domain::InvoiceLine{{rows.text(0), rows.text(1)}, {rows.integer(2), invoice.total.currency}};
        });
}

Result<std::vector<domain::Payment>> BookReader::payments(const domain::Invoice& invoice)
{
    return collected(
        m_session.run(
            QStringLiteral("SELECT day, amount, method FROM payment WHERE invoice = ? AND cancelled = 0 ORDER BY id"),
            {invoice.number}),
        [&](const Rows& rows) {
            return domain::Payment{dateAt(rows, 0), {rows.integer(1), invoice.total.currency}, rows.text(2)};
        });
}

} // namespace delpek::clinic
