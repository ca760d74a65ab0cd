// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/rights.h"

#include "simulation/doubles/odoo/refused.h"

#include <array>

namespace delpek::simulation::odoo
{

namespace
{

struct Row {
    const char* models; ///< parted by spaces
    const char* group;
    const char* operations; ///< of "rwcu"
};

constexpr auto table = std::to_array<Row>({
    {"res.partner res.partner.category res.users res.company res.currency res.country res.lang ir.module.module "
     "resource.calendar resource.calendar.attendance resource.resource hr.employee.public product.product "
     "product.template calendar.event.type mail.message.subtype account.tax",
     "base.group_user", "r"},
    {"calendar.event calendar.attendee resource.calendar.leaves mail.message ir.attachment", "base.group_user", "rwcu"},
    {"res.partner res.partner.category", "base.group_partner_manager", "rwcu"},
    {"account.move account.move.line account.payment account.journal", "account.group_account_readonly", "r"},
    {"account.move account.move.line account.payment", "account.group_account_invoice", "rwcu"},
    {"account.journal", "account.group_account_invoice", "r"},
    {"account.payment.register", "account.group_account_invoice", "rwc"},
    {"sale.order sale.order.line", "sales_team.group_sale_salesman", "rwc"},
    {"hr.employee resource.resource", "hr.group_hr_user", "rwcu"},
});

char letterOf(Operation operation)
{
    switch (operation) {
    case Operation::Write:
        return 'w';
    case Operation::Create:
        return 'c';
    case Operation::Unlink:
        return 'u';
    case Operation::Read:
        break;
    }
    return 'r';
}

bool covers(const Row& row, const QString& model)
{
    return QString::fromLatin1(row.models).split(QLatin1Char(' ')).contains(model);
}

} // namespace

std::optional<Operation> operationOf(const QString& word)
{
    return word == QLatin1String("read")     ? std::optional(Operation::Read)
           : word == QLatin1String("write")  ? std::optional(Operation::Write)
           : word == QLatin1String("create") ? std::optional(Operation::Create)
           : word == QLatin1String("unlink") ? std::optional(Operation::Unlink)
                                             : std::nullopt;
}

bool isAdministrator(const Env& env)
{
    if (env.isInside) {
        return true;
    }
    const auto account = env.db.accounts.find(env.user);
    return account != env.db.accounts.end() && account->second.isAdministrator;
}

bool hasGroup(const Env& env, const QString& group)
{
    const auto account = env.db.accounts.find(env.user);
    return isAdministrator(env) || group == QLatin1String("base.group_user") ||
           (account != env.db.accounts.end() && account->second.groups.contains(group));
}

bool may(const Env& env, const Model& model, Operation operation)
{
    if (isAdministrator(env)) {
        return true;
    }
    if (model.isAddOn) {
        return model.group.isEmpty() || hasGroup(env, model.group);
    }
    return std::any_of(table.begin(), table.end(), [&](const Row& row) {
        return covers(row, model.name) && hasGroup(env, QString::fromLatin1(row.group)) &&
               QByteArray(row.operations).contains(letterOf(operation));
    });
}

void demand(const Env& env, const Model& model, Operation operation)
{
    if (!may(env, model, operation)) {
        accessError(QStringLiteral("You are not allowed to do this with '%1' records.\n\nContact your administrator to "
                                   "request access if necessary.")
                        .arg(model.name));
    }
}

} // namespace delpek::simulation::odoo
