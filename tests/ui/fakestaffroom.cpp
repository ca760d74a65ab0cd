// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakestaffroom.h"

#include "ui/fakesignin.h"

#include <algorithm>

namespace delpek::test
{

using domain::Role;
using domain::StaffMember;

namespace
{

StaffMember worker(qint64 id, const QString& name, Role role, bool hasPin)
{
    StaffMember member;
    member.id = {id};
    member.name = name;
    member.role = role;
    member.hasPin = hasPin;
    return member;
}

template <typename T>
Future<T> refusal(ErrorCode code, const char* key)
{
    return base::ready(Result<T>(fail(code, {}, QLatin1String(key))));
}

} // namespace

FakeStaffRoom::FakeStaffRoom()
    : m_staff{worker(FakeSignIn::Dana, QStringLiteral("דנה לוי"), Role::Admin, true),
              worker(FakeSignIn::Cohen, QStringLiteral("ד״ר יעל כהן"), Role::Doctor, true),
              worker(FakeSignIn::Noa, QStringLiteral("נועה ברק"), Role::Auditor, true),
              worker(FakeSignIn::Rivka, QStringLiteral("רבקה"), Role::Receptionist, true),
              worker(5, QStringLiteral("Tom Ashkenazi"), Role::Receptionist, false)}
{
    m_staff[1].phone = *domain::Phone::parse(QStringLiteral("0541234567"), QStringLiteral("IL"));
    m_staff[1].email = QStringLiteral("yael@clinic.example");
    m_staff[4].active = false;
}

Future<std::vector<StaffMember>> FakeStaffRoom::all()
{
    return base::ready(Result<std::vector<StaffMember>>(m_staff));
}

Future<domain::StaffId> FakeStaffRoom::keep(const StaffMember& member, const QString& phone)
{
    StaffMember kept = member;
    kept.phone.reset();
    if (!phone.isEmpty()) {
        const auto number = domain::Phone::parse(phone, QStringLiteral("IL"));
        if (!number) {
            return refusal<domain::StaffId>(ErrorCode::InvalidInput, "staff.phone");
        }
        kept.phone = *number;
    }
    if (kept.name.isEmpty()) {
        return refusal<domain::StaffId>(ErrorCode::InvalidInput, "staff.name");
    }
    const auto place = std::ranges::find(m_staff, member.id, &StaffMember::id);
    if (place == m_staff.end()) {
        kept.id = {qint64(m_staff.size()) + 1};
        m_staff.push_back(kept);
    } else {
        *place = kept;
    }
    return base::ready(Result<domain::StaffId>(kept.id));
}

Future<Done> FakeStaffRoom::setPin(domain::StaffId id, const QString& pin)
{
    if (!pin.isEmpty() && pin.size() < 6) {
        return refusal<Done>(ErrorCode::InvalidInput, "staff.weakPin");
    }
    std::ranges::find(m_staff, id, &StaffMember::id)->hasPin = !pin.isEmpty();
    return base::ready(Result<Done>(Done{}));
}

Future<Done> FakeStaffRoom::changeOwnPin(const QString& old, const QString& fresh)
{
    if (old != FakeSignIn::pin()) {
        return refusal<Done>(ErrorCode::Unauthorised, "staff.wrongPin");
    }
    m_ownPin = fresh;
    return base::ready(Result<Done>(Done{}));
}

Future<desk::SignInRules> FakeStaffRoom::rules()
{
    return base::ready(Result<desk::SignInRules>(m_rules));
}

Future<Done> FakeStaffRoom::setRules(const desk::SignInRules& rules)
{
    const bool hasAdmin =
        std::ranges::any_of(m_staff, [](const auto& m) { return m.role == Role::Admin && m.active && m.hasPin; });
    if (rules.required && !hasAdmin) {
        return refusal<Done>(ErrorCode::Conflict, "staff.noAdmin");
    }
    m_rules = rules;
    return base::ready(Result<Done>(Done{}));
}

} // namespace delpek::test
