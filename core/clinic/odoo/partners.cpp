// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/partners.h"

#include "clinic/odoo/notes.h"
#include "clinic/odoo/wire.h"

#include <QRegularExpression>

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

constexpr int MostOnOnePhone = 80;
/// So many digits at the end tell numbers apart well enough to be compared afterwards, and are there in every spelling.
constexpr int SearchedDigits = 8;

QStringList phoneRoles()
{
    return {QStringLiteral("mobile"), QStringLiteral("phone")};
}

/// "5%0%1%2": whatever stands between the digits.
QString spreadDigits(const domain::Phone& phone)
{
    QStringList digits;
    for (const QChar digit : phone.digits().right(SearchedDigits)) {
        digits << QString(digit);
    }
    return digits.join(QLatin1Char('%'));
}

/// A field may hold two numbers; one number may hold a slash.
std::vector<domain::Phone> phonesIn(const QString& text, const QString& region)
{
    static const QRegularExpression between(QStringLiteral("[/,;|\\n]| או | or "));
    std::vector<domain::Phone> phones;
    const auto take = [&](const QString& one) {
        if (const auto phone = domain::Phone::parse(one.trimmed(), region)) {
            phones.push_back(*phone);
        }
    };
    for (const auto& part : text.split(between, Qt::SkipEmptyParts)) {
        take(part);
    }
    if (phones.empty() && !text.isEmpty()) {
        take(text);
    }
    return phones;
}

QStringList withPrefix(const QStringList& names, const QStringList& prefixes)
{
    QStringList found;
    for (const auto& name : names) {
        for (const auto& prefix : prefixes) {
            if (name.startsWith(prefix, Qt::CaseInsensitive)) {
                found << name.mid(prefix.size()).trimmed();
                break;
            }
        }
    }
    return found;
}

/// "Crown 16 done": what, which tooth, how far.
domain::PlanItem planItem(const QString& text, const std::vector<domain::Treatment>& treatments)
{
    static const QRegularExpression tooth(QStringLiteral("\\b([1-8][1-8])\\b"));
    domain::PlanItem item;
    const auto* known = treatmentNamed(treatments, text);
    const auto number = tooth.match(text);
    item.tooth = number.captured(1);
    item.treatment = known ? known->id : text;
    const bool done =
        text.contains(QLatin1String("done"), Qt::CaseInsensitive) || text.contains(QStringLiteral("בוצע"));
    item.status = done ? QStringLiteral("done") : QStringLiteral("planned");
    return item;
}

QStringList textList(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\n]"));
    QStringList result;
    for (const auto& part : textFromHtml(text).split(between, Qt::SkipEmptyParts)) {
        if (const QString word = part.trimmed(); !word.isEmpty()) {
            result << word;
        }
    }
    return result;
}

domain::Bilingual nameOf(const QString& name)
{
    const bool hebrew = domain::languageOf(name, domain::Language::Hebrew) == domain::Language::Hebrew;
    return hebrew ? domain::Bilingual{name, {}} : domain::Bilingual{{}, name};
}

} // namespace

Call findByPhone(const Entity& patient, const domain::Phone& phone)
{
    Json any = Json::array();
    const std::string pattern = base::utf8(spreadDigits(phone));
    for (const auto& role : phoneRoles()) {
        if (const auto column = patient.columns.find(role); column != patient.columns.end()) {
            any.push_back(wire::term(column->second.field, "ilike", pattern));
        }
    }
    if (patient.has("sanitised")) {
        any.push_back(wire::term(patient.field("sanitised"), "=", base::utf8(phone.e164())));
    }
    Json domain = patient.filter;
    for (size_t n = 1; n < any.size(); ++n) {
        domain.push_back("|");
    }
    for (auto& term : any) {
        domain.push_back(std::move(term));
    }
    return {patient.model, QStringLiteral("search_read"), Json::array({domain}),
            Json{{"fields", patient.fieldNames()}, {"limit", MostOnOnePhone}, {"order", "id"}}};
}

Call findByReference(const Entity& patient, const QString& reference)
{
    Json domain = patient.filter;
    domain.push_back(wire::term(patient.field("reference"), "=", base::utf8(reference)));
    return {patient.model, QStringLiteral("search_read"), Json::array({domain}),
            Json{{"fields", patient.fieldNames()}, {"limit", 2}, {"order", "id"}}};
}

Call readPatients(const Entity& patient, const std::vector<qint64>& ids)
{
    Json domain = patient.filter;
    domain.push_back(wire::term("id", "in", ids));
    return {patient.model, QStringLiteral("search_read"), Json::array({domain}),
            Json{{"fields", patient.fieldNames()}, {"order", "id"}, {"context", Json{{"active_test", false}}}}};
}

bool hasPhone(const Entity& patient, const Json& row, const domain::Phone& phone, const QString& region)
{
    for (const auto& role : phoneRoles()) {
        const auto phones = phonesIn(wire::text(patient.at(row, role.toLatin1().constData())), region);
        if (std::find(phones.begin(), phones.end(), phone) != phones.end()) {
            return true;
        }
    }
    const auto sanitised = patient.has("sanitised")
                               ? domain::Phone::fromStored(wire::text(patient.at(row, "sanitised")))
                               : fail(ErrorCode::NotFound, QStringLiteral("the mapping names no such field"));
    return sanitised && *sanitised == phone;
}

const domain::Treatment* treatmentNamed(const std::vector<domain::Treatment>& treatments, const QString& text)
{
    const domain::Treatment* best = nullptr;
    qsizetype length = 0;
    for (const auto& treatment : treatments) {
        for (const auto& name : {treatment.name.he, treatment.name.en, treatment.id}) {
            if (!name.isEmpty() && name.size() > length && text.contains(name, Qt::CaseInsensitive)) {
                best = &treatment;
                length = name.size();
            }
        }
    }
    return best;
}

domain::Patient patientFrom(const Mapping& mapping, const Json& row, const TagNames& tags,
                            const std::vector<domain::Treatment>& treatments, const QString& region)
{
    const Entity& map = mapping.entity("patient");
    domain::Patient patient;
    patient.id = QString::number(wire::whole(base::at(row, "id")));
    patient.name = nameOf(wire::text(map.at(row, "name")).simplified());
    patient.email = wire::text(map.at(row, "email"));
    for (const auto& role : phoneRoles()) {
        const auto phones = phonesIn(wire::text(map.at(row, role.toLatin1().constData())), region);
        if (!phones.empty()) {
            patient.phone = phones.front();
            break;
        }
    }
    patient.birthDate = wire::date(map.at(row, "birthDate"));
    if (!map.has("birthDate")) {
        for (const auto& mark : marksIn(wire::text(map.at(row, "comment")))) {
            if (mark.kind == MarkKind::Birth) {
                patient.birthDate = QDate::fromString(mark.reference, Qt::ISODate);
            }
        }
    }
    patient.gender = base::fromText<domain::Gender>(map.word(row, "gender")).value_or(domain::Gender::Unknown);
    const QString name = patient.name.he + patient.name.en;
    patient.language = base::fromText<domain::Language>(map.word(row, "language"))
                           .value_or(domain::languageOf(name, domain::Language::Hebrew));
    QStringList names;
    for (const qint64 id : wire::ids(map.at(row, "tags"))) {
        if (const auto tag = tags.find(id); tag != tags.end()) {
            names << tag->second;
        }
    }
    patient.allergies = textList(wire::text(map.at(row, "allergies"))) + withPrefix(names, mapping.allergyTags);
    patient.flags = withPrefix(names, mapping.flagTags);
    for (const auto& text : withPrefix(names, mapping.planTags)) {
        patient.plan.push_back(planItem(text, treatments));
    }
    return patient;
}

QString written(const domain::Phone& phone)
{
    const QString home = phone.display(QStringLiteral("IL"));
    if (phone.e164().startsWith(QLatin1String("+972")) && home.startsWith(QLatin1Char('0'))) {
        return QStringLiteral("+972 ") + home.mid(1);
    }
    return home;
}

Json valuesFor(const Entity& patient, const NewPatient& wanted, qint64 country)
{
    Json values = patient.create;
    const QString name = (wanted.name.he.isEmpty() ? wanted.name.en : wanted.name.he).simplified();
    values[patient.key("name")] = wire::fromText(name);
    if (patient.has("reference")) {
        values[patient.key("reference")] = wire::fromText(wanted.reference);
    }
    if (wanted.phone) {
        const char* role = patient.has("mobile") ? "mobile" : "phone";
        if (patient.has(role)) {
            values[patient.key(role)] = wire::fromText(written(*wanted.phone));
        }
        if (patient.has("country") && country > 0) {
            values[patient.key("country")] = country;
        }
    }
    if (wanted.birthDate.isValid()) {
        if (patient.has("birthDate")) {
            values[patient.key("birthDate")] = wire::fromDate(wanted.birthDate);
        } else if (patient.has("comment")) {
            values[patient.key("comment")] =
                wire::fromText(toText(Mark{MarkKind::Birth, wanted.birthDate.toString(Qt::ISODate), {}}));
        }
    }
    if (patient.has("gender")) {
        if (const Json raw = patient.raw("gender", base::toText(wanted.gender)); !raw.is_null()) {
            values[patient.key("gender")] = raw;
        }
    }
    return values;
}

} // namespace delpek::clinic::odoo
