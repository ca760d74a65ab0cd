// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/bookreader.h"

namespace delpek::clinic
{

struct NewInvoice {
    QString reference; ///< the same again gives the invoice that is there; empty: nobody repeats it
    QString patient;
    QDate date;
    QDate dueDate;                          ///< null: at once
    std::vector<domain::InvoiceLine> lines; ///< at least one, one currency; an amount below 0 is a discount
};

struct PaymentEntry {
    qint64 id = 0;
    domain::Payment payment;
};

/// Writes invoices and payments inside one write of the store. An invoice gets its number, "INV/<year>/<serial>", when
/// it is written: serials of a year have no gap and go on from what an imported clinic used. An issued invoice does not
/// change; it is cancelled and keeps its number.
class InvoiceEditor
{
public:
    InvoiceEditor(store::Session& session, base::Instant now, QString author)
        : m_session(session)
        , m_reader(session)
        , m_now(now)
        , m_author(std::move(author))
    {
    }

    Result<domain::Invoice> issue(const NewInvoice& wanted);
    /// Conflict when something was paid: cancel the payments first.
    Result<Done> cancel(const QString& number);
    /// InvalidInput for more than is due, another currency, an unknown method or a day before the invoice. The same
    /// reference again changes nothing. Gives the payment's id.
    Result<qint64> pay(const QString& number, const domain::Payment& payment, const QString& reference);
    /// A cheque that bounced, a slip of the hand: what was paid is due again.
    Result<Done> cancelPayment(qint64 id);
    Result<std::vector<PaymentEntry>> payments(const QString& number);

private:
    Result<Done> check(const NewInvoice& wanted);
    Result<QString> nextNumber(int year);
    Result<qint64> lastSerial(int year);
    Result<Done> write(const domain::Invoice& invoice, const QString& reference);
    Result<Done> setDue(const domain::Invoice& invoice, qint64 due);

    store::Session& m_session;
    BookReader m_reader;
    base::Instant m_now;
    QString m_author;
};

} // namespace delpek::clinic
