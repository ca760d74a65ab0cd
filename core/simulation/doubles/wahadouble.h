// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/client.h"
#include "simulation/doubles/wahapayloads.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// A WAHA with one session on a loopback port: sendText, sendSeen, startTyping, stopTyping and the session itself, each
/// as strict as the real one; remembers what was sent, fails as told, and writes the events that would follow, in the
/// manner of the engine it stands for. All functions may be called from any thread.
class WahaDouble
{
public:
    struct Setup {
        QString session = QStringLiteral("clinic");
        QByteArray apiKey = "key-of-the-double";
        QByteArray hmacKey = "hmac-of-the-double";
        WahaEngine engine = WahaEngine::WebJs;
    };

    enum class Signature { Right, Wrong, None };

    /// `clock` tells the times of messages and runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<WahaDouble>> start(const Setup& setup, base::Clock& clock);
    ~WahaDouble();

    /// The api base for waha::Endpoint.
    QUrl url() const;
    const Setup& setup() const;
    const WahaPayloads& payloads() const;

    std::vector<SentMessage> sent() const;
    /// Good calls other than sendText, in order: "seen 972…@c.us", "typing 972…@c.us", "quiet 972…@c.us".
    QStringList gestures() const;

    /// The status of the session: WORKING at the start. With any other one nothing can be sent.
    void setStatus(const QString& status);
    /// The next `count` good calls of sendText meet `fault`.
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
