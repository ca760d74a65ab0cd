// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/transcriber.h"

#include "base/json.h"
#include "http/multipart.h"
#include "media/filetypes.h"

namespace delpek::media
{

namespace
{

std::optional<base::Duration> retryAfter(const http::Response& response)
{
    bool ok = false;
    const int seconds = http::header(response.headers, "Retry-After").trimmed().toInt(&ok);
    return ok && seconds >= 0 ? std::optional<base::Duration>(std::chrono::seconds(seconds)) : std::nullopt;
}

Result<QString> wordsOf(const Result<http::Response>& answer)
{
    if (!answer) {
        return fail(answer.error());
    }
    const QString said = QStringLiteral("the transcription service answered HTTP %1").arg(answer->status);
    if (answer->status == 401 || answer->status == 403) {
        return fail(ErrorCode::Unauthorised, said + QStringLiteral(": check the secret transcription.api-key"));
    }
    if (answer->status == 429) {
        return fail(Error{ErrorCode::RateLimited, {}, said, retryAfter(*answer)});
    }
    if (answer->status == 408 || answer->status >= 500) {
        return fail(Error{ErrorCode::Unavailable, {}, said, retryAfter(*answer)});
    }
    if (answer->status < 200 || answer->status > 299) {
        return fail(ErrorCode::InvalidInput,
                    said + QStringLiteral(": check transcription.api-base and transcription.model"));
    }
    const auto json = base::parseJson(answer->body);
    if (!json || !base::at(*json, "text").is_string()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the transcription service's answer holds no \"text\""));
    }
    return base::textAt(*json, "text").trimmed();
}

} // namespace

Transcriber::Transcriber(Service service, std::function<QString()> key, http::Client& client)
    : m_service(std::move(service))
    , m_key(std::move(key))
    , m_client(client)
{
}

Future<QString> Transcriber::transcribe(const QByteArray& bytes, const QString& type)
{
    const auto form = http::writeForm({{"model", m_service.model.toUtf8()},
                                       {"response_format", "json"},
                                       // The service knows the sound by the ending of its name.
                                       {"file", bytes, QStringLiteral("voice.") + endingOf(type), type.toLatin1()}});
    http::Request request;
    request.method = "POST";
    request.url = m_service.apiBase;
    request.url.setPath(QStringLiteral("%1/v1/audio/transcriptions")
                            .arg(m_service.apiBase.path().endsWith(QLatin1Char('/'))
                                     ? m_service.apiBase.path().chopped(1)
                                     : m_service.apiBase.path()));
    request.headers = {{"Content-Type", form.contentType}, {"Accept", "application/json"}};
    if (const QString key = m_key(); !key.isEmpty()) {
        request.headers.emplaceBack("Authorization", "Bearer " + key.toUtf8());
    }
    request.body = form.body;
    request.timeout = m_service.patience;
    request.maxResponse = 1024 * 1024;
    return m_client.send(request).then([](const Result<http::Response>& answer) { return wordsOf(answer); });
}

} // namespace delpek::media
