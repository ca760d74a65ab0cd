// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/doctor/linkmaker.h"
#include "api/staff/entrance.h"
#include "base/activity.h"
#include "base/workers.h"
#include "desk/staffdesks.h"
#include "domain/escalation.h"
#include "http/server.h"

namespace delpek::api::staff
{

/// What the API works with; all of it outlives the API.
struct Parts {
    store::Store& store;
    base::Clock& clock;
    desk::StaffDesks& desks;
    doctor::LinkMaker& links;
    /// The key of the tokens, see tokenKey; asked until it is there. It may block.
    std::function<Result<QByteArray>()> key;
    QString trustedProxy; ///< address of the proxy whose X-Forwarded-For is believed; empty: none
};

/// What programs of the clinic can do with escalations, below /api/escalations; docs/openapi.yaml describes it. Each
/// call carries a token of `issueToken` and is done under the name in it. The server that serves the routes must end
/// before this does.
class StaffApi
{
public:
    explicit StaffApi(Parts parts);
    /// Waits for what is under way.
    ~StaffApi();

    std::vector<http::Server::Route> routes();

private:
    using Request = http::ServerRequest;
    using Respond = http::Respond;

    /// One request of somebody who may do what he asks for.
    struct Call {
        Claims claims;
        Request request;
        base::Json body; ///< an object; empty for a GET
        domain::EscalationId escalation;
        Respond respond;
        base::Activity::Token token;
    };
    using Handler = void (StaffApi::*)(const Call&);

    void admit(const Request& request, const Respond& respond, domain::Right right, Handler handler);

    void list(const Call& call);
    void show(const Call& call);
    void raise(const Call& call);
    void addLink(const Call& call);
    void revokeLinks(const Call& call);
    void acknowledge(const Call& call);
    void reply(const Call& call);
    void promiseCall(const Call& call);
    void close(const Call& call);

    /// Writes the call down and answers with the escalation as it is afterwards.
    void actWith(const Call& call, const QString& action, const std::function<Future<Done>()>& act);
    Future<Done> note(const Call& call, const QString& action, domain::EscalationId id);
    void answerWith(const Call& call, int status, domain::EscalationId id,
                    const base::Json& more = base::Json::object());
    base::Json linkFor(const Call& call, domain::EscalationId id, domain::StaffId staff);
    desk::Desk& deskOf(const Call& call) { return m_parts.desks.of(call.claims.name); }

    Parts m_parts;
    Entrance m_entrance;
    base::Activity m_activity;
    base::Workers m_worker;
};

} // namespace delpek::api::staff
