// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/services/serviceapi.h"

#include "agent/service/form.h"
#include "api/webchat/posts.h"
#include "base/await.h"
#include "base/correlation.h"
#include "base/logging.h"
#include "domain/isolate.h"
#include "store/auditlog.h"

namespace delpek::api::services
{

namespace
{

using base::Json;
using domain::Right;
using http::ServerResponse;
using staff::answer;
using staff::malformed;
using store::ServiceSession;
using webchat::refusal;

constexpr int callsPerMinute = 120;
constexpr int callsAtOnce = 40;
constexpr qsizetype longestWords = 4000;
constexpr auto ledTalk = std::chrono::hours(1); ///< a led session ends so long after the last message
constexpr auto longestSession = std::chrono::hours(24 * 7);

ServerResponse refusalOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return refusal({404, "not-found", QStringLiteral("There is no such session.")});
    case ErrorCode::Conflict:
        return refusal({409, "session-over", error.detail});
    case ErrorCode::InvalidInput:
        return malformed(error.detail);
    default:
        return refusal({503, "unavailable", QStringLiteral("The database cannot be reached now.")});
    }
}

Result<Done> noted(store::Session& session, const QString& by, const char* action, store::ServiceSessionId id,
                   base::Instant now)
{
    return store::AuditLog(session).append(by, QLatin1String(action), QStringLiteral("session:%1").arg(id.value),
                                           QStringLiteral("api"), now);
}

/// A program may look things up and fill in forms; what changes the records is for the desk.
const agent::IntendChange changesNoRecords = [](const QString&, const QString&) -> Result<Done> {
    return fail(ErrorCode::Forbidden, QStringLiteral("a talk that a program leads changes nothing in the records"));
};

domain::Message patientMessage(LedTalk& talk, const QString& text, const QString& choice, base::Instant now)
{
    domain::Message message;
    message.id = {++talk.lastMessage};
    message.author = domain::AuthorKind::Patient;
    message.kind = choice.isEmpty() ? domain::MessageKind::Text : domain::MessageKind::Choice;
    message.text = text;
    message.choice = choice;
    message.createdAt = message.sentAt = now;
    return message;
}

agent::TurnInput inputOf(const ServiceSession& session, const LedTalk& talk, const domain::Message& message)
{
    agent::TurnInput input;
    input.conversation.id = {-session.id.value}; // no conversation of the store: below zero
    input.conversation.language = talk.language;
    input.conversation.holder = {talk.holder, {}};
    input.conversation.urgency = talk.urgency;
    input.burst = {message};
    input.history = talk.history;
    input.dialogue = talk.dialogue;
    input.correlation = base::newCorrelation();
    input.consent = domain::ConsentState::Refused; // there is no doctor's answer on a channel that is not ours
    input.sessionUntil = session.expiresAt;
    return input;
}

void takeIn(LedTalk& talk, const domain::Message& message, const agent::TurnResult& result, base::Instant now)
{
    talk.history.push_back(message);
    for (const auto& reply : result.replies) {
        domain::Message said;
        said.id = {++talk.lastMessage};
        said.author = domain::AuthorKind::Agent;
        said.text = reply.reply.text;
        said.asks = reply.reply.asks;
        said.options = reply.reply.options;
        said.createdAt = said.sentAt = now;
        talk.history.push_back(std::move(said));
    }
    talk.dialogue = result.dialogue;
    talk.language = result.language.value_or(talk.language);
    talk.holder = result.holder.value_or(talk.holder);
    if (result.escalation) {
        talk.urgency = std::max(talk.urgency, result.escalation->urgency);
    }
}

Json repliesOf(const agent::TurnResult& result)
{
    Json replies = Json::array();
    for (const auto& reply : result.replies) {
        Json options = Json::array();
        for (const auto& option : reply.reply.options) {
            options.push_back(
                {{"value", base::utf8(option.value)}, {"label", base::utf8(domain::withoutIsolates(option.label))}});
        }
        replies.push_back({{"text", base::utf8(domain::withoutIsolates(reply.reply.text))},
                           {"asks", base::utf8(base::toText(reply.reply.asks))},
                           {"options", std::move(options)}});
    }
    return replies;
}

} // namespace

ServiceApi::ServiceApi(Parts parts)
    : m_parts(std::move(parts))
    , m_entrance({m_parts.clock, m_parts.key, m_parts.trustedProxy}, callsPerMinute, callsAtOnce)
    , m_worker(1)
    , m_talks(1)
{
}

ServiceApi::~ServiceApi()
{
    m_activity.waitIdle();
    m_worker.drain();
    m_talks.drain();
}

std::vector<http::Server::Route> ServiceApi::routes()
{
    std::vector<http::Server::Route> routes;
    const auto add = [&](const char* method, const char* path, Right right, base::Workers& workers, Handler handler) {
        routes.push_back(
            {method, path, [this, right, &workers, handler](const Request& request, const Respond& respond) {
                 admit(request, respond, right, workers, handler);
             }});
    };
    add("GET", "/admin/services", Right::ManageClinic, m_worker, &ServiceApi::listServices);
    add("GET", "/sessions/{id}", Right::See, m_worker, &ServiceApi::show);
    add("PUT", "/sessions/{id}", Right::Converse, m_talks, &ServiceApi::change);
    add("GET", "/sessions/{id}/artifacts", Right::See, m_worker, &ServiceApi::listArtifacts);
    add("POST", "/orchestrate", Right::Converse, m_talks, &ServiceApi::orchestrate);
    return routes;
}

void ServiceApi::admit(const Request& request, const Respond& respond, Right right, base::Workers& workers,
                       Handler handler)
{
    if (const auto refused = m_entrance.tooFast(request)) {
        return respond(*refused);
    }
    workers.post([this, request, respond, right, handler, token = m_activity.begin()] {
        const auto claims = m_entrance.claimsOf(request);
        if (!claims) {
            return respond(staff::unauthorised());
        }
        if (!domain::mayDo(claims->role, right)) {
            return respond(staff::forbidden());
        }
        const auto body = staff::objectIn(request);
        if (!body) {
            return respond(malformed(body.error().detail));
        }
        (this->*handler)({*claims, *body, {request.part(1).toLongLong()}, respond, token});
    });
}

/// Waits for the records; without them hours are not known and the zone is Israel's.
domain::ClinicInfo ServiceApi::knownClinic() const
{
    auto clinic = base::await(m_parts.records.info()).value_or(domain::ClinicInfo{});
    if (!clinic.zone.isValid()) {
        clinic.zone = QTimeZone("Asia/Jerusalem");
    }
    return clinic;
}

void ServiceApi::listServices(const Call& call)
{
    const auto clinic = knownClinic();
    const auto now = domain::toLocal(m_parts.clock.now(), clinic.zone);
    Json list = Json::array();
    for (const auto& service : m_parts.book.services()) {
        list.push_back(toJson(service, now, clinic));
    }
    call.respond(answer(200, {{"services", std::move(list)}}));
}

void ServiceApi::show(const Call& call)
{
    const auto now = m_parts.clock.now();
    const auto found = base::await(m_parts.store.write([&call, now](store::Session& session) {
        return store::ServiceSessions(session).find(call.session).and_then([&](const ServiceSession& found) {
            return noted(session, call.claims.name, "session.viewed", call.session, now).map([&](Done) {
                return found;
            });
        });
    }));
    call.respond(found ? answer(200, toJson(*found, now)) : refusalOf(found.error()));
}

void ServiceApi::listArtifacts(const Call& call)
{
    using Artifacts = std::vector<store::ServiceArtifact>;
    const auto now = m_parts.clock.now();
    const auto found = base::await(m_parts.store.write([&call, now](store::Session& session) -> Result<Artifacts> {
        store::ServiceSessions sessions(session);
        const auto known = sessions.find(call.session);
        const auto seen =
            known ? noted(session, call.claims.name, "session.artifacts", call.session, now) : fail(known.error());
        return seen ? sessions.artifacts(call.session) : fail(seen.error());
    }));
    if (!found) {
        return call.respond(refusalOf(found.error()));
    }
    Json list = Json::array();
    for (const auto& artifact : *found) {
        list.push_back(toJson(artifact));
    }
    call.respond(answer(200, {{"artifacts", std::move(list)}}));
}

/// Values of the form that is open, each read as the patient's own words would be.
Result<Done> ServiceApi::setValues(ServiceSession& session, const Json& values,
                                   const language::UnderstandingContext& context) const
{
    auto talk = talkFromJson(session.state);
    auto state = agent::service::sessionFromJson(serviceStateOf(session));
    const auto* service = state ? m_parts.book.find(state->service) : nullptr;
    if (session.conversation.isValid()) {
        return fail(ErrorCode::Conflict, QStringLiteral("The patient fills this form in: take the conversation over."));
    }
    if (!service || service->fields.empty() || state->stage == agent::service::Stage::Name ||
        state->stage == agent::service::Stage::Code) {
        return fail(ErrorCode::Conflict, QStringLiteral("No form is open in this session."));
    }
    for (const auto& [name, value] : values.items()) {
        const QString key = QString::fromStdString(name);
        const auto field = std::ranges::find(service->fields, key, &agent::service::Field::key);
        const auto words = value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
        const auto read =
            field == service->fields.end()
                ? std::optional<QString>()
                : agent::service::valueIn({words, {}, context}, *field, {m_parts.understander, m_parts.book.texts()});
        if (!read) {
            return fail(
                ErrorCode::InvalidInput,
                QStringLiteral("\"values\": the form has no field \"%1\", or cannot take this for it.").arg(key));
        }
        state->setValue(key, *read);
    }
    agent::service::seekMissing(*state, *service);
    talk.dialogue["service"] = agent::service::toJson(*state);
    session.state = toJson(talk);
    return Done{};
}

void ServiceApi::change(const Call& call)
{
    const auto now = m_parts.clock.now();
    const auto expires = base::integerAt(call.body, "expires");
    const Json& values = base::at(call.body, "values");
    const QString status = base::textAt(call.body, "status");
    const auto until = base::fromMillis(expires.value_or(0));
    if (expires && (until <= now || until > now + longestSession)) {
        return call.respond(malformed(QStringLiteral("\"expires\" lies ahead, at most a week.")));
    }
    const bool says = expires || !status.isEmpty() || values.is_object();
    if (!says || (!values.is_null() && !values.is_object()) ||
        (!status.isEmpty() && status != QLatin1String("ended"))) {
        return call.respond(
            malformed(QStringLiteral("\"expires\", \"values\" (an object) or \"status\": \"ended\" is needed.")));
    }
    language::UnderstandingContext context;
    if (values.is_object()) {
        const auto clinic = knownClinic();
        context.zone = clinic.zone;
        context.hours = clinic.hours;
        context.now = domain::toLocal(now, clinic.zone);
    }
    const auto changed = base::await(m_parts.store.write([&](store::Session& session) -> Result<ServiceSession> {
        store::ServiceSessions sessions(session);
        auto found = sessions.find(call.session);
        if (!found) {
            return found;
        }
        if (!found->isOpenAt(now)) {
            return fail(ErrorCode::Conflict, QStringLiteral("The session is over."));
        }
        Result<Done> done = values.is_object() ? setValues(*found, values, context) : Result<Done>(Done{});
        if (done && values.is_object()) {
            done = sessions.setState(call.session, found->state, now);
        }
        if (done && expires) {
            done = sessions.setExpiry(call.session, until, now);
        }
        if (done && !status.isEmpty()) {
            done = sessions.close(call.session, now);
        }
        if (done) {
            done = noted(session, call.claims.name, "session.changed", call.session, now);
        }
        return done ? sessions.find(call.session) : fail(done.error());
    }));
    call.respond(changed ? answer(200, toJson(*changed, now)) : refusalOf(changed.error()));
}

/// The session that the call names, or a new one.
Result<ServiceSession> ServiceApi::sessionFor(const Call& call)
{
    const auto now = m_parts.clock.now();
    const auto wanted = base::integerAt(call.body, "session");
    return base::await(m_parts.store.write([&](store::Session& session) -> Result<ServiceSession> {
        store::ServiceSessions sessions(session);
        if (wanted) {
            auto found = sessions.find({*wanted});
            if (found && (found->conversation.isValid() || !found->isOpenAt(now))) {
                return fail(ErrorCode::Conflict, found->conversation.isValid()
                                                     ? QStringLiteral("This session goes on in its conversation.")
                                                     : QStringLiteral("The session is over."));
            }
            return found;
        }
        LedTalk talk;
        talk.language = base::fromText<domain::Language>(base::textAt(call.body, "language")).value_or(talk.language);
        talk.conversation = {base::integerAt(call.body, "conversation").value_or(0)};
        return sessions
            .save({{},
                   QStringLiteral("api-") + base::newCorrelation(),
                   {},
                   {},
                   toJson(talk),
                   {},
                   now,
                   now + ledTalk,
                   now})
            .and_then([&](store::ServiceSessionId id) { return sessions.find(id); });
    }));
}

Result<Done> ServiceApi::keep(ServiceSession session, const LedTalk& talk, const agent::TurnResult& result,
                              const QString& by)
{
    const auto now = m_parts.clock.now();
    session.state = toJson(talk);
    session.expiresAt = std::max(session.expiresAt, now + ledTalk);
    session.changedAt = now;
    return base::await(m_parts.store.write([&](store::Session& writing) -> Result<Done> {
        store::ServiceSessions sessions(writing);
        const auto saved = sessions.save(session);
        if (!saved) {
            return fail(saved.error());
        }
        for (const auto& change : result.sessions) {
            for (const auto& artifact : change.artifacts) {
                const QString name = change.session.reference + QLatin1Char('/') + artifact.name;
                const auto added = sessions.addArtifact({0, session.id, artifact.kind, name, artifact.body, {}, now});
                if (!added) {
                    return added;
                }
            }
        }
        return noted(writing, by, "session.orchestrated", session.id, now);
    }));
}

/// The escalation that the turn asks for, raised with the conversation that the caller named; null: it is the caller's
/// to call somebody.
Json ServiceApi::raised(const Call& call, const LedTalk& talk, const agent::TurnResult& result)
{
    if (!result.escalation || !talk.conversation.isValid()) {
        return {};
    }
    const QString words = result.escalation->summary.isEmpty() ? result.escalation->reason : result.escalation->summary;
    const auto id = base::await(
        m_parts.desks.of(call.claims.name).raiseEscalation(talk.conversation, result.escalation->urgency, words));
    if (!id) {
        qCWarning(lcHttp).noquote() << "an escalation cannot be raised:" << base::describe(id.error());
    }
    return id ? Json(id->value) : Json();
}

void ServiceApi::orchestrate(const Call& call)
{
    const QString text = base::textAt(call.body, "text").trimmed();
    const QString choice = base::textAt(call.body, "choice");
    if ((text.isEmpty() && choice.isEmpty()) || text.size() > longestWords) {
        return call.respond(malformed(QStringLiteral("\"text\" needs 1 to 4000 characters.")));
    }
    const auto session = sessionFor(call);
    if (!session) {
        return call.respond(refusalOf(session.error()));
    }
    const auto now = m_parts.clock.now();
    auto talk = talkFromJson(session->state);
    const auto message = patientMessage(talk, text, choice, now);
    const auto result = m_parts.turns.run(inputOf(*session, talk, message), changesNoRecords, {});
    takeIn(talk, message, result, now);
    auto kept = *session;
    Json service;
    Json ending;
    if (!result.sessions.empty()) {
        const auto& last = result.sessions.back();
        kept.service = last.session.service;
        service = base::utf8(kept.service);
        ending = last.ending == agent::service::Ending::Open ? Json() : Json(base::utf8(base::toText(last.ending)));
    }
    // An emergency is raised before anything else can fail.
    const Json escalation = raised(call, talk, result);
    if (const auto done = keep(kept, talk, result, call.claims.name); !done) {
        return call.respond(refusalOf(done.error()));
    }
    call.respond(answer(
        200, {{"session", session->id.value},
              {"service", std::move(service)},
              {"ending", std::move(ending)},
              {"outcome", base::utf8(base::toText(result.decision.outcome))},
              {"urgency", result.escalation ? Json(base::utf8(base::toText(result.escalation->urgency))) : Json()},
              {"escalation", escalation},
              {"replies", repliesOf(result)}}));
}

} // namespace delpek::api::services
