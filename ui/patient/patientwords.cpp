// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/patientwords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <map>

namespace delpek::ui::patientwords
{

namespace
{

struct PatientWords {
    Q_DECLARE_TR_FUNCTIONS(PatientWords)
};

constexpr auto cardSentences = std::to_array<KeyText>({
    {"cards.elsewhere",
     QT_TRANSLATE_NOOP("PatientWords", "The clinic's records are kept in Odoo: two cards of one person are joined "
                                       "there.")},
    {"cards.byPhone", QT_TRANSLATE_NOOP("PatientWords", "In these records a card is found by its phone number.")},
    {"cards.birthAhead", QT_TRANSLATE_NOOP("PatientWords", "The birth date is still ahead.")},
    {"cards.codeTime", QT_TRANSLATE_NOOP("PatientWords", "A code holds from one hour to one year.")},
    {"book.merged-already",
     QT_TRANSLATE_NOOP("PatientWords", "One of these cards was joined with another one in the meantime. Close this and "
                                       "look at the cards again.")},
});

template <typename T>
QString nameIn(const std::vector<T>& all, const QString& id)
{
    const auto place = std::ranges::find(all, id, &T::id);
    return place == all.end() ? id : words::name(place->name);
}

QString money(const domain::Money& amount)
{
    return domain::isolate(amount.toText(currentLanguage()));
}

QString method(const QString& word)
{
    return word == QLatin1String("cash")       ? PatientWords::tr("cash")
           : word == QLatin1String("card")     ? PatientWords::tr("card")
           : word == QLatin1String("transfer") ? PatientWords::tr("bank transfer")
           : word == QLatin1String("cheque")   ? PatientWords::tr("cheque")
                                               : PatientWords::tr("another way");
}

} // namespace

QString sentence(const QString& key)
{
    return textOf(cardSentences, key, "PatientWords");
}

QString date(QDate date)
{
    return domain::isolate(date.toString(QStringLiteral("d.M.yyyy")));
}

int age(QDate birth, QDate today)
{
    if (!birth.isValid()) {
        return -1;
    }
    const bool isAhead = std::pair(birth.month(), birth.day()) > std::pair(today.month(), today.day());
    return today.year() - birth.year() - (isAhead ? 1 : 0);
}

QString cardLine(const domain::Patient& card)
{
    QStringList parts{domain::isolate(words::name(card.name))};
    if (card.birthDate.isValid()) {
        parts << PatientWords::tr("born %1").arg(date(card.birthDate));
    }
    if (card.phone) {
        parts << domain::isolate(card.phone->display());
    }
    return parts.join(QStringLiteral(" · "));
}

QString born(QDate birth, QDate today)
{
    return birth.isValid() ? PatientWords::tr("Born %1 · %2")
                                 .arg(date(birth), PatientWords::tr("%n years old", nullptr, age(birth, today)))
                           : QString();
}

QString planState(const QString& status)
{
    return status == QLatin1String("planned")       ? PatientWords::tr("planned")
           : status == QLatin1String("in_progress") ? PatientWords::tr("in progress")
           : status == QLatin1String("done")        ? PatientWords::tr("done")
                                                    : status;
}

QString planLine(const domain::PlanItem& item, const std::vector<domain::Treatment>& treatments)
{
    QStringList parts{domain::isolate(nameIn(treatments, item.treatment))};
    if (!item.tooth.isEmpty()) {
        parts << PatientWords::tr("tooth %1").arg(domain::isolate(item.tooth));
    }
    parts << planState(item.status);
    return parts.join(QStringLiteral(" · "));
}

QString visitLine(const domain::Appointment& visit, const std::vector<domain::Treatment>& treatments,
                  const std::vector<domain::Doctor>& doctors)
{
    QStringList parts{date(visit.start.date), domain::isolate(nameIn(treatments, visit.treatment)),
                      domain::isolate(nameIn(doctors, visit.doctor))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString openSum(const std::vector<domain::Invoice>& invoices)
{
    std::map<QString, qint64> sums;
    for (const auto& invoice : invoices) {
        sums[invoice.due.currency] += invoice.due.minor;
    }
    QStringList parts;
    for (const auto& [currency, minor] : sums) {
        if (minor > 0) {
            parts << money({minor, currency});
        }
    }
    return parts.join(QStringLiteral(" + "));
}

QString invoiceLine(const domain::Invoice& invoice)
{
    return QStringList{domain::isolate(invoice.number), date(invoice.date), money(invoice.total)}.join(
        QStringLiteral(" · "));
}

QString invoiceOpen(const domain::Invoice& invoice, QDate today)
{
    if (invoice.due.minor <= 0) {
        return {};
    }
    if (!invoice.dueDate.isValid()) {
        return PatientWords::tr("%1 to be paid").arg(money(invoice.due));
    }
    return (invoice.dueDate < today ? PatientWords::tr("%1 to be paid, due since %2")
                                    : PatientWords::tr("%1 to be paid by %2"))
        .arg(money(invoice.due), date(invoice.dueDate));
}

QStringList invoiceDetails(const domain::Invoice& invoice)
{
    QStringList lines;
    for (const auto& line : invoice.lines) {
        lines << PatientWords::tr("%1: %2").arg(domain::isolate(words::name(line.text)), money(line.amount));
    }
    for (const auto& payment : invoice.payments) {
        lines << PatientWords::tr("Paid on %1: %2, %3")
                     .arg(date(payment.date), money(payment.amount), method(payment.method));
    }
    return lines;
}

QString identity(const desk::IdentityState& state, base::Instant now)
{
    using Kind = desk::IdentityState::Kind;
    switch (state.kind) {
    case Kind::Untold:
        return PatientWords::tr("No agent has asked in the last day who writes.");
    case Kind::Established:
        return PatientWords::tr("Who writes was found out %1: the details fitted one card.")
            .arg(words::ended(state.at, now));
    case Kind::NotEstablished:
        return PatientWords::tr("Who writes is open: the details given %1 fitted no card.")
            .arg(words::ended(state.at, now));
    case Kind::TriesUsedUp:
        return PatientWords::tr("Who writes is open: no try is left since %1. A person has to find out.")
            .arg(words::ended(state.at, now));
    }
    return {};
}

QString code(const desk::ParentCodeState& state, base::Instant now)
{
    using Kind = desk::ParentCodeState::Kind;
    const QString until = date(words::localDate(state.expiresAt));
    switch (state.kind) {
    case Kind::Good: {
        QStringList parts{
            PatientWords::tr("Code for parents: valid until %1").arg(until),
            PatientWords::tr("made by %1 %2").arg(domain::isolate(state.madeBy), words::ended(state.madeAt, now))};
        if (state.wrongTries > 0) {
            parts << PatientWords::tr("%n wrong tries", nullptr, state.wrongTries);
        }
        return parts.join(QStringLiteral(" · "));
    }
    case Kind::Locked:
        return PatientWords::tr("Code for parents: locked after %n wrong tries", nullptr, state.wrongTries);
    case Kind::Ended:
        return PatientWords::tr("Code for parents: ended");
    case Kind::Expired:
        return PatientWords::tr("Code for parents: expired on %1").arg(until);
    }
    return {};
}

QString joined(const desk::JoinedCard& card, base::Instant now)
{
    return PatientWords::tr("Joined with the card of %1 by %2 %3.")
        .arg(domain::isolate(words::name(card.name)), domain::isolate(card.by), words::ended(card.at, now));
}

QString perhapsSame(const desk::CardDouble& card)
{
    return card.birthDate.isValid() ? PatientWords::tr("Perhaps the same person: the card of %1, born %2.")
                                          .arg(domain::isolate(words::name(card.name)), date(card.birthDate))
                                    : PatientWords::tr("Perhaps the same person: the card of %1, without a birth date.")
                                          .arg(domain::isolate(words::name(card.name)));
}

} // namespace delpek::ui::patientwords
