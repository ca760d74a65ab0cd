// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/linkmaker.h"

#include "api/doctor/door.h"
#include "api/doctor/secrets.h"
#include "base/await.h"
#include "store/auditlog.h"
#include "store/escalations.h"
#include "store/staff.h"

namespace delpek::api::doctor
{

namespace
{

Result<Done> keep(store::Session& session, store::EscalationLink link, const QString& tokenHash, const QString& by)
{
    const auto person = store::Staff(session).byId(link.staff);
    if (!person) {
        return fail(person.error());
    }
    if (!person->active) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("who has the number %1 works here no more").arg(link.staff.value));
    }
    link.staffName = person->name;
    const auto id = store::EscalationLinks(session).add(link, tokenHash);
    if (!id) {
        return fail(id.error());
    }
    domain::EscalationEvent event;
    event.escalation = link.escalation;
    event.at = link.madeAt;
    event.kind = QStringLiteral("link.made");
    event.by = by;
    event.detail = link.staffName;
    return store::Escalations(session).addEvent(event).and_then([&](auto&&) {
        return store::AuditLog(session).append(by, event.kind, subjectOf(link.escalation),
                                               QStringLiteral("link:%1 staff:%2").arg(id->value).arg(link.staff.value),
                                               link.madeAt);
    });
}

} // namespace

LinkMaker::LinkMaker(Setup setup, store::Store& store, base::Clock& clock)
    : m_setup(std::move(setup))
    , m_store(store)
    , m_clock(clock)
{
}

Result<QString> LinkMaker::make(domain::EscalationId escalation, domain::StaffId staff, const QString& by)
{
    if (m_setup.publicUrl.isEmpty()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("no private link can be made: set listen.public-url to the address under which the "
                                   "listener is reached from outside, such as https://chat.clinic.example"),
                    QStringLiteral("link.noAddress"));
    }
    const QByteArray token = newSecret();
    store::EscalationLink link;
    link.escalation = escalation;
    link.staff = staff;
    link.madeAt = m_clock.now();
    link.expiresAt = link.madeAt + m_setup.valid;
    const auto kept = base::await(m_store.write(
        [link, by, hash = hashOf(token)](store::Session& session) { return keep(session, link, hash, by); }));
    return kept.map([&](Done) {
        QUrl address = m_setup.publicUrl;
        address.setPath(QStringLiteral("/doctor-chat/") + QString::fromLatin1(token));
        return address.toString();
    });
}

} // namespace delpek::api::doctor
