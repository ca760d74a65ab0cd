// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/invoiceeditor.h"

#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/booklock.h"

namespace delpek::clinic
{

namespace
{

constexpr int SerialDigits = 4;

QString prefixOf(int year)
{
    return QStringLiteral("INV/%1/").arg(year);
}

LogEntry invoiceRow(const QString& number, const char* what)
{
    return {QStringLiteral("invoice"),    number,
            QLatin1String(what),          {QStringLiteral("due"), QStringLiteral("state")},
            QStringLiteral("number = ?"), {number}};
}

Result<Done> checkPayment(const domain::Payment& payment, const domain::Invoice& invoice)
{
    static const QStringList methods{QStringLiteral("cash"), QStringLiteral("card"), QStringLiteral("transfer"),
                                     QStringLiteral("cheque"), QStringLiteral("other")};
    if (invoice.state == QLatin1String(Cancelled)) {
        return fail(ErrorCode::Conflict, QStringLiteral("invoice %1 is cancelled").arg(invoice.number),
                    QStringLiteral("book.invoice-fixed"));
    }
    if (!methods.contains(payment.method)) {
        return refuse(QStringLiteral("payment/method"),
                      QStringLiteral("choose %1").arg(methods.join(QStringLiteral(", "))), "book.choice");
    }
    if (!payment.date.isValid() || payment.date < invoice.date) {
        return refuse(QStringLiteral("payment/date"), QStringLiteral("write a day from the invoice's on"), "book.day");
    }
    if (payment.amount.currency != invoice.total.currency) {
        return refuse(QStringLiteral("payment/currency"),
                      QStringLiteral("the invoice is in %1").arg(invoice.total.currency), "book.amount");
    }
    if (const auto fine = checkMoney(QStringLiteral("payment/amount"), payment.amount, true); !fine) {
        return fine;
    }
    if (payment.amount.minor > invoice.due.minor) {
        return refuse(QStringLiteral("payment/amount"), QStringLiteral("no more than what is due can be paid"),
                      "book.over-paid");
    }
    return Done{};
}

} // namespace

Result<Done> InvoiceEditor::check(const NewInvoice& wanted)
{
    if (!wanted.date.isValid()) {
        return refuse(QStringLiteral("invoice/date"), QStringLiteral("write a day"), "book.day");
    }
    if (wanted.dueDate.isValid() && wanted.dueDate < wanted.date) {
        return refuse(QStringLiteral("invoice/due_date"), QStringLiteral("write a day from the invoice's on"),
                      "book.day");
    }
    if (wanted.lines.empty()) {
        return refuse(QStringLiteral("invoice/lines"), QStringLiteral("write at least one line"), "book.text");
    }
    domain::Money total{0, wanted.lines.front().amount.currency};
    for (size_t i = 0; i < wanted.lines.size(); ++i) {
        const auto& line = wanted.lines[i];
        const QString place = QStringLiteral("invoice/lines/%1").arg(i);
        const domain::Money size{std::abs(line.amount.minor), line.amount.currency};
        if (const auto fine = checkName(place + QStringLiteral("/text"), line.text).and_then([&](Done) {
                return checkMoney(place + QStringLiteral("/amount"), size, true);
            });
            !fine) {
            return fine;
        }
        if (line.amount.currency != total.currency) {
            return refuse(place + QStringLiteral("/currency"), QStringLiteral("an invoice has one currency"),
                          "book.amount");
        }
        total.minor += line.amount.minor;
    }
    return checkMoney(QStringLiteral("invoice/total"), total, true);
}

Result<qint64> InvoiceEditor::lastSerial(int year)
{
    auto kept = m_session.run(QStringLiteral("SELECT last FROM invoice_serial WHERE year = ?"), {year});
    if (!kept) {
        return fail(kept.error());
    }
    if (kept->next()) {
        return kept->integer(0);
    }
    auto rows = m_session.run(QStringLiteral("SELECT number FROM invoice WHERE number LIKE ?"),
                              {prefixOf(year) + QLatin1Char('%')});
    if (!rows) {
        return fail(rows.error());
    }
    qint64 last = 0;
    while (rows->next()) {
        last = std::max(last, rows->text(0).mid(prefixOf(year).size()).toLongLong());
    }
    return last;
}

Result<QString> InvoiceEditor::nextNumber(int year)
{
    const auto last = lastSerial(year);
    if (!last) {
        return fail(last.error());
    }
    const auto kept = m_session.execute(QStringLiteral("INSERT INTO invoice_serial (year, last) VALUES (?, ?) "
                                                       "ON CONFLICT (year) DO UPDATE SET last = excluded.last"),
                                        {year, *last + 1});
    if (!kept) {
        return fail(kept.error());
    }
    return prefixOf(year) + QStringLiteral("%1").arg(*last + 1, SerialDigits, 10, QLatin1Char('0'));
}

Result<Done> InvoiceEditor::write(const domain::Invoice& invoice, const QString& reference)
{
    const auto added = m_session.execute(
        QStringLiteral("INSERT INTO invoice (number, patient, day, total, due, currency, state, due_day, reference) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {invoice.number, invoice.patient, invoice.date.toString(Qt::ISODate), invoice.total.minor, invoice.due.minor,
         invoice.total.currency, invoice.state, invoice.dueDate.toString(Qt::ISODate), reference});
    if (!added) {
        return fail(added.error());
    }
    int position = 0;
    for (const auto& line : invoice.lines) {
        const auto written =
            m_session.execute(QStringLiteral("INSERT INTO invoice_line (invoice, position, text_he, text_en, amount) "
                                             "VALUES (?, ?, ?, ?, ?)"),
                              {invoice.number, ++position, line.text.he, line.text.en, line.amount.minor});
        if (!written) {
            return fail(written.error());
        }
    }
    return Done{};
}

Result<domain::Invoice> InvoiceEditor::issue(const NewInvoice& wanted)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    if (!wanted.reference.isEmpty()) {
        QString known;
        {
            auto rows =
                m_session.run(QStringLiteral("SELECT number FROM invoice WHERE reference = ?"), {wanted.reference});
            if (!rows) {
                return fail(rows.error());
            }
            known = rows->next() ? rows->text(0) : QString();
        }
        if (!known.isEmpty()) {
            return m_reader.invoice(known);
        }
    }
    if (const auto fine = check(wanted); !fine) {
        return fail(fine.error());
    }
    const auto patient = m_reader.patient(wanted.patient);
    if (!patient) {
        return fail(patient.error());
    }
    const auto number = nextNumber(wanted.date.year());
    if (!number) {
        return fail(number.error());
    }
    domain::Invoice invoice{*number, patient->id, wanted.date, {}, {}, QStringLiteral("open"), wanted.lines};
    invoice.dueDate = wanted.dueDate;
    invoice.total.currency = wanted.lines.front().amount.currency;
    for (const auto& line : wanted.lines) {
        invoice.total.minor += line.amount.minor;
    }
    invoice.due = invoice.total;
    if (const auto written = write(invoice, wanted.reference); !written) {
        return fail(written.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return invoice;
}

Result<Done> InvoiceEditor::setDue(const domain::Invoice& invoice, qint64 due)
{
    const QString state = due == 0                     ? QStringLiteral("paid")
                          : due == invoice.total.minor ? QStringLiteral("open")
                                                       : QStringLiteral("partial");
    const auto set = m_session.execute(QStringLiteral("UPDATE invoice SET due = ?, state = ? WHERE number = ?"),
                                       {due, state, invoice.number});
    if (!set) {
        return fail(set.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<Done> InvoiceEditor::cancel(const QString& number)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    const auto invoice = m_reader.invoice(number);
    if (!invoice) {
        return fail(invoice.error());
    }
    if (invoice->due.minor != invoice->total.minor || invoice->state == QLatin1String(Cancelled)) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("invoice %1 is cancelled already, or something was paid on it").arg(number),
                    QStringLiteral("book.invoice-fixed"));
    }
    if (const auto logged = logBefore(m_session, invoiceRow(number, "cancel"), m_author, m_now); !logged) {
        return logged;
    }
    const auto cancelled =
        m_session.execute(QStringLiteral("UPDATE invoice SET due = 0, state = 'cancelled' WHERE number = ?"), {number});
    if (!cancelled) {
        return fail(cancelled.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<qint64> InvoiceEditor::pay(const QString& number, const domain::Payment& payment, const QString& reference)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    if (!reference.isEmpty()) {
        auto known = m_session.run(QStringLiteral("SELECT id FROM payment WHERE reference = ?"), {reference});
        if (!known) {
            return fail(known.error());
        }
        if (known->next()) {
            return known->integer(0);
        }
    }
    const auto invoice = m_reader.invoice(number);
    if (!invoice) {
        return fail(invoice.error());
    }
    if (const auto fine = checkPayment(payment, *invoice); !fine) {
        return fail(fine.error());
    }
    const auto id =
        m_session.insert(QStringLiteral("INSERT INTO payment (invoice, day, amount, method, reference) "
                                        "VALUES (?, ?, ?, ?, ?) RETURNING id"),
                         {number, payment.date.toString(Qt::ISODate), payment.amount.minor, payment.method, reference});
    if (!id) {
        return fail(id.error());
    }
    return setDue(*invoice, invoice->due.minor - payment.amount.minor).map([&](Done) { return id->value_or(0); });
}

Result<Done> InvoiceEditor::cancelPayment(qint64 id)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    QString number;
    qint64 amount = 0;
    {
        auto rows =
            m_session.run(QStringLiteral("SELECT invoice, amount FROM payment WHERE id = ? AND cancelled = 0"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next()) {
            return fail(ErrorCode::NotFound, QStringLiteral("no payment %1 counts").arg(id));
        }
        number = rows->text(0);
        amount = rows->integer(1);
    }
    const LogEntry before{
        QStringLiteral("payment"), QString::number(id),
        QStringLiteral("cancel"),  {QStringLiteral("day"), QStringLiteral("amount"), QStringLiteral("method")},
        QStringLiteral("id = ?"),  {id}};
    if (const auto logged = logBefore(m_session, before, m_author, m_now); !logged) {
        return logged;
    }
    const auto cancelled = m_session.execute(QStringLiteral("UPDATE payment SET cancelled = 1 WHERE id = ?"), {id});
    if (!cancelled) {
        return fail(cancelled.error());
    }
    const auto invoice = m_reader.invoice(number);
    if (!invoice) {
        return fail(invoice.error());
    }
    return setDue(*invoice, invoice->due.minor + amount);
}

Result<std::vector<PaymentEntry>> InvoiceEditor::payments(const QString& number)
{
    const auto invoice = m_reader.invoice(number);
    if (!invoice) {
        return fail(invoice.error());
    }
    auto rows = m_session.run(
        QStringLiteral("SELECT id, day, amount, method FROM payment WHERE invoice = ? AND cancelled = 0 ORDER BY id"),
        {number});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<PaymentEntry> entries;
    while (rows->next()) {
        entries.push_back({rows->integer(0),
                           {QDate::fromString(rows->text(1), Qt::ISODate),
                            {rows->integer(2), invoice->total.currency},
                            rows->text(3)}});
    }
    return entries;
}

} // namespace delpek::clinic
