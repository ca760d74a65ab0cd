// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/webchat/declaredfile.h"
#include "api/webchat/posts.h"
#include "api/webchat/ratelimits.h"
#include "api/webchat/sessions.h"
#include "api/webchat/streamhub.h"
#include "base/workers.h"
#include "clinic/clinicrecords.h"
#include "media/filedoor.h"
#include "node/node.h"

namespace delpek::api::webchat
{

struct Setup {
    QString account;            ///< of channels::WebChatChannel
    QStringList allowedOrigins; ///< sites that may frame the page
    QString trustedProxy;       ///< address of the proxy whose X-Forwarded-For is believed; empty: none
    base::Duration sessionAge = std::chrono::hours(30 * 24);
    int maxText = 2000;               ///< UTF-16 units a message
    qint64 maxFile = 2 * 1024 * 1024; ///< bytes; 0: no files are taken
    int perAddress = 60;              ///< requests a minute that change something, from one address
    int perSession = 20;              ///< and from one visitor
    StreamLimits streams;
};

/// What the chat works with; all of it outlives the chat.
struct Parts {
    node::Node& node;
    store::Store& store;
    clinic::ClinicRecords& records;
    media::FileDoor& files;
    base::Clock& clock;
};

/// The chat page and what it talks to. Pages under /chat, the rest under /api/webchat: `info`, `session`, `messages`,
/// `files` (POST: the visitor's; GET ?message=ID: one of the conversation, either way), `events`, `read`. A message is
/// answered with 200 when it is durable in the inbox; evidence of delivery goes the same way. The server that serves
/// the routes must end before the chat.
class WebChat
{
public:
    /// Reads or makes the key of the sessions, and settles sends of an earlier run whose receipt was cut off: the
    /// message is there, so it was sent. The node must have been started.
    static Result<std::unique_ptr<WebChat>> open(Setup setup, Parts parts);
    /// Waits for what is under way.
    ~WebChat();

    std::vector<http::Server::Route> routes();
    /// The visitor's name in the channel behind a token; Unauthorised for one that is not ours or too old.
    Result<QString> visitor(const QByteArray& token) const;

private:
    using Request = http::ServerRequest;
    using Respond = http::Respond;
    struct Caller {
        QString user;
        QString address;
    };

    WebChat(Setup setup, Parts parts, QByteArray key);
    Result<Done> settleUnknown();

    Taken<QString> userOf(const Request& request) const;
    /// Own origin, valid session, within the limits.
    Taken<Caller> admit(const Request& request);
    Taken<Done> limited(RateLimits& limits, const QString& key);
    QString addressOf(const Request& request) const;

    void tellInfo(const Respond& respond);
    void beginSession(const Request& request, const Respond& respond);
    void takeMessage(const Request& request, const Respond& respond);
    void takeChoice(const Caller& caller, const PagePost& post, const QString& correlation, const Respond& respond);
    void takeFile(const Request& request, const Respond& respond);
    void giveFile(const Request& request, const Respond& respond);
    void openStream(const Request& request, const Respond& respond);
    void takeSeen(const Request& request, const Respond& respond);

    void keep(const QByteArray& delivery, const QString& correlation, const Respond& respond);
    void report(domain::DeliveryState state, const QStringList& references);

    Setup m_setup;
    Parts m_parts;
    Sessions m_sessions;
    RateLimits m_newSessions;
    RateLimits m_newStreams;
    RateLimits m_ofAddress;
    RateLimits m_ofSession;
    RateLimits m_files;
    RateLimits m_shown;
    RateLimits m_seen;
    StreamHub m_hub;
    base::Activity m_activity; ///< reads under way that come back here
    base::Workers m_fileWorker;
};

} // namespace delpek::api::webchat
