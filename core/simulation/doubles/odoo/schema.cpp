// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/schema.h"

#include <array>
#include <stdexcept>

namespace delpek::simulation::odoo
{

using base::Json;
using base::textAt;
using base::utf8;

namespace
{

constexpr auto typeNames = std::to_array<std::pair<FieldType, const char*>>({
    {FieldType::Char, "char"},
    {FieldType::Text, "text"},
    {FieldType::Html, "html"},
    {FieldType::Boolean, "boolean"},
    {FieldType::Integer, "integer"},
    {FieldType::Float, "float"},
    {FieldType::Monetary, "monetary"},
    {FieldType::Date, "date"},
    {FieldType::Datetime, "datetime"},
    {FieldType::Selection, "selection"},
    {FieldType::Many2one, "many2one"},
    {FieldType::One2many, "one2many"},
    {FieldType::Many2many, "many2many"},
    {FieldType::Binary, "binary"},
});

FieldType typeOf(const QString& word)
{
    for (const auto& [type, name] : typeNames) {
        if (word == QLatin1String(name)) {
            return type;
        }
    }
    throw std::invalid_argument("no type of a field: " + word.toStdString());
}

/// One word of a model's line: name:type[!|~][=relation[/inverse]|=choices]; "!" is required, "~" computed.
Field readWord(const QString& word)
{
    Field field;
    field.name = word.section(QLatin1Char(':'), 0, 0);
    QString type = word.section(QLatin1Char(':'), 1).section(QLatin1Char('='), 0, 0);
    const QString rest = word.section(QLatin1Char('='), 1);
    field.required = type.endsWith(QLatin1Char('!'));
    field.stored = !type.endsWith(QLatin1Char('~'));
    if (field.required || !field.stored) {
        type.chop(1);
    }
    field.type = typeOf(type);
    if (field.isRelation()) {
        field.relation = rest.section(QLatin1Char('/'), 0, 0);
        field.inverse = rest.section(QLatin1Char('/'), 1);
    } else {
        field.selection = rest.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return field;
}

/// What a line of the catalogue needs to be there.
struct Line {
    const char* module;
    const char* model;
    const char* order;
    bool hasChatter;
    const char* fields;
};

constexpr auto catalogue = std::to_array<Line>({
    {"base", "res.partner", "name, id desc", true,
     "name:char phone:char mobile:char email:char ref:char vat:char lang:char tz:char street:char city:char zip:char "
     "country_id:many2one=res.country category_id:many2many=res.partner.category comment:html "
     "parent_id:many2one=res.partner child_ids:one2many=res.partner/parent_id active:boolean "
     "company_id:many2one=res.company user_id:many2one=res.users company_type:selection=person,company "
     "is_company:boolean function:char customer_rank:integer credit:monetary~ phone_sanitized:char~ "
     "phone_mobile_search:char~"},
    {"base", "res.partner.category", "name, id", false, "name:char! color:integer active:boolean"},
    {"base", "res.users", "name, id", false,
     "name:char! login:char! email:char lang:char tz:char partner_id:many2one=res.partner active:boolean "
     "company_id:many2one=res.company company_ids:many2many=res.company groups_id:many2many=res.groups "
     "employee_ids:one2many=hr.employee/user_id share:boolean"},
    {"base", "res.groups", "name, id", false, "name:char! full_name:char"},
    {"base", "res.company", "id", false,
     "name:char! partner_id:many2one=res.partner currency_id:many2one=res.currency country_id:many2one=res.country "
     "resource_calendar_id:many2one=resource.calendar email:char phone:char"},
    {"base", "res.currency", "name", false,
     "name:char! symbol:char active:boolean decimal_places:integer rounding:float"},
    {"base", "res.country", "name", false, "name:char! code:char phone_code:integer"},
    {"base", "res.lang", "name", false, "name:char! code:char! active:boolean direction:selection=ltr,rtl"},
    {"base", "ir.module.module", "name", false,
     "name:char! state:selection=uninstalled,installed,to_upgrade shortdesc:char latest_version:char"},
    {"base", "ir.attachment", "id desc", false,
     "name:char! datas:binary res_model:char res_id:integer mimetype:char file_size:integer checksum:char "
     "type:selection=binary,url public:boolean"},
    {"mail", "mail.message", "id desc", false,
     "body:html date:datetime author_id:many2one=res.partner message_type:selection=comment,notification,email "
     "subtype_id:many2one=mail.message.subtype model:char res_id:integer email_from:char "
     "attachment_ids:many2many=ir.attachment preview:char"},
    {"mail", "mail.message.subtype", "id", false, "name:char! internal:boolean"},
    {"calendar", "calendar.event", "start desc, id", true,
     "name:char! start:datetime! stop:datetime! allday:boolean start_date:date stop_date:date duration:float "
     "user_id:many2one=res.users partner_ids:many2many=res.partner attendee_ids:one2many=calendar.attendee/event_id "
     "location:char description:html categ_ids:many2many=calendar.event.type show_as:selection=busy,free "
     "privacy:selection=public,private,confidential active:boolean event_tz:char res_model:char res_id:integer "
     "videocall_location:char"},
    {"calendar", "calendar.attendee", "id", false,
     "event_id:many2one!=calendar.event partner_id:many2one!=res.partner "
     "state:selection=needsAction,tentative,declined,accepted email:char"},
    {"calendar", "calendar.event.type", "name", false, "name:char! color:integer"},
    {"base", "resource.calendar", "id", false,
     "name:char! tz:char! attendance_ids:one2many=resource.calendar.attendance/calendar_id "
     "leave_ids:one2many=resource.calendar.leaves/calendar_id company_id:many2one=res.company "
     "two_weeks_calendar:boolean active:boolean hours_per_day:float"},
    {"base", "resource.calendar.attendance", "week_type, dayofweek, hour_from", false,
     "name:char! dayofweek:selection!=0,1,2,3,4,5,6 hour_from:float! hour_to:float! "
     "day_period:selection=morning,lunch,afternoon calendar_id:many2one!=resource.calendar "
     "resource_id:many2one=resource.resource date_from:date date_to:date week_type:selection=0,1 "
     "display_type:selection=line_section sequence:integer"},
    {"base", "resource.calendar.leaves", "date_from", false,
     "name:char date_from:datetime! date_to:datetime! calendar_id:many2one=resource.calendar "
     "resource_id:many2one=resource.resource time_type:selection=leave,other company_id:many2one=res.company"},
    {"base", "resource.resource", "name", false,
     "name:char! tz:char user_id:many2one=res.users calendar_id:many2one=resource.calendar active:boolean "
     "resource_type:selection=user,material"},
    {"hr", "hr.employee", "name", true,
     "name:char! user_id:many2one=res.users resource_id:many2one=resource.resource "
     "resource_calendar_id:many2one=resource.calendar tz:char work_email:char work_phone:char job_title:char "
     "active:boolean company_id:many2one=res.company private_phone:char birthday:date"},
    {"account", "account.move", "invoice_date desc, id desc", true,
     "name:char move_type:selection=entry,out_invoice,out_refund,in_invoice,in_refund,out_receipt "
     "partner_id:many2one=res.partner invoice_date:date invoice_date_due:date "
     "invoice_line_ids:one2many=account.move.line/move_id state:selection=draft,posted,cancel "
     "payment_state:selection=not_paid,in_payment,paid,partial,reversed,invoicing_legacy amount_untaxed:monetary "
     "amount_tax:monetary amount_total:monetary amount_residual:monetary currency_id:many2one=res.currency ref:char "
     "payment_reference:char company_id:many2one=res.company journal_id:many2one=account.journal"},
    {"account", "account.move.line", "id", false,
     "move_id:many2one=account.move name:char product_id:many2one=product.product quantity:float price_unit:float "
     "tax_ids:many2many=account.tax price_subtotal:monetary price_total:monetary "
     "display_type:selection=product,tax,payment_term,line_section,line_note partner_id:many2one=res.partner"},
    {"account", "account.tax", "id", false, "name:char! amount:float"},
    {"account", "account.journal", "id", false,
     "name:char! type:selection!=sale,purchase,cash,bank,general code:char company_id:many2one=res.company"},
    {"account", "account.payment", "date desc, id desc", false,
     "amount:monetary date:date partner_id:many2one=res.partner journal_id:many2one=account.journal "
     "payment_type:selection=inbound,outbound state:selection=draft,posted,cancel ref:char "
     "reconciled_invoice_ids:many2many=account.move"},
    {"account", "account.payment.register", "id", false,
     "amount:monetary payment_date:date journal_id:many2one=account.journal communication:char "
     "line_ids:many2many=account.move"},
    {"product", "product.template", "name, id", true,
     "name:char! list_price:float detailed_type:selection=consu,service,product taxes_id:many2many=account.tax "
     "active:boolean default_code:char sale_ok:boolean"},
    {"product", "product.product", "name, id", true,
     "name:char! list_price:float detailed_type:selection=consu,service,product taxes_id:many2many=account.tax "
     "active:boolean default_code:char sale_ok:boolean product_tmpl_id:many2one=product.template lst_price:float"},
    {"sale", "sale.order", "id desc", true,
     "name:char partner_id:many2one!=res.partner state:selection=draft,sent,sale,cancel date_order:datetime "
     "order_line:one2many=sale.order.line/order_id amount_total:monetary note:html"},
    {"sale", "sale.order.line", "id", false,
     "order_id:many2one!=sale.order product_id:many2one=product.product name:text product_uom_qty:float "
     "price_unit:float price_subtotal:monetary"},
});

/// What a version renamed or left out.
void adapt(Model& model, const Profile& profile)
{
    const auto rename = [&](const char* from, const char* to) {
        auto node = model.fields.extract(QLatin1String(from));
        if (!node.empty()) {
            node.key() = QLatin1String(to);
            node.mapped().name = node.key();
            model.fields.insert(std::move(node));
        }
    };
    if (model.name == QLatin1String("res.partner")) {
        if (profile.version >= 19) {
            model.fields.erase(QStringLiteral("mobile"));
        }
        if (!profile.hasPhoneSearch) {
            model.fields.erase(QStringLiteral("phone_sanitized"));
            model.fields.erase(QStringLiteral("phone_mobile_search"));
        }
    }
    if (profile.version >= 19) {
        rename("groups_id", "group_ids");
    }
    if (profile.version >= 18) {
        rename("detailed_type", "type");
    } else if (profile.version < 15) {
        rename("detailed_type", "type");
    }
}

} // namespace

QString toText(FieldType type)
{
    for (const auto& [known, name] : typeNames) {
        if (known == type) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

Field fieldFrom(const QString& name, const Json& description)
{
    Field field;
    field.name = name;
    field.type = typeOf(textAt(description, "type"));
    field.relation = textAt(description, "relation");
    field.inverse = textAt(description, "inverse");
    field.required = base::boolAt(description, "required");
    field.stored = base::boolAt(description, "store", true);
    for (const Json& choice : base::at(description, "selection")) {
        const Json& value = choice.is_array() ? choice.at(0) : choice;
        field.selection.append(QString::fromStdString(value.get<std::string>()));
    }
    return field;
}

Json describe(const Field& field)
{
    Json told{{"type", utf8(toText(field.type))},
              {"string", utf8(field.name)},
              {"required", field.required},
              {"readonly", !field.stored},
              {"store", field.stored}};
    if (field.isRelation()) {
        told["relation"] = utf8(field.relation);
    }
    if (field.type == FieldType::One2many) {
        told["relation_field"] = utf8(field.inverse);
    }
    if (field.type == FieldType::Selection) {
        told["selection"] = Json::array();
        for (const QString& choice : field.selection) {
            told["selection"].push_back({utf8(choice), utf8(choice)});
        }
    }
    return told;
}

void addCommonFields(Model& model)
{
    for (const char* word : {"id:integer", "display_name:char~", "create_date:datetime", "write_date:datetime",
                             "create_uid:many2one=res.users", "write_uid:many2one=res.users"}) {
        Field field = readWord(QString::fromLatin1(word));
        model.fields.insert({field.name, field});
    }
}

std::map<QString, Model> modelsOf(const Profile& profile)
{
    std::map<QString, Model> models;
    for (const Line& line : catalogue) {
        if (!profile.has(line.module)) {
            continue;
        }
        Model model;
        model.name = QString::fromLatin1(line.model);
        model.table = model.name;
        model.order = QString::fromLatin1(line.order);
        model.hasChatter = line.hasChatter;
        for (const QString& word : QString::fromLatin1(line.fields).split(QLatin1Char(' '))) {
            Field field = readWord(word);
            model.fields.insert({field.name, field});
        }
        addCommonFields(model);
        adapt(model, profile);
        models.insert({model.name, model});
    }
    if (const auto employee = models.find(QStringLiteral("hr.employee")); employee != models.end()) {
        Model open = employee->second;
        open.name = QStringLiteral("hr.employee.public");
        open.hasChatter = false;
        open.fields.erase(QStringLiteral("private_phone"));
        open.fields.erase(QStringLiteral("birthday"));
        models.insert({open.name, open});
    }
    for (auto& [name, model] : models) {
        std::erase_if(model.fields, [&](const auto& entry) {
            return entry.second.isRelation() && !models.contains(entry.second.relation);
        });
    }
    return models;
}

QStringList modulesOf(const Profile& profile)
{
    QStringList names{QStringLiteral("base"), QStringLiteral("contacts"), QStringLiteral("mail")};
    for (const char* module : {"calendar", "hr", "account", "product", "sale"}) {
        if (profile.has(module)) {
            names.append(QString::fromLatin1(module));
        }
    }
    return names;
}

} // namespace delpek::simulation::odoo
