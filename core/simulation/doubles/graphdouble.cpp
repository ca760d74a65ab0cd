// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphdouble.h"

#include "http/signature.h"
#include "simulation/doubles/answers.h"
#include "simulation/doubles/graphchecks.h"

#include <deque>
#include <mutex>

namespace delpek::simulation
{

class GraphDouble::Private
{
public:
    Private(const Setup& setup_, base::Clock& clock_)
        : setup(setup_)
        , clock(clock_)
        , payloads(setup_.phoneNumberId)
    {
    }

    void handle(const http::ServerRequest& request, const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        const auto call = check(request);
        if (!call) {
            respond(jsonAnswer(call.error().status, graphErrorBody(call.error(), ++traces)));
            return;
        }
        if (call->read) {
            ++readReceipts;
            respond(jsonAnswer(200, R"({"success":true})"));
            return;
        }
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        const bool takes = fault.status == 0 || fault.takesEffect;
        answerWith(fault, jsonAnswer(200, takes ? take(call->message) : QByteArray()), respond, clock, unanswered);
    }

    const Setup setup;
    base::Clock& clock;
    const GraphPayloads payloads;
    mutable std::mutex mutex;
    std::vector<SentMessage> sent;
    std::deque<Fault> faults;
    std::vector<http::Respond> unanswered;
    std::size_t reported = 0;
    int readReceipts = 0;
    qint64 traces = 0;
    std::unique_ptr<http::Server> server;

private:
    tl::expected<GraphCall, GraphRefusal> check(const http::ServerRequest& request) const
    {
        if (http::header(request.headers, "Authorization") != "Bearer " + setup.token) {
            return tl::unexpected(GraphRefusal{401, 190, QStringLiteral("Invalid OAuth access token")});
        }
        if (!http::header(request.headers, "Content-Type").startsWith("application/json")) {
            return tl::unexpected(GraphRefusal{400, 100, QStringLiteral("The body is not application/json")});
        }
        const auto body = base::parseJson(request.body);
        if (!body || !body->is_object()) {
            return tl::unexpected(GraphRefusal{400, 100, QStringLiteral("The body is not a JSON object")});
        }
        return checkGraphCall(*body);
    }

    QByteArray take(SentMessage message)
    {
        message.order = static_cast<qint64>(sent.size()) + 1;
        message.providerId = QStringLiteral("wamid.Double%1").arg(message.order, 8, 10, QLatin1Char('0'));
        message.at = clock.now();
        sent.push_back(message);
        const bool byPhone = message.to.startsWith(QLatin1Char('+'));
        return base::toBytes(
            {{"messaging_product", "whatsapp"},
             {"contacts", base::Json::array({{{"input", base::utf8(message.to)},
                                              {byPhone ? "wa_id" : "user_id",
                                               base::utf8(byPhone ? message.to.mid(1) : message.to)}}})},
             {"messages", base::Json::array({{{"id", base::utf8(message.providerId)}}})}});
    }
};

GraphDouble::GraphDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

GraphDouble::~GraphDouble()
{
    d->server.reset();
}

Result<std::unique_ptr<GraphDouble>> GraphDouble::start(const Setup& setup, base::Clock& clock)
{
    auto d = std::make_unique<Private>(setup, clock);
    http::ServerOptions options;
    options.clock = &clock;
    // Silence is broken by the caller's patience, not by the listener's.
    options.answer = std::chrono::minutes(10);
    const QString path = QStringLiteral("/%1/%2/messages").arg(setup.version, setup.phoneNumberId);
    auto server = http::Server::start(
        options,
        {{"POST", path.toUtf8(), [raw = d.get()](const http::ServerRequest& request, const http::Respond& respond) {
              raw->handle(request, respond);
          }}});
    if (!server) {
        return fail(server.error());
    }
    d->server = std::move(*server);
    return std::unique_ptr<GraphDouble>(new GraphDouble(std::move(d)));
}

QUrl GraphDouble::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->server->port()));
}

const GraphDouble::Setup& GraphDouble::setup() const
{
    return d->setup;
}

const GraphPayloads& GraphDouble::payloads() const
{
    return d->payloads;
}

std::vector<SentMessage> GraphDouble::sent() const
{
    const std::lock_guard lock(d->mutex);
    return d->sent;
}

int GraphDouble::readReceipts() const
{
    const std::lock_guard lock(d->mutex);
    return d->readReceipts;
}

void GraphDouble::failNext(int count, const Fault& fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), static_cast<std::size_t>(count), fault);
}

Fault GraphDouble::graphFault(int code, int status)
{
    Fault fault;
    fault.status = status;
    fault.body = graphErrorBody({status, code, QStringLiteral("A fault of the double")}, code);
    return fault;
}

std::vector<QByteArray> GraphDouble::statusDeliveries()
{
    const std::lock_guard lock(d->mutex);
    std::vector<QByteArray> bodies;
    for (; d->reported < d->sent.size(); ++d->reported) {
        for (const QString& status : {QStringLiteral("sent"), QStringLiteral("delivered"), QStringLiteral("read")}) {
            bodies.push_back(d->payloads.status(d->sent[d->reported], status, d->clock.now()));
        }
    }
    return bodies;
}

QByteArray GraphDouble::sign(const QByteArray& body) const
{
    return "sha256=" + http::hmacSha256Hex(d->setup.appSecret, body);
}

} // namespace delpek::simulation
