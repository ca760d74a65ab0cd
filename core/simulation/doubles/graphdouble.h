// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "simulation/doubles/graphpayloads.h"
#include "simulation/doubles/recorded.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// Meta's side of the WhatsApp Cloud API on a loopback port: takes POST /{version}/{phone number id}/messages as
/// strictly as the real one, remembers what was sent, fails as told, and writes the webhooks that would follow.
/// All functions may be called from any thread.
class GraphDouble
{
public:
    struct Setup {
        QString version = QStringLiteral("v25.0");
        QString phoneNumberId = QStringLiteral("770011223344556");
        QByteArray token = "token-of-the-double";
        QByteArray appSecret = "secret-of-the-double";
    };

    /// `clock` tells the times of messages and runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<GraphDouble>> start(const Setup& setup, base::Clock& clock);
    ~GraphDouble();

    /// The api base for whatsapp::Endpoint.
    QUrl url() const;
    const Setup& setup() const;
    const GraphPayloads& payloads() const;

    std::vector<SentMessage> sent() const;
    int readReceipts() const;

    /// The next `count` good calls that send meet `fault`.
    void failNext(int count, const Fault& fault);
    /// A fault with the error body of the Graph API.
    static Fault graphFault(int code, int status = 400);

    /// The status webhooks not written yet: sent, delivered and read for each message since the last call, in order.
    std::vector<QByteArray> statusDeliveries();
    /// The value of X-Hub-Signature-256 for a body.
    QByteArray sign(const QByteArray& body) const;

private:
    class Private;
    explicit GraphDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
