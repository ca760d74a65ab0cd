// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localstaffroom.h"

#include "base/await.h"
#include "desk/localsignin.h"
#include "domain/email.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "store/staff.h"
#include "store/staffname.h"

namespace delpek::desk
{

using domain::StaffId;
using domain::StaffMember;
using store::Session;

namespace
{

tl::unexpected<Error> refused(const char* key, const QString& why)
{
    return fail(ErrorCode::InvalidInput, why, QLatin1String(key));
}

Result<StaffMember> checked(StaffMember member, const QString& phone, const QString& region)
{
    member.name = member.name.simplified();
    member.email = member.email.trimmed();
    member.telegramChat = member.telegramChat.trimmed();
    member.phone.reset();
    if (member.name.isEmpty()) {
        return refused("staff.name", QStringLiteral("a member of staff needs a name"));
    }
    if (!phone.trimmed().isEmpty()) {
        const auto number = domain::Phone::parse(phone, region);
        if (!number) {
            return refused("staff.phone", number.error().detail);
        }
        member.phone = *number;
    }
    if (!member.email.isEmpty()) {
        if (const auto address = domain::checkEmail(member.email); !address) {
            return fail(address.error());
        }
    }
    bool isNumber = false;
    (void)member.telegramChat.toLongLong(&isNumber);
    if (!member.telegramChat.isEmpty() && !isNumber) {
        return refused("staff.telegram", QStringLiteral("the id of a Telegram chat is a whole number"));
    }
    return member;
}

auto audit(const QString& actor, const char* action, StaffId id, const QString& detail, base::Instant now)
{
    return [=](Session& session) {
        return store::AuditLog(session).append(actor, QLatin1String(action), subjectOf(id), detail, now);
    };
}

/// What was done before stands in the audit log under the name of then. Where everybody signs in, what is theirs goes
/// by their name; else a window has a name of its own, which is nobody's row: it keeps what is in its hands.
Result<Done> rename(Session& session, const StaffMember& before, const QString& name, const QString& actor,
                    base::Instant now)
{
    if (before.name == name) {
        return Done{};
    }
    return audit(actor, "staff.rename", before.id, QStringLiteral("%1 → %2").arg(before.name, name), now)(session)
        .and_then([&](Done) { return signInRules(session); })
        .and_then([&](const SignInRules& rules) {
            return rules.required ? store::carryName(session, before.name, name) : Result<Done>(Done{});
        });
}

Result<StaffId> keepMember(Session& session, const StaffMember& member, const QString& actor, base::Instant now)
{
    store::Staff staff(session);
    if (const auto held = staff.allLocked(); !held) {
        return fail(held.error());
    }
    const auto named = staff.byName(member.name);
    if (!named) {
        return fail(named.error());
    }
    if (*named && (*named)->id != member.id) {
        return fail(ErrorCode::Conflict, QStringLiteral("a member of staff has this name already"),
                    QStringLiteral("staff.nameTaken"));
    }
    if (!member.id.isValid()) {
        return staff.add(member);
    }
    return staff.byId(member.id).and_then([&](const StaffMember& before) {
        return staff.change(member)
            .and_then([&](Done) { return rename(session, before, member.name.trimmed(), actor, now); })
            .and_then([&](Done) { return checkAdminLeft(session); })
            .map([&](Done) { return member.id; });
    });
}

} // namespace

LocalStaffRoom::LocalStaffRoom(store::Store& store, base::Clock& clock, QString actor, QString region)
    : m_store(store)
    , m_clock(clock)
    , m_actor(std::move(actor))
    , m_region(std::move(region))
{
}

LocalStaffRoom::~LocalStaffRoom()
{
    m_worker.drain();
}

Future<std::vector<StaffMember>> LocalStaffRoom::all()
{
    return m_store.read([](Session& session) {
        return store::Staff(session).all().map([](std::vector<StaffMember> staff) {
            std::ranges::stable_sort(staff, [](const StaffMember& a, const StaffMember& b) {
                return a.active != b.active ? a.active : a.name.localeAwareCompare(b.name) < 0;
            });
            return staff;
        });
    });
}

Future<StaffId> LocalStaffRoom::keep(const StaffMember& member, const QString& phone)
{
    const auto good = checked(member, phone, m_region);
    if (!good) {
        return base::ready(Result<StaffId>(fail(good.error())));
    }
    return m_store.write([member = *good, actor = m_actor, now = m_clock.now()](Session& session) {
        return keepMember(session, member, actor, now).and_then([&](StaffId id) {
            const QString what =
                base::toText(member.role) + (member.active ? QString() : QStringLiteral(", not active"));
            return audit(actor, member.id.isValid() ? "staff.change" : "staff.add", id, what, now)(session).map(
                [&](Done) { return id; });
        });
    });
}

Future<Done> LocalStaffRoom::setPin(StaffId id, const QString& pin)
{
    const auto promise = std::make_shared<base::Promise<Done>>();
    m_worker.post([this, id, pin, promise] { promise->finish(replacePin(id, pin)); });
    return promise->future();
}

Result<Done> LocalStaffRoom::replacePin(StaffId id, const QString& pin)
{
    QString hash;
    if (!pin.isEmpty()) {
        const auto made = secrets::hashPin(pin);
        if (!made) {
            return refused("staff.weakPin", made.error().detail);
        }
        hash = *made;
    }
    return base::await(m_store.write([id, hash, actor = m_actor, now = m_clock.now()](Session& session) {
        store::Staff staff(session);
        return staff.allLocked()
            .and_then([&](const std::vector<StaffMember>&) { return staff.setPin(id, hash); })
            .and_then([&](Done) { return checkAdminLeft(session); })
            .and_then([&](Done) {
                return audit(actor, hash.isEmpty() ? "staff.pinTaken" : "staff.pin", id, {}, now)(session);
            });
    }));
}

Future<Done> LocalStaffRoom::changeOwnPin(const QString& old, const QString& fresh)
{
    const auto promise = std::make_shared<base::Promise<Done>>();
    m_worker.post([this, old, fresh, promise] { promise->finish(replaceOwnPin(old, fresh)); });
    return promise->future();
}

Result<Done> LocalStaffRoom::replaceOwnPin(const QString& old, const QString& fresh)
{
    const auto own =
        base::await(m_store.read([name = m_actor](Session& session) { return store::Staff(session).byName(name); }));
    if (!own) {
        return fail(own.error());
    }
    if (!*own) {
        return fail(ErrorCode::NotFound, QStringLiteral("nobody of this name is on the staff"));
    }
    if (fresh.isEmpty()) {
        return refused("staff.weakPin", QStringLiteral("the new PIN is empty"));
    }
    return tryPin(m_store, m_clock, (*own)->id, old).and_then([&](const StaffMember& member) {
        return replacePin(member.id, fresh);
    });
}

Future<SignInRules> LocalStaffRoom::rules()
{
    return m_store.read(signInRules);
}

Future<Done> LocalStaffRoom::setRules(const SignInRules& rules)
{
    return m_store.write([rules, actor = m_actor, now = m_clock.now()](Session& session) {
        return setSignInRules(session, rules).and_then([&](Done) {
            const QString what = QStringLiteral("%1, lock after %2 min")
                                     .arg(rules.required ? QStringLiteral("sign-in") : QStringLiteral("open"))
                                     .arg(rules.lockAfter / std::chrono::minutes(1));
            return store::AuditLog(session).append(actor, QStringLiteral("staff.rules"), QStringLiteral("desk"), what,
                                                   now);
        });
    });
}

} // namespace delpek::desk
