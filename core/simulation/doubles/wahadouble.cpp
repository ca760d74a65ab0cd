// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/wahadouble.h"

#include "http/signature.h"
#include "simulation/doubles/answers.h"
#include "simulation/doubles/wahachecks.h"

#include <deque>
#include <mutex>

namespace delpek::simulation
{

using base::Json;
using base::utf8;

class WahaDouble::Private
{
public:
    Private(const Setup& setup_, base::Clock& clock_)
        : setup(setup_)
        , clock(clock_)
        , payloads(setup_.session, setup_.engine)
    {
    }

    std::vector<http::Server::Route> routes()
    {
        std::vector<http::Server::Route> all;
        const auto add = [&](const char* path, WahaMethod method) {
            all.push_back(
                {"POST", path, [this, method](const http::ServerRequest& request, const http::Respond& respond) {
                     const std::lock_guard lock(mutex);
                     handle(method, request, respond);
                 }});
        };
        add("/api/sendText", WahaMethod::SendText);
        add("/api/sendSeen", WahaMethod::SendSeen);
        add("/api/startTyping", WahaMethod::StartTyping);
        add("/api/stopTyping", WahaMethod::StopTyping);
        all.push_back({"GET", "/api/sessions/" + setup.session.toUtf8(),
                       [this](const http::ServerRequest& request, const http::Respond& respond) {
                           const std::lock_guard lock(mutex);
                           respond(isAuthorised(request) ? jsonAnswer(200, sessionBody()) : unauthorised());
                       }});
        return all;
    }

    const Setup setup;
    base::Clock& clock;
    const WahaPayloads payloads;
    mutable std::mutex mutex;
    QString status = QStringLiteral("WORKING");
    std::vector<SentMessage> sent;
    QStringList gestures;
    std::deque<Fault> faults;
    std::vector<http::Respond> unanswered;
    std::size_t reported = 0;
    std::unique_ptr<http::Server> server;

private:
    bool isAuthorised(const http::ServerRequest& request) const
    {
        return http::header(request.headers, "X-Api-Key") == setup.apiKey;
    }

    static http::ServerResponse refuse(const WahaRefusal& refusal)
    {
        return jsonAnswer(refusal.status, wahaErrorBody(refusal));
    }

    static http::ServerResponse unauthorised() { return refuse({401, QStringLiteral("Unauthorized")}); }

    void handle(WahaMethod method, const http::ServerRequest& request, const http::Respond& respond)
    {
        if (!isAuthorised(request)) {
            respond(unauthorised());
            return;
        }
        const auto body = base::parseJson(request.body);
        const bool isJson = http::header(request.headers, "Content-Type").startsWith("application/json");
        if (!isJson || !body || !body->is_object()) {
            respond(refuse({400, QStringLiteral("the body is no JSON object")}));
            return;
        }
        auto message = checkWahaCall(method, *body);
        if (!message) {
            respond(refuse(message.error()));
            return;
        }
        if (base::textAt(*body, "session") != setup.session) {
            respond(refuse({404, QStringLiteral("there is no such session")}));
            return;
        }
        if (status != QLatin1String("WORKING")) {
            respond(jsonAnswer(422, wahaStatusBody(setup.session, status)));
            return;
        }
        if (method == WahaMethod::SendText) {
            sendText(std::move(*message), respond);
        } else {
            gesture(method, message->to, respond);
        }
    }

    void sendText(SentMessage message, const http::Respond& respond)
    {
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        const bool takes = fault.status == 0 || fault.takesEffect;
        answerWith(fault, takes ? jsonAnswer(201, take(std::move(message))) : http::ServerResponse{}, respond, clock,
                   unanswered);
    }

    void gesture(WahaMethod method, const QString& chat, const http::Respond& respond)
    {
        const QString word = method == WahaMethod::SendSeen      ? QStringLiteral("seen ")
                             : method == WahaMethod::StartTyping ? QStringLiteral("typing ")
                                                                 : QStringLiteral("quiet ");
        gestures.append(word + chat);
        respond(jsonAnswer(201, "{}"));
    }

    /// Takes the message and answers as the engine does: each writes the id at another place.
    QByteArray take(SentMessage message)
    {
        message.order = static_cast<qint64>(sent.size()) + 1;
        message.providerId = QStringLiteral("3EB0D0%1").arg(message.order, 10, 16, QLatin1Char('0')).toUpper();
        message.at = clock.now();
        sent.push_back(message);
        const std::string id = utf8(message.providerId);
        const std::string whole = "true_" + utf8(message.to) + "_" + id;
        switch (setup.engine) {
        case WahaEngine::WebJs: {
            const Json key{{"fromMe", true}, {"remote", utf8(message.to)}, {"id", id}, {"_serialized", whole}};
            return base::toBytes({{"_data", {{"id", key}}}, {"id", key}, {"ack", 0}, {"body", utf8(message.text)}});
        }
        case WahaEngine::NoWeb:
            return base::toBytes(
                {{"key", {{"remoteJid", utf8(message.to)}, {"fromMe", true}, {"id", id}}}, {"status", "PENDING"}});
        case WahaEngine::Gows:
            break;
        }
        return base::toBytes({{"id", whole}, {"_data", {{"Info", {{"ID", id}}}}}});
    }

    QByteArray sessionBody() const
    {
        return base::toBytes({{"name", utf8(setup.session)},
                              {"status", utf8(status)},
                              {"config", Json::object()},
                              {"me", {{"id", utf8(WahaPayloads::ownChat())}, {"pushName", "Clinic"}}},
                              {"engine", {{"engine", utf8(toText(setup.engine))}}}});
    }
};

WahaDouble::WahaDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

WahaDouble::~WahaDouble()
{
    d->server.reset();
}

Result<std::unique_ptr<WahaDouble>> WahaDouble::start(const Setup& setup, base::Clock& clock)
{
    auto d = std::make_unique<Private>(setup, clock);
    http::ServerOptions options;
    options.clock = &clock;
    // Silence is broken by the caller's patience, not by the listener's.
    options.answer = std::chrono::minutes(10);
    auto server = http::Server::start(options, d->routes());
    if (!server) {
        return fail(server.error());
    }
    d->server = std::move(*server);
    return std::unique_ptr<WahaDouble>(new WahaDouble(std::move(d)));
}

QUrl WahaDouble::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->server->port()));
}

const WahaDouble::Setup& WahaDouble::setup() const
{
    return d->setup;
}

const WahaPayloads& WahaDouble::payloads() const
{
    return d->payloads;
}

std::vector<SentMessage> WahaDouble::sent() const
{
    const std::lock_guard lock(d->mutex);
    return d->sent;
}

QStringList WahaDouble::gestures() const
{
    const std::lock_guard lock(d->mutex);
    return d->gestures;
}

void WahaDouble::setStatus(const QString& status)
{
    const std::lock_guard lock(d->mutex);
    d->status = status;
}

void WahaDouble::failNext(int count, const Fault& fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), static_cast<std::size_t>(count), fault);
}

Fault WahaDouble::wahaFault(int status)
{
    Fault fault;
    fault.status = status;
    fault.body = wahaErrorBody({status, QStringLiteral("A fault of the double")});
    return fault;
}

std::vector<QByteArray> WahaDouble::sentDeliveries()
{
    const std::lock_guard lock(d->mutex);
    std::vector<QByteArray> bodies;
    for (; d->reported < d->sent.size(); ++d->reported) {
        const SentMessage& message = d->sent[d->reported];
        bodies.push_back(d->payloads.own({message.to, {}, message.providerId, message.at}, message.text, true));
        for (const int ack : {1, 2, 3}) {
            bodies.push_back(d->payloads.ack(message, ack, d->clock.now()));
        }
    }
    return bodies;
}

QByteArray WahaDouble::sign(const QByteArray& body) const
{
    return http::hmacSha512Hex(d->setup.hmacKey, body);
}

http::Request WahaDouble::delivery(const QUrl& url, const QByteArray& body, Signature signature) const
{
    http::Request request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    request.headers = {{"Content-Type", "application/json"},
                       {"X-Webhook-Request-Id", http::hmacSha256Hex("request", body).left(26)},
                       {"X-Webhook-Timestamp", QByteArray::number(qint64(base::toMillis(d->clock.now())))}};
    if (signature != Signature::None) {
        const QByteArray key = signature == Signature::Right ? d->setup.hmacKey : QByteArray("another key");
        request.headers.append({"X-Webhook-Hmac", http::hmacSha512Hex(key, body)});
        request.headers.append({"X-Webhook-Hmac-Algorithm", QByteArray("sha512")});
    }
    return request;
}

} // namespace delpek::simulation
