// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/clinicfacts.h"

#include "agent/tools/values.h"
#include "domain/weekhours.h"

#include <QCryptographicHash>

namespace delpek::agent
{
namespace
{

using base::Json;

domain::Bilingual bilingualAt(const Json& object, const char* key)
{
    const Json& text = base::at(object, key);
    return {base::textAt(text, "he"), base::textAt(text, "en")};
}

Json listOf(const QStringList& words)
{
    Json list = Json::array();
    for (const QString& word : words) {
        list.push_back(base::utf8(word));
    }
    return list;
}

QStringList wordsAt(const Json& object, const char* key)
{
    QStringList words;
    for (const auto& word : base::at(object, key)) {
        words << (word.is_string() ? QString::fromStdString(word.get<std::string>()) : QString());
    }
    return words;
}

/// Seven lists of "HH:mm-HH:mm", Sunday first.
Json hoursToJson(const domain::WeeklyHours& hours)
{
    Json week = Json::array();
    for (const auto& day : hours) {
        Json spans = Json::array();
        for (const auto& span : day) {
            spans.push_back(base::utf8(domain::spanText(span)));
        }
        week.push_back(std::move(spans));
    }
    return week;
}

domain::WeeklyHours hoursAt(const Json& object, const char* key)
{
    domain::WeeklyHours hours;
    const Json& week = base::at(object, key);
    for (size_t day = 0; week.is_array() && day < std::min(week.size(), hours.size()); ++day) {
        for (const auto& span : week[day]) {
            const QString text = span.is_string() ? QString::fromStdString(span.get<std::string>()) : QString();
            const QString format = QStringLiteral("HH:mm");
            hours[day].push_back({QTime::fromString(text.section(QLatin1Char('-'), 0, 0), format),
                                  QTime::fromString(text.section(QLatin1Char('-'), 1, 1), format)});
        }
    }
    return hours;
}

Json toJson(const domain::ClinicInfo& info)
{
    Json closed = Json::array();
    for (const auto& day : info.closed) {
        closed.push_back(dateToJson(day));
    }
    return {{"name", bilingualToJson(info.name)},       {"phone", base::utf8(info.phone)},
            {"address", bilingualToJson(info.address)}, {"zone", base::utf8(QString::fromLatin1(info.zone.id()))},
            {"hours", hoursToJson(info.hours)},         {"closed", std::move(closed)},
            {"insurance", listOf(info.insurance)}};
}

} // namespace

QString factsToText(const ClinicFacts& facts)
{
    Json doctors = Json::array();
    for (const auto& doctor : facts.doctors) {
        doctors.push_back({{"id", base::utf8(doctor.id)},
                           {"name", bilingualToJson(doctor.name)},
                           {"treatments", listOf(doctor.treatments)},
                           {"hours", hoursToJson(doctor.hours)},
                           {"hygienist", doctor.kind == domain::DoctorKind::Hygienist}});
    }
    Json treatments = Json::array();
    for (const auto& treatment : facts.treatments) {
        treatments.push_back({{"id", base::utf8(treatment.id)},
                              {"name", bilingualToJson(treatment.name)},
                              {"minutes", treatment.minutes},
                              {"price", treatment.price.minor},
                              {"currency", base::utf8(treatment.price.currency)}});
    }
    return base::toCompactText(
        {{"clinic", toJson(facts.info)}, {"doctors", std::move(doctors)}, {"treatments", std::move(treatments)}});
}

std::optional<ClinicFacts> factsFromText(const QString& text)
{
    const auto json = base::parseJson(text.toUtf8());
    if (!json) {
        return std::nullopt;
    }
    const Json& clinic = base::at(*json, "clinic");
    ClinicFacts facts;
    facts.info.zone = QTimeZone(base::textAt(clinic, "zone").toLatin1());
    if (!facts.info.zone.isValid()) {
        return std::nullopt;
    }
    facts.info.name = bilingualAt(clinic, "name");
    facts.info.phone = base::textAt(clinic, "phone");
    facts.info.address = bilingualAt(clinic, "address");
    facts.info.hours = hoursAt(clinic, "hours");
    for (const auto& day : base::at(clinic, "closed")) {
        facts.info.closed.push_back(dateFromJson(day));
    }
    facts.info.insurance = wordsAt(clinic, "insurance");
    for (const auto& entry : base::at(*json, "doctors")) {
        domain::Doctor doctor;
        doctor.id = base::textAt(entry, "id");
        doctor.name = bilingualAt(entry, "name");
        doctor.treatments = wordsAt(entry, "treatments");
        doctor.hours = hoursAt(entry, "hours");
        doctor.kind = base::boolAt(entry, "hygienist") ? domain::DoctorKind::Hygienist : domain::DoctorKind::Dentist;
        facts.doctors.push_back(std::move(doctor));
    }
    for (const auto& entry : base::at(*json, "treatments")) {
        domain::Treatment treatment;
        treatment.id = base::textAt(entry, "id");
        treatment.name = bilingualAt(entry, "name");
        treatment.minutes = int(base::integerAt(entry, "minutes").value_or(treatment.minutes));
        treatment.price = {base::integerAt(entry, "price").value_or(0), base::textAt(entry, "currency")};
        facts.treatments.push_back(std::move(treatment));
    }
    return facts;
}

QString printOfFacts(const QString& text)
{
    constexpr qsizetype enough = 16;
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(enough));
}

WrittenFacts::WrittenFacts(ClinicFacts known)
    : facts(std::move(known))
    , text(factsToText(facts))
    , print(printOfFacts(text))
{
}

} // namespace delpek::agent
