// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/staff.h"

#include "store/conversationrow.h"

namespace delpek::store
{

using base::toText;
using domain::StaffId;
using domain::StaffMember;
using domain::Topic;

namespace
{

Result<std::vector<StaffMember>> list(Session& session, const QString& rest, const QVariantList& values)
{
    auto rows = session.run(QStringLiteral("SELECT id, name, role, language, phone, email, telegram_chat, active, "
                                           "quiet_from, quiet_to, pin_hash <> '' FROM staff ") +
                                rest,
                            values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<StaffMember> found;
    while (rows->next()) {
        const auto role = wordAt<domain::Role>(*rows, 2);
        const auto language = wordAt<domain::Language>(*rows, 3);
        if (!role || !language) {
            return fail(ErrorCode::Internal, QStringLiteral("staff member %1 cannot be read").arg(rows->integer(0)));
        }
        StaffMember member;
        member.id = {rows->integer(0)};
        member.name = rows->text(1);
        member.role = *role;
        member.language = *language;
        if (const QString phone = rows->text(4); !phone.isEmpty()) {
            const auto known = domain::Phone::fromStored(phone);
            if (!known) {
                return fail(known.error());
            }
            member.phone = *known;
        }
        member.email = rows->text(5);
        member.telegramChat = rows->text(6);
        member.active = rows->flag(7);
        member.quietFrom = int(rows->integer(8));
        member.quietTo = int(rows->integer(9));
        member.hasPin = rows->flag(10);
        found.push_back(std::move(member));
    }
    return found;
}

QString phoneOf(const StaffMember& member)
{
    return member.phone ? member.phone->e164() : QString();
}

Result<Done> check(const StaffMember& member)
{
    if (member.name.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a member of staff needs a name"));
    }
    const auto isMinute = [](int minute) { return minute >= 0 && minute <= domain::minutesOfDay; };
    if (!isMinute(member.quietFrom) || !isMinute(member.quietTo)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("quiet hours lie between 00:00 and 24:00"));
    }
    return Done{};
}

Result<Done> touched(Session& session, const Result<int>& rows, StaffId id)
{
    if (!rows) {
        return fail(rows.error());
    }
    if (*rows == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no member of staff %1").arg(id.value));
    }
    session.changed(Topic::Setting, 0);
    return Done{};
}

} // namespace

Result<StaffId> Staff::add(const StaffMember& member)
{
    if (const auto checked = check(member); !checked) {
        return fail(checked.error());
    }
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO staff (name, role, language, phone, email, telegram_chat, active, quiet_from, "
                       "quiet_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING RETURNING id"),
        {member.name.trimmed(), toText(member.role), toText(member.language), phoneOf(member), member.email,
         member.telegramChat, member.active, member.quietFrom, member.quietTo});
    if (!id) {
        return fail(id.error());
    }
    if (!*id) {
        return fail(ErrorCode::Conflict, QStringLiteral("a member of staff has this name already"));
    }
    m_session.changed(Topic::Setting, 0);
    return StaffId{**id};
}

Result<Done> Staff::change(const StaffMember& member)
{
    if (const auto checked = check(member); !checked) {
        return checked;
    }
    return touched(m_session,
                   m_session.execute(QStringLiteral("UPDATE staff SET name = ?, role = ?, language = ?, phone = ?, "
                                                    "email = ?, telegram_chat = ?, active = ?, quiet_from = ?, "
                                                    "quiet_to = ? WHERE id = ?"),
                                     {member.name.trimmed(), toText(member.role), toText(member.language),
                                      phoneOf(member), member.email, member.telegramChat, member.active,
                                      member.quietFrom, member.quietTo, member.id.value}),
                   member.id);
}

Result<StaffMember> Staff::byId(StaffId id)
{
    auto found = list(m_session, QStringLiteral("WHERE id = ?"), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no member of staff %1").arg(id.value));
    }
    return std::move(found->front());
}

Result<std::optional<StaffMember>> Staff::byName(const QString& name)
{
    return list(m_session, QStringLiteral("WHERE name = ?"), {name.trimmed()}).map([](std::vector<StaffMember> found) {
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::vector<StaffMember>> Staff::all()
{
    return list(m_session, QStringLiteral("ORDER BY id"), {});
}

Result<std::vector<StaffMember>> Staff::allLocked()
{
    return list(m_session, QStringLiteral("ORDER BY id") + m_session.lockRows(), {});
}

Result<Done> Staff::setPin(StaffId id, const QString& hash)
{
    return touched(m_session,
                   m_session.execute(
                       QStringLiteral("UPDATE staff SET pin_hash = ?, wrong_pins = 0, pin_wait_until = 0 WHERE id = ?"),
                       {hash, id.value}),
                   id);
}

Result<QString> Staff::pinHash(StaffId id)
{
    auto rows = m_session.run(QStringLiteral("SELECT pin_hash FROM staff WHERE id = ?"), {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no member of staff %1").arg(id.value));
    }
    return rows->text(0);
}

Result<Staff::PinTries> Staff::pinTries(StaffId id)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT wrong_pins, pin_wait_until FROM staff WHERE id = ?") + m_session.lockRows(), {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no member of staff %1").arg(id.value));
    }
    return PinTries{int(rows->integer(0)), rows->instant(1)};
}

Result<Done> Staff::notePinTries(StaffId id, const PinTries& tries)
{
    return m_session
        .execute(QStringLiteral("UPDATE staff SET wrong_pins = ?, pin_wait_until = ? WHERE id = ?"),
                 {tries.wrong, qint64(base::toMillis(tries.waitUntil)), id.value})
        .map([](int) { return Done{}; });
}

} // namespace delpek::store
