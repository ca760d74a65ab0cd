// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/neo4j/line.h"

#include <algorithm>

namespace delpek::memory::neo4j
{

namespace
{

using base::Json;

constexpr int tries = 3;
const auto deadlock = QStringLiteral("Neo.TransientError.Transaction.");
/// Another writer was first, or forgot what this one was just writing to: the same again finds it as it is now.
const auto racing = {QStringLiteral("Neo.ClientError.Schema.ConstraintValidationFailed"),
                     QStringLiteral("Neo.ClientError.Statement.EntityNotFound")};
const auto wrongFormat = QStringLiteral("Neo.ClientError.Request.InvalidFormat");

Error statusError(int status)
{
    const QString detail = QStringLiteral("Neo4j answered with status %1").arg(status);
    switch (status) {
    case 401:
        return {ErrorCode::Unauthorised, {}, detail};
    case 403:
        return {ErrorCode::Forbidden, {}, detail};
    case 404:
        return {ErrorCode::NotFound, {}, detail + QStringLiteral("; is there such a database?")};
    case 429:
        return {ErrorCode::RateLimited, {}, detail};
    default:
        return {status >= 500 ? ErrorCode::Unavailable : ErrorCode::InvalidInput, {}, detail};
    }
}

/// The rows of {"data": {"values": [[…], …]}} or {"results": [{"data": [{"row": […]}, …]}]}.
Result<Table> rowsIn(const Json& json)
{
    const bool isQuery = json.contains("data");
    const Json& results = base::at(json, "results");
    if (!isQuery && (!results.is_array() || results.empty())) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the answer is none of Neo4j"));
    }
    Table table;
    for (const auto& value : isQuery ? base::at(json["data"], "values") : base::at(results[0], "data")) {
        const Json& row = isQuery ? value : base::at(value, "row");
        if (!row.is_array()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("the answer is none of Neo4j: a row is no list"));
        }
        table.push_back(row);
    }
    return table;
}

} // namespace

Error errorOf(const QString& code)
{
    const QString detail = QStringLiteral("Neo4j: ") + code;
    if (std::ranges::find(racing, code) != racing.end()) {
        return {ErrorCode::Unavailable, {}, detail};
    }
    if (code == QLatin1String("Neo.ClientError.Security.AuthenticationRateLimit")) {
        return {ErrorCode::RateLimited, {}, detail}; // after wrong passwords the right one, too
    }
    if (code.startsWith(QLatin1String("Neo.ClientError.Security."))) {
        return {
            code.endsWith(QLatin1String(".Forbidden")) ? ErrorCode::Forbidden : ErrorCode::Unauthorised, {}, detail};
    }
    if (code == QLatin1String("Neo.ClientError.Database.DatabaseNotFound")) {
        return {ErrorCode::NotFound, {}, detail};
    }
    // Only these say that the call itself is wrong. A read-only database, a limit of time, an index in the way are the
    // server's state, and pass when somebody sees to it.
    const bool isWrong = code.startsWith(QLatin1String("Neo.ClientError.Statement.")) ||
                         code.startsWith(QLatin1String("Neo.ClientError.Request."));
    return {isWrong ? ErrorCode::InvalidInput : ErrorCode::Unavailable, {}, detail};
}

bool isDeadlock(const Error& error)
{
    return error.detail.contains(deadlock) ||
           std::ranges::any_of(racing, [&](const QString& code) { return error.detail.contains(code); });
}

Result<Table> tableOf(const http::Response& response)
{
    const auto json = base::parseJson(response.body);
    if (!json || !json->is_object()) {
        return fail(response.status >= 400
                        ? statusError(response.status)
                        : Error{ErrorCode::InvalidInput, {}, QStringLiteral("the answer is no JSON")});
    }
    // An answer may hold rows and an error; then nothing of it counts.
    const Json& errors = base::at(*json, "errors");
    if (errors.is_array() && !errors.empty()) {
        const QString code = base::textAt(errors[0], "code");
        // 4.4 says so of a header that names a user in another way than it takes.
        return fail(response.status == 400 && code == wrongFormat
                        ? Error{ErrorCode::Unauthorised, {}, QStringLiteral("Neo4j: ") + code}
                        : errorOf(code));
    }
    if (response.status >= 400) {
        return fail(statusError(response.status));
    }
    return rowsIn(*json);
}

Line::Line(Server server, http::Client& client)
    : m_server(std::move(server))
    , m_client(client)
{
}

Result<http::Response> Line::send(const QByteArray& method, const QString& path, const QByteArray& body,
                                  base::Duration patience)
{
    struct Slot {
        std::atomic<int>& calls;
        const int before;
        explicit Slot(std::atomic<int>& counter)
            : calls(counter)
            , before(counter.fetch_add(1))
        {
        }
        Slot(const Slot&) = delete;
        Slot& operator=(const Slot&) = delete;
        ~Slot() { calls.fetch_sub(1); }
    } const slot(m_calls);
    if (slot.before >= m_server.callsAtOnce) {
        return fail(ErrorCode::Unavailable, QStringLiteral("too many calls to Neo4j are under way"));
    }
    http::Request request;
    request.method = method;
    request.url = m_server.url;
    request.url.setPath(path);
    request.body = body;
    request.timeout = patience;
    request.headers = {{"Accept", "application/json"}};
    if (!body.isEmpty()) {
        request.headers.emplaceBack("Content-Type", "application/json");
    }
    if (const QString secret = m_server.secret ? m_server.secret() : QString(); !secret.isEmpty()) {
        const QByteArray value = m_server.user.isEmpty()
                                     ? "Bearer " + secret.toUtf8()
                                     : "Basic " + (m_server.user + QLatin1Char(':') + secret).toUtf8().toBase64();
        request.headers.emplaceBack("Authorization", value);
    }
    return base::await(m_client.send(request));
}

/// The server says at its root what it has.
Result<Line::Endpoint> Line::endpoint(base::Duration patience)
{
    if (const auto known = m_endpoint.load(); known != Endpoint::Unknown) {
        return known;
    }
    const auto answer = send("GET", QStringLiteral("/"), {}, patience);
    if (!answer) {
        return fail(answer.error());
    }
    const auto json = base::parseJson(answer->body);
    if (answer->status != 200 || !json || !json->is_object()) {
        return fail(answer->status >= 400 ? statusError(answer->status)
                                          : Error{ErrorCode::InvalidInput, {}, QStringLiteral("this is no Neo4j")});
    }
    // The Query API goes through Bolt within the server: named without Bolt it answers nothing.
    const bool hasBolt = json->contains("bolt_direct") || json->contains("bolt_routing");
    const auto found = json->contains("query") && hasBolt ? Endpoint::Query : Endpoint::Transactional;
    m_endpoint = found;
    return found;
}

Result<Table> Line::runOnce(const Statement& statement, base::Duration patience)
{
    const auto where = endpoint(patience);
    if (!where) {
        return fail(where.error());
    }
    Json call{{"statement", base::utf8(statement.text)}, {"parameters", statement.parameters}};
    const bool isQuery = *where == Endpoint::Query;
    if (!isQuery) {
        call["resultDataContents"] = {"row"};
        call = {{"statements", Json::array({std::move(call)})}};
    }
    const QString path =
        QStringLiteral("/db/%1/%2")
            .arg(m_server.database, isQuery ? QStringLiteral("query/v2") : QStringLiteral("tx/commit"));
    const auto answer = send("POST", path, base::toBytes(call), patience);
    return answer ? tableOf(*answer) : fail(answer.error());
}

Result<Table> Line::run(const Statement& statement, base::Duration patience)
{
    for (int n = 1;; ++n) {
        const bool isRemembered = m_endpoint != Endpoint::Unknown;
        auto table = runOnce(statement, patience);
        if (!table && table.error().code == ErrorCode::NotFound) {
            m_endpoint = Endpoint::Unknown; // it may be another server now
            if (isRemembered) {
                continue;
            }
        }
        if (table || n >= tries || !isDeadlock(table.error())) {
            return table;
        }
    }
}

} // namespace delpek::memory::neo4j
