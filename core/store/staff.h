// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/staffmember.h"
#include "store/session.h"

namespace delpek::store
{

/// Table `staff`. Nobody is deleted: whoever has left is not active any more. A change is told as Topic::Setting.
class Staff
{
public:
    explicit Staff(Session& session)
        : m_session(session)
    {
    }

    /// Conflict when the name is taken; InvalidInput for an empty name or hours outside of a day.
    Result<domain::StaffId> add(const domain::StaffMember& member);
    /// Everything but the PIN and what was tried becomes as given. NotFound, Conflict, InvalidInput.
    Result<Done> change(const domain::StaffMember& member);
    Result<domain::StaffMember> byId(domain::StaffId id);
    Result<std::optional<domain::StaffMember>> byName(const QString& name);
    /// By id, those who have left included.
    Result<std::vector<domain::StaffMember>> all();
    /// The same, kept from other writers until the commit.
    Result<std::vector<domain::StaffMember>> allLocked();

    /// `hash` as secrets::hashPin gives it; empty takes the PIN away.
    Result<Done> setPin(domain::StaffId id, const QString& hash);
    /// Empty when none is set.
    Result<QString> pinHash(domain::StaffId id);

    /// What was tried at the windows since the last right PIN.
    struct PinTries {
        int wrong = 0;
        base::Instant waitUntil{}; ///< no PIN is looked at before
    };
    /// Kept from other writers until the commit.
    Result<PinTries> pinTries(domain::StaffId id);
    Result<Done> notePinTries(domain::StaffId id, const PinTries& tries);

private:
    Session& m_session;
};

} // namespace delpek::store
