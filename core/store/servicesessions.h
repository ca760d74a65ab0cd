// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

using ServiceSessionId = base::Id<struct ServiceSessionTag>;

/// One stretch of a conversation that belongs to a service.
struct ServiceSession {
    ServiceSessionId id;
    QString reference;                   ///< unique; the same again is the same session
    domain::ConversationId conversation; ///< invalid: a program of the clinic leads it
    QString service;
    base::Json state; ///< as its owner writes it
    QString ending;   ///< a word of the owner's; empty: it did not end but by its time
    base::Instant openedAt;
    base::Instant expiresAt;
    base::Instant changedAt;

    bool isOpenAt(base::Instant now) const { return ending.isEmpty() && now < expiresAt; }
};

/// What a session left behind.
struct ServiceArtifact {
    qint64 id = 0;
    ServiceSessionId session;
    QString kind; ///< summary, form, file
    QString name;
    QString body;
    domain::MessageId message; ///< that brought a file; invalid for others
    base::Instant madeAt;
};

/// How a person of the clinic ends a session; what ends so stays ended.
inline const QString closedByDesk = QStringLiteral("closed_by_desk");

/// Tables `service_session` and `service_artifact`.
class ServiceSessions
{
public:
    explicit ServiceSessions(Session& session)
        : m_session(session)
    {
    }

    /// Adds it, or writes service, state, ending and a later expiry over the one of the same reference. One that the
    /// desk closed stays as it is.
    Result<ServiceSessionId> save(const ServiceSession& session);
    /// NotFound when there is none.
    Result<ServiceSession> find(ServiceSessionId id);
    Result<std::optional<ServiceSession>> byReference(const QString& reference);
    /// NotFound when there is none.
    Result<Done> setExpiry(ServiceSessionId id, base::Instant expiresAt, base::Instant now);
    Result<Done> setState(ServiceSessionId id, const base::Json& state, base::Instant now);
    /// By the desk. One that has ended keeps its ending.
    Result<Done> close(ServiceSessionId id, base::Instant now);

    /// The same session, kind and name again takes the place of the one before.
    Result<Done> addArtifact(const ServiceArtifact& artifact);
    /// Takes away those without a conversation that ended by their time before `before`, with what they left behind.
    Result<int> sweep(base::Instant before);

    /// The oldest first.
    Result<std::vector<ServiceArtifact>> artifacts(ServiceSessionId session);

private:
    Result<std::vector<ServiceSession>> list(const QString& where, const QVariantList& values);
    Result<Done> touched(const Result<int>& rows, ServiceSessionId id);

    Session& m_session;
};

} // namespace delpek::store
