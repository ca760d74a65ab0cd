// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/notice.h"

namespace delpek::notify
{

/// A notice as it is sent.
struct Message {
    domain::StaffMember to; ///< has the address of the sender's way
    domain::Urgency urgency = domain::Urgency::Emergency;
    QString subject; ///< of an e-mail
    QString text;
    QString link;      ///< as it stands in the text; may be empty
    QString reference; ///< ours, the same for each try of one notice: "notice-17", "notice-17-again"
    base::Instant at;
};

/// The provider's word that it took the notice.
struct Receipt {
    QString providerId; ///< where it gives one
    QString evidence;   ///< its own status or answer
};

/// One way to tell somebody of the clinic. Any thread. Errors are classified as those of channels::Channel::send, with
/// a key notice.…, and a detail that holds the provider's code and none of the text: it is kept as evidence.
class Sender
{
public:
    virtual ~Sender() = default;
    virtual domain::NoticeWay way() const = 0;
    virtual Future<Receipt> send(const Message& message) = 0;
    /// Asks the provider whether a notice would be taken, and sends none. What it said, for admins.
    virtual Future<QString> check() = 0;
    /// Ends soon what is under way, where that is the sender's own to end. Does not wait.
    virtual void giveUp() {}
};

/// The text key for the desk when `error` says that the way itself does not work: notice.smsDown, notice.smsRefused (an
/// administrator has to act), and so on. Empty when only this person or this text was refused.
QString wayFault(domain::NoticeWay way, ErrorCode code);

} // namespace delpek::notify
