// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/behaviour.h"

#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <algorithm>

namespace delpek::simulation::odoo
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

const auto partnerModel = QStringLiteral("res.partner");
const auto eventModel = QStringLiteral("calendar.event");

bool isOf(const Model& model, const char* name)
{
    return model.name == QLatin1String(name);
}

bool isAccounting(const Model& model)
{
    return model.name.startsWith(QLatin1String("account."));
}

void setDefault(Json& values, const char* key, const Json& value)
{
    if (!values.contains(key)) {
        values[key] = value;
    }
}

/// An employee is a resource, and works by a calendar.
void beforeEmployee(Records& records, Json& values)
{
    const Json* company = records.env().db.find(QStringLiteral("res.company"), 1);
    setDefault(values, "resource_calendar_id", company != nullptr ? at(*company, "resource_calendar_id") : Json());
    setDefault(values, "company_id", 1);
    setDefault(values, "tz", "UTC");
    if (!values.contains("resource_id")) {
        Env inside{records.env().db, records.env().user, Json::object(), records.env().now, true};
        Records own(inside);
        values["resource_id"] =
            own.create(QStringLiteral("resource.resource"), {{"name", at(values, "name")},
                                                             {"tz", values["tz"]},
                                                             {"user_id", at(values, "user_id")},
                                                             {"calendar_id", values["resource_calendar_id"]}});
    }
}

void beforeProduct(Records& records, const Model& model, Json& values)
{
    const char* kind = model.fields.contains(QStringLiteral("detailed_type")) ? "detailed_type" : "type";
    setDefault(values, kind, "consu");
    setDefault(values, "sale_ok", true);
    if (isOf(model, "product.product")) {
        setDefault(values, "lst_price", at(values, "list_price"));
        Json common = values;
        common.erase("lst_price");
        common.erase("product_tmpl_id");
        setDefault(values, "product_tmpl_id", records.create(QStringLiteral("product.template"), common));
    }
}

void beforeUser(Records& records, Json& values)
{
    setDefault(values, "company_id", 1);
    setDefault(values, "company_ids", Json::array({1}));
    if (!values.contains("partner_id")) {
        values["partner_id"] =
            records.create(partnerModel, {{"name", at(values, "name")}, {"email", at(values, "email")}});
    }
}

} // namespace

void beforeCreate(Records& records, const Model& model, Json& values)
{
    if (isOf(model, "res.partner")) {
        setDefault(values, "company_type", "person");
        // Not marked as required, yet refused without.
        if (isEmpty(at(values, "name"))) {
            validationError(QStringLiteral("Contacts require a name"));
        }
    } else if (isOf(model, "res.users")) {
        beforeUser(records, values);
    } else if (isOf(model, "calendar.event")) {
        calendar::beforeCreate(records, values);
    } else if (isOf(model, "calendar.attendee")) {
        setDefault(values, "state", "needsAction");
    } else if (isOf(model, "hr.employee")) {
        beforeEmployee(records, values);
    } else if (isOf(model, "resource.calendar")) {
        setDefault(values, "tz", "UTC");
    } else if (isOf(model, "resource.calendar.attendance")) {
        setDefault(values, "day_period", "morning");
    } else if (isOf(model, "resource.calendar.leaves")) {
        setDefault(values, "time_type", "leave");
    } else if (model.name.startsWith(QLatin1String("product."))) {
        beforeProduct(records, model, values);
    } else if (isOf(model, "ir.attachment")) {
        setDefault(values, "type", "binary");
        values["file_size"] = textAt(values, "datas").size() * 3 / 4;
    } else if (isOf(model, "sale.order")) {
        setDefault(values, "state", "draft");
    } else if (isAccounting(model)) {
        accounting::beforeCreate(records, model, values);
    }
}

void afterCreate(Records& records, const Model& model, qint64 id)
{
    if (isOf(model, "calendar.event")) {
        calendar::afterCreate(records, id);
    } else if (isOf(model, "account.move")) {
        accounting::compute(records, id);
    } else if (isOf(model, "account.move.line")) {
        if (const qint64 move = base::integerAt(records.row(model.name, id), "move_id").value_or(0); move > 0) {
            accounting::compute(records, move);
        }
    }
}

void beforeWrite(Records& records, const Model& model, qint64 id, Json& values)
{
    if (isOf(model, "calendar.event")) {
        calendar::beforeWrite(records, id, values);
        return;
    }
    const bool changesLines = isOf(model, "account.move") && values.contains("invoice_line_ids");
    if (changesLines && textAt(records.row(model.name, id), "state") == QLatin1String("posted")) {
        userError(QStringLiteral("You cannot modify a posted entry of this journal."));
    }
    if ((isOf(model, "res.users") || isOf(model, "res.company")) && !isAdministrator(records.env())) {
        accessError(QStringLiteral("You are not allowed to modify '%1' records.").arg(model.name));
    }
}

void afterWrite(Records& records, const Model& model, qint64 id, const Json& before, const Json& values)
{
    if (isOf(model, "calendar.event")) {
        calendar::afterWrite(records, id, before, values);
    } else if (isOf(model, "account.move")) {
        accounting::compute(records, id);
    }
}

void beforeUnlink(Records& records, const Model& model, qint64 id)
{
    Database& db = records.env().db;
    if (isOf(model, "account.move") && textAt(records.row(model.name, id), "state") != QLatin1String("draft")) {
        userError(QStringLiteral("You cannot delete an entry which has been posted once."));
    }
    if (isOf(model, "res.partner")) {
        for (const auto& [move, row] : db.records(QStringLiteral("account.move"))) {
            if (at(row, "partner_id") == Json(id) && textAt(row, "state") == QLatin1String("posted")) {
                userError(QStringLiteral("The operation cannot be completed: this contact has accounting entries."));
            }
        }
        db.misdeeds.append(QStringLiteral("a partner was deleted: %1").arg(id));
        const auto events = db.records(eventModel);
        for (const auto& [event, row] : events) {
            Json partners = at(row, "partner_ids");
            if (const auto found = std::find(partners.begin(), partners.end(), Json(id)); found != partners.end()) {
                partners.erase(found);
                records.set(eventModel, event, {{"partner_ids", partners}});
            }
        }
    }
    if (isOf(model, "calendar.event")) {
        const auto attendees = db.records(QStringLiteral("calendar.attendee"));
        for (const auto& [attendee, row] : attendees) {
            if (at(row, "event_id") == Json(id)) {
                db.erase(QStringLiteral("calendar.attendee"), attendee);
            }
        }
    }
}

void demandFields(const Env& env, const Model& model, const QStringList& wanted)
{
    if (isAdministrator(env)) {
        return;
    }
    if (wanted.isEmpty() && isOf(model, "res.partner")) {
        accessError(QStringLiteral("You are not allowed to modify 'Contact' (res.partner) records."));
    }
    const bool readsAccounts = hasGroup(env, QStringLiteral("account.group_account_readonly")) ||
                               hasGroup(env, QStringLiteral("account.group_account_invoice"));
    if (isOf(model, "res.partner") && wanted.contains(QLatin1String("credit")) && !readsAccounts) {
        accessError(QStringLiteral("The requested operation can not be completed due to security restrictions."));
    }
    if (isOf(model, "hr.employee") && !hasGroup(env, QStringLiteral("hr.group_hr_user"))) {
        // Public fields are answered although the model's right is missing.
        if (wanted.isEmpty() || wanted.contains(QLatin1String("birthday")) ||
            wanted.contains(QLatin1String("private_phone"))) {
            accessError(QStringLiteral("The fields you try to read are not available on the public profile."));
        }
        return;
    }
    demand(env, model, Operation::Read);
}

void hidePrivate(const Env& env, const Model& model, qint64 id, Json& row)
{
    if (!isOf(model, "calendar.event") || !calendar::isHidden(env, *env.db.find(model.table, id))) {
        return;
    }
    for (const auto& [key, value] : row.items()) {
        static const QStringList shown{QStringLiteral("id"),      QStringLiteral("start"),     QStringLiteral("stop"),
                                       QStringLiteral("show_as"), QStringLiteral("user_id"),   QStringLiteral("allday"),
                                       QStringLiteral("privacy"), QStringLiteral("duration"),  QStringLiteral("active"),
                                       QStringLiteral("name"),    QStringLiteral("write_date")};
        const QString name = QString::fromStdString(key);
        if (!shown.contains(name)) {
            value = emptyOf(model.fields.at(name));
        }
    }
    if (row.contains("name")) {
        row["name"] = "Busy";
    }
}

qint64 postMessage(Records& records, const QString& model, qint64 id, const Json& arguments)
{
    Env& env = records.env();
    QString body = textAt(arguments, "body");
    // Until 16 a text was taken as HTML.
    if (env.db.profile().version >= 17 && !base::boolAt(arguments, "body_is_html")) {
        body = QStringLiteral("<p>%1</p>").arg(body.toHtmlEscaped());
    }
    const QString subtype =
        arguments.contains("subtype_xmlid") ? textAt(arguments, "subtype_xmlid") : QStringLiteral("mail.mt_note");
    if (subtype != QLatin1String("mail.mt_note") && subtype != QLatin1String("mail.mt_comment")) {
        pythonError("ValueError", QStringLiteral("External ID not found in the system: %1").arg(subtype));
    }
    records.row(model, id);
    Json attachments = arguments.contains("attachment_ids") ? arguments["attachment_ids"] : Json::array();
    const qint64 own = base::integerAt(records.row(QStringLiteral("res.users"), env.user), "partner_id").value_or(0);
    const Json author = arguments.contains("author_id") ? arguments["author_id"] : Json(own);
    const bool isComment = subtype == QLatin1String("mail.mt_comment");
    const qint64 message = records.create(
        QStringLiteral("mail.message"),
        {{"body", utf8(body)},
         {"date", utf8(records.writeMoment().left(19))},
         {"author_id", author},
         {"message_type", arguments.contains("message_type") ? arguments["message_type"] : Json("notification")},
         {"subtype_id", isComment ? 1 : 2},
         {"model", utf8(model)},
         {"res_id", id},
         {"attachment_ids", attachments}});
    Json readers = arguments.contains("partner_ids") ? arguments["partner_ids"] : Json::array();
    if (isComment) {
        for (const Json& follower : at(records.row(model, id), "partner_ids")) {
            readers.push_back(follower);
        }
        if (model == partnerModel) {
            readers.push_back(id);
        }
    }
    for (const Json& reader : readers) {
        env.db.mails.push_back(
            {reader.get<qint64>(), QStringLiteral("%1,%2").arg(model).arg(id), QStringLiteral("comment")});
        env.db.misdeeds.append(
            QStringLiteral("a message on %1 %2 was mailed to partner %3").arg(model).arg(id).arg(reader.get<qint64>()));
    }
    return message;
}

} // namespace delpek::simulation::odoo
