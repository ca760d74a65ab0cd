// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/delivery.h"

#include "notify/twilio.h"
#include "store/escalations.h"
#include "store/notices.h"
#include "store/staff.h"

namespace delpek::notify
{

using domain::Notice;
using domain::NoticeDelivery;
using domain::NoticeState;
using store::Session;

namespace
{

bool isEnd(NoticeDelivery delivery)
{
    return delivery >= NoticeDelivery::Delivered;
}

bool isFailure(NoticeDelivery delivery)
{
    return delivery > NoticeDelivery::Delivered;
}

/// The error that a failed delivery stands for; without a code it says that it did not arrive.
QString errorOf(const TwilioReport& report)
{
    return report.errorCode == 0 ? QStringLiteral("notice.phoneOff") : twilioCode(report.errorCode).key;
}

QString evidenceOf(const TwilioReport& report)
{
    const QString code = report.errorCode == 0 ? QString() : QStringLiteral(", Twilio error %1").arg(report.errorCode);
    return base::toText(report.delivery) + code + QLatin1Char(' ') + report.messageId;
}

} // namespace

DeliveryStep stepFor(const Notice& notice, const TwilioReport& report)
{
    const bool isOfThisTry = report.again == notice.repeated;
    const bool isOther = isOfThisTry && !notice.providerId.isEmpty() && notice.providerId != report.messageId;
    // That the first one arrived after all is worth knowing while it is being repeated; nothing else of it is.
    const bool isLate = !isOfThisTry && (report.again || report.delivery != NoticeDelivery::Delivered);
    if (notice.way != domain::NoticeWay::Sms || isOther || isLate || isEnd(notice.delivery) ||
        report.delivery <= notice.delivery) {
        return DeliveryStep::Ignore;
    }
    if (isFailure(report.delivery)) {
        return notice.state == NoticeState::Sent || notice.state == NoticeState::Unknown ? DeliveryStep::Failure
                                                                                         : DeliveryStep::Note;
    }
    const bool isOpen = notice.state == NoticeState::Unknown || notice.state == NoticeState::Waiting ||
                        notice.state == NoticeState::Failed;
    return isOpen ? DeliveryStep::Settle : DeliveryStep::Note;
}

Result<Done> noteReport(Session& session, const TwilioReport& report, base::Instant now)
{
    store::Notices notices(session);
    const auto known = notices.byId(report.notice);
    if (!known) {
        return known.error().code == ErrorCode::NotFound ? Result<Done>(Done{}) : fail(known.error());
    }
    const auto step = stepFor(*known, report);
    if (step == DeliveryStep::Ignore) {
        return Done{};
    }
    const QString key = isFailure(report.delivery) ? errorOf(report) : QString();
    const QString evidence = evidenceOf(report);
    auto noted = notices.noteDelivery(known->id, report.delivery, key, now);
    if (noted && step == DeliveryStep::Settle) {
        noted = notices.markSent(known->id, report.messageId, evidence, now).and_then([&](Done) {
            return store::Escalations(session).markNotified(known->escalation, now);
        });
    } else if (noted && step == DeliveryStep::Failure) {
        noted = notices.markFailed(known->id, key, evidence, now);
    }
    if (!noted || !isEnd(report.delivery)) {
        return noted;
    }
    return addNoticeEvent(session, *known, isFailure(report.delivery) ? "notice.failed" : "notice.delivered", evidence,
                          now);
}

Result<Done> addNoticeEvent(Session& session, const Notice& notice, const char* kind, const QString& evidence,
                            base::Instant now)
{
    return store::Staff(session).byId(notice.staff).and_then([&](const domain::StaffMember& member) {
        domain::EscalationEvent event;
        event.escalation = notice.escalation;
        event.at = now;
        event.kind = QString::fromLatin1(kind);
        event.detail = QStringLiteral("%1, %2").arg(member.name, base::toText(notice.way));
        if (!evidence.isEmpty()) {
            event.detail += QStringLiteral(": ") + evidence;
        }
        return store::Escalations(session).addEvent(event);
    });
}

} // namespace delpek::notify
