// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/erasure.h"

#include "agent/offerholder.h"
#include "clinic/holds.h"
#include "clinic/waitinglist.h"
#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/memoryjobs.h"

#include <QTimeZone>

namespace delpek::desk
{

namespace
{

QString moment(base::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(at), QTimeZone::utc()).toString(Qt::ISODate);
}

/// Who did what when, without anybody's words.
QString storyOf(const domain::Escalation& escalation)
{
    QStringList story{
        QStringLiteral("%1 raised %2").arg(base::toText(escalation.urgency), moment(escalation.openedAt))};
    const auto add = [&](const char* what, const std::optional<base::Instant>& at, const QString& by) {
        if (at) {
            story << QStringLiteral("%1 %2 by %3").arg(QLatin1String(what), moment(*at), by);
        }
    };
    add("acknowledged", escalation.acknowledgedAt, escalation.acknowledgedBy);
    add("answered", escalation.answeredAt, escalation.answeredBy);
    add("closed", escalation.closedAt, escalation.closedBy);
    return story.join(QStringLiteral("; "));
}

Result<Done> noteEscalations(store::Session& session, domain::ConversationId id, const QString& by, base::Instant now)
{
    const auto all = store::Escalations(session).ofConversation(id);
    if (!all) {
        return fail(all.error());
    }
    Result<Done> noted = Done{};
    for (const auto& escalation : *all) {
        noted = noted.and_then([&](Done) {
            return store::AuditLog(session).append(by, QStringLiteral("escalation.erased"),
                                                   QStringLiteral("escalation:%1").arg(escalation.id.value),
                                                   storyOf(escalation), now);
        });
    }
    return noted;
}

} // namespace

Result<store::ErasedAmounts> eraseConversation(store::Session& session, domain::ConversationId id, const QString& by,
                                               ErasureCause cause, base::Instant now)
{
    store::Erasure erasure(session);
    const auto conversation = store::Conversations(session).find(id);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto erased = erasure.check(id)
                            .and_then([&](Done) { return noteEscalations(session, id, by, now); })
                            .and_then([&](Done) {
                                return clinic::Holds(session, QTimeZone::utc(), now).release(agent::offerHolder(id));
                            })
                            .and_then([&](Done) { return clinic::WaitingList(session).erase(id); })
                            .and_then([&](Done) { return erasure.erase(id); });
    if (!erased) {
        return erased;
    }
    const auto others = store::Conversations(session).ofPerson(conversation->person);
    if (!others) {
        return fail(others.error());
    }
    if (others->empty()) {
        if (const auto told = store::MemoryJobs(session).addForget(conversation->person, now); !told) {
            return fail(told.error());
        }
    }
    return store::AuditLog(session)
        .append(by, QStringLiteral("conversation.erased"), QStringLiteral("conversation:%1").arg(id.value),
                QStringLiteral("%1; messages %2, files %3, decisions %4, escalations %5, notes %6")
                    .arg(base::toText(cause))
                    .arg(erased->messages)
                    .arg(erased->files)
                    .arg(erased->decisions)
                    .arg(erased->escalations)
                    .arg(erased->notes),
                now)
        .map([&](Done) { return *erased; });
}

} // namespace delpek::desk
