// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/staff/entrance.h"
#include "base/activity.h"
#include "base/json.h"
#include "base/workers.h"
#include "http/server.h"
#include "memory/memory.h"
#include "memory/rules.h"
#include "store/store.h"

namespace delpek::api::memory
{

/// What the API works with; all of it outlives the API.
struct Parts {
    store::Store& store;
    base::Clock& clock;
    delpek::memory::Memory& memory;
    const delpek::memory::Rules& rules;
    /// The key of the staff's tokens, see staff::tokenKey; asked until it is there. It may block.
    std::function<Result<QByteArray>()> key;
    /// The visitor of the chat page behind a session's token; empty: there is no chat page.
    std::function<Result<QString>(const QByteArray&)> visitor;
    QString chatAccount;        ///< of the chat page's channel
    QString trustedProxy;       ///< address of the proxy whose X-Forwarded-For is believed; empty: none
    std::function<void()> wake; ///< what waits for the memory is looked at again
};

/// What is remembered of a user, to see, correct and forget: below /api/memory; docs/openapi.yaml describes it. For a
/// token of the staff API with the role admin, and for a visitor of the chat page about themselves (also as "me").
/// GET /health/neo4j tells of the memory elsewhere. The server that serves the routes must end before this does.
class MemoryApi
{
public:
    explicit MemoryApi(Parts parts);
    /// Waits for what is under way.
    ~MemoryApi();

    std::vector<http::Server::Route> routes();

private:
    using Request = http::ServerRequest;
    using Respond = http::Respond;

    /// One request of somebody who may do what he asks for.
    struct Call {
        QString by;
        domain::PersonId user;
        Request request;
        Respond respond;
        base::Activity::Token token;
    };
    using Handler = void (MemoryApi::*)(const Call&);

    void admit(const Request& request, const Respond& respond, Handler handler);
    void handle(const Request& request, const Respond& respond, Handler handler, const base::Activity::Token& token);
    std::optional<domain::PersonId> visitorOf(const QByteArray& token);

    void show(const Call& call);
    void forget(const Call& call);
    void correct(const Call& call);
    void tellHealth(const Respond& respond);

    Parts m_parts;
    staff::Entrance m_entrance;
    base::Activity m_activity;
    base::Workers m_worker;
};

} // namespace delpek::api::memory
