// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/seed.h"

#include "simulation/doubles/odoo/behaviour.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

// A clinic file as an Odoo would hold it.

namespace delpek::simulation::odoo
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

/// Monday first, as Odoo counts.
constexpr std::array days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

double hourOf(const QString& time)
{
    return time.section(QLatin1Char(':'), 0, 0).toInt() + time.section(QLatin1Char(':'), 1).toInt() / 60.0;
}

Json textOrFalse(const Json& object, const char* key)
{
    const QString text = textAt(object, key);
    return text.isEmpty() ? Json(false) : Json(utf8(text));
}

class Loader
{
public:
    Loader(Records& records, const Json& clinic)
        : m_records(records)
        , m_db(records.env().db)
        , m_clinic(clinic)
        , m_zone(textAt(at(clinic, "clinic"), "timezone").toLatin1())
    {
    }

    void run()
    {
        setUpCompany();
        each("treatments", [this](const Json& treatment) { addTreatment(treatment); });
        each("doctors", [this](const Json& doctor) { addDoctor(doctor); });
        each("patients", [this](const Json& patient) { addPatient(patient); });
        each("appointments", [this](const Json& visit) { addVisit(visit); });
        if (m_db.profile().has("account")) {
            each("invoices", [this](const Json& invoice) { addInvoice(invoice); });
        }
    }

private:
    template <typename Add>
    void each(const char* list, Add add)
    {
        const Json& all = at(m_clinic, list);
        for (const Json& one : all.is_array() ? all : Json::array()) {
            add(one);
        }
    }

    void remember(const char* model, const Json& source, const char* key, qint64 id)
    {
        m_db.clinicIds[QString::fromLatin1(model)][textAt(source, key)] = id;
    }

    qint64 known(const char* model, const QString& clinicId) const
    {
        return m_db.clinicIds[QString::fromLatin1(model)][clinicId];
    }

    qint64 partnerOf(qint64 user) const
    {
        return base::integerAt(m_records.row(QStringLiteral("res.users"), user), "partner_id").value_or(0);
    }

    /// The commands that make a calendar's weekly hours.
    static Json weekOf(const Json& hours)
    {
        Json week = Json::array({Json::array({5})});
        for (std::size_t day = 0; day < days.size(); ++day) {
            for (const Json& span : at(hours, days[day])) {
                const QString text = QString::fromStdString(span.get<std::string>());
                const double from = hourOf(text.section(QLatin1Char('-'), 0, 0));
                week.push_back(attendance(static_cast<int>(day), from, hourOf(text.section(QLatin1Char('-'), 1)),
                                          from < 12 ? "morning" : "afternoon"));
            }
        }
        return week;
    }

    Json utc(const QString& local) const
    {
        const QDateTime moment(QDate::fromString(local.left(10), Qt::ISODate),
                               QTime::fromString(local.mid(11, 5), QStringLiteral("HH:mm")), m_zone);
        return utf8(moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    }

    void setUpCompany()
    {
        const Json& info = at(m_clinic, "clinic");
        const std::string zone = m_zone.id().toStdString();
        m_records.write(QStringLiteral("res.company"), {1}, {{"name", utf8(textAt(at(info, "name"), "he"))}});
        const auto attendances = m_db.records(QStringLiteral("resource.calendar.attendance"));
        for (const auto& [id, unused] : attendances) {
            m_records.unlink(QStringLiteral("resource.calendar.attendance"), {id});
        }
        Json week = weekOf(at(info, "hours"));
        week.erase(week.begin());
        m_records.write(QStringLiteral("resource.calendar"), {1}, {{"tz", zone}, {"attendance_ids", week}});
        for (const Json& day : at(info, "closed")) {
            const QString date = QString::fromStdString(day.get<std::string>());
            const QString next = QDate::fromString(date, Qt::ISODate).addDays(1).toString(Qt::ISODate);
            m_records.create(QStringLiteral("resource.calendar.leaves"),
                             {{"name", "closed"},
                              {"date_from", utc(date + QStringLiteral("T00:00"))},
                              {"date_to", utc(next + QStringLiteral("T00:00"))},
                              {"time_type", "leave"}});
        }
    }

    void addTreatment(const Json& treatment)
    {
        const bool isOld =
            m_records.model(QStringLiteral("product.product")).fields.contains(QStringLiteral("detailed_type"));
        const qint64 id =
            m_records.create(QStringLiteral("product.product"), {{"name", utf8(textAt(at(treatment, "name"), "he"))},
                                                                 {"default_code", utf8(textAt(treatment, "id"))},
                                                                 {"list_price", at(treatment, "price")},
                                                                 {isOld ? "detailed_type" : "type", "service"}});
        remember("product.product", treatment, "id", id);
    }

    void addDoctor(const Json& doctor)
    {
        const QString name = textAt(at(doctor, "name"), "he");
        const QString email = textAt(doctor, "email");
        const QString zone = QString::fromLatin1(m_zone.id());
        const qint64 user = makeUser(m_records, name, email.isEmpty() ? textAt(doctor, "id") : email, zone);
        m_db.accounts[user] = {email, QStringLiteral("doctor"), {}, {}};
        remember("res.users", doctor, "id", user);
        Json week = weekOf(at(doctor, "hours"));
        week.erase(week.begin());
        const qint64 calendar = m_records.create(QStringLiteral("resource.calendar"),
                                                 {{"name", utf8(name)}, {"tz", utf8(zone)}, {"attendance_ids", week}});
        if (m_db.profile().has("hr")) {
            m_records.create(QStringLiteral("hr.employee"), {{"name", utf8(name)},
                                                             {"user_id", user},
                                                             {"resource_calendar_id", calendar},
                                                             {"tz", utf8(zone)},
                                                             {"work_email", utf8(email)},
                                                             {"job_title", "Dentist"}});
        }
    }

    void addPatient(const Json& patient)
    {
        Json tags = Json::array();
        for (const Json& allergy : at(patient, "allergies")) {
            tags.push_back(tag("Allergy: " + allergy.get<std::string>()));
        }
        for (const Json& flag : at(patient, "flags")) {
            tags.push_back(tag(flag.get<std::string>()));
        }
        const bool isHebrew = textAt(patient, "language") != QLatin1String("en");
        const Json& name = at(patient, "name");
        const QString shown = isHebrew || textAt(name, "en").isEmpty() ? textAt(name, "he") : textAt(name, "en");
        const qint64 id = m_records.create(QStringLiteral("res.partner"), {{"name", utf8(shown)},
                                                                           {"phone", textOrFalse(patient, "phone")},
                                                                           {"email", textOrFalse(patient, "email")},
                                                                           {"ref", utf8(textAt(patient, "id"))},
                                                                           {"lang", isHebrew ? "he_IL" : "en_US"},
                                                                           {"country_id", 1},
                                                                           {"customer_rank", 1},
                                                                           {"category_id", tags}});
        remember("res.partner", patient, "id", id);
        for (const Json& note : at(patient, "notes")) {
            const qint64 by = known("res.users", textAt(note, "by"));
            Json arguments{{"body", utf8(textAt(note, "text"))}, {"message_type", "comment"}};
            if (by > 0) {
                arguments["author_id"] = partnerOf(by);
            }
            const qint64 message = postMessage(m_records, QStringLiteral("res.partner"), id, arguments);
            m_records.set(QStringLiteral("mail.message"), message,
                          {{"date", utf8(textAt(note, "date") + QStringLiteral(" 09:00:00"))}});
        }
    }

    qint64 tag(const std::string& name)
    {
        const auto there =
            m_records.search(QStringLiteral("res.partner.category"), Json::array({Json::array({"name", "=", name})}));
        return there.empty() ? m_records.create(QStringLiteral("res.partner.category"), {{"name", name}})
                             : there.front();
    }

    void addVisit(const Json& visit)
    {
        if (!m_db.profile().has("calendar")) {
            return;
        }
        const QString start = textAt(visit, "start");
        const auto end = QDateTime::fromString(start.left(16), QStringLiteral("yyyy-MM-ddTHH:mm"))
                             .addSecs(60 * base::integerAt(visit, "minutes").value_or(30));
        const qint64 patient = known("res.partner", textAt(visit, "patient"));
        const qint64 doctor = known("res.users", textAt(visit, "doctor"));
        const qint64 product = known("product.product", textAt(visit, "treatment"));
        const QString name =
            QStringLiteral("%1 - %2").arg(displayName(m_records.env(), QStringLiteral("product.product"), product),
                                          displayName(m_records.env(), QStringLiteral("res.partner"), patient));
        const qint64 id =
            m_records.create(QStringLiteral("calendar.event"),
                             {{"name", utf8(name)},
                              {"start", utc(start)},
                              {"stop", utc(end.toString(QStringLiteral("yyyy-MM-ddTHH:mm")))},
                              {"user_id", doctor},
                              {"partner_ids", Json::array({Json::array({6, 0, {partnerOf(doctor), patient}})})},
                              {"active", textAt(visit, "state") != QLatin1String("cancelled")}});
        remember("calendar.event", visit, "id", id);
    }

    void addInvoice(const Json& invoice)
    {
        Json lines = Json::array();
        for (const Json& line : at(invoice, "lines")) {
            lines.push_back(Json::array({0,
                                         0,
                                         {{"name", utf8(textAt(at(line, "text"), "he"))},
                                          {"quantity", 1.0},
                                          {"price_unit", at(line, "amount")}}}));
        }
        const auto model = QStringLiteral("account.move");
        const qint64 id = m_records.create(model, {{"move_type", "out_invoice"},
                                                   {"partner_id", known("res.partner", textAt(invoice, "patient"))},
                                                   {"invoice_date", utf8(textAt(invoice, "date"))},
                                                   {"name", utf8(textAt(invoice, "number"))},
                                                   {"invoice_line_ids", lines}});
        remember("account.move", invoice, "number", id);
        if (textAt(invoice, "state") == QLatin1String("draft")) {
            return;
        }
        accounting::post(m_records, {id});
        const auto amount = [&](const char* key) {
            const Json& value = at(invoice, key);
            return value.is_number() ? value.get<double>() : 0.0;
        };
        if (const double paid = amount("total") - amount("due"); paid > 0) {
            m_records.create(QStringLiteral("account.payment"),
                             {{"amount", paid},
                              {"date", utf8(textAt(invoice, "date"))},
                              {"partner_id", at(m_records.row(model, id), "partner_id")},
                              {"journal_id", 2},
                              {"payment_type", "inbound"},
                              {"state", "posted"},
                              {"reconciled_invoice_ids", Json::array({id})}});
            accounting::compute(m_records, id);
        }
    }

    Records& m_records;
    Database& m_db;
    const Json& m_clinic;
    const QTimeZone m_zone;
};

} // namespace

void loadClinic(Records& records, const Json& clinic)
{
    Loader(records, clinic).run();
}

} // namespace delpek::simulation::odoo
