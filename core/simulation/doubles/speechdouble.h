// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/server.h"
#include "simulation/doubles/recorded.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// A service that writes sounds down, on a loopback port, as OpenAI's audio API speaks: POST /v1/audio/transcriptions
/// with a form of `file`, `model`, `language`, `response_format`, `prompt` and `temperature`. It refuses a missing or
/// wrong key, an unknown field, an unknown model, a file without bytes, one above 25 MB, and one whose name does not
/// end like a sound. Any thread.
class SpeechDouble
{
public:
    struct Setup {
        QByteArray key = "key-of-the-double"; ///< empty: none is asked for, and none may be given
        QString model = QStringLiteral("whisper-1");
    };

    /// `clock` runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<SpeechDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a listener: whoever has routes() hands the requests over in this process. url() is a name then.
    static std::unique_ptr<SpeechDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~SpeechDouble();

    QUrl url() const;
    /// Each call, checked and answered; they must not outlive the double.
    std::vector<http::Server::Route> routes();
    /// What is heard in these bytes from now on; in all others nothing is.
    void hear(const QByteArray& bytes, const QString& words);
    /// How many good calls came.
    int calls() const;
    /// The next `count` good calls meet `fault`.
    void failNext(int count, const Fault& fault);

private:
    class Private;
    explicit SpeechDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
