// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"
#include "domain/staffmember.h"

namespace delpek::desk
{

/// Who works in the clinic, as an administrator keeps it. Any thread, answers later, blocks nowhere. What is changed
/// stands in the audit log. Each but changeOwnPin needs the right to manage the clinic.
class StaffRoom
{
public:
    virtual ~StaffRoom() = default;

    /// Those who have left are at the end.
    virtual Future<std::vector<domain::StaffMember>> all() = 0;
    /// Adds who has no id yet, else changes everything but the PIN. `phone` as a person writes it; the member's own is
    /// not looked at. InvalidInput names what is wrong (staff.name, staff.phone, notice.badAddress, staff.telegram);
    /// Conflict when the name is taken (staff.nameTaken), a shift of somebody else is open under it (staff.nameOnShift)
    /// or no administrator would be left (staff.noAdmin). What a renamed person has in hand goes along.
    virtual Future<domain::StaffId> keep(const domain::StaffMember& member, const QString& phone) = 0;
    /// An empty PIN takes it away. InvalidInput (staff.weakPin) for one that is easy to guess; Conflict
    /// (staff.noAdmin).
    virtual Future<Done> setPin(domain::StaffId id, const QString& pin) = 0;
    /// Of whoever is signed in. Unauthorised (staff.wrongPin) unless `old` is right, which counts as an attempt.
    virtual Future<Done> changeOwnPin(const QString& old, const QString& fresh) = 0;
    virtual Future<SignInRules> rules() = 0;
    /// InvalidInput (staff.lockTime), Conflict (staff.noAdmin).
    virtual Future<Done> setRules(const SignInRules& rules) = 0;
};

} // namespace delpek::desk
