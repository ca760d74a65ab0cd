// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/server.h"
#include "simulation/doubles/graphaccount.h"
#include "simulation/doubles/graphpayloads.h"
#include "simulation/doubles/recorded.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// Which of Meta's doors a call came to.
enum class GraphDoor {
    Messages,   ///< what sends
    Courtesies, ///< read receipts, typing
    Uploads,
    Downloads, ///< where a file lies, and the file
    Management ///< templates, number, subscription, token
};

/// Meta's side of the WhatsApp Cloud API on a loopback port: messages, files, templates and the account, as strict as
/// the real one or stricter. It remembers what was sent, fails as told, and writes the webhooks that would follow.
/// All functions may be called from any thread.
class GraphDouble
{
public:
    struct Setup {
        QString version = QStringLiteral("v25.0");
        QString phoneNumberId = QStringLiteral("770011223344556");
        QByteArray token = "token-of-the-double";
        QByteArray appSecret = "secret-of-the-double";
        QString businessAccountId = QStringLiteral("900100200300400");
        /// At most 45 messages in 6 seconds to one patient; off, because a clock that stands still would end a test.
        bool pairRate = false;
    };

    /// `clock` tells the times of messages and runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<GraphDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a listener: whoever has routes() hands the requests over in this process. url() is a name then.
    static std::unique_ptr<GraphDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~GraphDouble();

    /// The api base for whatsapp::Endpoint.
    QUrl url() const;
    /// Each call, checked and answered; they must not outlive the double.
    std::vector<http::Server::Route> routes();
    const Setup& setup() const;
    const GraphPayloads& payloads() const;

    std::vector<SentMessage> sent() const;
    int readReceipts() const;
    /// The patient (wa_id or user id) wrote then: later than 24 hours after it only templates go. Of others nothing is
    /// held against a message.
    void patientWrote(const QString& user, base::Instant at);

    /// A file that a patient sent: the media id for the webhook.
    QString keepPatientsFile(const StoredFile& file);

    /// As if created and judged: `state` in Meta's words ("APPROVED").
    void setTemplateState(const QString& name, const QString& language, const QString& state,
                          const QString& reason = {});
    std::size_t templateCount() const;
    void setAccount(const GraphAccount& account);

    /// The next `count` good calls at that door meet `fault`.
    void failNext(int count, const Fault& fault, GraphDoor door = GraphDoor::Messages);
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
