// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/seed.h"

namespace delpek::simulation::odoo
{

using base::Json;
using base::utf8;

namespace
{

/// Creates the record only where the model is.
qint64 add(Records& records, const char* model, const Json& values)
{
    const QString name = QString::fromLatin1(model);
    return records.env().db.models().contains(name) ? records.create(name, values) : 0;
}

void addPeople(Records& records)
{
    // The ids of a real database: 1 is the system itself, 2 the administrator.
    for (const char* login : {"__system__", "admin"}) {
        const bool isSystem = QLatin1String(login) == QLatin1String("__system__");
        const char* name = isSystem ? "OdooBot" : "Administrator";
        const qint64 partner =
            add(records, "res.partner", {{"name", name}, {"email", isSystem ? "" : "admin@clinic.example"}});
        add(records, "res.users",
            {{"name", name},
             {"login", login},
             {"partner_id", partner},
             {"company_id", 1},
             {"company_ids", Json::array({1})},
             {"lang", "en_US"},
             {"active", !isSystem}});
    }
}

void addAccounting(Records& records)
{
    add(records, "account.journal", {{"name", "Customer Invoices"}, {"type", "sale"}, {"code", "INV"}});
    add(records, "account.journal", {{"name", "Bank"}, {"type", "bank"}, {"code", "BNK1"}});
    add(records, "account.journal", {{"name", "Cash"}, {"type", "cash"}, {"code", "CSH1"}});
    add(records, "account.tax", {{"name", "18%"}, {"amount", 18.0}});
}

} // namespace

Json attendance(int day, double from, double to, const char* period)
{
    return Json::array({0,
                        0,
                        {{"name", "hours"},
                         {"dayofweek", std::to_string(day)},
                         {"hour_from", from},
                         {"hour_to", to},
                         {"day_period", period}}});
}

qint64 makeUser(Records& records, const QString& name, const QString& login, const QString& zone)
{
    const qint64 partner =
        records.create(QStringLiteral("res.partner"), {{"name", utf8(name)}, {"email", utf8(login)}});
    return records.create(QStringLiteral("res.users"), {{"name", utf8(name)},
                                                        {"login", utf8(login)},
                                                        {"lang", "en_US"},
                                                        {"tz", zone.isEmpty() ? Json(false) : Json(utf8(zone))},
                                                        {"partner_id", partner}});
}

void seed(Records& records)
{
    add(records, "res.currency", {{"name", "ILS"}, {"symbol", "₪"}, {"decimal_places", 2}, {"rounding", 0.01}});
    add(records, "res.country", {{"name", "Israel"}, {"code", "IL"}, {"phone_code", 972}});
    add(records, "res.lang", {{"name", "English (US)"}, {"code", "en_US"}, {"direction", "ltr"}});
    add(records, "res.lang", {{"name", "Hebrew / עברית"}, {"code", "he_IL"}, {"direction", "rtl"}});
    Json week = Json::array();
    for (int day = 0; day < 5; ++day) {
        week.push_back(attendance(day, 8, 12, "morning"));
        week.push_back(attendance(day, 12, 13, "lunch"));
        week.push_back(attendance(day, 13, 17, "afternoon"));
    }
    const qint64 calendar = add(records, "resource.calendar",
                                {{"name", "Standard 40 hours/week"}, {"tz", "UTC"}, {"attendance_ids", week}});
    add(records, "res.company",
        {{"name", "My Company"}, {"currency_id", 1}, {"country_id", 1}, {"resource_calendar_id", calendar}});
    addPeople(records);
    addAccounting(records);
    add(records, "mail.message.subtype", {{"name", "Discussions"}, {"internal", false}});
    add(records, "mail.message.subtype", {{"name", "Note"}, {"internal", true}});
    for (const QString& module : modulesOf(records.env().db.profile())) {
        add(records, "ir.module.module", {{"name", utf8(module)}, {"state", "installed"}});
    }
}

} // namespace delpek::simulation::odoo
