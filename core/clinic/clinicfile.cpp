// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/clinicfile.h"

#include "clinic/jsonreader.h"
#include "domain/weekhours.h"

#include <QCryptographicHash>

#include <cmath>
#include <set>

namespace delpek::clinic
{

namespace
{

using domain::Bilingual;
using domain::DaySpan;
using domain::Money;
using Ids = std::set<QString>;

constexpr int LongestVisit = 12 * 60;

Bilingual bilingualFrom(const JsonReader& json)
{
    Bilingual text{json.member("he").text(), json.member("en").text()};
    if (text.he.isEmpty() && text.en.isEmpty()) {
        json.reject(QStringLiteral("write \"he\", \"en\" or both"));
    }
    return text;
}

DaySpan spanFrom(const JsonReader& json)
{
    const auto span = domain::spanFromText(json.text());
    if (!span) {
        json.reject(QStringLiteral("write the hours as 08:00-19:00, the end after the beginning"));
    }
    return span.value_or(DaySpan{});
}

domain::WeeklyHours hoursFrom(const JsonReader& json)
{
    domain::WeeklyHours hours;
    for (size_t day = 0; day < domain::weekdayNames.size(); ++day) {
        for (const auto& span : json.member(domain::weekdayNames[day]).elements()) {
            hours[day].push_back(spanFrom(span));
        }
    }
    return hours;
}

/// `currency` stands beside the amount, in the object that holds it.
Money moneyFrom(const JsonReader& json, const QString& currency)
{
    const double amount = json.real();
    if (amount < 0 || amount > 1e9) {
        json.reject(QStringLiteral("write an amount from 0 to a thousand million"));
        return {};
    }
    return {std::llround(amount * 100), currency};
}

QString currencyFrom(const JsonReader& json)
{
    const QString currency = json.text();
    if (!currency.isEmpty() && currency.size() != 3) {
        json.reject(QStringLiteral("write the three letters of a currency, as ILS"));
    }
    return currency.isEmpty() ? QStringLiteral("ILS") : currency;
}

std::optional<domain::Phone> phoneFrom(const JsonReader& json)
{
    const QString text = json.text();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const auto phone = domain::Phone::parse(text);
    if (!phone) {
        json.reject(QStringLiteral("write a telephone number as +972501234567"));
        return std::nullopt;
    }
    return *phone;
}

template <typename Enum>
Enum wordFrom(const JsonReader& json, Enum fallback)
{
    const QString word = json.text();
    if (word.isEmpty()) {
        return fallback;
    }
    const auto value = base::fromText<Enum>(word);
    if (!value) {
        QStringList words;
        for (const auto& [candidate, known] : base::enumWords<Enum>) {
            words << QLatin1Char('"') + QString::fromLatin1(known) + QLatin1Char('"');
        }
        json.reject(QStringLiteral("write one of %1").arg(words.join(QStringLiteral(", "))));
    }
    return value.value_or(fallback);
}

QString newId(const JsonReader& json, Ids& ids)
{
    const QString id = json.requiredText();
    if (!ids.insert(id).second) {
        json.reject(QStringLiteral("this id is there already; each needs its own"));
    }
    return id;
}

QString knownId(const JsonReader& json, const Ids& ids, const QString& where)
{
    const QString id = json.requiredText();
    if (!ids.contains(id)) {
        json.reject(QStringLiteral("write an id that stands in %1, or add it there").arg(where));
    }
    return id;
}

domain::ClinicInfo infoFrom(const JsonReader& json)
{
    domain::ClinicInfo info;
    info.name = bilingualFrom(json.member("name"));
    info.phone = json.member("phone").text();
    info.address = {json.member("address").member("he").text(), json.member("address").member("en").text()};
    const auto location = json.member("location").elements();
    if (location.size() == 2) {
        info.location = {location[0].real(), location[1].real()};
    } else if (!location.empty()) {
        json.member("location").reject(QStringLiteral("write latitude and longitude, as [32.08, 34.78]"));
    }
    const auto zone = json.member("timezone");
    info.zone = QTimeZone(zone.requiredText().toUtf8());
    if (!info.zone.isValid()) {
        zone.reject(QStringLiteral("write a time zone of the IANA list, as Asia/Jerusalem"));
    }
    info.hours = hoursFrom(json.member("hours"));
    for (const auto& day : json.member("closed").elements()) {
        info.closed.push_back(day.date());
    }
    info.insurance = json.member("insurance").texts();
    return info;
}

class FileReader
{
public:
    explicit FileReader(const base::Json& json)
        : m_root(json, QString(), m_failure)
    {
    }

    Result<ClinicFile> read()
    {
        m_file.info = infoFrom(m_root.member("clinic"));
        for (const auto& json : m_root.member("treatments").elements()) {
            m_file.treatments.push_back({newId(json.member("id"), m_treatments), bilingualFrom(json.member("name")),
                                         json.member("minutes").positive(LongestVisit),
                                         moneyFrom(json.member("price"), currencyFrom(json.member("currency")))});
        }
        for (const auto& json : m_root.member("doctors").elements()) {
            m_file.doctors.push_back(doctorFrom(json));
        }
        for (const auto& json : m_root.member("patients").elements()) {
            m_file.patients.push_back(patientFrom(json));
        }
        for (const auto& json : m_root.member("appointments").elements()) {
            m_file.appointments.push_back(appointmentFrom(json));
        }
        for (const auto& json : m_root.member("invoices").elements()) {
            m_file.invoices.push_back(invoiceFrom(json));
        }
        if (m_failure) {
            return fail(*m_failure);
        }
        return std::move(m_file);
    }

private:
    domain::Doctor doctorFrom(const JsonReader& json)
    {
        domain::Doctor doctor;
        doctor.id = newId(json.member("id"), m_doctors);
        doctor.name = bilingualFrom(json.member("name"));
        for (const auto& treatment : json.member("treatments").elements()) {
            doctor.treatments << knownId(treatment, m_treatments, QStringLiteral("/treatments"));
        }
        doctor.hours = hoursFrom(json.member("hours"));
        doctor.phone = json.member("phone").text();
        doctor.email = json.member("email").text();
        doctor.kind = wordFrom(json.member("kind"), domain::DoctorKind::Dentist);
        return doctor;
    }

    domain::Patient patientFrom(const JsonReader& json)
    {
        domain::Patient patient;
        patient.id = newId(json.member("id"), m_patients);
        patient.name = bilingualFrom(json.member("name"));
        patient.phone = phoneFrom(json.member("phone"));
        if (!json.member("birth_date").isNull()) {
            patient.birthDate = json.member("birth_date").date();
        }
        patient.gender = wordFrom(json.member("gender"), domain::Gender::Unknown);
        patient.language = wordFrom(json.member("language"), domain::Language::Hebrew);
        patient.allergies = json.member("allergies").texts();
        patient.flags = json.member("flags").texts();
        patient.email = json.member("email").text();
        for (const auto& note : json.member("notes").elements()) {
            patient.notes.push_back(
                {note.member("date").date(), note.member("by").text(), note.member("text").requiredText()});
        }
        for (const auto& item : json.member("treatment_plan").elements()) {
            patient.plan.push_back({knownId(item.member("treatment"), m_treatments, QStringLiteral("/treatments")),
                                    item.member("tooth").text(), item.member("status").requiredText()});
        }
        return patient;
    }

    domain::Appointment appointmentFrom(const JsonReader& json)
    {
        domain::Appointment visit;
        visit.id = newId(json.member("id"), m_visits);
        visit.patient = knownId(json.member("patient"), m_patients, QStringLiteral("/patients"));
        visit.doctor = knownId(json.member("doctor"), m_doctors, QStringLiteral("/doctors"));
        visit.treatment = knownId(json.member("treatment"), m_treatments, QStringLiteral("/treatments"));
        visit.start = domain::LocalTime::fromText(json.member("start").text());
        if (!visit.start.isValid()) {
            json.member("start").reject(QStringLiteral("write a local time as 2026-03-05T09:30"));
        }
        visit.minutes = json.member("minutes").positive(LongestVisit);
        return visit;
    }

    domain::Invoice invoiceFrom(const JsonReader& json)
    {
        static const Ids States{QStringLiteral("paid"), QStringLiteral("partial"), QStringLiteral("open"),
                                QStringLiteral("overdue"), QStringLiteral("draft")};
        const QString currency = currencyFrom(json.member("currency"));
        domain::Invoice invoice;
        invoice.number = newId(json.member("number"), m_invoices);
        invoice.patient = knownId(json.member("patient"), m_patients, QStringLiteral("/patients"));
        invoice.date = json.member("date").date();
        invoice.total = moneyFrom(json.member("total"), currency);
        invoice.due = moneyFrom(json.member("due"), currency);
        invoice.state = json.member("state").requiredText();
        if (!States.contains(invoice.state)) {
            json.member("state").reject(QStringLiteral("write paid, partial, open, overdue or draft"));
        }
        for (const auto& line : json.member("lines").elements()) {
            invoice.lines.push_back({bilingualFrom(line.member("text")), moneyFrom(line.member("amount"), currency)});
        }
        if (!json.member("due_date").isNull()) {
            invoice.dueDate = json.member("due_date").date();
        }
        for (const auto& payment : json.member("payments").elements()) {
            invoice.payments.push_back(paymentFrom(payment, currency));
        }
        return invoice;
    }

    domain::Payment paymentFrom(const JsonReader& json, const QString& currency)
    {
        static const Ids Methods{QStringLiteral("cash"), QStringLiteral("card"), QStringLiteral("transfer"),
                                 QStringLiteral("cheque"), QStringLiteral("other")};
        domain::Payment payment{json.member("date").date(), moneyFrom(json.member("amount"), currency),
                                json.member("method").text()};
        if (!Methods.contains(payment.method)) {
            json.member("method").reject(QStringLiteral("write cash, card, transfer, cheque or other"));
        }
        return payment;
    }

    std::optional<Error> m_failure;
    JsonReader m_root;
    ClinicFile m_file;
    Ids m_treatments;
    Ids m_doctors;
    Ids m_patients;
    Ids m_visits;
    Ids m_invoices;
};

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The Sunday on or before `date`.
QDate weekOf(QDate date)
{
    return date.addDays(-(date.dayOfWeek() % 7));
}

} // namespace

Result<ClinicFile> parseClinicFile(const QByteArray& bytes)
{
    const auto json = base::parseJson(bytes);
    if (!json) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("clinic file: %1").arg(json.error().detail),
                    QStringLiteral("clinic.file"));
    }
    return clinicFileFrom(*json);
}

Result<ClinicFile> clinicFileFrom(const base::Json& json)
{
    auto file = FileReader(json).read();
    if (file) {
        file->fingerprint = hashOf(base::toBytes(json));
    }
    return file;
}

ClinicFile shiftTo(ClinicFile file, QDate today)
{
    QDate earliest;
    for (const auto& visit : file.appointments) {
        earliest = earliest.isValid() ? std::min(earliest, visit.start.date) : visit.start.date;
    }
    const qint64 days = earliest.isValid() && today.isValid() ? weekOf(earliest).daysTo(weekOf(today)) : 0;
    if (days == 0) {
        return file;
    }
    const auto move = [days](QDate& date) { date = date.addDays(days); };
    std::for_each(file.info.closed.begin(), file.info.closed.end(), move);
    for (auto& visit : file.appointments) {
        move(visit.start.date);
    }
    for (auto& invoice : file.invoices) {
        move(invoice.date);
        if (invoice.dueDate.isValid()) {
            move(invoice.dueDate);
        }
        for (auto& payment : invoice.payments) {
            move(payment.date);
        }
    }
    for (auto& patient : file.patients) {
        for (auto& note : patient.notes) {
            move(note.date);
        }
    }
    if (!file.fingerprint.isEmpty()) {
        file.fingerprint = hashOf(file.fingerprint + QByteArray::number(days));
    }
    return file;
}

} // namespace delpek::clinic
