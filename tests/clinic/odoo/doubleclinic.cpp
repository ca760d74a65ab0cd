// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/doubleclinic.h"

#include "clinic/odoo/clinicdata.h"
#include "clinic/odoo/wire.h"
#include "http/networkclient.h"
#include "http/routedclient.h"

namespace delpek::test
{

using base::Json;
namespace odoo = clinic::odoo;
namespace wire = clinic::odoo::wire;

DoubleClinic::DoubleClinic(int version, const QString& profile, Wire wire)
    : m_profile(profile)
    , m_wire(wire)
    , m_clock(domain::toInstant({QDate(2026, 3, 3), QTime(10, 0)}, QTimeZone("Asia/Jerusalem")))
    , m_timers(m_clock)
{
    simulation::OdooDouble::Setup setup;
    setup.version = version;
    m_double = wire == Wire::Sockets ? must(simulation::OdooDouble::start(setup, m_timers))
                                     : simulation::OdooDouble::inProcess(setup, m_timers);
    const Json clinic = clinicJson();
    m_double->loadClinic(clinic);
    const qint64 user = m_double->addUser(
        QStringLiteral("desk"), QStringLiteral("desk-password"),
        {QStringLiteral("base.group_partner_manager"), QStringLiteral("account.group_account_readonly")});
    m_key = m_double->addKey(user);
    completeCards();
    if (m_profile == QLatin1String("dental")) {
        loadDental();
    } else {
        for (const auto& doctor : clinic["doctors"]) {
            const QString id = QString::fromStdString(doctor["id"]);
            const auto found = m_double->search(
                QStringLiteral("hr.employee"),
                Json::array({wire::term("user_id", "=", m_double->idOf(QStringLiteral("res.users"), id))}));
            m_ids[id] = found.front();
        }
        for (const char* visit : {"given-0", "given-1", "given-2"}) {
            m_ids[QLatin1String(visit)] = m_double->idOf(Event, QLatin1String(visit));
        }
    }
    m_mapping = mappingFor(m_profile, clinic);
    m_double->forgetRequests();
}

/// What the clinic's file says and Odoo keeps in fields and tags of the clinic's own.
void DoubleClinic::completeCards()
{
    const Json clinic = clinicJson();
    for (const char* name : {"x_birth_date", "date_of_birth"}) {
        m_double->addField(Partner, QString::fromLatin1(name), Json{{"type", "date"}});
    }
    for (const auto& patient : clinic["patients"]) {
        const QString id = QString::fromStdString(patient["id"]);
        const qint64 record = m_double->idOf(Partner, id);
        m_ids[id] = record;
        m_double->write(Partner, record,
                        {{"x_birth_date", patient["birth_date"]}, {"date_of_birth", patient["birth_date"]}});
        for (const auto& item : patient.value("treatment_plan", Json::array())) {
            const std::string name =
                "Plan: " + item["treatment"].get<std::string>() + " " + item["tooth"].get<std::string>();
            const qint64 tag = m_double->create(QStringLiteral("res.partner.category"), {{"name", name}});
            m_double->write(Partner, record, {{"category_id", Json::array({wire::link(tag)})}});
        }
    }
    for (const auto& invoice : clinic["invoices"]) {
        const qint64 record = m_double->idOf(QStringLiteral("account.move"), QString::fromStdString(invoice["number"]));
        if (invoice.contains("due_date")) {
            m_double->write(QStringLiteral("account.move"), record, {{"invoice_date_due", invoice["due_date"]}});
        }
    }
    for (const auto& treatment : clinic["treatments"]) {
        const qint64 record =
            m_double->idOf(QStringLiteral("product.product"), QString::fromStdString(treatment["id"]));
        m_double->write(QStringLiteral("product.product"), record, {{"sale_ok", true}});
    }
}

/// The same clinic in a dental module: patients and doctors among the contacts, visits in a model of their own.
void DoubleClinic::loadDental()
{
    const Json clinic = clinicJson();
    for (const char* flag : {"is_patient", "is_doctor"}) {
        m_double->addField(Partner, QString::fromLatin1(flag), Json{{"type", "boolean"}});
    }
    m_double->addField(Partner, QStringLiteral("resource_calendar_id"), link("resource.calendar"));
    m_double->addModel({QStringLiteral("dental.service"), Json{{"name", {{"type", "char"}, {"required", true}}},
                                                               {"code", {{"type", "char"}}},
                                                               {"price", {{"type", "float"}}},
                                                               {"duration_minutes", {{"type", "integer"}}}}});
    m_double->addModel(
        {DentalVisit,
         Json{{"name", {{"type", "char"}}},
              {"patient_id", link("res.partner")},
              {"doctor_id", link("res.partner")},
              {"service_id", link("dental.service")},
              {"date_start", {{"type", "datetime"}, {"required", true}}},
              {"date_end", {{"type", "datetime"}, {"required", true}}},
              {"notes", {{"type", "text"}}},
              {"state", {{"type", "selection"}, {"selection", {"draft", "confirmed", "done", "canceled"}}}}}});
    std::map<std::string, qint64> services;
    for (const auto& treatment : clinic["treatments"]) {
        services[treatment["id"]] = m_double->create(
            QStringLiteral("dental.service"),
            {{"name", treatment["name"]["he"]}, {"code", treatment["id"]}, {"price", treatment["price"]}});
    }
    for (const auto& doctor : clinic["doctors"]) {
        const QString id = QString::fromStdString(doctor["id"]);
        const qint64 user = m_double->idOf(QStringLiteral("res.users"), id);
        const qint64 partner = wire::id(m_double->record(QStringLiteral("res.users"), user)["partner_id"]);
        const auto employee =
            m_double->search(QStringLiteral("hr.employee"), Json::array({wire::term("user_id", "=", user)}));
        const Json row = m_double->record(QStringLiteral("hr.employee"), employee.front());
        m_double->write(Partner, partner,
                        {{"is_doctor", true}, {"resource_calendar_id", wire::id(row["resource_calendar_id"])}});
        m_ids[id] = partner;
    }
    for (const auto& patient : clinic["patients"]) {
        m_double->write(Partner, m_ids[QString::fromStdString(patient["id"])], {{"is_patient", true}});
    }
    for (const auto& visit : clinic["appointments"]) {
        domain::Appointment one;
        one.patient = QString::number(m_ids[QString::fromStdString(visit["patient"])]);
        one.doctor = QString::number(m_ids[QString::fromStdString(visit["doctor"])]);
        one.start = domain::LocalTime::fromText(QString::fromStdString(visit["start"]));
        one.minutes = visit["minutes"];
        const qint64 id = addVisit(one);
        m_double->write(DentalVisit, id, {{"service_id", services[visit["treatment"]]}});
        m_ids[QString::fromStdString(visit["id"])] = id;
    }
}

clinic::odoo::Connection DoubleClinic::connection() const
{
    odoo::Connection connection{m_double->url(), m_double->setup().database, QStringLiteral("desk"), m_key};
    connection.readPatience = m_patience;
    connection.changePatience = m_patience;
    return connection;
}

std::unique_ptr<http::Client> DoubleClinic::makeClient()
{
    if (m_wire == Wire::Sockets) {
        return std::make_unique<http::NetworkClient>();
    }
    return std::make_unique<http::RoutedClient>(m_double->routes(), m_timers);
}

QString DoubleClinic::idOf(const QString& given) const
{
    const auto found = m_ids.find(given);
    return found == m_ids.end() ? given : QString::number(found->second);
}

QString DoubleClinic::visitModel() const
{
    return m_profile == QLatin1String("dental") ? DentalVisit : Event;
}

std::vector<qint64> DoubleClinic::visits(bool alsoCancelled) const
{
    if (m_profile == QLatin1String("dental")) {
        return m_double->search(DentalVisit,
                                alsoCancelled ? Json::array() : Json::array({wire::term("state", "!=", "canceled")}));
    }
    return m_double->search(
        Event, Json::array({wire::term("active", "in", alsoCancelled ? Json{true, false} : Json::array({true}))}));
}

qint64 DoubleClinic::addVisit(const domain::Appointment& visit)
{
    const int minutes = visit.minutes > 0 ? visit.minutes : 30;
    const Json from = utc(visit.start, 0);
    const Json to = utc(visit.start, minutes);
    if (m_profile == QLatin1String("dental")) {
        return m_double->create(DentalVisit, {{"patient_id", visit.patient.toLongLong()},
                                              {"doctor_id", visit.doctor.toLongLong()},
                                              {"date_start", from},
                                              {"date_end", to},
                                              {"state", "confirmed"}});
    }
    const Json employee = m_double->record(QStringLiteral("hr.employee"), visit.doctor.toLongLong());
    const qint64 user = wire::id(employee["user_id"]);
    const qint64 partner = wire::id(m_double->record(QStringLiteral("res.users"), user)["partner_id"]);
    return m_double->create(Event, {{"name", "walk-in"},
                                    {"start", from},
                                    {"stop", to},
                                    {"user_id", user},
                                    {"partner_ids", Json::array({wire::set({partner, visit.patient.toLongLong()})})}});
}

void DoubleClinic::cancelVisit(qint64 id)
{
    m_double->write(visitModel(), id,
                    m_profile == QLatin1String("dental") ? Json{{"state", "canceled"}} : Json{{"active", false}});
}

void DoubleClinic::dropVisitsAfter(qint64 id)
{
    for (const qint64 visit : visits(true)) {
        if (visit > id) {
            m_double->erase(visitModel(), visit);
        }
    }
    m_double->forgetRequests();
}

DoubleDesk::DoubleDesk(DoubleClinic& clinic, const QString& location)
    : m_clinic(clinic)
    , m_store(must(store::Store::open({location})))
    , m_client(clinic.makeClient())
{
    restart();
}

void DoubleDesk::restart()
{
    m_records.reset();
    m_gateway.reset();
    m_gateway = std::make_unique<odoo::Gateway>(m_clinic.connection(), *m_client, m_clinic.timers());
    odoo::OdooRecords::Setup setup;
    setup.mapping = m_clinic.mapping();
    setup.pause = std::chrono::milliseconds(20);
    setup.session = [this] { return m_gateway->session(); };
    m_records = std::make_unique<odoo::OdooRecords>(*m_gateway, *m_store, m_clinic.timers(), std::move(setup));
}

} // namespace delpek::test
