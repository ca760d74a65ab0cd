// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/modeldouble.h"

#include "simulation/doubles/answers.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>

namespace delpek::simulation
{

class ModelDouble::Private
{
public:
    Private(Setup setup_, base::Clock& clock_)
        : setup(std::move(setup_))
        , clock(clock_)
        , speech(setup.provider == Provider::Anthropic ? anthropicSpeech()
                 : setup.provider == Provider::OpenAi  ? openAiSpeech()
                                                       : geminiSpeech())
    {
    }

    void handle(const http::ServerRequest& request, const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        const auto body = base::parseJson(request.body);
        if (const auto refusal = speech->refusal(request, body.value_or(base::Json()), setup.key, setup.models)) {
            refusals.append(QStringLiteral("%1 %2").arg(refusal->status).arg(QString::fromUtf8(refusal->body)));
            return respond(*refusal);
        }
        if (speech->isModelList(request)) {
            return respond(speech->list(setup.models));
        }
        ++calls;
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        if (fault.status != 0 && fault.body.isEmpty()) {
            fault.body = speech->errorBody(fault.status);
        }
        if (fault.delay.count() == 0 && thinkingTime.count() > 0 && fault.status == 0) {
            fault.delay = thinkingTime;
        }
        const ModelReply reply = fault.status == 0 && mind ? mind(*body) : ModelReply{QStringLiteral("ok"), {}};
        http::Respond counted = respond;
        if (fault.delay.count() > 0) {
            ++thinking;
            counted = [this, respond](const http::ServerResponse& answer) {
                --thinking;
                respond(answer);
            };
        }
        simulation::answerWith(fault, speech->answer(request, *body, reply), counted, clock, unanswered);
    }

    const Setup setup;
    base::Clock& clock;
    const std::unique_ptr<ModelSpeech> speech;
    mutable std::mutex mutex;
    ModelMind mind;
    base::Duration thinkingTime{0};
    std::deque<Fault> faults;
    int calls = 0;
    QStringList refusals;
    std::atomic<int> thinking = 0;
    std::vector<http::Respond> unanswered;
    std::unique_ptr<http::Server> server;
};

ModelDouble::ModelDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

ModelDouble::~ModelDouble()
{
    d->server.reset();
}

Result<std::unique_ptr<ModelDouble>> ModelDouble::start(const Setup& setup, base::Clock& clock)
{
    auto made = inProcess(setup, clock);
    http::ServerOptions options;
    options.maxBody = 8 * 1024 * 1024;
    if (const auto served = serve(made->d->server, made->routes(), options); !served) {
        return fail(served.error());
    }
    return made;
}

std::unique_ptr<ModelDouble> ModelDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<ModelDouble>(new ModelDouble(std::make_unique<Private>(setup, clock)));
}

QUrl ModelDouble::url() const
{
    QUrl url = addressOf(d->server, "model");
    url.setPath(d->setup.provider == Provider::Anthropic ? QString()
                : d->setup.provider == Provider::OpenAi  ? QStringLiteral("/v1")
                                                         : QStringLiteral("/v1beta"));
    return url;
}

std::vector<http::Server::Route> ModelDouble::routes()
{
    std::vector<http::Server::Route> routes;
    for (const auto& [method, path] : d->speech->calls()) {
        routes.push_back({method, path, [this](const http::ServerRequest& request, const http::Respond& respond) {
                              d->handle(request, respond);
                          }});
    }
    return routes;
}

void ModelDouble::answerWith(ModelMind mind)
{
    const std::lock_guard lock(d->mutex);
    d->mind = std::move(mind);
}

void ModelDouble::setThinkingTime(base::Duration time)
{
    const std::lock_guard lock(d->mutex);
    d->thinkingTime = time;
}

void ModelDouble::failNext(int count, Fault fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), std::size_t(count), fault);
}

int ModelDouble::calls() const
{
    const std::lock_guard lock(d->mutex);
    return d->calls;
}

QStringList ModelDouble::refusals() const
{
    const std::lock_guard lock(d->mutex);
    return d->refusals;
}

int ModelDouble::thinking() const
{
    return d->thinking;
}

QString unknownMember(const base::Json& object, std::initializer_list<const char*> allowed)
{
    if (!object.is_object()) {
        return QStringLiteral("(not an object)");
    }
    for (const auto& [name, value] : object.items()) {
        if (std::none_of(allowed.begin(), allowed.end(), [&name](const char* known) { return name == known; })) {
            return QString::fromStdString(name);
        }
    }
    return {};
}

http::ServerResponse streamAnswer(const QByteArray& body, const ModelReply& reply)
{
    http::ServerResponse response;
    response.status = 200;
    response.contentType = "text/event-stream; charset=utf-8";
    response.body = reply.streamBytes < 0 ? body : body.left(reply.streamBytes);
    return response;
}

QStringList piecesOf(const QString& text)
{
    constexpr qsizetype pieceSize = 7;
    QStringList pieces{QString()}; // the first is often empty
    for (qsizetype at = 0; at < text.size();) {
        qsizetype size = std::min(pieceSize, text.size() - at);
        if (text.at(at + size - 1).isHighSurrogate() && at + size < text.size()) {
            ++size;
        }
        pieces << text.mid(at, size);
        at += size;
    }
    return pieces;
}

} // namespace delpek::simulation
