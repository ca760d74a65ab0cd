// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services/servicejson.h"
#include "api/staff/entrance.h"
#include "base/activity.h"
#include "base/workers.h"
#include "desk/staffdesks.h"

namespace delpek::api::services
{

/// What the API works with; all of it outlives the API.
struct Parts {
    store::Store& store;
    base::Clock& clock;
    clinic::ClinicRecords& records;
    desk::StaffDesks& desks;
    const agent::service::Book& book;
    const language::Understander& understander;
    agent::TurnRunner& turns;
    /// The key of the staff's tokens, see staff::tokenKey; asked until it is there. It may block.
    std::function<Result<QByteArray>()> key;
    QString trustedProxy; ///< address of the proxy whose X-Forwarded-For is believed; empty: none
};

/// Services for programs of the clinic: what there is, sessions and what they left behind, and a talk that a program
/// leads with its own way to the patient. docs/openapi.yaml describes it. Each call carries a token of the staff API
/// and is noted in the audit log under the name in it. The server that serves the routes must end before this does.
class ServiceApi
{
public:
    explicit ServiceApi(Parts parts);
    /// Waits for what is under way.
    ~ServiceApi();

    std::vector<http::Server::Route> routes();

private:
    using Request = http::ServerRequest;
    using Respond = http::Respond;

    /// One request of somebody who may do what he asks for.
    struct Call {
        staff::Claims claims;
        base::Json body; ///< an object; empty for a GET
        store::ServiceSessionId session;
        Respond respond;
        base::Activity::Token token;
    };
    using Handler = void (ServiceApi::*)(const Call&);

    void admit(const Request& request, const Respond& respond, domain::Right right, base::Workers& workers,
               Handler handler);
    domain::ClinicInfo knownClinic() const;

    void listServices(const Call& call);
    void show(const Call& call);
    void change(const Call& call);
    void listArtifacts(const Call& call);
    void orchestrate(const Call& call);

    Result<store::ServiceSession> sessionFor(const Call& call);
    Result<Done> setValues(store::ServiceSession& session, const base::Json& values,
                           const language::UnderstandingContext& context) const;
    Result<Done> keep(store::ServiceSession session, const LedTalk& talk, const agent::TurnResult& result,
                      const QString& by);
    base::Json raised(const Call& call, const LedTalk& talk, const agent::TurnResult& result);

    Parts m_parts;
    staff::Entrance m_entrance;
    base::Activity m_activity;
    base::Workers m_worker; ///< looks and changes
    base::Workers m_talks;  ///< turns, one after the other
};

} // namespace delpek::api::services
