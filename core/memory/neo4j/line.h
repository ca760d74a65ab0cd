// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "base/json.h"
#include "http/client.h"

#include <atomic>
#include <functional>

// One Neo4j server by HTTP: the Query API (`POST /db/{name}/query/v2`, on by default from 5.25) and, where the server
// tells of none, the older transactional endpoint (`POST /db/{name}/tx/commit`). Source: shared reference, "Neo4j".
// General knowledge where it is silent: classes of status codes (`Neo.TransientError` passes by itself,
// `Neo.ClientError` does not). Seen on 4.4.40, 5.26.30 and 2025.11.2: `GET /` names the Query API as "query", and which
// client errors are the server's state (errorOf).

namespace delpek::memory::neo4j
{

struct Server {
    QUrl url; ///< with the port, without a path
    QString database = QStringLiteral("neo4j");
    QString user;                    ///< empty: the secret is a bearer token, else this user's password
    std::function<QString()> secret; ///< empty: no authentication
    int callsAtOnce = 8;
};

/// One statement and its values, which are the only place for values.
struct Statement {
    QString text;
    base::Json parameters = base::Json::object();
};

/// The rows of an answer, each an array of plain JSON values.
using Table = std::vector<base::Json>;

/// Sends statements, each in a transaction of its own. Connections are kept by the client. Blocks; any thread but
/// those that must not wait. Errors: Unavailable (down, busy, a deadlock that went on), Timeout (the effect is not
/// known), Unauthorised, RateLimited, NotFound (no such database), InvalidInput (the server takes the statement for
/// wrong).
class Line
{
public:
    /// The client outlives it.
    Line(Server server, http::Client& client);

    /// A deadlock or the like is tried again at once, twice; nothing else is.
    Result<Table> run(const Statement& statement, base::Duration patience);

private:
    enum class Endpoint { Unknown, Query, Transactional };

    Result<Endpoint> endpoint(base::Duration patience);
    Result<Table> runOnce(const Statement& statement, base::Duration patience);
    Result<http::Response> send(const QByteArray& method, const QString& path, const QByteArray& body,
                                base::Duration patience);

    Server m_server;
    http::Client& m_client;
    std::atomic<int> m_calls = 0;
    std::atomic<Endpoint> m_endpoint = Endpoint::Unknown;
};

/// What an answer of either endpoint says. Pure.
Result<Table> tableOf(const http::Response& response);
/// The error that a status code of Neo4j stands for. The server's message may quote values, so it is left out.
Error errorOf(const QString& code);
/// Whether the same again at once may do.
bool isDeadlock(const Error& error);

} // namespace delpek::memory::neo4j
