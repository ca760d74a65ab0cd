// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <functional>

namespace delpek::media
{

/// Writes voice notes down through a service that speaks OpenAI's audio API: POST {base}/v1/audio/transcriptions with a
/// form of `file`, `model` and `response_format`, answered by {"text": "…"} (OpenAI, "Create transcription"; local
/// servers speak the same). The service finds the language itself. Any thread.
class Transcriber
{
public:
    struct Service {
        QUrl apiBase; ///< "https://host" or "http://127.0.0.1:9000"; "/v1/audio/transcriptions" is added
        QString model;
        base::Duration patience = std::chrono::seconds(30); ///< for one answer
    };

    /// `key` gives the service's key, empty where it needs none.
    Transcriber(Service service, std::function<QString()> key, http::Client& client);

    /// How long a turn waits for the words of a voice note.
    base::Duration patience() const { return m_service.patience; }

    /// The words that are heard in a sound of the MIME type `type`; empty when none are. InvalidInput when the service
    /// does not take it, Unauthorised for a wrong key, RateLimited, Timeout and Unavailable when it may be tried again.
    Future<QString> transcribe(const QByteArray& bytes, const QString& type);

private:
    Service m_service;
    std::function<QString()> m_key;
    http::Client& m_client;
};

} // namespace delpek::media
