// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsfacts.h"

#include "clinic/odoo/profile.h"
#include "clinic/odoo/wire.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

using base::Instant;
using base::Json;

/// Further models that we read by their own names.
QStringList supporting()
{
    return {QStringLiteral("resource.calendar"),
            QStringLiteral("resource.calendar.attendance"),
            QStringLiteral("resource.calendar.leaves"),
            QStringLiteral("res.users"),
            QStringLiteral("res.company"),
            QStringLiteral("res.partner.category"),
            QStringLiteral("calendar.attendee")};
}

constexpr auto Epoch = std::chrono::hours(24 * 30);
constexpr int ShownDays = 14; ///< the days from which the hours on a doctor's card are taken

/// The same for a month, so that the question is the same when Odoo is away.
Instant steady(Instant now)
{
    const auto count = now.time_since_epoch() / std::chrono::milliseconds(Epoch);
    return Instant(count * std::chrono::milliseconds(Epoch));
}

Call search(const QString& model, const Json& domain, const Json& fields)
{
    return {model, QStringLiteral("search_read"), Json::array({domain}), Json{{"fields", fields}, {"order", "id"}}};
}

domain::Bilingual nameOf(const QString& name)
{
    const bool hebrew = domain::languageOf(name, domain::Language::Hebrew) == domain::Language::Hebrew;
    return hebrew ? domain::Bilingual{name, {}} : domain::Bilingual{{}, name};
}

bool containsAny(const QString& text, const QStringList& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

const TreatmentRule* ruleFor(const Mapping& mapping, const QString& code, const QString& name)
{
    for (const auto& rule : mapping.treatments) {
        if (!code.isEmpty() && rule.codes.contains(code, Qt::CaseInsensitive)) {
            return &rule;
        }
    }
    for (const auto& rule : mapping.treatments) {
        if (containsAny(name, rule.names)) {
            return &rule;
        }
    }
    return nullptr;
}

const DoctorRule* ruleFor(const Mapping& mapping, const domain::Doctor& doctor)
{
    const auto found = std::find_if(mapping.doctors.begin(), mapping.doctors.end(), [&](const DoctorRule& rule) {
        return containsAny(doctor.name.he + doctor.name.en + QLatin1Char('\n') + doctor.email, rule.names);
    });
    return found == mapping.doctors.end() ? nullptr : &*found;
}

class Reader
{
public:
    Reader(CachedReads& reads, base::Duration age, const base::Cancel& cancel, Facts& facts, const ModelFields& fields)
        : m_reads(reads)
        , m_age(age)
        , m_cancel(cancel)
        , m_facts(facts)
        , m_fields(fields)
    {
    }

    Result<Done> all()
    {
        return company()
            .and_then([this](Done) { return hours(); })
            .and_then([this](Done) { return doctors(); })
            .and_then([this](Done) { return treatments(); })
            .and_then([this](Done) { return tags(); })
            .and_then([this](Done) { return declined(); });
    }

    void finish()
    {
        const QDate today = domain::toLocal(m_facts.readAt, m_facts.info.zone).date;
        const auto diary = m_facts.diary(today, today.addDays(ShownDays - 1));
        for (size_t n = 0; n < m_facts.doctors.size(); ++n) {
            m_facts.doctors[n].doctor.hours = diary.doctors[n].hours;
            auto& doctor = m_facts.doctors[n].doctor;
            doctor.treatments = treatmentsOf(doctor);
            const auto* rule = ruleFor(m_facts.mapping, doctor);
            if (rule && !(rule->name.he.isEmpty() && rule->name.en.isEmpty())) {
                doctor.name = rule->name;
            }
        }
        auto& info = m_facts.info;
        if (const auto& own = m_facts.mapping.clinic.hours) {
            info.hours = *own;
        } else if (const auto calendar = m_facts.calendars.find(m_facts.companyCalendar);
                   calendar != m_facts.calendars.end()) {
            info.hours = presence(calendar->second, 0, calendarZone(calendar->second), info.zone, {}, today,
                                  today.addDays(ShownDays - 1))
                             .hours;
        }
        info.closed = closedDays(m_facts.leaves, m_facts.companyCalendar, info.hours, info.zone);
    }

private:
    Result<Json> read(const Call& call) { return m_reads.read(call, m_age, m_cancel); }
    bool has(const char* model) const { return m_fields.contains(QLatin1String(model)); }

    QTimeZone calendarZone(const WorkCalendar& calendar) const
    {
        return calendar.zone.isValid() ? calendar.zone : m_facts.info.zone;
    }

    Result<Done> company()
    {
        const Json domain =
            m_facts.session.company > 0 ? Json::array({wire::term("id", "=", m_facts.session.company)}) : Json::array();
        auto call = search(QStringLiteral("res.company"), domain,
                           fieldsThere(m_fields, QStringLiteral("res.company"),
                                       {"name", "phone", "street", "city", "currency_id", "resource_calendar_id"}));
        call.kwargs["limit"] = 1;
        const auto rows = read(call);
        if (!rows) {
            return fail(rows.error());
        }
        const auto& overlay = m_facts.mapping.clinic;
        auto& info = m_facts.info;
        const Json row = rows->is_array() && !rows->empty() ? rows->front() : Json();
        const QString name = wire::text(base::at(row, "name"));
        info.name = overlay.name.he.isEmpty() && overlay.name.en.isEmpty() ? nameOf(name) : overlay.name;
        info.phone = overlay.phone.isEmpty() ? wire::text(base::at(row, "phone")) : overlay.phone;
        const QString city = wire::text(base::at(row, "city"));
        QString address = wire::text(base::at(row, "street"));
        if (!city.isEmpty()) {
            address += address.isEmpty() ? city : QStringLiteral(", ") + city;
        }
        info.address = overlay.address.he.isEmpty() && overlay.address.en.isEmpty() ? nameOf(address) : overlay.address;
        info.insurance = overlay.insurance;
        info.zone = overlay.zone;
        m_facts.companyCalendar = wire::id(base::at(row, "resource_calendar_id"));
        if (const QString named = wire::name(base::at(row, "currency_id")); !named.isEmpty()) {
            m_currency = named;
        }
        return Done{};
    }

    Result<Done> hours()
    {
        Json calendars = Json::array();
        Json attendances = Json::array();
        Json leaves = Json::array();
        if (has("resource.calendar") && has("resource.calendar.attendance")) {
            const std::array<std::pair<Json*, Call>, 3> questions{
                {{&calendars, readCalendars(m_fields)},
                 {&attendances, readAttendances(m_fields)},
                 {&leaves, readLeaves(m_fields, steady(m_facts.readAt))}}};
            for (const auto& [target, call] : questions) {
                auto rows = read(call);
                if (!rows) {
                    return fail(rows.error());
                }
                *target = std::move(*rows);
            }
        }
        m_facts.calendars = calendarsFrom(calendars, attendances);
        m_facts.leaves = leavesFrom(leaves);
        auto& zone = m_facts.info.zone;
        if (!zone.isValid()) {
            const auto calendar = m_facts.calendars.find(m_facts.companyCalendar);
            zone = calendar != m_facts.calendars.end() ? calendar->second.zone : QTimeZone();
        }
        if (!zone.isValid()) {
            zone = QTimeZone("Asia/Jerusalem");
        }
        return Done{};
    }

    Result<Done> doctors()
    {
        const Entity& map = m_facts.mapping.entity("doctor");
        const auto rows = read(search(map.model, map.filter, map.fieldNames()));
        if (!rows) {
            return fail(rows.error());
        }
        std::vector<qint64> users;
        for (const auto& row : *rows) {
            auto one = doctorFrom(map, row);
            if (one.ref.user != 0 && one.ref.user == m_facts.session.user && rows->size() > 1) {
                continue; // the account under which we work is nobody's doctor
            }
            if (one.ref.partner == 0 && one.ref.user != 0) {
                users.push_back(one.ref.user);
            }
            m_facts.doctors.push_back(std::move(one));
        }
        if (!users.empty()) {
            const auto partners = read(search(QStringLiteral("res.users"), Json::array({wire::term("id", "in", users)}),
                                              Json::array({"partner_id"})));
            if (!partners) {
                return fail(partners.error());
            }
            for (const auto& row : *partners) {
                for (auto& doctor : m_facts.doctors) {
                    if (doctor.ref.user == wire::whole(base::at(row, "id"))) {
                        doctor.ref.partner = wire::id(base::at(row, "partner_id"));
                    }
                }
            }
        }
        if (m_facts.mapping.hasAttendees()) {
            std::erase_if(m_facts.doctors, [](const DoctorFacts& one) { return one.ref.partner == 0; });
        }
        return Done{};
    }

    DoctorFacts doctorFrom(const Entity& map, const Json& row) const
    {
        DoctorFacts one;
        one.ref.record = wire::whole(base::at(row, "id"));
        one.doctor.id = QString::number(one.ref.record);
        one.ref.doctor = one.doctor.id;
        one.doctor.name = nameOf(wire::text(map.at(row, "name")).simplified());
        one.doctor.phone = wire::text(map.at(row, "phone"));
        one.doctor.email = wire::text(map.at(row, "email"));
        one.doctor.kind = containsAny(wire::text(map.at(row, "jobTitle")), m_facts.mapping.hygienistWords)
                              ? domain::DoctorKind::Hygienist
                              : domain::DoctorKind::Dentist;
        if (const auto* rule = ruleFor(m_facts.mapping, one.doctor)) {
            one.doctor.kind = base::fromText<domain::DoctorKind>(rule->kind).value_or(one.doctor.kind);
        }
        one.ref.user = wire::id(map.at(row, "user"));
        one.ref.partner =
            map.field("partner") == QLatin1String("id") ? one.ref.record : wire::id(map.at(row, "partner"));
        one.calendar = wire::id(map.at(row, "calendar"));
        one.resource = wire::id(map.at(row, "resource"));
        if (one.calendar == 0) {
            one.calendar = m_facts.mapping.clinic.hours ? 0 : m_facts.companyCalendar;
        }
        // The resource's own zone, else the calendar's; of a contact the zone is where its letters go.
        const bool isResource = map.has("resource") && map.has("zone");
        const QTimeZone own = zoneNamed(isResource ? wire::text(map.at(row, "zone")) : QString());
        const auto calendar = m_facts.calendars.find(one.calendar);
        one.zone = own.isValid()                         ? own
                   : calendar != m_facts.calendars.end() ? calendarZone(calendar->second)
                                                         : m_facts.info.zone;
        return one;
    }

    Result<Done> treatments()
    {
        const Entity& map = m_facts.mapping.entity("treatment");
        const auto rows = read(search(map.model, map.filter, map.fieldNames()));
        if (!rows) {
            return fail(rows.error());
        }
        for (const auto& row : *rows) {
            const qint64 record = wire::whole(base::at(row, "id"));
            const QString code = wire::text(map.at(row, "code")).trimmed();
            const QString name = wire::text(map.at(row, "name")).simplified();
            const auto* rule = ruleFor(m_facts.mapping, code, name);
            domain::Treatment treatment;
            treatment.id = rule ? rule->id : code.isEmpty() ? QStringLiteral("service-%1").arg(record) : code;
            if (m_facts.treatmentRecords.contains(treatment.id)) {
                continue; // the first of several services that mean the same
            }
            const bool named = rule && (!rule->name.he.isEmpty() || !rule->name.en.isEmpty());
            treatment.name = named ? rule->name : nameOf(name);
            treatment.minutes = minutesOf(map, row, rule);
            treatment.price = {wire::hundredths(map.at(row, "price")), m_currency};
            m_facts.treatmentRecords[treatment.id] = record;
            m_facts.treatments.push_back(std::move(treatment));
        }
        return Done{};
    }

    int minutesOf(const Entity& map, const Json& row, const TreatmentRule* rule) const
    {
        const qint64 minutes = wire::hundredths(map.at(row, "minutes")) / 100;
        const qint64 hours = wire::hundredths(map.at(row, "hours")) * 60 / 100;
        for (const qint64 known : {minutes, hours, qint64(rule ? rule->minutes : 0)}) {
            if (known >= 5 && known <= 12 * 60) {
                return int(known);
            }
        }
        return m_facts.mapping.defaultMinutes;
    }

    QStringList treatmentsOf(const domain::Doctor& doctor) const
    {
        const bool hasHygienist = std::any_of(m_facts.doctors.begin(), m_facts.doctors.end(), [](const auto& one) {
            return one.doctor.kind == domain::DoctorKind::Hygienist;
        });
        const auto* own = ruleFor(m_facts.mapping, doctor);
        QStringList ids;
        for (const auto& treatment : m_facts.treatments) {
            if (own && own->treatments) {
                if (own->treatments->contains(treatment.id)) {
                    ids << treatment.id;
                }
                continue;
            }
            const auto& rules = m_facts.mapping.treatments;
            const auto rule =
                std::find_if(rules.begin(), rules.end(), [&](const auto& one) { return one.id == treatment.id; });
            const QString kind = rule == rules.end() ? QString() : rule->kind;
            const bool fits = kind.isEmpty() || kind == base::toText(doctor.kind) ||
                              (kind == QLatin1String("hygienist") && !hasHygienist);
            if (fits) {
                ids << treatment.id;
            }
        }
        return ids;
    }

    Result<Done> tags()
    {
        if (!m_facts.mapping.entity("patient").has("tags") || !has("res.partner.category")) {
            return Done{};
        }
        const auto rows = read(search(QStringLiteral("res.partner.category"), Json::array(), Json::array({"name"})));
        if (!rows) {
            return fail(rows.error());
        }
        for (const auto& row : *rows) {
            m_facts.tags[wire::whole(base::at(row, "id"))] = wire::text(base::at(row, "name")).simplified();
        }
        return Done{};
    }

    Result<Done> declined()
    {
        if (!m_facts.mapping.hasAttendees() || !has("calendar.attendee")) {
            return Done{};
        }
        std::vector<qint64> partners;
        for (const auto& doctor : m_facts.doctors) {
            partners.push_back(doctor.ref.partner);
        }
        const auto rows =
            read(search(QStringLiteral("calendar.attendee"),
                        Json::array({wire::term("state", "=", "declined"), wire::term("partner_id", "in", partners)}),
                        Json::array({"event_id", "partner_id"})));
        if (!rows) {
            return fail(rows.error());
        }
        for (const auto& row : *rows) {
            m_facts.declined.insert({wire::id(base::at(row, "event_id")), wire::id(base::at(row, "partner_id"))});
        }
        return Done{};
    }

    CachedReads& m_reads;
    base::Duration m_age;
    const base::Cancel& m_cancel;
    Facts& m_facts;
    const ModelFields& m_fields;
    QString m_currency = QStringLiteral("ILS");
};

} // namespace

Result<Surroundings> readSurroundings(CachedReads& reads, const MappingChoice& choice, base::Duration age,
                                      const base::Cancel& cancel)
{
    Surroundings around;
    QStringList modules;
    for (const auto& profile : choice.profiles) {
        modules += profile.modules;
    }
    QStringList models = (choice.fixed ? choice.fixed->models() : candidateModels(choice.profiles)) + supporting();
    models.removeDuplicates();
    for (const auto& model : models) {
        const auto fields = reads.readIfThere(fieldsCall(model), age, cancel);
        if (!fields) {
            return fail(fields.error());
        }
        if (fields->is_object()) {
            around.fields[model] = *fields;
        }
    }
    if (!choice.fixed && !modules.isEmpty()) {
        const auto rows =
            reads.read(search(QStringLiteral("ir.module.module"), Json::array({wire::term("state", "=", "installed")}),
                              Json::array({"name"})),
                       age, cancel);
        if (!rows && rows.error().code != ErrorCode::Forbidden && rows.error().code != ErrorCode::Unsupported) {
            return fail(rows.error());
        }
        for (const auto& row : rows ? *rows : Json::array()) {
            around.installed << wire::text(base::at(row, "name"));
        }
    }
    return around;
}

Fitted chosen(const MappingChoice& choice, const Surroundings& around)
{
    return choice.fixed ? fit(*choice.fixed, around.fields) : detect(choice.profiles, around.fields, around.installed);
}

Result<Facts> readFacts(CachedReads& reads, const MappingChoice& choice, const Session& session, Instant now,
                        base::Duration age, const base::Cancel& cancel)
{
    const auto around = readSurroundings(reads, choice, age, cancel);
    if (!around) {
        return fail(around.error());
    }
    auto fitted = chosen(choice, *around);
    if (!fitted.flaws.empty()) {
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("no mapping fits this Odoo; nearest is \"%1\": %2")
                        .arg(fitted.mapping.name, describe(fitted.flaws)),
                    QStringLiteral("records.odooMapping"));
    }
    Facts facts;
    facts.mapping = std::move(fitted.mapping);
    facts.session = session;
    facts.readAt = now;
    Reader reader(reads, age, cancel, facts, around->fields);
    if (const auto done = reader.all(); !done) {
        return fail(done.error());
    }
    reader.finish();
    return facts;
}

} // namespace delpek::clinic::odoo
