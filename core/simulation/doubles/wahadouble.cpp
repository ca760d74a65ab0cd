// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/wahadouble.h"

#include "http/signature.h"
#include "simulation/doubles/answers.h"
#include "simulation/doubles/wahachecks.h"
#include "simulation/doubles/wahasession.h"
#include "simulation/doubles/wahashelf.h"

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
        if (!setup.hasSession) {
            kept = {false, QStringLiteral("STOPPED"), Json::object(), false};
        }
    }

    std::vector<http::Server::Route> routes()
    {
        std::vector<http::Server::Route> all;
        const auto add = [&](const char* verb, const QByteArray& path, auto handler) {
            all.push_back(
                {verb, path, [this, handler](const http::ServerRequest& request, const http::Respond& respond) {
                     const std::lock_guard lock(mutex);
                     if (isAuthorised(request)) {
                         handler(request, respond);
                     } else {
                         respond(refuse({401, QStringLiteral("Unauthorized")}));
                     }
                 }});
        };
        for (const WahaMethod method :
             {WahaMethod::SendText, WahaMethod::SendImage, WahaMethod::SendVoice, WahaMethod::SendVideo,
              WahaMethod::SendFile, WahaMethod::SendLocation, WahaMethod::SendSeen, WahaMethod::StartTyping,
              WahaMethod::StopTyping, WahaMethod::React}) {
            add(method == WahaMethod::React ? "PUT" : "POST", "/api/" + pathOf(method).toUtf8(),
                [this, method](const auto& request, const auto& respond) { handle(method, request, respond); });
        }
        const QByteArray session = setup.session.toUtf8();
        const auto answer = [&](const QByteArray& path, auto give) {
            add("GET", path, [give](const auto& request, const auto& respond) { respond(give(request)); });
        };
        answer("/api/sessions/" + session, [this](const auto&) {
            return kept.exists ? jsonAnswer(200, sessionBody()) : refuse({404, QStringLiteral("Session not found")});
        });
        answer("/api/" + session + "/auth/qr", [this](const auto& request) { return codeAnswer(request); });
        const auto change = [&](const char* verb, const QByteArray& path, int good, auto work) {
            add(verb, path, [this, good, work](const auto& request, const auto& respond) {
                const auto body = base::parseJson(request.body).value_or(Json());
                const auto done = work(body);
                respond(done ? jsonAnswer(good, sessionBody()) : refuse(done.error()));
            });
        };
        using Checked = tl::expected<Done, WahaRefusal>;
        change("POST", "/api/sessions", 201, [this](const Json& body) { return kept.create(body, setup.session); });
        change("PUT", "/api/sessions/" + session, 200, [this](const Json& body) {
            return kept.exists ? kept.configure(body)
                               : Checked(tl::unexpected(WahaRefusal{404, QStringLiteral("Session not found")}));
        });
        change("POST", "/api/sessions/" + session + "/start", 201, [this](const Json&) -> Checked {
            if (!kept.exists) {
                return tl::unexpected(WahaRefusal{404, QStringLiteral("Session not found")});
            }
            if (kept.status == QLatin1String("STOPPED")) {
                kept.start();
            }
            return Done{};
        });
        answer("/api/version", [this](const auto&) {
            return jsonAnswer(
                200,
                base::toBytes({{"version", "2026.7.1"}, {"engine", utf8(toText(setup.engine))}, {"tier", "CORE"}}));
        });
        answer("/api/files/" + session + "/*", [this](const auto& request) { return fileAnswer(request); });
        answer("/api/" + session + "/lids/*", [this](const auto& request) { return lidAnswer(request); });
        answer("/api/" + session + "/chats/*", [this](const auto& request) { return messageAnswer(request); });
        add("PUT", "/api/" + session + "/chats/*",
            [this](const auto& request, const auto& respond) { edit(request, respond); });
        return all;
    }

    const Setup setup;
    base::Clock& clock;
    const WahaPayloads payloads;
    mutable std::mutex mutex;
    WahaSession kept;
    std::vector<SentMessage> sent;
    QStringList gestures;
    WahaShelf shelf;
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

    /// The last segment of the path.
    static QString lastOf(const http::ServerRequest& request)
    {
        return QString::fromUtf8(request.path).section(QLatin1Char('/'), -1);
    }

    http::ServerResponse fileAnswer(const http::ServerRequest& request) const
    {
        const auto file = shelf.file(lastOf(request), clock.now());
        if (!file) {
            return refuse({404, QStringLiteral("Not Found")});
        }
        http::ServerResponse response;
        response.body = file->bytes;
        response.contentType = file->type.toUtf8();
        return response;
    }

    http::ServerResponse lidAnswer(const http::ServerRequest& request) const
    {
        const QString lid = lastOf(request);
        return lid.endsWith(QLatin1String("@lid")) ? jsonAnswer(200, base::toBytes(shelf.number(lid)))
                                                   : refuse({400, QStringLiteral("lid must end with @lid")});
    }

    /// The chat and the message of "/api/<session>/chats/<chat>/messages/<key>".
    static std::optional<std::pair<QString, QString>> messageIn(const http::ServerRequest& request)
    {
        const QStringList parts = QString::fromUtf8(request.path).split(QLatin1Char('/'));
        const bool good = parts.size() == 7 && parts[5] == QLatin1String("messages");
        return good ? std::optional(std::pair(parts[4], parts[6])) : std::nullopt;
    }

    http::ServerResponse messageAnswer(const http::ServerRequest& request)
    {
        if (!setup.keepsMessages) {
            return refuse({400, QStringLiteral("Enable NOWEB store to use this")});
        }
        const auto named = messageIn(request);
        const bool loads = request.queryValue("downloadMedia") == "true";
        const auto message = named && named->second.contains(QLatin1Char('_') + named->first + QLatin1Char('_'))
                                 ? shelf.message(setup.session, named->second, loads, clock.now())
                                 : std::nullopt;
        return message ? jsonAnswer(200, base::toBytes(*message)) : refuse({404, QStringLiteral("Not Found")});
    }

    void edit(const http::ServerRequest& request, const http::Respond& respond)
    {
        const auto named = messageIn(request);
        const auto body = base::parseJson(request.body);
        if (!named || !body || !body->is_object()) {
            return respond(refuse({named ? 400 : 404, QStringLiteral("no edit of a message")}));
        }
        const auto edited = checkWahaEdit(named->first, named->second, *body);
        if (!edited) {
            return respond(refuse(edited.error()));
        }
        const auto found = std::find_if(sent.begin(), sent.end(), [&](const SentMessage& message) {
            return message.to == edited->to && message.providerId == edited->providerId;
        });
        if (found == sent.end()) {
            return respond(refuse({404, QStringLiteral("there is no such message")}));
        }
        found->text = edited->text;
        gestures.append(QStringLiteral("edit ") + edited->to);
        respond(jsonAnswer(200, "{}"));
    }

    /// The code is drawn by whoever asks: only its raw form is there.
    http::ServerResponse codeAnswer(const http::ServerRequest& request) const
    {
        if (request.queryValue("format") != "raw") {
            return refuse({400, QStringLiteral("this WAHA gives the code raw only")});
        }
        return kept.exists && kept.status == QLatin1String("SCAN_QR_CODE")
                   ? jsonAnswer(200, R"({"value":"2@code-of-the-double"})")
                   : jsonAnswer(422, wahaStatusBody(setup.session, kept.status));
    }

    void handle(WahaMethod method, const http::ServerRequest& request, const http::Respond& respond)
    {
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
        if (!kept.exists || base::textAt(*body, "session") != setup.session) {
            respond(refuse({404, QStringLiteral("there is no such session")}));
            return;
        }
        if (kept.status != QLatin1String("WORKING")) {
            respond(jsonAnswer(422, wahaStatusBody(setup.session, kept.status)));
            return;
        }
        if (sendsMessage(method)) {
            send(std::move(*message), respond);
        } else {
            gesture(method, *message, respond);
        }
    }

    void send(SentMessage message, const http::Respond& respond)
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

    void gesture(WahaMethod method, const SentMessage& about, const http::Respond& respond)
    {
        const QString word = method == WahaMethod::SendSeen      ? QStringLiteral("seen ")
                             : method == WahaMethod::StartTyping ? QStringLiteral("typing ")
                             : method == WahaMethod::StopTyping  ? QStringLiteral("quiet ")
                                                                 : QStringLiteral("react ");
        gestures.append(method == WahaMethod::React ? word + about.to + QLatin1Char(' ') + about.text
                                                    : word + about.to);
        respond(jsonAnswer(method == WahaMethod::React ? 200 : 201, "{}"));
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
        return base::toBytes(
            {{"name", utf8(setup.session)},
             {"status", utf8(kept.status)},
             {"config", kept.config},
             {"me", kept.linked ? Json{{"id", utf8(WahaPayloads::ownChat())}, {"pushName", "Clinic"}} : Json()},
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
    auto made = inProcess(setup, clock);
    http::ServerOptions options;
    options.clock = &clock;
    options.maxBody = 64LL * 1024 * 1024;
    if (const auto served = serve(made->d->server, made->routes(), options); !served) {
        return fail(served.error());
    }
    return made;
}

std::unique_ptr<WahaDouble> WahaDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<WahaDouble>(new WahaDouble(std::make_unique<Private>(setup, clock)));
}

std::vector<http::Server::Route> WahaDouble::routes()
{
    return d->routes();
}

QUrl WahaDouble::url() const
{
    return addressOf(d->server, "waha");
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

void WahaDouble::addFile(const QString& name, const QString& key, const StoredFile& file)
{
    const std::lock_guard lock(d->mutex);
    d->shelf.addFile(name, key, file, d->clock.now());
}

void WahaDouble::addNumber(const QString& lid, const QString& number)
{
    const std::lock_guard lock(d->mutex);
    d->shelf.addNumber(lid, number);
}

void WahaDouble::setWebhooks(const Json& webhooks)
{
    const std::lock_guard lock(d->mutex);
    d->kept.config["webhooks"] = webhooks;
}

void WahaDouble::setStatus(const QString& status)
{
    const std::lock_guard lock(d->mutex);
    d->kept.status = status;
}

QString WahaDouble::status() const
{
    const std::lock_guard lock(d->mutex);
    return d->kept.status;
}

Json WahaDouble::config() const
{
    const std::lock_guard lock(d->mutex);
    return d->kept.config;
}

void WahaDouble::scanCode()
{
    const std::lock_guard lock(d->mutex);
    d->kept.linked = true;
    d->kept.status = QStringLiteral("WORKING");
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
