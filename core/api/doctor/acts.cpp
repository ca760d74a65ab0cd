// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/doctorchat.h"
#include "api/doctor/joined.h"
#include "api/webchat/declaredfile.h"
#include "api/webchat/shownfile.h"
#include "base/json.h"
#include "base/logging.h"

// What the doctor does.

namespace delpek::api::doctor
{

namespace
{

constexpr qsizetype longestReason = 500;

QString textIn(const QByteArray& body, const char* member)
{
    const auto json = base::parseJson(body);
    return json ? base::textAt(*json, member).trimmed() : QString();
}

} // namespace

void DoctorChat::actWith(const Visit& visit, const QString& action, const std::function<Future<Done>()>& next)
{
    if (!visit.escalation.isOpen()) {
        return visit.respond(webchat::refusal({409, "closed", QStringLiteral("The escalation is closed.")}));
    }
    note(visit, action)
        .then([next](const Result<Done>& noted) { return noted ? next() : base::ready<Done>(noted); })
        .then([visit](const Result<Done>& done) {
            visit.respond(done ? answer({{"status", "ok"}}) : webchat::refusal(objectionTo(done.error())));
        });
}

Future<Done> DoctorChat::join(const Visit& visit)
{
    const auto acknowledged =
        visit.escalation.acknowledgedAt ? base::ready<Done>(Done{}) : deskOf(visit).acknowledge(visit.escalation.id);
    return acknowledged
        .then([this, visit](const Result<Done>& done) {
            return done ? deskOf(visit).answerFault(visit.escalation.conversation)
                        : base::ready<QString>(fail(done.error()));
        })
        .then([this, visit](const Result<QString>& fault) {
            if (!fault || !fault->isEmpty()) {
                return base::ready<Done>(fault.map([](auto&&) { return Done{}; }));
            }
            return m_parts.store.write([text = m_joined, link = visit.door.link, id = visit.escalation.conversation,
                                        now = m_parts.clock.now()](store::Session& session) {
                return tellJoined(session, text, link, id, now);
            });
        });
}

Future<Done> DoctorChat::joinToAnswer(const Visit& visit)
{
    return deskOf(visit).answerFault(visit.escalation.conversation).then([this, visit](const Result<QString>& fault) {
        if (!fault || !fault->isEmpty()) {
            return base::ready<Done>(
                fail(fault ? Error{ErrorCode::Forbidden, *fault, QStringLiteral("the patient's consent is missing")}
                           : fault.error()));
        }
        return join(visit);
    });
}

void DoctorChat::acknowledge(const Visit& visit)
{
    actWith(visit, QStringLiteral("link.acknowledge"), [this, visit] { return join(visit); });
}

void DoctorChat::reply(const Visit& visit)
{
    const QString text = textIn(visit.request.body, "text");
    if (text.isEmpty()) {
        return visit.respond(webchat::refusal({422, "text-empty", QStringLiteral("The message is empty.")}));
    }
    if (text.size() > m_setup.maxText) {
        return visit.respond(webchat::refusal({422, "text-too-long", QStringLiteral("The message is too long.")}));
    }
    actWith(visit, QStringLiteral("link.reply"), [this, visit, text] {
        return joinToAnswer(visit).then([this, visit, text](const Result<Done>& joined) {
            if (!joined) {
                return base::ready<Done>(joined);
            }
            return deskOf(visit)
                .answerEscalation(visit.escalation.id, visit.door.staff.name, text)
                .then([](const Result<domain::MessageId>& sent) -> Result<Done> {
                    return sent.map([](auto&&) { return Done{}; });
                });
        });
    });
}

void DoctorChat::takeFile(const Visit& visit)
{
    const Request& request = visit.request;
    if (request.body.size() > m_setup.maxFile) {
        return visit.respond(webchat::refusal({413, "file-too-large", QStringLiteral("The file is too large.")}));
    }
    const QString name = QString::fromUtf8(request.queryValue("name"));
    const auto type = webchat::typeOf({name, http::header(request.headers, "Content-Type").toLower(), request.body});
    if (!type) {
        return visit.respond(webchat::refusal({415, "file-type", type.error().detail}));
    }
    sendFile(visit, {request.body, *type, webchat::cleanFileName(name)}, QStringLiteral("link.file"));
}

void DoctorChat::sendFile(const Visit& visit, const desk::FileContent& file, const QString& action)
{
    actWith(visit, action, [this, visit, file] {
        return deskOf(visit)
            .checkFile(visit.escalation.conversation, file)
            .then([this, visit](const Result<Done>& good) {
                return good ? joinToAnswer(visit) : base::ready<Done>(good);
            })
            .then([this, visit, file](const Result<Done>& joined) {
                return joined ? deskOf(visit).answerWithFile(visit.escalation.id, visit.door.staff.name, file, {})
                              : base::ready<domain::MessageId>(fail(joined.error()));
            })
            .then([](const Result<domain::MessageId>& sent) -> Result<Done> {
                return sent.map([](auto&&) { return Done{}; });
            });
    });
}

void DoctorChat::promiseCall(const Visit& visit)
{
    actWith(visit, QStringLiteral("link.promiseCall"),
            [this, visit] { return deskOf(visit).promiseCall(visit.escalation.id, visit.door.staff.name); });
}

void DoctorChat::close(const Visit& visit)
{
    const QString reason = textIn(visit.request.body, "reason");
    if (reason.isEmpty() || reason.size() > longestReason) {
        return visit.respond(
            webchat::refusal({422, "reason", QStringLiteral("A reason of 1 to 500 characters is needed.")}));
    }
    actWith(visit, QStringLiteral("link.close"),
            [this, visit, reason] { return deskOf(visit).closeEscalation(visit.escalation.id, reason); });
}

} // namespace delpek::api::doctor
