// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/language.h"
#include "store/session.h"

namespace delpek::store
{

using ParentCodeId = base::Id<struct ParentCodeTag>;

/// The code of one child of the clinic, by which parents prove who they are. The code itself is kept nowhere.
struct ParentCode {
    ParentCodeId id;
    QString patient; ///< the child's id in the records
    domain::Bilingual name;
    QString hash; ///< Argon2id, see secrets/pin.h
    QString madeBy;
    base::Instant madeAt;
    base::Instant expiresAt;
    std::optional<base::Instant> revokedAt = {};
    int wrongTries = 0; ///< since the last right one

    bool isGoodAt(base::Instant now) const { return !revokedAt && now < expiresAt; }
};

/// Table `parent_code`.
class ParentCodes
{
public:
    explicit ParentCodes(Session& session)
        : m_session(session)
    {
    }

    /// Takes the place of the patient's codes before it.
    Result<ParentCodeId> add(const ParentCode& code);
    /// Those that hold now, the oldest first.
    Result<std::vector<ParentCode>> goodAt(base::Instant now);
    /// Whatever their state, the newest first.
    Result<std::vector<ParentCode>> ofPatient(const QString& patient);
    /// Counts a wrong try, the same `reference` again only once; gives how many there are now.
    Result<int> noteWrong(ParentCodeId id, const QString& reference);
    /// Wrong tries are forgotten.
    Result<Done> noteRight(ParentCodeId id);
    /// Gives whether it was not revoked before.
    Result<bool> revoke(ParentCodeId id, base::Instant at);
    /// Takes away those that were revoked or ended before `before`.
    Result<int> sweep(base::Instant before);
    /// Gives how many were.
    Result<int> revokeOf(const QString& patient, base::Instant at);

private:
    Result<std::vector<ParentCode>> list(const QString& rest, const QVariantList& values);

    Session& m_session;
};

} // namespace delpek::store
