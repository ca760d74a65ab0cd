// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/staff/staffapi.h"

#include "api/doctor/cardjson.h"
#include "api/doctor/doctorchat.h"
#include "api/webchat/posts.h"
#include "base/await.h"
#include "base/logging.h"
#include "store/auditlog.h"

namespace delpek::api::staff
{

namespace
{

using base::Json;
using doctor::objectionTo;
using doctor::toJson;
using domain::Right;
using webchat::refusal;

constexpr int perMinute = 300;
constexpr int atOnce = 100;
constexpr int mostListed = 500;
constexpr int pageSize = 50;
constexpr qsizetype longestText = 4000;

/// The list from behind the escalation `after` on.
Json pageOf(const std::vector<domain::Escalation>& all, domain::EscalationId after, int limit)
{
    auto next = all.begin();
    if (after.isValid()) {
        next = std::ranges::find(all, after, &domain::Escalation::id);
        next = next == all.end() ? next : next + 1;
    }
    Json page{{"escalations", Json::array()}, {"next", Json()}};
    for (; next != all.end() && std::ssize(page["escalations"]) < limit; ++next) {
        page["escalations"].push_back(toJson(*next));
    }
    if (next != all.end()) {
        page["next"] = page["escalations"].back()["id"];
    }
    return page;
}

} // namespace

StaffApi::StaffApi(Parts parts)
    : m_parts(std::move(parts))
    , m_entrance({m_parts.clock, m_parts.key, m_parts.trustedProxy}, perMinute, atOnce)
    , m_worker(1)
{
}

StaffApi::~StaffApi()
{
    m_activity.waitIdle();
    m_worker.drain();
}

std::vector<http::Server::Route> StaffApi::routes()
{
    std::vector<http::Server::Route> routes;
    const auto add = [&](const char* method, const char* path, Right right, Handler handler) {
        routes.push_back({method, path, [this, right, handler](const Request& request, const Respond& respond) {
                              admit(request, respond, right, handler);
                          }});
    };
    add("GET", "/api/escalations", Right::See, &StaffApi::list);
    add("POST", "/api/escalations", Right::Escalate, &StaffApi::raise);
    add("GET", "/api/escalations/{id}", Right::See, &StaffApi::show);
    add("POST", "/api/escalations/{id}/links", Right::Escalate, &StaffApi::addLink);
    add("DELETE", "/api/escalations/{id}/links", Right::Escalate, &StaffApi::revokeLinks);
    add("POST", "/api/escalations/{id}/acknowledge", Right::Escalate, &StaffApi::acknowledge);
    add("POST", "/api/escalations/{id}/reply", Right::AnswerAsDoctor, &StaffApi::reply);
    add("POST", "/api/escalations/{id}/promise-call", Right::AnswerAsDoctor, &StaffApi::promiseCall);
    add("POST", "/api/escalations/{id}/close", Right::CloseEscalation, &StaffApi::close);
    return routes;
}

void StaffApi::admit(const Request& request, const Respond& respond, Right right, Handler handler)
{
    if (const auto refused = m_entrance.tooFast(request)) {
        return respond(*refused);
    }
    m_worker.post([this, request, respond, right, handler, token = m_activity.begin()] {
        const auto claims = m_entrance.claimsOf(request);
        if (!claims) {
            return respond(unauthorised());
        }
        if (!domain::mayDo(claims->role, right)) {
            return respond(forbidden());
        }
        const auto body = objectIn(request);
        if (!body) {
            return respond(malformed(body.error().detail));
        }
        (this->*handler)({*claims, request, *body, {request.part(2).toLongLong()}, respond, token});
    });
}

Future<Done> StaffApi::note(const Call& call, const QString& action, domain::EscalationId id)
{
    return m_parts.store.write([by = call.claims.name, action, id, now = m_parts.clock.now()](store::Session& session) {
        return store::AuditLog(session).append(by, action, doctor::subjectOf(id), QStringLiteral("api"), now);
    });
}

void StaffApi::answerWith(const Call& call, int status, domain::EscalationId id, const Json& more)
{
    deskOf(call).escalationCard(id).then([call, status, more](const Result<domain::EscalationCard>& card) {
        if (!card) {
            return call.respond(refusal(objectionTo(card.error())));
        }
        Json json = toJson(*card);
        json.update(more);
        call.respond(answer(status, json));
    });
}

void StaffApi::actWith(const Call& call, const QString& action, const std::function<Future<Done>()>& act)
{
    note(call, action, call.escalation)
        .then([act](const Result<Done>& noted) { return noted ? act() : base::ready<Done>(noted); })
        .then([this, call](const Result<Done>& done) {
            if (!done) {
                return call.respond(refusal(objectionTo(done.error())));
            }
            answerWith(call, 200, call.escalation);
        });
}

void StaffApi::list(const Call& call)
{
    const QByteArray state = call.request.queryValue("state");
    const QByteArray limitText = call.request.queryValue("limit");
    const int limit = limitText.isEmpty() ? pageSize : limitText.toInt();
    if ((!state.isEmpty() && state != "open" && state != "closed") || limit < 1 || limit > mostListed) {
        return call.respond(malformed(QStringLiteral("\"state\" is open or closed, \"limit\" 1 to 500.")));
    }
    const domain::EscalationId after{call.request.queryValue("after").toLongLong()};
    auto& desk = deskOf(call);
    (state == "closed" ? desk.closedEscalations(mostListed) : desk.openEscalations())
        .then([call, after, limit](const Result<std::vector<domain::Escalation>>& all) {
            call.respond(all ? answer(200, pageOf(*all, after, limit)) : refusal(objectionTo(all.error())));
        });
}

void StaffApi::show(const Call& call)
{
    actWith(call, QStringLiteral("escalation.viewed"), [] { return base::ready<Done>(Done{}); });
}

/// Waits: on the worker. What cannot be made is told beside the escalation, which is there all the same.
Json StaffApi::linkFor(const Call& call, domain::EscalationId id, domain::StaffId staff)
{
    const auto link = m_parts.links.make(id, staff, call.claims.name);
    if (link) {
        return {{"link", base::utf8(*link)}};
    }
    qCWarning(lcHttp).noquote() << "no private link:" << base::describe(link.error());
    const bool isNobody = link.error().code == ErrorCode::NotFound;
    return {{"link", Json()}, {"linkFault", isNobody ? "no-staff" : "no-address"}};
}

void StaffApi::raise(const Call& call)
{
    const domain::ConversationId conversation{base::integerAt(call.body, "conversation").value_or(0)};
    const auto urgency = base::fromText<domain::Urgency>(base::textAt(call.body, "urgency"));
    const QString reason = base::textAt(call.body, "reason").trimmed();
    if (!conversation.isValid() || !urgency || reason.isEmpty() || reason.size() > longestText) {
        return call.respond(malformed(QStringLiteral("\"conversation\", \"urgency\" (EMERGENCY, DOCTOR_REQUIRED or "
                                                     "ROUTINE) and \"reason\" are needed.")));
    }
    deskOf(call)
        .raiseEscalation(conversation, *urgency, reason)
        .then([this, call](const Result<domain::EscalationId>& id) {
            if (!id) {
                return call.respond(refusal(objectionTo(id.error())));
            }
            m_worker.post([this, call, id = *id] {
                if (const auto noted = base::await(note(call, QStringLiteral("escalation.raised"), id)); !noted) {
                    return call.respond(refusal(objectionTo(noted.error())));
                }
                const auto staff = base::integerAt(base::at(call.body, "link"), "staff");
                answerWith(call, 201, id, staff ? linkFor(call, id, {*staff}) : Json::object());
            });
        });
}

void StaffApi::addLink(const Call& call)
{
    const auto staff = base::integerAt(call.body, "staff");
    if (!staff) {
        return call.respond(malformed(QStringLiteral("\"staff\", a number of \"delpekd staff list\", is needed.")));
    }
    const auto link = m_parts.links.make(call.escalation, {*staff}, call.claims.name);
    if (link) {
        return call.respond(answer(201, {{"link", base::utf8(*link)}}));
    }
    call.respond(link.error().code == ErrorCode::NotFound
                     ? refusal({404, "not-found", QStringLiteral("There is no such escalation or member of staff.")})
                     : refusal({409, "no-address", QStringLiteral("listen.public-url is not set.")}));
}

void StaffApi::revokeLinks(const Call& call)
{
    m_parts.store
        .write([id = call.escalation, by = call.claims.name, now = m_parts.clock.now()](store::Session& session) {
            return doctor::revokeAll(session, id, by, QStringLiteral("link.byHand"), now);
        })
        .then([call](const Result<int>& revoked) {
            call.respond(revoked ? answer(200, {{"revoked", *revoked}}) : refusal(objectionTo(revoked.error())));
        });
}

void StaffApi::acknowledge(const Call& call)
{
    actWith(call, QStringLiteral("escalation.acknowledge"),
            [this, call] { return deskOf(call).acknowledge(call.escalation); });
}

void StaffApi::reply(const Call& call)
{
    const QString text = base::textAt(call.body, "text").trimmed();
    if (text.isEmpty() || text.size() > longestText) {
        return call.respond(malformed(QStringLiteral("\"text\" needs 1 to 4000 characters.")));
    }
    actWith(call, QStringLiteral("escalation.reply"), [this, call, text] {
        return deskOf(call)
            .answerEscalation(call.escalation, call.claims.name, text)
            .then([](const Result<domain::MessageId>& sent) -> Result<Done> {
                return sent.map([](auto&&) { return Done{}; });
            });
    });
}

void StaffApi::promiseCall(const Call& call)
{
    actWith(call, QStringLiteral("escalation.promiseCall"),
            [this, call] { return deskOf(call).promiseCall(call.escalation, call.claims.name); });
}

void StaffApi::close(const Call& call)
{
    const QString reason = base::textAt(call.body, "reason").trimmed();
    if (reason.isEmpty() || reason.size() > longestText) {
        return call.respond(malformed(QStringLiteral("\"reason\" needs 1 to 4000 characters.")));
    }
    actWith(call, QStringLiteral("escalation.close"),
            [this, call, reason] { return deskOf(call).closeEscalation(call.escalation, reason); });
}

} // namespace delpek::api::staff
