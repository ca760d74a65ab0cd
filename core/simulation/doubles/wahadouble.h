// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/client.h"
#include "http/server.h"
#include "simulation/doubles/wahapayloads.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// A WAHA with one session on a loopback port: every call of WahaMethod, edits, the session itself, made, configured,
/// started and linked, its files for three
/// minutes each, messages and hidden ids, each as strict as the real one; remembers what was sent, fails as told, and
/// writes the events that would follow, in the manner of the engine it stands for. All functions may be called from any
/// thread.
class WahaDouble
{
public:
    struct Setup {
        QString session = QStringLiteral("clinic");
        QByteArray apiKey = "key-of-the-double";
        QByteArray hmacKey = "hmac-of-the-double";
        WahaEngine engine = WahaEngine::WebJs;
        bool keepsMessages = true; ///< false: a NOWEB without its store
        bool hasSession = true;    ///< false: it has to be made first, and a phone linked
    };

    enum class Signature { Right, Wrong, None };

    /// `clock` tells the times of messages and runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<WahaDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a listener: whoever has routes() hands the requests over in this process. url() is a name then.
    static std::unique_ptr<WahaDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~WahaDouble();

    /// The api base for waha::Endpoint.
    QUrl url() const;
    /// Each call, checked and answered; they must not outlive the double.
    std::vector<http::Server::Route> routes();
    const Setup& setup() const;
    const WahaPayloads& payloads() const;

    std::vector<SentMessage> sent() const;
    /// Good calls that send no message, in order: "seen 972…@c.us", "typing 972…@c.us", "quiet 972…@c.us",
    /// "react 972…@c.us <emoji>", "edit 972…@c.us".
    QStringList gestures() const;

    /// A patient's file, below /api/files/<session>/ from now on, of the message `key` ("false_<chat>_<id>").
    void addFile(const QString& name, const QString& key, const StoredFile& file);
    /// Whose number stands behind a hidden id; any other one is not known.
    void addNumber(const QString& lid, const QString& number);
    /// The webhooks in the session's settings; none at the start.
    void setWebhooks(const base::Json& webhooks);

    /// The session's settings as they stand.
    base::Json config() const;

    /// The status of the session: WORKING at the start. With any other one nothing can be sent.
    void setStatus(const QString& status);
    QString status() const;
    /// The clinic's phone scans the code.
    void scanCode();
    /// The next `count` good calls that send a message meet `fault`.
    void failNext(int count, const Fault& fault);
    /// A fault with an error body of WAHA.
    static Fault wahaFault(int status);

    /// The events not written yet: message.any with source "api", then the acks 1, 2 and 3, for each message sent since
    /// the last call.
    std::vector<QByteArray> sentDeliveries();
    /// The value of X-Webhook-Hmac for a body.
    QByteArray sign(const QByteArray& body) const;
    /// The webhook call that brings a body.
    http::Request delivery(const QUrl& url, const QByteArray& body, Signature signature = Signature::Right) const;

private:
    class Private;
    explicit WahaDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
