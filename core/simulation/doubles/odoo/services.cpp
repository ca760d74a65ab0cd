// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/services.h"

namespace delpek::simulation::odoo
{

using base::Json;
using base::utf8;

namespace
{

QString textOf(const Json& args, std::size_t at)
{
    return at < args.size() && args[at].is_string() ? QString::fromStdString(args[at].get<std::string>()) : QString();
}

Database& databaseOf(const Databases& databases, const QString& name)
{
    const auto found = databases.find(name);
    if (found == databases.end()) {
        databaseError("OperationalError",
                      QStringLiteral("connection to server on socket \"/run/postgresql/.s.PGSQL.5432\" failed: "
                                     "FATAL:  database \"%1\" does not exist")
                          .arg(name));
    }
    return *found->second;
}

bool takes(const Account& account, const QString& secret)
{
    return account.isActive && !secret.isEmpty() && (account.password == secret || account.keys.contains(secret));
}

/// False for a wrong login: no fault.
Json authenticate(const Databases& databases, const Json& args)
{
    Database& db = databaseOf(databases, textOf(args, 0));
    for (const auto& [id, account] : db.accounts) {
        if (account.login == textOf(args, 1) && takes(account, textOf(args, 2))) {
            return id;
        }
    }
    return false;
}

Json versionTold(int version)
{
    const std::string text = std::to_string(version) + ".0";
    return {{"server_version", text},
            {"server_version_info", Json::array({version, 0, 0, "final", 0, ""})},
            {"server_serie", text},
            {"protocol_version", 1}};
}

} // namespace

Json versionInfo(int version)
{
    return {{"version", std::to_string(version) + ".0"},
            {"version_info", Json::array({version, 0, 0, "final", 0, ""})}};
}

std::optional<Json> openService(const Databases& databases, const OdooDouble::Setup& setup, const Incoming& incoming)
{
    const QString name = incoming.service + QLatin1Char('.') + incoming.method;
    if (name == QLatin1String("common.version")) {
        return versionTold(setup.version);
    }
    if (name == QLatin1String("common.authenticate") || name == QLatin1String("common.login")) {
        return authenticate(databases, incoming.args);
    }
    if (name == QLatin1String("db.server_version")) {
        return Json(std::to_string(setup.version) + ".0");
    }
    if (name == QLatin1String("db.db_exist")) {
        return Json(databases.contains(textOf(incoming.args, 0)));
    }
    if (name == QLatin1String("db.list")) {
        if (!setup.listsDatabases) {
            accessDenied();
        }
        Json names = Json::array();
        for (const auto& [database, unused] : databases) {
            names.push_back(utf8(database));
        }
        return names;
    }
    pythonError("AttributeError", QStringLiteral("no such service: %1").arg(name));
}

Admitted admit(const Databases& databases, const Incoming& incoming)
{
    const Json& args = incoming.args;
    const bool isKw = incoming.method == QLatin1String("execute_kw");
    if (incoming.service != QLatin1String("object") || (!isKw && incoming.method != QLatin1String("execute"))) {
        pythonError("NameError", QStringLiteral("Method not available %1").arg(incoming.method));
    }
    if (args.size() < 5 || !args[1].is_number_integer() || (isKw && args.size() > 7)) {
        pythonError("TypeError", QStringLiteral("%1() has other arguments").arg(incoming.method));
    }
    Admitted admitted;
    admitted.db = &databaseOf(databases, textOf(args, 0));
    admitted.user = args[1].get<qint64>();
    const auto account = admitted.db->accounts.find(admitted.user);
    if (account == admitted.db->accounts.end()) {
        throw Refused{QStringLiteral("odoo.exceptions.MissingError"),
                      QStringLiteral("Record does not exist or has been deleted.\n(Record: res.users(%1,), User: %1)")
                          .arg(admitted.user)};
    }
    if (!takes(account->second, textOf(args, 2))) {
        accessDenied();
    }
    admitted.invocation.model = textOf(args, 3);
    admitted.invocation.method = textOf(args, 4);
    if (isKw) {
        admitted.invocation.args = args.size() > 5 ? args[5] : Json::array();
        admitted.invocation.kwargs = args.size() > 6 ? args[6] : Json::object();
        if (!admitted.invocation.args.is_array() || !admitted.invocation.kwargs.is_object()) {
            pythonError("TypeError", QStringLiteral("execute_kw() takes a list and a dict"));
        }
    } else {
        admitted.invocation.args = Json(args.begin() + 5, args.end());
    }
    return admitted;
}

Admitted admitJson2(const Databases& databases, const http::ServerRequest& request, const Incoming& incoming)
{
    const QString name = QString::fromUtf8(http::header(request.headers, "X-Odoo-Database"));
    const auto found = name.isEmpty() && databases.size() == 1 ? databases.begin() : databases.find(name);
    if (found == databases.end()) {
        noDatabaseSelected();
    }
    const QByteArray authorization = http::header(request.headers, "Authorization");
    const QString key = QString::fromUtf8(authorization.mid(7));
    Admitted admitted;
    admitted.db = found->second.get();
    for (const auto& [id, account] : admitted.db->accounts) {
        if (authorization.toLower().startsWith("bearer ") && account.isActive && account.keys.contains(key)) {
            admitted.user = id;
        }
    }
    if (admitted.user == 0) {
        throw Refused{QStringLiteral("werkzeug.exceptions.Unauthorized"), QStringLiteral("Invalid apikey")};
    }
    admitted.invocation.byName = true;
    admitted.invocation.model = incoming.service;
    admitted.invocation.method = incoming.method;
    admitted.invocation.kwargs = incoming.args;
    return admitted;
}

} // namespace delpek::simulation::odoo
