// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/doctorchat.h"
#include "api/doctor/secrets.h"
#include "api/webchat/sessions.h"
#include "api/webchat/site.h"
#include "base/await.h"
#include "base/json.h"
#include "secrets/pin.h"
#include "store/staff.h"

// The second step: the PIN, the first time on a device.

namespace delpek::api::doctor
{

namespace
{

constexpr qsizetype longestPin = 32;

const webchat::Objection linkGone{404, "link-gone", QStringLiteral("This link is not valid.")};

http::ServerResponse wrongPin(int left)
{
    auto response = webchat::refusal({401, "pin-wrong", QStringLiteral("The PIN is wrong.")});
    response.body = base::toBytes(
        {{"error",
          {{"code", response.status}, {"key", "pin-wrong"}, {"reason", "The PIN is wrong."}, {"left", left}}}});
    return response;
}

} // namespace

void DoctorChat::takePin(const Request& request, const Respond& respond)
{
    if (!isWithin(m_pins, request, respond)) {
        return;
    }
    if (!isOwnPage(request)) {
        return respond(
            webchat::refusal({403, "origin", QStringLiteral("This request does not come from the doctor's page.")}));
    }
    const auto json = base::parseJson(request.body);
    const QString pin = json ? base::textAt(*json, "pin").trimmed() : QString();
    const QByteArray token = webchat::bearerOf(http::header(request.headers, "Authorization"));
    const QString deviceHash = hashOf(cookieIn(request.headers, deviceCookie(token)));
    m_parts.store
        .read([tokenHash = hashOf(token), deviceHash, now = m_parts.clock.now()](store::Session& session) {
            return doorOf(session, tokenHash, deviceHash, now);
        })
        .then([this, token, pin, respond, alive = m_activity.begin()](const Result<Door>& door) {
            if (!door) {
                return respond(webchat::refusal(objectionTo(door.error())));
            }
            if (door->state == DoorState::Closed) {
                return respond(webchat::refusal(linkGone));
            }
            if (door->state == DoorState::Open) {
                return respond(answer({{"status", "ok"}}));
            }
            if (pin.isEmpty() || pin.size() > longestPin) {
                return respond(webchat::refusal({422, "pin-form", QStringLiteral("A PIN has 6 to 12 digits.")}));
            }
            m_pinWorker.post([this, door = *door, token, pin, respond, alive] { tryPin(door, token, pin, respond); });
        });
}

/// On the worker: one PIN at a time.
void DoctorChat::tryPin(const Door& door, const QByteArray& token, const QString& pin, const Respond& respond)
{
    const auto hash = base::await(m_parts.store.read(
        [id = door.staff.id](store::Session& session) { return store::Staff(session).pinHash(id); }));
    if (!hash) {
        return respond(webchat::refusal(objectionTo(hash.error())));
    }
    if (hash->isEmpty()) {
        return respond(webchat::refusal(
            {409, "pin-none", QStringLiteral("No PIN was set for this member of staff: \"delpekd staff pin\".")}));
    }
    const auto now = m_parts.clock.now();
    const auto begun = base::await(
        m_parts.store.write([link = door.link, now](store::Session& session) { return beginPin(session, link, now); }));
    if (!begun || !*begun) {
        return respond(webchat::refusal(begun ? linkGone : objectionTo(begun.error())));
    }
    if (!secrets::pinMatches(pin, *hash)) {
        const auto left = base::await(m_parts.store.write(
            [link = door.link, now](store::Session& session) { return refusePin(session, link, now); }));
        if (left && *left == 0) {
            m_hub.end(door.link.id);
        }
        return respond(!left        ? webchat::refusal(objectionTo(left.error()))
                       : *left == 0 ? webchat::refusal(linkGone)
                                    : wrongPin(*left));
    }
    const QByteArray secret = newSecret();
    const auto admitted =
        base::await(m_parts.store.write([link = door.link, deviceHash = hashOf(secret), now](store::Session& session) {
            return admit(session, link, deviceHash, now);
        }));
    if (!admitted) {
        return respond(webchat::refusal(objectionTo(admitted.error())));
    }
    auto response = answer({{"status", "ok"}});
    response.headers.emplaceBack("Set-Cookie", cookieFor(token, secret, door.link));
    respond(response);
}

QByteArray DoctorChat::cookieFor(const QByteArray& token, const QByteArray& secret,
                                 const store::EscalationLink& link) const
{
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(link.expiresAt - m_parts.clock.now());
    const bool isSecure = m_setup.publicUrl.scheme() == QLatin1String("https");
    return deviceCookie(token) + '=' + secret +
           "; Path=/api/doctor-chat; Max-Age=" + QByteArray::number(qint64(std::max<std::int64_t>(0, age.count()))) +
           "; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "");
}

} // namespace delpek::api::doctor
