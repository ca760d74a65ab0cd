// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/neo4jdouble.h"

#include "simulation/doubles/answers.h"
#include "simulation/doubles/neo4jgraph.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <deque>
#include <mutex>

namespace delpek::simulation
{

namespace
{

using base::Json;

const auto syntaxError = QStringLiteral("Neo.ClientError.Statement.SyntaxError");
const auto parameterMissing = QStringLiteral("Neo.ClientError.Statement.ParameterMissing");
const auto invalidRequest = QStringLiteral("Neo.ClientError.Request.Invalid");
const auto unauthorised = QStringLiteral("Neo.ClientError.Security.Unauthorized");
const auto noDatabase = QStringLiteral("Neo.ClientError.Database.DatabaseNotFound");

/// A call that is refused: before any statement ran with a status of its own, else with the usual one.
struct Refused {
    int status = 0;
    QString code;
};

std::set<std::string> parametersIn(const std::string& statement)
{
    static const QRegularExpression name(QStringLiteral("\\$([a-z]+)"));
    std::set<std::string> names;
    for (auto it = name.globalMatch(QString::fromStdString(statement)); it.hasNext();) {
        names.insert(it.next().captured(1).toStdString());
    }
    return names;
}

} // namespace

class Neo4jDouble::Private
{
public:
    Private(Setup setup_, base::Clock& clock_)
        : setup(std::move(setup_))
        , clock(clock_)
    {
    }

    Result<Done> load(const QString& resources)
    {
        QFile file(resources + QStringLiteral("/memory/cypher.json"));
        const auto json = file.open(QIODevice::ReadOnly) ? base::parseJson(file.readAll())
                                                         : fail(ErrorCode::NotFound, file.fileName());
        if (!json) {
            return fail(json.error());
        }
        for (const auto& [name, lines] : json->items()) {
            std::string text;
            for (const auto& line : lines) {
                const auto part = line.is_string() ? line.get<std::string>() : std::string();
                if (name == "schema") {
                    known[part] = name;
                }
                text += (text.empty() ? "" : "\n") + part;
            }
            if (lines.is_array() && name != "schema") {
                known[text] = name;
            }
        }
        schemaSize = int(std::ranges::count_if(known, [](const auto& one) { return one.second == "schema"; }));
        return Done{};
    }

    void discover(const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        Json json{{"transaction", "http://localhost:7474/db/{databaseName}/tx"},
                  {"bolt_direct", "bolt://localhost:7687"},
                  {"neo4j_version", setup.hasQueryApi ? "5.26.0" : "4.4.0"},
                  {"neo4j_edition", "community"}};
        if (setup.hasQueryApi) {
            json["query"] = "http://localhost:7474/db/{databaseName}/query/v2";
        }
        give(jsonAnswer(200, base::toBytes(json)), respond);
    }

    void query(const http::ServerRequest& request, const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        const auto body = checked(request, {"statement", "parameters"});
        const auto rows = body ? execute(*body) : tl::make_unexpected(body.error());
        if (!rows) {
            return refuse(rows.error(), 400, respond);
        }
        give(jsonAnswer(202, base::toBytes({{"data", {{"fields", Json::array()}, {"values", *rows}}},
                                            {"bookmarks", {"FB:double"}}})),
             respond);
    }

    void commit(const http::ServerRequest& request, const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        const auto body = checked(request, {"statements"});
        if (!body) {
            return refuse(body.error(), 200, respond);
        }
        const Json& statements = base::at(*body, "statements");
        if (!statements.is_array() || statements.size() != 1 ||
            base::at(statements[0], "resultDataContents") != Json::array({"row"})) {
            return refuse({0, invalidRequest}, 200, respond);
        }
        const auto rows = execute(statements[0]);
        if (!rows) {
            return refuse(rows.error(), 200, respond);
        }
        Json data = Json::array();
        for (const auto& row : *rows) {
            data.push_back({{"row", row}, {"meta", Json::array()}});
        }
        give(jsonAnswer(200, base::toBytes({{"results", Json::array({{{"columns", Json::array()}, {"data", data}}})},
                                            {"errors", Json::array()},
                                            {"lastBookmarks", {"FB:double"}}})),
             respond);
    }

    const Setup setup;
    base::Clock& clock;
    mutable std::mutex mutex;
    Neo4jGraph graph;
    std::map<std::string, std::string> known; ///< names by text
    std::set<std::string> made;               ///< of the schema
    int schemaSize = 0;
    std::deque<QString> faults;
    QStringList sent;
    QStringList refused;
    bool down = false;
    bool silent = false;
    std::vector<http::Respond> unanswered;
    std::unique_ptr<http::Server> server;

private:
    void give(const http::ServerResponse& response, const http::Respond& respond)
    {
        if (silent) {
            unanswered.push_back(respond);
        } else {
            respond(down ? jsonAnswer(503, "{}") : response);
        }
    }

    void refuse(const Refused& what, int usual, const http::Respond& respond)
    {
        refused << what.code;
        const Json errors = Json::array({{{"code", what.code.toStdString()}, {"message", "refused by the double"}}});
        give(jsonAnswer(what.status == 0 ? usual : what.status,
                        base::toBytes({{"errors", errors}, {"results", Json::array()}})),
             respond);
    }

    /// The body, of a caller who may ask, in the form that is asked for.
    tl::expected<Json, Refused> checked(const http::ServerRequest& request, const std::set<std::string>& members) const
    {
        const QByteArray expected =
            setup.user.isEmpty() ? "Bearer " + setup.password.toUtf8()
                                 : "Basic " + (setup.user + QLatin1Char(':') + setup.password).toUtf8().toBase64();
        if (http::header(request.headers, "Authorization") != expected) {
            return tl::make_unexpected(Refused{401, unauthorised});
        }
        if (QString::fromUtf8(request.part(1)) != setup.database) {
            return tl::make_unexpected(Refused{404, noDatabase});
        }
        if (http::header(request.headers, "Content-Type") != "application/json" ||
            http::header(request.headers, "Accept") != "application/json") {
            return tl::make_unexpected(Refused{415, invalidRequest});
        }
        auto json = base::parseJson(request.body);
        const bool fits = json && json->is_object() && std::ranges::all_of(json->items(), [&](const auto& member) {
                              return members.contains(member.key());
                          });
        if (!fits) {
            return tl::make_unexpected(Refused{400, invalidRequest});
        }
        return std::move(*json);
    }

    tl::expected<Json, Refused> execute(const Json& call)
    {
        const auto text = base::textAt(call, "statement").toStdString();
        const Json& parameters = base::at(call, "parameters");
        const auto statement = known.find(text);
        if (statement == known.end()) {
            return tl::make_unexpected(Refused{0, syntaxError});
        }
        const auto wanted = parametersIn(text);
        for (const auto& name : wanted) {
            if (!parameters.contains(name)) {
                return tl::make_unexpected(Refused{0, parameterMissing});
            }
        }
        const auto& name = statement->second;
        const bool writes = name == "remember" || name == "forget" || name == "correct";
        if (parameters.size() != wanted.size() || (writes && int(made.size()) < schemaSize)) {
            return tl::make_unexpected(Refused{0, invalidRequest});
        }
        if (!faults.empty()) {
            const QString code = faults.front();
            faults.pop_front();
            return tl::make_unexpected(Refused{0, code});
        }
        if (down || silent) {
            return Json::array();
        }
        sent << QString::fromStdString(name);
        if (name == "schema") {
            made.insert(text);
            return Json::array();
        }
        return graph.run(name, parameters);
    }
};

Neo4jDouble::Neo4jDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

Neo4jDouble::~Neo4jDouble()
{
    d->server.reset();
}

Result<std::unique_ptr<Neo4jDouble>> Neo4jDouble::start(const Setup& setup, const QString& resources,
                                                        base::Clock& clock)
{
    std::unique_ptr<Neo4jDouble> made(new Neo4jDouble(std::make_unique<Private>(setup, clock)));
    if (const auto loaded = made->d->load(resources); !loaded) {
        return fail(loaded.error());
    }
    auto* d = made->d.get();
    std::vector<http::Server::Route> routes{
        {"GET", "/", [d](const http::ServerRequest&, const http::Respond& respond) { d->discover(respond); }},
        {"POST", "/db/{name}/tx/commit",
         [d](const http::ServerRequest& request, const http::Respond& respond) { d->commit(request, respond); }}};
    if (setup.hasQueryApi) {
        routes.push_back(
            {"POST", "/db/{name}/query/v2",
             [d](const http::ServerRequest& request, const http::Respond& respond) { d->query(request, respond); }});
    }
    if (const auto served = serve(d->server, std::move(routes)); !served) {
        return fail(served.error());
    }
    return made;
}

QUrl Neo4jDouble::url() const
{
    return addressOf(d->server, "neo4j");
}

void Neo4jDouble::failNext(int count, const QString& code)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), std::size_t(count), code);
}

void Neo4jDouble::setSilent(bool silent)
{
    const std::lock_guard lock(d->mutex);
    d->silent = silent;
}

void Neo4jDouble::setDown(bool down)
{
    const std::lock_guard lock(d->mutex);
    d->down = down;
}

QStringList Neo4jDouble::statements() const
{
    const std::lock_guard lock(d->mutex);
    return d->sent;
}

QStringList Neo4jDouble::refusals() const
{
    const std::lock_guard lock(d->mutex);
    return d->refused;
}

std::set<std::string> Neo4jDouble::relations() const
{
    const std::lock_guard lock(d->mutex);
    return d->graph.relations();
}

} // namespace delpek::simulation
