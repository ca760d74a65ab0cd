// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/doctor/door.h"
#include "api/doctor/watchhub.h"
#include "api/webchat/posts.h"
#include "api/webchat/ratelimits.h"
#include "base/activity.h"
#include "base/workers.h"
#include "desk/staffdesks.h"
#include "domain/escalation.h"
#include "media/filedoor.h"

#include <QUrl>

namespace delpek::api::doctor
{

struct Setup {
    QUrl publicUrl;                    ///< listen.public-url; with https the device's cookie is for https alone
    QString trustedProxy;              ///< address of the proxy whose X-Forwarded-For is believed; empty: none
    int maxText = 4000;                ///< UTF-16 units a message
    qint64 maxFile = 2 * 1024 * 1024;  ///< bytes; 0: no files are taken
    qint64 maxVoice = 3 * 1024 * 1024; ///< bytes of a recording as the page sends it, listen.max-body
};

/// A recording as the page sends it: 16 kHz, 16 bits, one channel, behind the head of a WAV file.
inline constexpr qint64 wavHead = 44;
inline constexpr qint64 wavBytesASecond = 32'000;

/// What the page works with; all of it outlives the page.
struct Parts {
    store::Store& store;
    clinic::ClinicRecords& records;
    media::FileDoor& files;
    base::Clock& clock;
    desk::StaffDesks& desks;
};

/// The page behind a private link (`LinkMaker`), /doctor-chat/{token}, and what it talks to below /api/doctor-chat:
/// `pin`, `card`, `thread`, `files` (GET ?message=ID, POST), `voice`, `events`, `acknowledge`, `reply`, `promise-call`,
/// `close`. The page shows the token as "Authorization: Bearer", and the device's secret as a cookie that no script
/// reads. A link that is wrong, over or revoked is answered the same way everywhere, 404. What is seen and done stands
/// in the audit log before it is shown or done. The server that serves the routes must end before this does.
class DoctorChat
{
public:
    /// Internal when something of the page is missing from the program.
    static Result<std::unique_ptr<DoctorChat>> open(Setup setup, Parts parts);
    /// Waits for what is under way.
    ~DoctorChat();

    std::vector<http::Server::Route> routes();

private:
    using Request = http::ServerRequest;
    using Respond = http::Respond;
    using Objection = webchat::Objection;
    enum class Purpose { Look, Act };

    /// One request of somebody who may come in.
    struct Visit {
        Door door;
        domain::Escalation escalation;
        Request request;
        Respond respond;
        base::Activity::Token token;
    };
    using Go = std::function<void(const Visit&)>;

    DoctorChat(Setup setup, Parts parts, domain::Bilingual joined);

    void givePage(const Request& request, const Respond& respond);
    /// Within the limits, from our page, by a link that is good, on a device that has shown the PIN.
    void enter(const Request& request, const Respond& respond, Purpose purpose, const Go& go);
    bool isOwnPage(const Request& request) const;
    bool isWithin(webchat::RateLimits& limits, const Request& request, const Respond& respond);

    void takePin(const Request& request, const Respond& respond);
    void tryPin(const Door& door, const QByteArray& token, const QString& pin, const Respond& respond);
    QByteArray cookieFor(const QByteArray& token, const QByteArray& secret, const store::EscalationLink& link) const;

    void giveCard(const Visit& visit);
    void giveThread(const Visit& visit);
    void giveFile(const Visit& visit);
    void openStream(const Visit& visit);

    void acknowledge(const Visit& visit);
    void reply(const Visit& visit);
    void takeFile(const Visit& visit);
    void takeVoice(const Visit& visit);
    void sendFile(const Visit& visit, const desk::FileContent& file, const QString& action);
    /// Seconds that fit into what is taken of the page.
    int longestVoice() const;
    void promiseCall(const Visit& visit);
    void close(const Visit& visit);

    /// Writes the act down; then `next`, unless it cannot be written or the escalation is closed.
    void actWith(const Visit& visit, const QString& action, const std::function<Future<Done>()>& next);
    Future<Done> note(const Visit& visit, const QString& action, const QString& detail = {});
    /// Acknowledged, and the patient knows who is there, unless nothing may be answered here.
    Future<Done> join(const Visit& visit);
    /// Joined; Forbidden, and nothing done, without the patient's consent to an answer.
    Future<Done> joinToAnswer(const Visit& visit);
    desk::Desk& deskOf(const Visit& visit) { return m_parts.desks.of(visit.door.staff.name); }

    Setup m_setup;
    Parts m_parts;
    domain::Bilingual m_joined;
    webchat::RateLimits m_pages;
    webchat::RateLimits m_pins;
    webchat::RateLimits m_looks;
    webchat::RateLimits m_acts;
    WatchHub m_hub;
    base::Activity m_activity;
    base::Workers m_pinWorker;
    base::Workers m_fileWorker;
};

/// What the page is told when a desk refuses.
webchat::Objection objectionTo(const Error& error);

/// {"status": "ok"} and more, never cached.
http::ServerResponse answer(const base::Json& json);

} // namespace delpek::api::doctor
