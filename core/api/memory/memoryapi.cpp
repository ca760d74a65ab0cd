// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/memory/memoryapi.h"

#include "api/webchat/posts.h"
#include "api/webchat/sessions.h"
#include "base/await.h"
#include "base/logging.h"
#include "memory/forgetting.h"
#include "memory/memoryjson.h"
#include "store/auditlog.h"
#include "store/conversations.h"

namespace delpek::api::memory
{

namespace
{

using base::Json;
using http::ServerResponse;
using staff::answer;
using webchat::refusal;

constexpr int perMinute = 60;
constexpr int atOnce = 30;

ServerResponse refusalOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return refusal({404, "not-found", QStringLiteral("There is no such open fact.")});
    case ErrorCode::InvalidInput:
        return refusal({422, "malformed", QStringLiteral("A fact of this kind cannot have this value.")});
    default:
        return refusal({503, "unavailable", QStringLiteral("The memory cannot be reached now.")});
    }
}

} // namespace

MemoryApi::MemoryApi(Parts parts)
    : m_parts(std::move(parts))
    , m_entrance({m_parts.clock, m_parts.key, m_parts.trustedProxy}, perMinute, atOnce)
    , m_worker(1)
{
}

MemoryApi::~MemoryApi()
{
    m_activity.waitIdle();
    m_worker.drain();
}

std::vector<http::Server::Route> MemoryApi::routes()
{
    std::vector<http::Server::Route> routes;
    const auto add = [&](const char* method, const char* path, Handler handler) {
        routes.push_back({method, path, [this, handler](const Request& request, const Respond& respond) {
                              admit(request, respond, handler);
                          }});
    };
    add("GET", "/api/memory/{user_id}", &MemoryApi::show);
    add("DELETE", "/api/memory/{user_id}", &MemoryApi::forget);
    add("PATCH", "/api/memory/{user_id}/facts/{id}", &MemoryApi::correct);
    routes.push_back({"GET", "/health/neo4j", [this](const Request&, const Respond& respond) { tellHealth(respond); }});
    return routes;
}

/// Who writes in the chat session of that token, as the memory knows them.
std::optional<domain::PersonId> MemoryApi::visitorOf(const QByteArray& token)
{
    const auto user = m_parts.visitor ? m_parts.visitor(token) : fail(ErrorCode::Unauthorised, {});
    if (!user) {
        return std::nullopt;
    }
    const domain::ChannelAddress address{domain::ChannelKind::WebChat, m_parts.chatAccount, *user};
    const auto conversation = base::await(m_parts.store.read(
        [address](store::Session& session) { return store::Conversations(session).findByAddress(address); }));
    // Nobody is remembered by an invalid number.
    return conversation && *conversation ? (*conversation)->person : domain::PersonId{};
}

void MemoryApi::admit(const Request& request, const Respond& respond, Handler handler)
{
    if (const auto refused = m_entrance.tooFast(request)) {
        return respond(*refused);
    }
    m_worker.post(
        [this, request, respond, handler, token = m_activity.begin()] { handle(request, respond, handler, token); });
}

void MemoryApi::handle(const Request& request, const Respond& respond, Handler handler,
                       const base::Activity::Token& token)
{
    const QByteArray bearer = webchat::bearerOf(http::header(request.headers, "Authorization"));
    const QByteArray named = request.part(2);
    const domain::PersonId user{named.toLongLong()};
    if (const auto claims = m_entrance.claimsOf(request)) {
        if (claims->role != domain::Role::Admin) {
            return respond(staff::forbidden());
        }
        if (!user.isValid()) {
            return respond(refusal({404, "not-found", QStringLiteral("There is no such user.")}));
        }
        return (this->*handler)({claims->name, user, request, respond, token});
    }
    const auto own = visitorOf(bearer);
    if (!own) {
        return respond(staff::unauthorised(QStringLiteral("A token of staff or of a chat session is needed.")));
    }
    if (named != "me" && (!own->isValid() || user != *own)) {
        return respond(refusal({403, "role", QStringLiteral("Only your own memory is yours to see.")}));
    }
    (this->*handler)({QStringLiteral("patient"), *own, request, respond, token});
}

void MemoryApi::show(const Call& call)
{
    const auto noted = base::await(m_parts.store.write([&call, now = m_parts.clock.now()](store::Session& session) {
        return store::AuditLog(session).append(call.by, QStringLiteral("memory.viewed"),
                                               delpek::memory::subjectOf(call.user), QStringLiteral("api"), now);
    }));
    const auto known = noted ? base::await(m_parts.memory.list(call.user)) : fail(noted.error());
    if (!known) {
        return call.respond(refusalOf(known.error()));
    }
    Json json = delpek::memory::toJson(*known);
    json["user"] = call.user.value;
    call.respond(answer(200, json));
}

void MemoryApi::forget(const Call& call)
{
    const auto done = delpek::memory::forgetUser(m_parts.store, m_parts.memory, call.user, call.by,
                                                 QStringLiteral("api"), m_parts.clock.now());
    if (!done) {
        return call.respond(refusalOf(done.error()));
    }
    if (!*done) {
        m_parts.wake();
    }
    call.respond(answer(*done ? 200 : 202, {{"status", *done ? "forgotten" : "queued"}}));
}

void MemoryApi::correct(const Call& call)
{
    const QString id = QString::fromUtf8(call.request.part(4));
    const auto body = base::parseJson(call.request.body);
    const QString value = body ? base::textAt(*body, "value") : QString();
    const auto known = base::await(m_parts.memory.list(call.user));
    if (!known) {
        return call.respond(refusalOf(known.error()));
    }
    const auto fact = std::ranges::find(known->facts, id, &delpek::memory::Fact::id);
    if (fact == known->facts.end()) {
        return call.respond(refusalOf({ErrorCode::NotFound, {}, {}}));
    }
    const auto now = m_parts.clock.now();
    const auto corrected =
        m_parts.rules.checkValue(fact->kind, value)
            .and_then([&](Done) {
                return base::await(m_parts.store.write([&](store::Session& session) {
                    return store::AuditLog(session).append(call.by, QStringLiteral("memory.corrected"),
                                                           delpek::memory::subjectOf(call.user), fact->kind, now);
                }));
            })
            .and_then([&](Done) { return base::await(m_parts.memory.correct(call.user, id, value, call.by, now)); });
    if (!corrected) {
        return call.respond(refusalOf(corrected.error()));
    }
    call.respond(answer(200, {{"status", "ok"}}));
}

/// 503 only where a server is named and does not answer.
void MemoryApi::tellHealth(const Respond& respond)
{
    const QString name = m_parts.memory.name();
    if (name != QLatin1String("neo4j")) {
        return respond(answer(200, {{"status", "not-configured"}, {"memory", base::utf8(name)}}));
    }
    m_parts.memory.health().then([respond, name](const Result<Done>& healthy) {
        respond(
            answer(healthy ? 200 : 503, {{"status", healthy ? "ok" : "unreachable"}, {"memory", base::utf8(name)}}));
    });
}

} // namespace delpek::api::memory
