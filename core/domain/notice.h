// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "domain/ids.h"
#include "domain/staffmember.h"
#include "domain/urgency.h"

namespace delpek::domain
{

using NoticeId = base::Id<struct NoticeTag>;

/// How somebody of the clinic is told.
enum class NoticeWay { Sms, Email, Telegram };

/// Waiting: to be sent, for the first time or again. Sent: the provider took it, which is not yet that it was read.
/// Unknown: it may or may not have gone out. Withdrawn: somebody took note before it went out.
enum class NoticeState { Waiting, Sending, Sent, Failed, Unknown, Withdrawn };

/// What the provider reported after it took the notice, where it reports. None: nothing yet. Each but None and Queued
/// only ever follows one that stands before it; the last three are the end.
enum class NoticeDelivery { None, Queued, Sent, Delivered, Undelivered, Failed };

/// One escalation told to one person in one way. Unique for each episode and round.
struct Notice {
    NoticeId id;
    EscalationId escalation;
    ConversationId conversation; ///< of the escalation
    int episode = 1;             ///< counts how often the escalation began to be passed on: opened, raised, reopened
    int round = 1;               ///< how often in that episode everybody in line has been called, this time included
    StaffId staff;
    NoticeWay way = NoticeWay::Sms;
    Urgency urgency = Urgency::Emergency;
    NoticeState state = NoticeState::Waiting;
    int attempts = 0;
    bool repeated = false; ///< sent again, marked as such, because it is not known whether the first one arrived
    base::Instant createdAt;
    base::Instant nextAttempt;
    std::optional<base::Instant> claimedAt;
    std::optional<base::Instant> settledAt; ///< when it was sent, failed, or was withdrawn
    QString providerId;                     ///< of the provider, where it gave one
    QString evidence;                       ///< the provider's own status, code or answer
    QString error;                          ///< text key of the last failure
    NoticeDelivery delivery = NoticeDelivery::None;
    std::optional<base::Instant> deliveryAt; ///< when that was reported
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::NoticeWay> =
    std::to_array<std::pair<delpek::domain::NoticeWay, const char*>>({{delpek::domain::NoticeWay::Sms, "sms"},
                                                                      {delpek::domain::NoticeWay::Email, "email"},
                                                                      {delpek::domain::NoticeWay::Telegram,
                                                                       "telegram"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::NoticeState> =
    std::to_array<std::pair<delpek::domain::NoticeState, const char*>>(
        {{delpek::domain::NoticeState::Waiting, "waiting"},
         {delpek::domain::NoticeState::Sending, "sending"},
         {delpek::domain::NoticeState::Sent, "sent"},
         {delpek::domain::NoticeState::Failed, "failed"},
         {delpek::domain::NoticeState::Unknown, "unknown"},
         {delpek::domain::NoticeState::Withdrawn, "withdrawn"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::NoticeDelivery> =
    std::to_array<std::pair<delpek::domain::NoticeDelivery, const char*>>(
        {{delpek::domain::NoticeDelivery::None, "none"},
         {delpek::domain::NoticeDelivery::Queued, "queued"},
         {delpek::domain::NoticeDelivery::Sent, "sent"},
         {delpek::domain::NoticeDelivery::Delivered, "delivered"},
         {delpek::domain::NoticeDelivery::Undelivered, "undelivered"},
         {delpek::domain::NoticeDelivery::Failed, "failed"}});
