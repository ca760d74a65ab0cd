// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphdouble.h"

#include "http/signature.h"
#include "simulation/doubles/answers.h"
#include "simulation/doubles/graphchecks.h"
#include "simulation/doubles/graphmedia.h"
#include "simulation/doubles/graphtemplates.h"
#include "simulation/doubles/opusbytes.h"

#include <deque>
#include <map>
#include <mutex>

namespace delpek::simulation
{

using namespace std::chrono_literals;
using base::Json;

namespace
{

constexpr auto window = 24h;
constexpr auto pairSpan = 6s;
constexpr std::size_t pairBurst = 45;
constexpr int pageSize = 3; ///< small, so that every client has to turn pages

/// A call that passed its checks. `effect` does it and gives the usual answer.
struct Prepared {
    GraphDoor door = GraphDoor::Messages;
    std::function<http::ServerResponse()> effect;
};

using Preparing = tl::expected<Prepared, GraphRefusal>;

Prepared telling(GraphDoor door, const Json& answer)
{
    return {door, [answer] { return jsonAnswer(200, base::toBytes(answer)); }};
}

tl::unexpected<GraphRefusal> noSuchObject()
{
    return refuse(QStringLiteral("Unsupported request. Object with this id does not exist"), 100, 33);
}

} // namespace

class GraphDouble::Private
{
public:
    Private(const Setup& setup_, base::Clock& clock_)
        : setup(setup_)
        , clock(clock_)
        , payloads(setup_.phoneNumberId)
    {
    }

    using Prepare = Preparing (Private::*)(const http::ServerRequest&);

    void handle(const http::ServerRequest& request, const http::Respond& respond, Prepare prepare)
    {
        const std::lock_guard lock(mutex);
        const auto prepared = authorised(request).and_then([&](Done) { return (this->*prepare)(request); });
        if (!prepared) {
            respond(jsonAnswer(prepared.error().status, graphErrorBody(prepared.error(), ++traces)));
            return;
        }
        Fault fault;
        if (auto& waiting = faults[prepared->door]; !waiting.empty()) {
            fault = waiting.front();
            waiting.pop_front();
        }
        const bool takes = fault.status == 0 || fault.takesEffect;
        answerWith(fault, takes ? prepared->effect() : jsonAnswer(200, {}), respond, clock, unanswered);
    }

    Preparing message(const http::ServerRequest& request)
    {
        const auto body = jsonOf(request);
        if (!body) {
            return tl::unexpected(body.error());
        }
        auto call = checkGraphCall(*body);
        if (!call) {
            return tl::unexpected(call.error());
        }
        if (call->read) {
            return Prepared{GraphDoor::Courtesies, [this] {
                                ++readReceipts;
                                return jsonAnswer(200, R"({"success":true})");
                            }};
        }
        auto ok = withFile(*call);
        if (ok && !call->templateObject.is_null()) {
            ok = templates.checkUse(call->templateObject, call->message);
        }
        if (ok) {
            ok = inTime(call->message);
        }
        if (!ok) {
            return tl::unexpected(ok.error());
        }
        return Prepared{GraphDoor::Messages,
                        [this, sending = call->message] { return jsonAnswer(200, take(sending)); }};
    }

    Preparing upload(const http::ServerRequest& request)
    {
        auto file = GraphMedia::read(http::header(request.headers, "Content-Type"), request.body);
        if (!file) {
            return tl::unexpected(file.error());
        }
        return Prepared{GraphDoor::Uploads, [this, kept = *file] {
                            const QString id = media.keepUpload(kept, clock.now());
                            return jsonAnswer(200, base::toBytes({{"id", base::utf8(id)}}));
                        }};
    }

    /// GET of an object by its id: what is none of the account's own is a file.
    Preparing object(const http::ServerRequest& request)
    {
        const auto place = media.describe(QString::fromLatin1(request.path.mid(request.path.lastIndexOf('/') + 1)),
                                          url(), clock.now());
        return place ? Preparing(telling(GraphDoor::Downloads, *place)) : noSuchObject();
    }

    Preparing download(const http::ServerRequest& request)
    {
        const auto file = media.open(request.queryValue("ticket"), clock.now());
        if (!file) {
            return tl::unexpected(GraphRefusal{404, 100, QStringLiteral("no such address")});
        }
        http::ServerResponse response;
        response.body = file->bytes;
        response.contentType = file->type.toLatin1();
        return Prepared{GraphDoor::Downloads, [response] { return response; }};
    }

    Preparing number(const http::ServerRequest&)
    {
        return telling(GraphDoor::Management, account.number(setup.phoneNumberId));
    }
    Preparing subscriptions(const http::ServerRequest&)
    {
        return telling(GraphDoor::Management, account.subscriptions());
    }
    Preparing token(const http::ServerRequest& request)
    {
        return request.queryValue("input_token") == setup.token
                   ? Preparing(telling(GraphDoor::Management, account.token()))
                   : refuse(QStringLiteral("input_token is missing or another one"));
    }
    Preparing listTemplates(const http::ServerRequest& request)
    {
        return telling(GraphDoor::Management, templates.page(request.queryValue("after"), pageSize));
    }
    Preparing createTemplate(const http::ServerRequest& request)
    {
        const auto body = jsonOf(request);
        if (!body) {
            return tl::unexpected(body.error());
        }
        if (const auto ok = templates.check(*body); !ok) {
            return tl::unexpected(ok.error());
        }
        return Prepared{GraphDoor::Management,
                        [this, made = *body] { return jsonAnswer(200, base::toBytes(templates.create(made))); }};
    }

    /// POST on an object by its id: of those that may be changed it knows templates.
    Preparing changeTemplate(const http::ServerRequest& request)
    {
        const qint64 id = request.path.mid(request.path.lastIndexOf('/') + 1).toLongLong();
        const auto body = jsonOf(request);
        if (!body) {
            return tl::unexpected(body.error());
        }
        if (const auto ok = templates.checkChange(id, *body); !ok) {
            return tl::unexpected(ok.error());
        }
        return Prepared{GraphDoor::Management, [this, id, changed = *body] {
                            return jsonAnswer(200, base::toBytes(templates.change(id, changed)));
                        }};
    }
    Preparing removeTemplate(const http::ServerRequest& request)
    {
        const qint64 id = request.queryValue("hsm_id").toLongLong();
        if (const auto ok = templates.checkRemoval(QString::fromUtf8(request.queryValue("name")), id); !ok) {
            return tl::unexpected(ok.error());
        }
        return Prepared{GraphDoor::Management,
                        [this, id] { return jsonAnswer(200, base::toBytes(templates.remove(id))); }};
    }

    QUrl url() const { return addressOf(server, "graph"); }

    std::vector<http::Server::Route> routes()
    {
        const auto route = [this](const char* method, const QString& path, Prepare prepare) {
            return http::Server::Route{
                method, path.toUtf8(),
                [this, prepare](const http::ServerRequest& request, const http::Respond& respond) {
                    handle(request, respond, prepare);
                }};
        };
        const QString root = QLatin1Char('/') + setup.version + QLatin1Char('/');
        const QString ofNumber = root + setup.phoneNumberId;
        const QString business = root + setup.businessAccountId;
        return {route("POST", ofNumber + QStringLiteral("/messages"), &Private::message),
                route("POST", ofNumber + QStringLiteral("/media"), &Private::upload),
                route("GET", ofNumber, &Private::number),
                route("GET", business + QStringLiteral("/message_templates"), &Private::listTemplates),
                route("POST", business + QStringLiteral("/message_templates"), &Private::createTemplate),
                route("DELETE", business + QStringLiteral("/message_templates"), &Private::removeTemplate),
                route("GET", business + QStringLiteral("/subscribed_apps"), &Private::subscriptions),
                route("GET", root + QStringLiteral("debug_token"), &Private::token),
                route("GET", QStringLiteral("/attachments"), &Private::download),
                route("GET", root + QLatin1Char('*'), &Private::object),
                route("POST", root + QLatin1Char('*'), &Private::changeTemplate)};
    }

    const Setup setup;
    base::Clock& clock;
    const GraphPayloads payloads;
    mutable std::mutex mutex;
    std::vector<SentMessage> sent;
    std::map<GraphDoor, std::deque<Fault>> faults;
    std::vector<http::Respond> unanswered;
    std::size_t reported = 0;
    int readReceipts = 0;
    qint64 traces = 0;
    std::map<QString, base::Instant> lastWords;
    GraphMedia media;
    GraphTemplates templates;
    GraphAccount account;
    std::unique_ptr<http::Server> server;

private:
    Checked authorised(const http::ServerRequest& request) const
    {
        return http::header(request.headers, "Authorization") == "Bearer " + setup.token
                   ? Checked(Done{})
                   : tl::unexpected(GraphRefusal{401, 190, QStringLiteral("Invalid OAuth access token")});
    }

    static tl::expected<Json, GraphRefusal> jsonOf(const http::ServerRequest& request)
    {
        if (!http::header(request.headers, "Content-Type").startsWith("application/json")) {
            return refuse(QStringLiteral("The body is not application/json"));
        }
        const auto body = base::parseJson(request.body);
        if (!body || !body->is_object()) {
            return refuse(QStringLiteral("The body is not a JSON object"));
        }
        return *body;
    }

    Checked withFile(GraphCall& call) const
    {
        if (call.mediaId.isEmpty()) {
            return Done{};
        }
        const auto file = media.find(call.mediaId, clock.now());
        if (!file) {
            return refuse(QStringLiteral("Param media id is not a valid whatsapp business account media id"), 131009);
        }
        const QString method = call.message.method;
        const bool fits = method == QLatin1String("interactive") || method == QLatin1String("document") ||
                          file->type.startsWith(method + QLatin1Char('/')) ||
                          (method == QLatin1String("sticker") && file->type == QLatin1String("image/webp"));
        if (!fits || (call.voice && !isSpoken(file->bytes))) {
            return refuse(QStringLiteral("the file is of another type"), 131053);
        }
        call.message.file = file->bytes;
        call.message.spoken = call.voice;
        call.message.fileType = file->type;
        return Done{};
    }

    Checked inTime(const SentMessage& message)
    {
        const QString user = message.to.startsWith(QLatin1Char('+')) ? message.to.mid(1) : message.to;
        const auto last = lastWords.find(user);
        if (last != lastWords.end() && !message.templated && clock.now() - last->second > window) {
            return refuse(QStringLiteral("More than 24 hours have passed since the recipient last replied"), 131047);
        }
        if (!setup.pairRate) {
            return Done{};
        }
        const auto recent = std::count_if(sent.begin(), sent.end(), [&](const SentMessage& one) {
            return one.to == message.to && clock.now() - one.at < pairSpan;
        });
        return std::size_t(recent) >= pairBurst ? refuse(QStringLiteral("Pair rate limit hit"), 131056)
                                                : Checked(Done{});
    }

    QByteArray take(SentMessage message)
    {
        message.order = static_cast<qint64>(sent.size()) + 1;
        message.providerId = QStringLiteral("wamid.Double%1").arg(message.order, 8, 10, QLatin1Char('0'));
        message.at = clock.now();
        sent.push_back(message);
        const bool byPhone = message.to.startsWith(QLatin1Char('+'));
        Json answer{{"id", base::utf8(message.providerId)}};
        if (message.templated) {
            answer["message_status"] = "accepted";
        }
        return base::toBytes(
            {{"messaging_product", "whatsapp"},
             {"contacts",
              Json::array({{{"input", base::utf8(message.to)},
                            {byPhone ? "wa_id" : "user_id", base::utf8(byPhone ? message.to.mid(1) : message.to)}}})},
             {"messages", Json::array({std::move(answer)})}});
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
    auto made = inProcess(setup, clock);
    http::ServerOptions options;
    options.clock = &clock;
    options.maxBody = 110 * 1024 * 1024;
    if (const auto served = serve(made->d->server, made->routes(), options); !served) {
        return fail(served.error());
    }
    return made;
}

std::unique_ptr<GraphDouble> GraphDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<GraphDouble>(new GraphDouble(std::make_unique<Private>(setup, clock)));
}

std::vector<http::Server::Route> GraphDouble::routes()
{
    return d->routes();
}

QUrl GraphDouble::url() const
{
    return d->url();
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

void GraphDouble::patientWrote(const QString& user, base::Instant at)
{
    const std::lock_guard lock(d->mutex);
    d->lastWords[user] = at;
}

QString GraphDouble::keepPatientsFile(const StoredFile& file)
{
    const std::lock_guard lock(d->mutex);
    return d->media.keepPatients(file, d->clock.now());
}

void GraphDouble::setTemplateState(const QString& name, const QString& language, const QString& state,
                                   const QString& reason)
{
    const std::lock_guard lock(d->mutex);
    d->templates.setState(name, language, state, reason);
}

std::size_t GraphDouble::templateCount() const
{
    const std::lock_guard lock(d->mutex);
    return d->templates.count();
}

void GraphDouble::setAccount(const GraphAccount& account)
{
    const std::lock_guard lock(d->mutex);
    d->account = account;
}

void GraphDouble::failNext(int count, const Fault& fault, GraphDoor door)
{
    const std::lock_guard lock(d->mutex);
    auto& waiting = d->faults[door];
    waiting.insert(waiting.end(), static_cast<std::size_t>(count), fault);
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
