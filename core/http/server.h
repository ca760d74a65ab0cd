// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>

namespace delpek::http
{

/// One complete request that passed the limits. `body` holds the bytes as received.
struct ServerRequest {
    QByteArray method;
    QByteArray path;                       ///< percent-decoded, without the query
    QList<std::pair<QByteArray, QByteArray>> query;  ///< percent-decoded
    Headers headers;
    QByteArray body;
    QString remoteAddress;
    QString correlation;

    QByteArray queryValue(const QByteArray& name) const;
    /// The path's part of that number, from 0: of "/chat/app.js" part 1 is "app.js". Empty when there is none.
    QByteArray part(qsizetype number) const;
};

class EventStream;

struct ServerResponse {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    Headers headers = {};
    /// Set: after `body` the answer goes on with what this stream is given, until it or the connection ends. An idle
    /// stream gets a heartbeat; a reader that is too slow is cut.
    std::shared_ptr<EventStream> stream = {};
};

/// {"error": {"code": status, "reason": …}}: the form of every refusal.
ServerResponse refusal(int status, const QString& reason);

/// Gives the answer, once, from any thread. Answers after the connection's end are dropped.
using Respond = std::function<void(ServerResponse)>;
/// Runs on the listener thread: must be short, may hand `respond` on to other threads.
using Handler = std::function<void(ServerRequest request, Respond respond)>;

struct ServerOptions {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0;                                   ///< 0: a free one
    qint64 maxHeader = 16 * 1024;                       ///< bytes, request line included
    int maxHeaderFields = 100;
    qint64 maxBody = 3 * 1024 * 1024;                   ///< bytes
    base::Duration firstByte = std::chrono::seconds(10);
    base::Duration wholeRequest = std::chrono::seconds(30);
    base::Duration idle = std::chrono::seconds(60);     ///< between requests of one connection
    base::Duration answer = std::chrono::seconds(30);   ///< for the handler; then 503
    base::Duration heartbeat = std::chrono::seconds(15);  ///< after so much silence on an event stream
    base::Duration slowReader = std::chrono::seconds(10); ///< what an event stream's reader may need for one write
    int maxConnections = 1024;
    int maxConnectionsPerAddress = 256;
    QString certificateFile;                            ///< PEM chain; with keyFile: TLS 1.2 or newer
    QString keyFile;
    base::Clock* clock = nullptr;                       ///< set: answers carry its time as their Date; outlives the server
};

/// The listener. One thread of its own; every limit is answered with 4xx and a JSON reason where the peer still reads.
class Server
{
public:
    /// Exact path and method; in a path a part "{name}" stands for any one part, and "/*" at the end for all below it,
    /// where nothing more exact leads. A known path with another method is 405, an unknown path 404.
    struct Route {
        QByteArray method;
        QByteArray path;
        Handler handler;
    };

    static Result<std::unique_ptr<Server>> start(const ServerOptions& options, std::vector<Route> routes);
    /// Refuses new connections, ends event streams, lets running requests end for at most 2 s, joins the thread.
    ~Server();

    quint16 port() const;
    int connections() const;

private:
    class Private;
    explicit Server(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::http
