// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/check.h"

#include "clinic/odoo/login.h"
#include "clinic/odoo/onceonly.h"
#include "clinic/odoo/versions.h"
#include "clinic/odoo/wire.h"

#include <QSet>

namespace delpek::clinic::odoo
{

using base::at;
using base::Json;
using base::utf8;
using domain::Finding;
using domain::Findings;
using domain::FindingState;

namespace
{

constexpr int keyWarning = 14; ///< days
constexpr auto clockAttention = std::chrono::seconds(60);
constexpr auto clockFault = std::chrono::minutes(5);

Finding good(const char* subject, const QString& detail = {})
{
    return {QString::fromLatin1(subject), FindingState::Good, {}, detail};
}

Finding bad(const char* subject, const char* key, const QString& detail, FindingState state = FindingState::Fault)
{
    return {QString::fromLatin1(subject), state, QString::fromLatin1(key), detail};
}

/// Why nothing answers, in the HTTP client's own words: the protocols say only that nothing did.
Finding unreachable(const Connection& connection, http::Client& client, const base::Cancel& cancel)
{
    http::Request request;
    request.url = addressOf(connection, QStringLiteral("/web/login"));
    request.timeout = connection.readPatience;
    const auto answer = base::await(client.send(request), cancel);
    if (answer && answer->status >= 500) {
        return bad("server", "check.odoo.unreachable", QStringLiteral("HTTP %1").arg(answer->status));
    }
    if (answer) {
        return bad("server", "check.odoo.notOdoo", QStringLiteral("HTTP %1").arg(answer->status));
    }
    const Error& error = answer.error();
    const char* key = error.key == QLatin1String("connection.nameUnknown") ? "check.odoo.nameUnknown"
                      : error.key == QLatin1String("connection.untrusted") ? "check.odoo.untrusted"
                                                                           : "check.odoo.unreachable";
    return bad("server", key, error.detail);
}

Finding versionFinding(const Server& server)
{
    const QString detail =
        QStringLiteral("Odoo %1 %2")
            .arg(server.text, server.isEnterprise ? QStringLiteral("Enterprise") : QStringLiteral("Community"));
    if (server.major < oldestVersion) {
        return bad("version", "check.odoo.tooOld", detail);
    }
    return server.major > newestVersion ? bad("version", "check.odoo.newer", detail, FindingState::Attention)
                                        : good("version", detail);
}

Finding clockFinding(const Server& server)
{
    const auto off = server.clockAhead < base::Duration::zero() ? -server.clockAhead : server.clockAhead;
    const QString detail =
        QStringLiteral("%1 s").arg(std::chrono::duration_cast<std::chrono::seconds>(server.clockAhead).count());
    if (off < clockAttention) {
        return good("clock", detail);
    }
    return bad("clock", "check.odoo.clock", detail, off < clockFault ? FindingState::Attention : FindingState::Fault);
}

Finding loginFinding(const CheckSetup& setup, const Error& error)
{
    if (error.key == QLatin1String("records.odooDatabase")) {
        return bad("database", "check.odoo.database", setup.connection.database);
    }
    if (error.code != ErrorCode::Unauthorised) {
        return bad("login", "check.odoo.unreachable", error.detail);
    }
    return bad("login", looksLikeKey(setup.connection.secret) ? "check.odoo.key" : "check.odoo.login",
               setup.connection.login);
}

std::optional<Finding> keyFinding(const CheckSetup& setup, const Server& server, QDate today)
{
    if (setup.keyExpires.isValid()) {
        const qint64 days = today.daysTo(setup.keyExpires);
        const QString detail = setup.keyExpires.toString(Qt::ISODate);
        if (days < 0) {
            return bad("key", "check.odoo.keyExpired", detail);
        }
        return days <= keyWarning ? bad("key", "check.odoo.keyExpires", detail, FindingState::Attention)
                                  : good("key", detail);
    }
    if (server.protocol == Protocol::Json2) {
        return bad("key", "check.odoo.keyDate", {}, FindingState::Attention);
    }
    return std::nullopt;
}

void addLacks(const std::vector<Lack>& lacks, Findings& findings)
{
    const auto count = findings.size();
    for (const Lack& lack : lacks) {
        if (lack.model || !lack.fields.isEmpty()) {
            Lack only = lack;
            only.operations.clear();
            findings.push_back(bad("models", lack.model ? "check.odoo.model" : "check.odoo.field", describe(only)));
        }
    }
    if (findings.size() == count) {
        findings.push_back(good("models"));
    }
    const auto models = findings.size();
    for (Lack lack : lacks) {
        if (!lack.operations.isEmpty()) {
            lack.fields.clear();
            findings.push_back(bad("rights", "check.odoo.right", describe(lack)));
        }
    }
    if (findings.size() == models) {
        findings.push_back(good("rights"));
    }
}

/// Whether records can be made once by an external id.
std::optional<Finding> loadFinding(const Line& line, const base::Cancel& cancel)
{
    const auto answer = line.ask(loadNothing(QStringLiteral("calendar.event")), cancel);
    const bool isRefused =
        answer ? isLoadRefused(*answer)
               : answer.error().code == ErrorCode::Forbidden || answer.error().code == ErrorCode::Unsupported;
    return isRefused ? std::optional(bad("rights", "check.odoo.load", QStringLiteral("calendar.event.load"),
                                         FindingState::Attention))
                     : std::nullopt;
}

/// True where a calendar has the days of a fresh database: Monday to Friday and no Sunday.
bool isForeignWeek(const Json& attendances, qint64 calendar)
{
    QSet<QString> days;
    for (const Json& row : attendances) {
        if (wire::id(at(row, "calendar_id")) == calendar) {
            days.insert(wire::text(at(row, "dayofweek")));
        }
    }
    // Monday is 0, Sunday 6.
    return !days.contains(QStringLiteral("6")) && days.contains(QStringLiteral("0")) &&
           days.contains(QStringLiteral("1")) && days.contains(QStringLiteral("2")) &&
           days.contains(QStringLiteral("3")) && days.contains(QStringLiteral("4"));
}

/// The hours that doctors work by.
std::optional<Finding> hoursFinding(const CheckSetup& setup, const Line& line, const base::Cancel& cancel)
{
    const auto everything = Json::array({Json::array()});
    const auto rows = line.ask({QStringLiteral("resource.calendar"), QStringLiteral("search_read"), everything,
                                Json{{"fields", {"name", "tz"}}, {"limit", 200}, {"order", "id"}}},
                               cancel);
    const auto attendances =
        line.ask({QStringLiteral("resource.calendar.attendance"), QStringLiteral("search_read"), everything,
                  Json{{"fields", {"calendar_id", "dayofweek"}}, {"limit", 5000}, {"order", "id"}}},
                 cancel);
    if (!rows || !attendances) {
        return std::nullopt;
    }
    QStringList wrong;
    for (const Json& row : *rows) {
        const bool isForeign = isForeignWeek(*attendances, wire::whole(at(row, "id")));
        const QString zone = wire::text(at(row, "tz"));
        if (isForeign || zone != setup.zone) {
            wrong.append(
                QStringLiteral("%1 (%2%3)")
                    .arg(wire::text(at(row, "name")), zone, isForeign ? QStringLiteral(", no Sunday") : QString()));
        }
    }
    return wrong.isEmpty()
               ? good("hours")
               : bad("hours", "check.odoo.hours", wrong.join(QStringLiteral("; ")), FindingState::Attention);
}

} // namespace

Findings check(const CheckSetup& setup, http::Client& client, const base::Clock& clock, const base::Cancel& cancel)
{
    const Connection& connection = setup.connection;
    const auto server = findServer(connection, client, clock, cancel);
    if (!server) {
        return {unreachable(connection, client, cancel)};
    }
    Findings findings{good("server", connection.url.host()), versionFinding(*server), clockFinding(*server)};
    if (connection.secret.isEmpty()) {
        findings.push_back(bad("login", "check.odoo.secretMissing", {}));
        return findings;
    }
    const auto session = login(connection, client, clock, cancel);
    if (!session) {
        findings.push_back(loginFinding(setup, session.error()));
        return findings;
    }
    findings.push_back(good("database", session->database));
    findings.push_back(good("login", connection.login));
    const QDate today = QDateTime::fromMSecsSinceEpoch(base::toMillis(clock.now()), Qt::UTC).date();
    if (auto key = keyFinding(setup, session->server, today)) {
        findings.push_back(std::move(*key));
    }
    Connection own = connection;
    own.database = session->database;
    const Line line(own, session->server.protocol, session->user, client);
    const auto lacks = lacking(line, session->server, setup.needs, cancel);
    if (!lacks) {
        findings.push_back(bad("models", "check.odoo.unreachable", lacks.error().detail));
        return findings;
    }
    addLacks(*lacks, findings);
    if (auto load = loadFinding(line, cancel)) {
        findings.push_back(std::move(*load));
    }
    if (auto hours = hoursFinding(setup, line, cancel)) {
        findings.push_back(std::move(*hours));
    }
    if (session->zone != setup.zone) {
        findings.push_back(bad("hours", "check.odoo.userZone", session->zone, FindingState::Attention));
    }
    return findings;
}

} // namespace delpek::clinic::odoo
