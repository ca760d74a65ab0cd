// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odooclinic.h"

#include "clinic/odoo/clinicdata.h"
#include "clinic/odoo/wire.h"

namespace delpek::test
{

namespace
{

using base::Json;
namespace odoo = clinic::odoo;
namespace wire = clinic::odoo::wire;

Json plain(const char* type)
{
    return Json{{"type", type}, {"relation", ""}};
}

QString textOf(const Json& value)
{
    return QString::fromStdString(value.get<std::string>());
}

} // namespace

OdooClinic::OdooClinic(int version, const QString& profile)
    : m_isDental(profile == QLatin1String("dental"))
    , m_clock(domain::toInstant({QDate(2026, 3, 3), QTime(10, 0)}, QTimeZone("Asia/Jerusalem")))
    , m_timers(m_clock)
    , m_odoo(version)
{
    const Json clinic = clinicJson();
    if (m_isDental) {
        addDentalModule();
    }
    loadHours(clinic);
    loadDoctors(clinic);
    loadTreatments(clinic);
    loadPatients(clinic);
    loadVisits(clinic);
    loadInvoices(clinic);
    m_mapping = mappingFor(profile, clinic);
}

void OdooClinic::addDentalModule()
{
    m_odoo.addField(Partner, "is_patient", plain("boolean"));
    m_odoo.addField(Partner, "is_doctor", plain("boolean"));
    m_odoo.addField(Partner, "date_of_birth", plain("date"));
    m_odoo.addField(Partner, "resource_calendar_id", link("resource.calendar"));
    m_odoo.addModel(QStringLiteral("dental.service"), Json{{"name", plain("char")},
                                                           {"code", plain("char")},
                                                           {"price", plain("float")},
                                                           {"duration_minutes", plain("integer")}});
    m_odoo.addModel(DentalVisit, Json{{"name", plain("char")},
                                      {"patient_id", link("res.partner")},
                                      {"doctor_id", link("res.partner")},
                                      {"service_id", link("dental.service")},
                                      {"date_start", plain("datetime")},
                                      {"date_end", plain("datetime")},
                                      {"notes", plain("text")},
                                      {"state", plain("selection")}});
}

qint64 OdooClinic::addCalendar(const std::string& name, const Json& hours)
{
    static constexpr std::array<const char*, 7> Days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const qint64 calendar = m_odoo.create(QStringLiteral("resource.calendar"),
                                          {{"name", name}, {"tz", "Asia/Jerusalem"}, {"two_weeks_calendar", false}});
    const auto hour = [](const QString& time) {
        return time.section(QLatin1Char(':'), 0, 0).toInt() + time.section(QLatin1Char(':'), 1).toInt() / 60.0;
    };
    for (size_t day = 0; day < Days.size(); ++day) {
        for (const auto& span : base::at(hours, Days[day])) {
            m_odoo.create(QStringLiteral("resource.calendar.attendance"),
                          {{"calendar_id", calendar},
                           {"dayofweek", std::to_string(day)},
                           {"hour_from", hour(textOf(span).section(QLatin1Char('-'), 0, 0))},
                           {"hour_to", hour(textOf(span).section(QLatin1Char('-'), 1))},
                           {"day_period", "morning"}});
        }
    }
    return calendar;
}

void OdooClinic::loadHours(const Json& clinic)
{
    const qint64 calendar = addCalendar("clinic", clinic["clinic"]["hours"]);
    m_odoo.create(QStringLiteral("res.company"),
                  {{"name", clinic["clinic"]["name"]["he"]}, {"resource_calendar_id", calendar}});
    for (const auto& day : clinic["clinic"]["closed"]) {
        const QDate date = QDate::fromString(textOf(day), Qt::ISODate);
        m_odoo.create(QStringLiteral("resource.calendar.leaves"), {{"name", "closed"},
                                                                   {"date_from", utc({date, QTime(0, 0)}, 0)},
                                                                   {"date_to", utc({date, QTime(0, 0)}, 24 * 60)},
                                                                   {"time_type", "leave"}});
    }
}

void OdooClinic::loadDoctors(const Json& clinic)
{
    for (const auto& doctor : clinic["doctors"]) {
        const QString id = textOf(doctor["id"]);
        const auto name = doctor["name"]["he"];
        const qint64 calendar = addCalendar(name.get<std::string>(), doctor["hours"]);
        const qint64 partner = m_odoo.create(Partner, {{"name", name}, {"phone", doctor["phone"]}});
        const qint64 user = m_odoo.create(QStringLiteral("res.users"), {{"name", name}, {"partner_id", partner}});
        const qint64 employee = m_odoo.create(
            QStringLiteral("hr.employee.public"),
            {{"name", name}, {"user_id", user}, {"resource_calendar_id", calendar}, {"tz", "Asia/Jerusalem"}});
        if (m_isDental) {
            m_odoo.write(Partner, partner, {{"is_doctor", true}, {"resource_calendar_id", calendar}});
        }
        m_ids[id] = m_isDental ? partner : employee;
        m_doctorPartners[QString::number(m_ids[id])] = partner;
        m_doctorUsers[QString::number(m_ids[id])] = user;
    }
}

void OdooClinic::loadTreatments(const Json& clinic)
{
    for (const auto& treatment : clinic["treatments"]) {
        m_odoo.create(QStringLiteral("product.product"), {{"name", treatment["name"]["he"]},
                                                          {"default_code", treatment["id"]},
                                                          {"list_price", treatment["price"]},
                                                          {"sale_ok", true}});
        if (m_isDental) {
            m_odoo.create(
                QStringLiteral("dental.service"),
                {{"name", treatment["name"]["he"]}, {"code", treatment["id"]}, {"price", treatment["price"]}});
        }
    }
}

qint64 OdooClinic::tag(const std::string& name)
{
    auto& id = m_tags[name];
    if (id == 0) {
        id = m_odoo.create(QStringLiteral("res.partner.category"), {{"name", name}});
    }
    return id;
}

void OdooClinic::loadPatients(const Json& clinic)
{
    for (const auto& patient : clinic["patients"]) {
        const QString id = textOf(patient["id"]);
        std::vector<qint64> tags;
        for (const auto& allergy : patient.value("allergies", Json::array())) {
            tags.push_back(tag("Allergy: " + allergy.get<std::string>()));
        }
        for (const auto& item : patient.value("treatment_plan", Json::array())) {
            tags.push_back(
                tag("Plan: " + item["treatment"].get<std::string>() + " " + item["tooth"].get<std::string>()));
        }
        const bool isHebrew = patient["language"] == "he";
        const qint64 record = m_odoo.create(Partner, {{"name", patient["name"][isHebrew ? "he" : "en"]},
                                                      {"phone", patient["phone"]},
                                                      {"lang", isHebrew ? "he_IL" : "en_US"},
                                                      {"x_birth_date", patient["birth_date"]},
                                                      {"category_id", Json::array({wire::set(tags)})}});
        if (m_isDental) {
            m_odoo.write(Partner, record, {{"is_patient", true}, {"date_of_birth", patient["birth_date"]}});
        }
        for (const auto& note : patient.value("notes", Json::array())) {
            m_odoo.create(QStringLiteral("mail.message"), {{"body", "<p>" + note["text"].get<std::string>() + "</p>"},
                                                           {"date", note["date"].get<std::string>() + " 09:00:00"},
                                                           {"message_type", "comment"},
                                                           {"model", "res.partner"},
                                                           {"res_id", record}});
        }
        m_ids[id] = record;
    }
}

void OdooClinic::loadVisits(const Json& clinic)
{
    for (const auto& visit : clinic["appointments"]) {
        domain::Appointment one;
        one.patient = idOf(textOf(visit["patient"]));
        one.doctor = idOf(textOf(visit["doctor"]));
        one.start = domain::LocalTime::fromText(textOf(visit["start"]));
        one.minutes = visit["minutes"].get<int>();
        m_ids[textOf(visit["id"])] = addVisit(one);
    }
}

void OdooClinic::loadInvoices(const Json& clinic)
{
    for (const auto& invoice : clinic["invoices"]) {
        std::vector<qint64> lines;
        for (const auto& line : invoice["lines"]) {
            lines.push_back(m_odoo.create(QStringLiteral("account.move.line"),
                                          {{"name", line["text"]["he"]}, {"price_total", line["amount"]}}));
        }
        lines.push_back(m_odoo.create(QStringLiteral("account.move.line"),
                                      {{"name", "a heading"}, {"price_total", 0.0}, {"display_type", "line_section"}}));
        m_odoo.create(QStringLiteral("account.move"),
                      {{"name", invoice["number"]},
                       {"partner_id", m_ids[textOf(invoice["patient"])]},
                       {"invoice_date", invoice["date"]},
                       {"invoice_date_due", invoice.value("due_date", Json(false))},
                       {"amount_total", invoice["total"]},
                       {"amount_residual", invoice["due"]},
                       {"payment_state", invoice["state"] == "partial" ? "partial" : "not_paid"},
                       {"move_type", "out_invoice"},
                       {"state", "posted"},
                       {"invoice_line_ids", Json::array({wire::set(lines)})}});
    }
}

QString OdooClinic::idOf(const QString& given) const
{
    const auto found = m_ids.find(given);
    return found == m_ids.end() ? given : QString::number(found->second);
}

QString OdooClinic::visitModel() const
{
    return m_isDental ? DentalVisit : Event;
}

std::vector<qint64> OdooClinic::visits(bool alsoCancelled) const
{
    const Json term = m_isDental ? wire::term("state", "!=", "canceled") : wire::term("active", "=", true);
    return m_odoo.search(visitModel(), alsoCancelled ? Json::array() : Json::array({term}));
}

qint64 OdooClinic::addVisit(const domain::Appointment& visit)
{
    const int minutes = visit.minutes > 0 ? visit.minutes : 30;
    const Json from = utc(visit.start, 0);
    const Json to = utc(visit.start, minutes);
    if (m_isDental) {
        return m_odoo.create(DentalVisit, {{"patient_id", visit.patient.toLongLong()},
                                           {"doctor_id", visit.doctor.toLongLong()},
                                           {"date_start", from},
                                           {"date_end", to},
                                           {"state", "confirmed"}});
    }
    return m_odoo.create(
        Event,
        {{"name", "walk-in"},
         {"start", from},
         {"stop", to},
         {"user_id", m_doctorUsers.at(visit.doctor)},
         {"partner_ids", Json::array({wire::set({m_doctorPartners.at(visit.doctor), visit.patient.toLongLong()})})}});
}

void OdooClinic::cancelVisit(qint64 id)
{
    m_odoo.write(visitModel(), id, m_isDental ? Json{{"state", "canceled"}} : Json{{"active", false}});
}

void OdooClinic::dropVisitsAfter(qint64 id)
{
    m_odoo.dropAbove(visitModel(), id);
    m_odoo.forgetCalls();
}

OdooDesk::OdooDesk(OdooClinic& clinic, const QString& location)
    : m_clinic(clinic)
    , m_store(must(store::Store::open({location})))
{
    restart();
}

void OdooDesk::restart()
{
    m_records.reset();
    odoo::OdooRecords::Setup setup;
    setup.mapping = m_clinic.mapping();
    setup.pause = std::chrono::milliseconds(20);
    m_records = std::make_unique<odoo::OdooRecords>(m_clinic.odoo(), *m_store, m_clinic.timers(), std::move(setup));
}

} // namespace delpek::test
