// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/webchat.h"

#include "api/webchat/site.h"
#include "base/await.h"
#include "base/correlation.h"
#include "base/json.h"
#include "base/logging.h"
#include "channels/webchat/delivery.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/outbox.h"

#include <QFile>

namespace delpek::api::webchat
{

namespace
{

using http::ServerResponse;

// Of one address in a minute, and at once; a clinic's waiting room may share one.
constexpr int sessionsPerMinute = 10;
constexpr int sessionsAtOnce = 30;
constexpr int streamsPerMinute = 60;
constexpr int streamsAtOnce = 60;
constexpr int filesPerMinute = 6;
constexpr int filesAtOnce = 10;
/// Of one visitor: a page asks again for what it shows after each reload.
constexpr int shownPerMinute = 120;
constexpr int shownAtOnce = 60;
/// Of one visitor: the page gathers what was seen for a second.
constexpr int seenPerMinute = 60;
constexpr int seenAtOnce = 30;

struct Page {
    const char* path;
    const char* file;
    const char* type;
};

constexpr auto pages = std::to_array<Page>({{"/chat", "index.html", "text/html; charset=utf-8"},
                                            {"/chat/app.js", "app.js", "text/javascript; charset=utf-8"},
                                            {"/chat/words.js", "words.js", "text/javascript; charset=utf-8"},
                                            {"/chat/bubbles.js", "bubbles.js", "text/javascript; charset=utf-8"},
                                            {"/chat/files.js", "files.js", "text/javascript; charset=utf-8"},
                                            {"/chat/seen.js", "seen.js", "text/javascript; charset=utf-8"},
                                            {"/chat/storage.js", "storage.js", "text/javascript; charset=utf-8"},
                                            {"/chat/stream.js", "stream.js", "text/javascript; charset=utf-8"},
                                            {"/chat/app.css", "app.css", "text/css; charset=utf-8"},
                                            {"/chat/icon.svg", "icon.svg", "image/svg+xml"},
                                            {"/chat/embed.js", "embed.js", "text/javascript; charset=utf-8"}});

Result<QByteArray> contentOf(const Page& page)
{
    QFile file(QStringLiteral(":/delpek/web/") + QLatin1String(page.file));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal,
                    QStringLiteral("the page %1 is missing from the program").arg(QLatin1String(page.file)));
    }
    return file.readAll();
}

ServerResponse pageResponse(const Page& page, const QByteArray& content, const QByteArray& policy)
{
    ServerResponse response{200, content, page.type, commonHeaders(Cache::Revalidate)};
    response.headers.emplaceBack("Content-Security-Policy", policy);
    const bool isForOthers = QByteArray(page.file) == "embed.js";
    response.headers.emplaceBack("Cross-Origin-Resource-Policy", isForOthers ? "cross-origin" : "same-origin");
    return response;
}

int burstOf(int perMinute)
{
    return std::max(5, perMinute / 2);
}

Result<QByteArray> sessionKey(store::Store& store)
{
    return base::await(store.write([fresh = Sessions::newKey()](store::Session& session) -> Result<QByteArray> {
        const QString name = QStringLiteral("webchat.session-key");
        store::Settings settings(session);
        const auto kept = settings.value(name);
        if (!kept) {
            return fail(kept.error());
        }
        const QByteArray key = QByteArray::fromBase64(kept->toLatin1());
        if (key.size() >= fresh.size()) {
            return key;
        }
        return settings.setValue(name, QString::fromLatin1(fresh.toBase64())).map([&](Done) { return fresh; });
    }));
}

} // namespace

WebChat::WebChat(Setup setup, Parts parts, QByteArray key)
    : m_setup(std::move(setup))
    , m_parts(parts)
    , m_sessions(std::move(key), m_setup.sessionAge)
    , m_newSessions(sessionsPerMinute, sessionsAtOnce)
    , m_newStreams(streamsPerMinute, streamsAtOnce)
    , m_ofAddress(m_setup.perAddress, burstOf(m_setup.perAddress))
    , m_ofSession(m_setup.perSession, burstOf(m_setup.perSession))
    , m_files(filesPerMinute, filesAtOnce)
    , m_shown(shownPerMinute, shownAtOnce)
    , m_seen(seenPerMinute, seenAtOnce)
    , m_hub(m_parts.store, m_setup.account, m_setup.streams,
            [this](const QStringList& references) { report(domain::DeliveryState::Delivered, references); })
    , m_fileWorker(1)
{
}

WebChat::~WebChat()
{
    m_fileWorker.drain();
    m_activity.waitIdle();
}

Result<std::unique_ptr<WebChat>> WebChat::open(Setup setup, Parts parts)
{
    for (const Page& page : pages) {
        if (const auto content = contentOf(page); !content) {
            return fail(content.error());
        }
    }
    const auto key = sessionKey(parts.store);
    if (!key) {
        return fail(key.error());
    }
    std::unique_ptr<WebChat> chat(new WebChat(std::move(setup), parts, *key));
    if (const auto settled = chat->settleUnknown(); !settled) {
        return fail(settled.error());
    }
    return chat;
}

Result<Done> WebChat::settleUnknown()
{
    constexpr int most = 10'000;
    const auto references = base::await(m_parts.store.read([](store::Session& session) -> Result<QStringList> {
        const auto rows = store::Outbox(session).inState(store::OutboxState::Unknown, most);
        if (!rows) {
            return fail(rows.error());
        }
        QStringList ours;
        for (const auto& row : *rows) {
            const auto conversation = store::Conversations(session).find(row.conversation);
            if (conversation && conversation->address.channel == domain::ChannelKind::WebChat) {
                ours << row.reference;
            }
        }
        return ours;
    }));
    if (!references) {
        return fail(references.error());
    }
    if (!references->isEmpty()) {
        report(domain::DeliveryState::Sent, *references);
    }
    return Done{};
}

std::vector<http::Server::Route> WebChat::routes()
{
    std::vector<http::Server::Route> routes;
    const QByteArray policy = contentSecurityPolicy(m_setup.allowedOrigins);
    for (const Page& page : pages) {
        const auto response = pageResponse(page, contentOf(page).value_or(QByteArray()), policy);
        routes.push_back({"GET", page.path, [response](const Request&, const Respond& respond) { respond(response); }});
    }
    const auto add = [&](const char* method, const char* path, auto handler) {
        routes.push_back({method, path, [this, handler](const Request& request, const Respond& respond) {
                              (this->*handler)(request, respond);
                          }});
    };
    routes.push_back(
        {"GET", "/api/webchat/info", [this](const Request&, const Respond& respond) { tellInfo(respond); }});
    add("POST", "/api/webchat/session", &WebChat::beginSession);
    add("POST", "/api/webchat/messages", &WebChat::takeMessage);
    add("GET", "/api/webchat/events", &WebChat::openStream);
    add("POST", "/api/webchat/read", &WebChat::takeSeen);
    add("GET", "/api/webchat/files", &WebChat::giveFile);
    if (m_setup.maxFile > 0) {
        add("POST", "/api/webchat/files", &WebChat::takeFile);
    }
    return routes;
}

Result<QString> WebChat::visitor(const QByteArray& token) const
{
    return m_sessions.userOf(token, m_parts.clock.now());
}

void WebChat::tellInfo(const Respond& respond)
{
    m_parts.records.info().then(
        [respond, maxText = m_setup.maxText, maxFile = m_setup.maxFile](const Result<domain::ClinicInfo>& info) {
            const domain::ClinicInfo clinic = info.value_or(domain::ClinicInfo{});
            const base::Json json{{"name", {{"he", base::utf8(clinic.name.he)}, {"en", base::utf8(clinic.name.en)}}},
                                  {"phone", base::utf8(clinic.phone)},
                                  {"maxText", maxText},
                                  {"maxFile", maxFile}};
            respond({200, base::toBytes(json), "application/json", commonHeaders(Cache::Never)});
        });
}

void WebChat::report(domain::DeliveryState state, const QStringList& references)
{
    const QByteArray delivery =
        channels::webchat::toDelivery(channels::webchat::Evidence{state, m_parts.clock.now(), references});
    m_parts.node.accept(domain::ChannelKind::WebChat, m_setup.account, delivery, base::newCorrelation())
        .then([](const Result<bool>& kept) {
            if (!kept) {
                // The message stays at "sent"; the next stream that writes it tells again.
                qCWarning(lcHttp).noquote() << "evidence not kept:" << base::describe(kept.error());
            }
        });
}

} // namespace delpek::api::webchat
