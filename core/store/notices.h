// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notice.h"
#include "store/session.h"

namespace delpek::store
{

/// How far an escalation has been passed on.
struct NoticeLadder {
    int episode = 1;
    domain::Urgency urgency = domain::Urgency::Routine; ///< under which the episode began
    bool ended = false;                                 ///< somebody took note, or it was closed
};

/// Tables `notice` and `notice_ladder`: intent, effect, receipt, as the outbox has them. A change is told as
/// Topic::Escalation.
class Notices
{
public:
    explicit Notices(Session& session)
        : m_session(session)
    {
    }

    /// The first episode begins; false when one began before.
    Result<bool> beginLadder(domain::EscalationId escalation, domain::Urgency urgency);
    /// Kept from other writers until the commit.
    Result<std::optional<NoticeLadder>> ladder(domain::EscalationId escalation);
    Result<Done> setLadder(domain::EscalationId escalation, const NoticeLadder& ladder);
    /// Escalations whose ladder has not ended.
    Result<std::vector<domain::EscalationId>> unended();

    /// Waiting. Nothing when this person has this notice in this episode and round already.
    Result<std::optional<domain::NoticeId>> add(const domain::Notice& notice);
    /// All of one escalation, oldest first.
    Result<std::vector<domain::Notice>> of(domain::EscalationId escalation);
    Result<domain::Notice> byId(domain::NoticeId id);
    /// Waiting and due: emergencies first, then oldest first.
    Result<std::vector<domain::Notice>> due(base::Instant now, int limit);
    Result<std::optional<base::Instant>> nextDue();
    /// Sending, and claimed before that moment.
    Result<std::vector<domain::Notice>> claimedBefore(base::Instant moment);

    /// Waiting to Sending, attempts + 1. NotFound when it does not wait any more.
    Result<domain::Notice> claim(domain::NoticeId id, base::Instant now);
    Result<Done> markSent(domain::NoticeId id, const QString& providerId, const QString& evidence, base::Instant now);
    Result<Done> markFailed(domain::NoticeId id, const QString& errorKey, const QString& evidence, base::Instant now);
    Result<Done> markUnknown(domain::NoticeId id, const QString& evidence, base::Instant now);
    /// What the provider reported; the state stays. `errorKey`: of a failure, else empty.
    Result<Done> noteDelivery(domain::NoticeId id, domain::NoticeDelivery delivery, const QString& errorKey,
                              base::Instant at);
    /// Back to Waiting for a later try; the attempt had no effect.
    Result<Done> retryAt(domain::NoticeId id, base::Instant at, const QString& errorKey, const QString& evidence);
    /// Unknown to Waiting, once: from now on it is marked as sent again.
    Result<Done> repeatAt(domain::NoticeId id, base::Instant at);
    /// What waits of the escalation is not sent any more. Gives how many.
    Result<int> withdraw(domain::EscalationId escalation, base::Instant now);

private:
    Session& m_session;
};

} // namespace delpek::store
