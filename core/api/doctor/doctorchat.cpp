// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/doctorchat.h"

#include "api/doctor/joined.h"
#include "api/doctor/secrets.h"
#include "api/webchat/sessions.h"
#include "api/webchat/site.h"
#include "base/json.h"
#include "base/logging.h"
#include "store/auditlog.h"
#include "store/escalations.h"

#include <QFile>

#include <array>

namespace delpek::api::doctor
{

namespace
{

using http::ServerResponse;
using webchat::Cache;

// Of one address in a minute, and at once; the doctors of a clinic may share one.
constexpr int pagesPerMinute = 30;
constexpr int pagesAtOnce = 20;
constexpr int pinsPerMinute = 10;
constexpr int pinsAtOnce = 10;
constexpr int looksPerMinute = 240;
constexpr int looksAtOnce = 120;
constexpr int actsPerMinute = 60;
constexpr int actsAtOnce = 30;

struct Page {
    const char* path; ///< empty: not served by a path of its own
    const char* file;
    const char* type;
};

constexpr const char* html = "text/html; charset=utf-8";
constexpr const char* script = "text/javascript; charset=utf-8";
constexpr const char* style = "text/css; charset=utf-8";

constexpr Page pageFile{"", "doctor/index.html", html};
constexpr Page goneFile{"", "doctor/gone.html", html};
constexpr auto partFiles = std::to_array<Page>({{"/doctor-chat/page.js", "doctor/page.js", script},
                                                {"/doctor-chat/acts.js", "doctor/acts.js", script},
                                                {"/doctor-chat/card.js", "doctor/card.js", script},
                                                {"/doctor-chat/thread.js", "doctor/thread.js", script},
                                                {"/doctor-chat/voice.js", "doctor/voice.js", script},
                                                {"/doctor-chat/recorder.js", "doctor/recorder.js", script},
                                                {"/doctor-chat/microphone.js", "doctor/microphone.js", script},
                                                {"/doctor-chat/words.js", "doctor/words.js", script},
                                                {"/doctor-chat/doctor.css", "doctor/doctor.css", style},
                                                {"/doctor-chat/stream.js", "stream.js", script},
                                                {"/doctor-chat/app.css", "app.css", style},
                                                {"/doctor-chat/icon.svg", "icon.svg", "image/svg+xml"}});

Result<QByteArray> contentOf(const Page& page)
{
    QFile file(QStringLiteral(":/delpek/web/") + QLatin1String(page.file));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal,
                    QStringLiteral("the page %1 is missing from the program").arg(QLatin1String(page.file)));
    }
    return file.readAll();
}

/// The same fields whatever the link is worth.
ServerResponse pageResponse(int status, const Page& page, Cache cache)
{
    ServerResponse response{status, contentOf(page).value_or(QByteArray()), page.type,
                            webchat::commonHeaders(cache, webchat::Microphone::OurPage)};
    response.headers.emplaceBack("Content-Security-Policy", webchat::contentSecurityPolicy({}));
    response.headers.emplaceBack("X-Frame-Options", "DENY");
    response.headers.emplaceBack("X-Robots-Tag", "noindex, nofollow, noarchive");
    response.headers.emplaceBack("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.emplaceBack("Cross-Origin-Resource-Policy", "same-origin");
    return response;
}

const webchat::Objection linkGone{404, "link-gone", QStringLiteral("This link is not valid.")};
const webchat::Objection notNow{503, "unavailable", QStringLiteral("This cannot be done now; try again.")};

} // namespace

webchat::Objection objectionTo(const Error& error)
{
    switch (error.code) {
    case ErrorCode::WindowClosed:
        return {409, "window-closed", QStringLiteral("WhatsApp's 24 hours are over: only a template may be sent.")};
    case ErrorCode::Unreachable:
        return {409, "unreachable", QStringLiteral("The patient cannot be reached on this channel.")};
    case ErrorCode::Conflict:
        return {409, "closed", QStringLiteral("The escalation is closed.")};
    case ErrorCode::InvalidInput:
    case ErrorCode::Unsupported:
        return {422, "not-taken", QStringLiteral("This was not taken.")};
    case ErrorCode::NotFound:
        return {404, "not-found", QStringLiteral("There is no such thing here.")};
    case ErrorCode::Forbidden:
        return error.key == QLatin1String("consent.answerRefused")
                   ? webchat::Objection{409, "consent-refused",
                                        QStringLiteral("The patient does not want medical answers in this chat.")}
                   : webchat::Objection{409, "consent-missing",
                                        QStringLiteral("The patient has not agreed to medical answers in this chat.")};
    default:
        qCWarning(lcHttp).noquote() << "refused to a doctor or a member of staff:" << base::describe(error);
        return notNow;
    }
}

ServerResponse answer(const base::Json& json)
{
    return {200, base::toBytes(json), "application/json", webchat::commonHeaders(Cache::Never)};
}

DoctorChat::DoctorChat(Setup setup, Parts parts, domain::Bilingual joined)
    : m_setup(std::move(setup))
    , m_parts(parts)
    , m_joined(std::move(joined))
    , m_pages(pagesPerMinute, pagesAtOnce)
    , m_pins(pinsPerMinute, pinsAtOnce)
    , m_looks(looksPerMinute, looksAtOnce)
    , m_acts(actsPerMinute, actsAtOnce)
    , m_hub(m_parts.store, m_parts.clock)
    , m_pinWorker(1)
    , m_fileWorker(1)
{
}

DoctorChat::~DoctorChat()
{
    m_activity.waitIdle();
    m_pinWorker.drain();
    m_fileWorker.drain();
}

Result<std::unique_ptr<DoctorChat>> DoctorChat::open(Setup setup, Parts parts)
{
    auto joined = joinedText();
    if (!joined) {
        return fail(joined.error());
    }
    std::vector<Page> all{pageFile, goneFile};
    all.insert(all.end(), partFiles.begin(), partFiles.end());
    for (const Page& page : all) {
        if (const auto content = contentOf(page); !content) {
            return fail(content.error());
        }
    }
    return std::unique_ptr<DoctorChat>(new DoctorChat(std::move(setup), parts, std::move(*joined)));
}

std::vector<http::Server::Route> DoctorChat::routes()
{
    std::vector<http::Server::Route> routes;
    for (const Page& page : partFiles) {
        const auto response = pageResponse(200, page, Cache::Revalidate);
        routes.push_back({"GET", page.path, [response](const Request&, const Respond& respond) { respond(response); }});
    }
    routes.push_back({"GET", "/doctor-chat/{token}",
                      [this](const Request& request, const Respond& respond) { givePage(request, respond); }});
    routes.push_back({"POST", "/api/doctor-chat/pin",
                      [this](const Request& request, const Respond& respond) { takePin(request, respond); }});
    const auto add = [&](const char* method, const char* path, Purpose purpose,
                         void (DoctorChat::*handler)(const Visit&)) {
        routes.push_back({method, path, [this, purpose, handler](const Request& request, const Respond& respond) {
                              enter(request, respond, purpose,
                                    [this, handler](const Visit& visit) { (this->*handler)(visit); });
                          }});
    };
    add("GET", "/api/doctor-chat/card", Purpose::Look, &DoctorChat::giveCard);
    add("GET", "/api/doctor-chat/thread", Purpose::Look, &DoctorChat::giveThread);
    add("GET", "/api/doctor-chat/files", Purpose::Look, &DoctorChat::giveFile);
    add("GET", "/api/doctor-chat/events", Purpose::Look, &DoctorChat::openStream);
    add("POST", "/api/doctor-chat/acknowledge", Purpose::Act, &DoctorChat::acknowledge);
    add("POST", "/api/doctor-chat/reply", Purpose::Act, &DoctorChat::reply);
    add("POST", "/api/doctor-chat/promise-call", Purpose::Act, &DoctorChat::promiseCall);
    add("POST", "/api/doctor-chat/close", Purpose::Act, &DoctorChat::close);
    add("POST", "/api/doctor-chat/voice", Purpose::Act, &DoctorChat::takeVoice);
    if (m_setup.maxFile > 0) {
        add("POST", "/api/doctor-chat/files", Purpose::Act, &DoctorChat::takeFile);
    }
    return routes;
}

bool DoctorChat::isWithin(webchat::RateLimits& limits, const Request& request, const Respond& respond)
{
    const auto wait = limits.take(webchat::callerOf(request, m_setup.trustedProxy), m_parts.clock.now());
    if (wait) {
        respond(webchat::refusal({429, "too-fast", QStringLiteral("Too many requests. Please wait a little."), wait}));
    }
    return !wait;
}

/// A request that changes something says where it comes from, as every browser does.
bool DoctorChat::isOwnPage(const Request& request) const
{
    const QString own =
        m_setup.publicUrl.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    const bool isNamed = request.method != "POST" || !http::header(request.headers, "Origin").isEmpty();
    return isNamed && webchat::isFromOurPage(request.headers, own.isEmpty() ? QStringList() : QStringList{own});
}

void DoctorChat::givePage(const Request& request, const Respond& respond)
{
    if (!isWithin(m_pages, request, respond)) {
        return;
    }
    const QString tokenHash = hashOf(request.part(1));
    m_parts.store
        .read([tokenHash, now = m_parts.clock.now()](store::Session& session) {
            return doorOf(session, tokenHash, {}, now);
        })
        .then([respond](const Result<Door>& door) {
            if (!door) {
                return respond(webchat::refusal(notNow));
            }
            const bool isThere = door->state != DoorState::Closed;
            respond(pageResponse(isThere ? 200 : 404, isThere ? pageFile : goneFile, Cache::Never));
        });
}

void DoctorChat::enter(const Request& request, const Respond& respond, Purpose purpose, const Go& go)
{
    if (!isWithin(purpose == Purpose::Look ? m_looks : m_acts, request, respond)) {
        return;
    }
    if (!isOwnPage(request)) {
        return respond(
            webchat::refusal({403, "origin", QStringLiteral("This request does not come from the doctor's page.")}));
    }
    const QByteArray token = webchat::bearerOf(http::header(request.headers, "Authorization"));
    const QString tokenHash = hashOf(token);
    const QString deviceHash = hashOf(cookieIn(request.headers, deviceCookie(token)));
    using Found = std::pair<Door, domain::Escalation>;
    m_parts.store
        .read([tokenHash, deviceHash, now = m_parts.clock.now()](store::Session& session) -> Result<Found> {
            const auto door = doorOf(session, tokenHash, deviceHash, now);
            if (!door || door->state != DoorState::Open) {
                return door.map([](const Door& one) { return Found{one, {}}; });
            }
            return store::Escalations(session).byId(door->link.escalation).map([&](const auto& escalation) {
                return Found{*door, escalation};
            });
        })
        .then([request, respond, go, token = m_activity.begin()](const Result<Found>& found) {
            if (!found) {
                return respond(webchat::refusal(objectionTo(found.error())));
            }
            switch (found->first.state) {
            case DoorState::Closed:
                return respond(webchat::refusal(linkGone));
            case DoorState::Locked:
                return respond(
                    webchat::refusal({401, "pin", QStringLiteral("This device has not shown the PIN yet.")}));
            case DoorState::Open:
                return go(Visit{found->first, found->second, request, respond, token});
            }
        });
}

Future<Done> DoctorChat::note(const Visit& visit, const QString& action, const QString& detail)
{
    const QString about = QStringLiteral("link:%1 %2").arg(visit.door.link.id.value).arg(detail).trimmed();
    return m_parts.store.write([by = visit.door.staff.name, action, about, id = visit.escalation.id,
                                now = m_parts.clock.now()](store::Session& session) {
        return store::AuditLog(session).append(by, action, subjectOf(id), about, now);
    });
}

} // namespace delpek::api::doctor
