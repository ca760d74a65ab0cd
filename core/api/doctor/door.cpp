// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/door.h"

#include "store/auditlog.h"
#include "store/escalations.h"
#include "store/staff.h"

namespace delpek::api::doctor
{

namespace
{

using store::AuditLog;
using store::EscalationLink;
using store::EscalationLinks;
using store::Session;

const QString byTheProgram = QStringLiteral("system");

Result<Done> note(Session& session, const EscalationLink& link, const QString& by, const QString& kind,
                  const QString& detail, base::Instant now)
{
    domain::EscalationEvent event;
    event.escalation = link.escalation;
    event.at = now;
    event.kind = kind;
    event.by = by;
    event.detail = detail;
    return store::Escalations(session).addEvent(event).and_then([&](auto&&) {
        return AuditLog(session).append(by, kind, subjectOf(link.escalation),
                                        QStringLiteral("link:%1 %2").arg(link.id.value).arg(detail).trimmed(), now);
    });
}

} // namespace

QString subjectOf(domain::EscalationId escalation)
{
    return QStringLiteral("escalation:%1").arg(escalation.value);
}

Result<Door> doorOf(Session& session, const QString& tokenHash, const QString& deviceHash, base::Instant now)
{
    EscalationLinks links(session);
    const auto found = links.findByToken(tokenHash);
    if (!found) {
        return fail(found.error());
    }
    const EscalationLink link = found->value_or(EscalationLink{});
    const auto knows = links.knowsDevice(link.id, deviceHash);
    if (!knows) {
        return fail(knows.error());
    }
    const auto person = store::Staff(session).byId(link.staff);
    if (!person && person.error().code != ErrorCode::NotFound) {
        return fail(person.error());
    }
    if (!link.id.isValid() || !link.isGoodAt(now) || !person || !person->active) {
        return Door{};
    }
    return Door{*knows ? DoorState::Open : DoorState::Locked, link, *person};
}

Result<bool> beginPin(Session& session, const EscalationLink& link, base::Instant now)
{
    const auto tries = EscalationLinks(session).noteWrongPin(link.id);
    if (!tries || *tries <= mostWrongPins) {
        return tries.map([](int) { return true; });
    }
    return revoke(session, link, byTheProgram, QStringLiteral("link.pins"), now).map([](Done) { return false; });
}

Result<Done> admit(Session& session, const EscalationLink& link, const QString& deviceHash, base::Instant now)
{
    return EscalationLinks(session).admitDevice(link.id, deviceHash, now).and_then([&](Done) {
        return note(session, link, link.staffName, QStringLiteral("link.opened"), {}, now);
    });
}

Result<int> refusePin(Session& session, const EscalationLink& link, base::Instant now)
{
    const auto noted =
        AuditLog(session).append(link.staffName, QStringLiteral("link.wrongPin"), subjectOf(link.escalation),
                                 QStringLiteral("link:%1").arg(link.id.value), now);
    if (!noted) {
        return fail(noted.error());
    }
    const auto links = EscalationLinks(session).ofEscalation(link.escalation);
    if (!links) {
        return fail(links.error());
    }
    const auto own = std::ranges::find(*links, link.id, &EscalationLink::id);
    const int left = own == links->end() ? 0 : std::max(0, mostWrongPins - own->wrongPins);
    if (left > 0) {
        return left;
    }
    return revoke(session, link, byTheProgram, QStringLiteral("link.pins"), now).map([](Done) { return 0; });
}

Result<Done> revoke(Session& session, const EscalationLink& link, const QString& by, const QString& reason,
                    base::Instant now)
{
    return EscalationLinks(session).revoke(link.id, reason, now).and_then([&](bool isNew) {
        return isNew ? note(session, link, by, QStringLiteral("link.revoked"), reason, now) : Result<Done>(Done{});
    });
}

Result<int> revokeAll(Session& session, domain::EscalationId escalation, const QString& by, const QString& reason,
                      base::Instant now)
{
    const auto links = EscalationLinks(session).ofEscalation(escalation);
    if (!links) {
        return fail(links.error());
    }
    int revoked = 0;
    for (const EscalationLink& link : *links) {
        if (link.revokedAt) {
            continue;
        }
        if (const auto done = revoke(session, link, by, reason, now); !done) {
            return fail(done.error());
        }
        ++revoked;
    }
    return revoked;
}

} // namespace delpek::api::doctor
