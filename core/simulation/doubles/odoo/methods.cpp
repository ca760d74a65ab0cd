// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/methods.h"

#include "simulation/doubles/odoo/behaviour.h"
#include "simulation/doubles/odoo/loading.h"
#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/signatures.h"
#include "simulation/doubles/odoo/values.h"

#include <algorithm>

namespace delpek::simulation::odoo
{

using base::at;
using base::Json;
using base::utf8;

namespace
{

using Outcome = std::optional<Json>;

/// `load` given as nothing: many2one as bare ids.
bool isNamed(const Arguments& arguments)
{
    return !arguments.named.contains("load") || arguments.text("load") == QLatin1String("_classic_read");
}

Json domainOf(const Arguments& arguments)
{
    return arguments.named.contains("domain") && !isEmpty(arguments["domain"]) ? arguments["domain"] : Json::array();
}

Json fieldsOf(const Model& model, const Arguments& arguments)
{
    const QStringList wanted = arguments.words("allfields");
    const QStringList attributes = arguments.words("attributes");
    Json all = Json::object();
    for (const auto& [name, field] : model.fields) {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            continue;
        }
        Json told = describe(field);
        for (auto entry = told.begin(); entry != told.end();) {
            const bool stays = attributes.isEmpty() || attributes.contains(QString::fromStdString(entry.key()));
            entry = stays ? std::next(entry) : told.erase(entry);
        }
        all[utf8(name)] = std::move(told);
    }
    return all;
}

Json createAll(Records& records, const Model& model, const Arguments& arguments, bool alwaysList)
{
    const Json& values = arguments["vals_list"];
    if (!values.is_array()) {
        const qint64 id = records.create(model.name, values);
        return alwaysList ? Json::array({id}) : Json(id);
    }
    Json ids = Json::array();
    for (const Json& one : values) {
        ids.push_back(records.create(model.name, one));
    }
    return ids;
}

Json nameSearch(Records& records, const Model& model, const Arguments& arguments)
{
    const QString text = arguments.text("name");
    Json domain = Json::array();
    if (!text.isEmpty()) {
        const QString op = arguments.named.contains("operator") ? arguments.text("operator") : QStringLiteral("ilike");
        const auto term = [&](const char* field) { return Json::array({field, utf8(op), utf8(text)}); };
        domain = model.name == QLatin1String("res.partner")
                     ? Json::array({"|", "|", term("name"), term("email"), term("ref")})
                     : Json::array({term("name")});
    }
    const qint64 limit = arguments.named.contains("limit") ? arguments.number("limit") : 100;
    Json pairs = Json::array();
    for (const qint64 id : records.search(model.name, domain, 0, limit)) {
        pairs.push_back(Json::array({id, utf8(displayName(records.env(), model.name, id))}));
    }
    return pairs;
}

Json accessRights(const Env& env, const Model& model, const Arguments& arguments)
{
    const auto operation = operationOf(arguments.text("operation"));
    if (!operation) {
        pythonError("KeyError", arguments.text("operation"));
    }
    const bool isAllowed = may(env, model, *operation);
    if (!isAllowed && base::boolAt(arguments.named, "raise_exception", true)) {
        demand(env, model, *operation);
    }
    return isAllowed;
}

/// The calls that every model takes and that return something.
Outcome common(Records& records, const Model& model, const Invocation& call, const Arguments& arguments)
{
    const QString& method = call.method;
    if (method == QLatin1String("search")) {
        const auto ids = records.search(model.name, domainOf(arguments), arguments.number("offset"),
                                        arguments.number("limit"), arguments.text("order"));
        return Json(ids);
    }
    if (method == QLatin1String("search_count")) {
        return Json(records.search(model.name, domainOf(arguments), 0, arguments.number("limit")).size());
    }
    if (method == QLatin1String("search_read")) {
        const auto ids = records.search(model.name, domainOf(arguments), arguments.number("offset"),
                                        arguments.number("limit"), arguments.text("order"));
        return records.read(model.name, ids, arguments.words("fields"), isNamed(arguments));
    }
    if (method == QLatin1String("read")) {
        return records.read(model.name, arguments.ids, arguments.words("fields"), isNamed(arguments));
    }
    if (method == QLatin1String("read_group")) {
        demandFields(records.env(), model, {QStringLiteral("id")});
        return records.readGroup(model.name, domainOf(arguments), arguments.words("fields"), arguments.words("groupby"),
                                 arguments.number("limit"), base::boolAt(arguments.named, "lazy", true));
    }
    if (method == QLatin1String("fields_get")) {
        return fieldsOf(model, arguments);
    }
    if (method == QLatin1String("name_search")) {
        return nameSearch(records, model, arguments);
    }
    if (method == QLatin1String("create")) {
        return createAll(records, model, arguments, call.byName);
    }
    if (method == QLatin1String("load")) {
        if (!records.env().db.profile().allowsLoad) {
            return Json{{"ids", nullptr}, {"messages", {{{"type", "error"}, {"message", "loading is not allowed"}}}}};
        }
        return load(records, model, arguments["fields"], arguments["data"]);
    }
    if (method == QLatin1String("write")) {
        records.write(model.name, arguments.ids, arguments["vals"]);
        return Json(true);
    }
    if (method == QLatin1String("unlink")) {
        records.unlink(model.name, arguments.ids);
        return Json(true);
    }
    if (method == QLatin1String("exists")) {
        Json there = Json::array();
        for (const qint64 id : arguments.ids) {
            if (records.env().db.find(model.table, id) != nullptr) {
                there.push_back(id);
            }
        }
        return there;
    }
    return std::nullopt;
}

Json ownContext(const Env& env)
{
    const Json* user = env.db.find(QStringLiteral("res.users"), env.user);
    return {{"lang", user != nullptr ? at(*user, "lang") : Json(false)},
            {"tz", user != nullptr ? at(*user, "tz") : Json(false)},
            {"uid", env.user}};
}

void answerInvitations(Records& records, const Arguments& arguments, const char* state)
{
    records.write(QStringLiteral("calendar.attendee"), arguments.ids, {{"state", state}});
}

void setActive(Records& records, const Model& model, const Arguments& arguments, const QString& method)
{
    for (const qint64 id : arguments.ids) {
        const bool now = method == QLatin1String("toggle_active")
                             ? at(records.row(model.name, id), "active") == Json(false)
                             : method == QLatin1String("action_unarchive");
        records.write(model.name, {id}, {{"active", now}});
    }
}

/// What single models have, and the calls that return nothing.
Outcome particular(Records& records, const Model& model, const Invocation& call, const Arguments& arguments)
{
    Env& env = records.env();
    const QString& method = call.method;
    if (method == QLatin1String("check_access_rights") || method == QLatin1String("has_access")) {
        Arguments quiet = arguments;
        if (method == QLatin1String("has_access")) {
            quiet.named["raise_exception"] = false;
        }
        return accessRights(env, model, quiet);
    }
    if (method == QLatin1String("has_group")) {
        return Json(hasGroup(env, arguments.text("group_ext_id")));
    }
    if (method == QLatin1String("context_get")) {
        return ownContext(env);
    }
    if (method == QLatin1String("message_post")) {
        if (arguments.ids.size() != 1) {
            pythonError("ValueError", QStringLiteral("Expected singleton: %1").arg(model.name));
        }
        return Json(postMessage(records, model.name, arguments.ids.front(), arguments.named));
    }
    if (method == QLatin1String("action_post")) {
        return accounting::post(records, arguments.ids);
    }
    if (method == QLatin1String("action_create_payments")) {
        return accounting::createPayments(records, arguments.ids);
    }
    if (method == QLatin1String("button_draft")) {
        accounting::backToDraft(records, arguments.ids);
    } else if (method == QLatin1String("button_cancel")) {
        records.write(model.name, arguments.ids, {{"state", "cancel"}});
    } else if (method.startsWith(QLatin1String("do_"))) {
        answerInvitations(records, arguments,
                          method == QLatin1String("do_accept")    ? "accepted"
                          : method == QLatin1String("do_decline") ? "declined"
                                                                  : "tentative");
        return Json(true);
    } else if (model.sets.contains(utf8(method))) {
        records.write(model.name, arguments.ids, model.sets[utf8(method)]);
    } else {
        setActive(records, model, arguments, method);
    }
    return std::nullopt;
}

/// A company that the user may not act for, in the context, is refused.
void checkCompanies(const Env& env)
{
    const Json& wanted = at(env.context, "allowed_company_ids");
    const Json* user = env.db.find(QStringLiteral("res.users"), env.user);
    if (!wanted.is_array() || user == nullptr) {
        return;
    }
    const Json& own = at(*user, "company_ids");
    for (const Json& company : wanted) {
        if (!own.is_array() || std::find(own.begin(), own.end(), company) == own.end()) {
            accessError(QStringLiteral("Access to unauthorized or invalid companies."));
        }
    }
}

} // namespace

std::optional<Json> invoke(Env& env, const Invocation& invocation)
{
    env.context = at(invocation.kwargs, "context");
    if (!env.context.is_object()) {
        env.context = Json::object();
    }
    if (invocation.byName && !env.db.models().contains(invocation.model)) {
        throw Refused{QStringLiteral("werkzeug.exceptions.NotFound"), QStringLiteral("no such model")};
    }
    const Model& model = env.db.model(invocation.model);
    checkCompanies(env);
    const Arguments arguments = bind(env, model, invocation);
    Records records(env);
    if (auto outcome = common(records, model, invocation, arguments)) {
        return outcome;
    }
    return particular(records, model, invocation, arguments);
}

} // namespace delpek::simulation::odoo
