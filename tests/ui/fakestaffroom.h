// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/staffroom.h"

namespace delpek::test
{

/// A StaffRoom in memory, with the people of FakeSignIn. Answers at once.
class FakeStaffRoom final : public desk::StaffRoom
{
public:
    FakeStaffRoom();

    Future<std::vector<domain::StaffMember>> all() override;
    Future<domain::StaffId> keep(const domain::StaffMember& member, const QString& phone) override;
    Future<Done> setPin(domain::StaffId id, const QString& pin) override;
    Future<Done> changeOwnPin(const QString& old, const QString& fresh) override;
    Future<desk::SignInRules> rules() override;
    Future<Done> setRules(const desk::SignInRules& rules) override;

    const std::vector<domain::StaffMember>& staff() const { return m_staff; }
    const QString& ownPin() const { return m_ownPin; }

private:
    std::vector<domain::StaffMember> m_staff;
    desk::SignInRules m_rules;
    QString m_ownPin;
};

} // namespace delpek::test
