// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/answers.h"

namespace delpek::simulation
{

http::ServerResponse jsonAnswer(int status, const QByteArray& body)
{
    http::ServerResponse response;
    response.status = status;
    response.body = body;
    return response;
}

Result<Done> serve(std::unique_ptr<http::Server>& server, std::vector<http::Server::Route> routes,
                   http::ServerOptions options)
{
    options.answer = std::chrono::minutes(10);
    return http::Server::start(options, std::move(routes)).map([&](std::unique_ptr<http::Server> started) {
        server = std::move(started);
        return Done{};
    });
}

QUrl addressOf(const std::unique_ptr<http::Server>& server, const char* name)
{
    return QUrl(server ? QStringLiteral("http://127.0.0.1:%1").arg(server->port())
                       : QStringLiteral("http://%1.invalid").arg(QLatin1String(name)));
}

void answerWith(const Fault& fault, const http::ServerResponse& usual, const http::Respond& respond, base::Clock& clock,
                std::vector<http::Respond>& unanswered)
{
    http::ServerResponse response = usual;
    if (fault.status != 0) {
        response = jsonAnswer(fault.status, fault.body);
        response.contentType = fault.contentType;
        if (fault.retryAfter > 0) {
            response.headers.append({"Retry-After", QByteArray::number(fault.retryAfter)});
        }
    }
    if (fault.silent) {
        unanswered.push_back(respond);
    } else if (fault.delay.count() > 0) {
        clock.after(fault.delay, [respond, response] { respond(response); });
    } else {
        respond(response);
    }
}

} // namespace delpek::simulation
