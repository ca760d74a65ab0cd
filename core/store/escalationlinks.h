// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/staffmember.h"
#include "store/session.h"

#include <QString>

#include <optional>
#include <vector>

namespace delpek::store
{

using LinkId = base::Id<struct LinkTag>;

/// A private link to one escalation, for one member of staff. The token itself is kept nowhere.
struct EscalationLink {
    LinkId id;
    domain::EscalationId escalation;
    domain::StaffId staff;
    QString staffName; ///< as it was when the link was made
    base::Instant madeAt;
    base::Instant expiresAt;
    std::optional<base::Instant> openedAt = std::nullopt; ///< with the PIN, the first time
    std::optional<base::Instant> joinedAt = std::nullopt; ///< the patient was told
    std::optional<base::Instant> revokedAt = std::nullopt;
    QString revokedFor = {}; ///< a text key
    int wrongPins = 0;       ///< since the last right one

    bool isGoodAt(base::Instant now) const { return !revokedAt && now < expiresAt; }
};

/// Tables `escalation_link` and `link_device`. Hashes are lower-case hex SHA-256.
class EscalationLinks
{
public:
    explicit EscalationLinks(Session& session)
        : m_session(session)
    {
    }

    /// `link.id` is given by the database. NotFound when there is no such escalation.
    Result<LinkId> add(const EscalationLink& link, const QString& tokenHash);
    /// Whatever its state; nothing when no link has that token.
    Result<std::optional<EscalationLink>> findByToken(const QString& tokenHash);
    /// Of one escalation, the oldest first.
    Result<std::vector<EscalationLink>> ofEscalation(domain::EscalationId escalation);
    /// Gives whether it was not revoked before.
    Result<bool> revoke(LinkId id, const QString& reason, base::Instant at);
    /// Gives how many there are now.
    Result<int> noteWrongPin(LinkId id);
    /// The right PIN was given on a device: it is known by the secret from now on, wrong PINs are forgotten.
    Result<Done> admitDevice(LinkId id, const QString& secretHash, base::Instant at);
    Result<bool> knowsDevice(LinkId id, const QString& secretHash);
    /// True for the first link of this member of staff to this escalation by which the patient was told.
    Result<bool> noteJoined(const EscalationLink& link, base::Instant at);

private:
    Result<std::vector<EscalationLink>> list(const QString& where, const QVariantList& values);

    Session& m_session;
};

} // namespace delpek::store
