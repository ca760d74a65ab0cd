// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/rights.h"

#include "clinic/odoo/versions.h"
#include "clinic/odoo/wire.h"

namespace delpek::clinic::odoo
{

using base::Json;
using base::utf8;

namespace
{

const auto internalUser = QStringLiteral("base.group_user");
const auto contactCreation = QStringLiteral("base.group_partner_manager");
const auto accountingReadonly = QStringLiteral("account.group_account_readonly");

Need need(const char* model, const QString& fields, const QString& operations, const char* module, const QString& group)
{
    return {QString::fromLatin1(model), fields.split(QLatin1Char(' ')), operations.split(QLatin1Char(' ')),
            QString::fromLatin1(module), group};
}

/// Nothing: the model is there, but its fields are not told.
Result<QStringList> fieldsOf(const Line& line, const Need& need, const base::Cancel& cancel)
{
    Json names = Json::array();
    for (const QString& name : need.fields) {
        names.push_back(utf8(name));
    }
    const auto told =
        line.ask({need.model, QStringLiteral("fields_get"), Json::array({names, Json::array({"type"})})}, cancel);
    if (!told) {
        return fail(told.error());
    }
    QStringList there;
    for (const auto& [name, unused] : told->items()) {
        there.append(QString::fromStdString(name));
    }
    return there;
}

} // namespace

std::vector<Need> communityNeeds(bool withInvoices)
{
    const auto read = QStringLiteral("read");
    std::vector<Need> needs{
        need("res.partner", QStringLiteral("name phone email ref lang comment category_id active"),
             QStringLiteral("read write create"), "contacts", contactCreation),
        need("calendar.event", QStringLiteral("name start stop user_id partner_ids show_as active"),
             QStringLiteral("read write create"), "calendar", internalUser),
        need("calendar.attendee", QStringLiteral("event_id partner_id state"), read, "calendar", internalUser),
        need("res.users", QStringLiteral("name partner_id tz"), read, "base", internalUser),
        need("hr.employee.public", QStringLiteral("name user_id resource_calendar_id"), read, "hr", internalUser),
        need("resource.calendar", QStringLiteral("tz attendance_ids"), read, "resource", internalUser),
        need("resource.calendar.leaves", QStringLiteral("date_from date_to calendar_id resource_id"), read, "resource",
             internalUser),
        need("product.product", QStringLiteral("name list_price"), read, "product", internalUser),
        need("mail.message", QStringLiteral("body date model res_id"), read, "mail", internalUser),
    };
    if (withInvoices) {
        needs.push_back(
            need("account.move",
                 QStringLiteral("name partner_id invoice_date amount_total amount_residual state payment_state"), read,
                 "account", accountingReadonly));
        needs.push_back(need("account.move.line", QStringLiteral("name quantity price_total"), read, "account",
                             accountingReadonly));
    }
    return needs;
}

Result<std::vector<Lack>> lacking(const Line& line, const Server& server, const std::vector<Need>& needs,
                                  const base::Cancel& cancel)
{
    std::vector<Lack> lacks;
    for (const Need& need : needs) {
        Lack lack{need};
        const auto there = fieldsOf(line, need, cancel);
        if (!there && there.error().code != ErrorCode::Unsupported) {
            return fail(there.error());
        }
        lack.model = !there;
        if (there) {
            for (const QString& field : need.fields) {
                if (!there->contains(field)) {
                    lack.fields.append(field);
                }
            }
            for (const QString& operation : need.operations) {
                const auto may = line.ask(accessCall(server, need.model, operation), cancel);
                if (!may && may.error().code != ErrorCode::Forbidden) {
                    return fail(may.error());
                }
                if (!may || !wire::truth(*may)) {
                    lack.operations.append(operation);
                }
            }
        }
        if (lack.model || !lack.fields.isEmpty() || !lack.operations.isEmpty()) {
            lacks.push_back(std::move(lack));
        }
    }
    return lacks;
}

QString describe(const Lack& lack)
{
    const auto comma = QStringLiteral(", ");
    if (lack.model) {
        return QStringLiteral("%1 (%2)").arg(lack.need.model, lack.need.module);
    }
    QStringList parts;
    if (!lack.fields.isEmpty()) {
        parts.append(lack.fields.join(comma));
    }
    if (!lack.operations.isEmpty()) {
        parts.append(QStringLiteral("%1 by %2").arg(lack.operations.join(comma), lack.need.group));
    }
    return QStringLiteral("%1: %2").arg(lack.need.model, parts.join(QStringLiteral("; ")));
}

} // namespace delpek::clinic::odoo
