// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/speechdouble.h"

#include "base/json.h"
#include "http/multipart.h"
#include "simulation/doubles/answers.h"

#include <QSet>

#include <deque>
#include <map>
#include <mutex>

namespace delpek::simulation
{

namespace
{

using base::Json;

constexpr qsizetype mostBytes = 25 * 1024 * 1024;

http::ServerResponse refuse(int status, const char* message)
{
    return jsonAnswer(status, base::toBytes({{"error", {{"message", message}, {"type", "invalid_request_error"}}}}));
}

bool endsLikeASound(const QString& name)
{
    static const QSet<QString> endings{QStringLiteral("flac"), QStringLiteral("mp3"),  QStringLiteral("mp4"),
                                       QStringLiteral("mpeg"), QStringLiteral("mpga"), QStringLiteral("m4a"),
                                       QStringLiteral("ogg"),  QStringLiteral("wav"),  QStringLiteral("webm"),
                                       QStringLiteral("opus"), QStringLiteral("aac"),  QStringLiteral("amr")};
    return endings.contains(name.section(QLatin1Char('.'), -1).toLower());
}

} // namespace

class SpeechDouble::Private
{
public:
    Private(Setup setup_, base::Clock& clock_)
        : setup(std::move(setup_))
        , clock(clock_)
    {
    }

    void transcribe(const http::ServerRequest& request, const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        const QByteArray given = http::header(request.headers, "Authorization");
        if (given != (setup.key.isEmpty() ? QByteArray() : "Bearer " + setup.key)) {
            return respond(refuse(401, "Incorrect API key provided."));
        }
        const auto words = checked(request);
        if (!words) {
            return respond(words.error());
        }
        ++calls;
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        answerWith(fault, jsonAnswer(200, base::toBytes({{"text", base::utf8(*words)}})), respond, clock, unanswered);
    }

    const Setup setup;
    base::Clock& clock;
    mutable std::mutex mutex;
    std::map<QByteArray, QString> heard;
    std::deque<Fault> faults;
    int calls = 0;
    std::unique_ptr<http::Server> server;

private:
    tl::expected<QString, http::ServerResponse> checked(const http::ServerRequest& request) const
    {
        const auto parts = http::readForm(http::header(request.headers, "Content-Type"), request.body);
        if (!parts) {
            return tl::make_unexpected(refuse(400, "The body is no multipart form."));
        }
        const http::FormPart* file = nullptr;
        QString model;
        for (const auto& part : *parts) {
            if (part.name == "file") {
                file = &part;
            } else if (part.name == "model") {
                model = QString::fromUtf8(part.body);
            } else if (part.name == "response_format"
                           ? part.body != "json" && part.body != "verbose_json"
                           : part.name != "language" && part.name != "prompt" && part.name != "temperature") {
                return tl::make_unexpected(refuse(400, "A field is unknown or has no such value."));
            }
        }
        if (model != setup.model) {
            return tl::make_unexpected(refuse(404, "The model does not exist."));
        }
        if (!file || file->body.isEmpty()) {
            return tl::make_unexpected(refuse(400, "The file is missing."));
        }
        if (file->body.size() > mostBytes) {
            return tl::make_unexpected(refuse(413, "Maximum content size limit exceeded."));
        }
        if (!endsLikeASound(file->fileName)) {
            return tl::make_unexpected(refuse(400, "Invalid file format."));
        }
        const auto known = heard.find(file->body);
        return known == heard.end() ? QString() : known->second;
    }

    std::vector<http::Respond> unanswered;
};

SpeechDouble::SpeechDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

SpeechDouble::~SpeechDouble()
{
    d->server.reset();
}

Result<std::unique_ptr<SpeechDouble>> SpeechDouble::start(const Setup& setup, base::Clock& clock)
{
    auto made = inProcess(setup, clock);
    http::ServerOptions options;
    options.maxBody = mostBytes + 1024 * 1024;
    if (const auto served = serve(made->d->server, made->routes(), options); !served) {
        return fail(served.error());
    }
    return made;
}

std::unique_ptr<SpeechDouble> SpeechDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<SpeechDouble>(new SpeechDouble(std::make_unique<Private>(setup, clock)));
}

std::vector<http::Server::Route> SpeechDouble::routes()
{
    return {
        {"POST", "/v1/audio/transcriptions", [this](const http::ServerRequest& request, const http::Respond& respond) {
             d->transcribe(request, respond);
         }}};
}

QUrl SpeechDouble::url() const
{
    return addressOf(d->server, "speech");
}

void SpeechDouble::hear(const QByteArray& bytes, const QString& words)
{
    const std::lock_guard lock(d->mutex);
    d->heard[bytes] = words;
}

int SpeechDouble::calls() const
{
    const std::lock_guard lock(d->mutex);
    return d->calls;
}

void SpeechDouble::failNext(int count, const Fault& fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), std::size_t(count), fault);
}

} // namespace delpek::simulation
