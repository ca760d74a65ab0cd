// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/notice.h"

#include <QByteArray>
#include <QUrl>

// What Twilio reports of a text message after it took it. Source: Twilio, Messages resource (StatusCallback) and
// security of webhooks (X-Twilio-Signature). Pure.

namespace delpek::notify
{

inline constexpr const char* twilioReportPath = "/api/notices/twilio";

/// Where Twilio is to report of the notice: below the listener's public address. `reference`: "notice-17" or
/// "notice-17-again".
QUrl twilioCallback(const QUrl& publicUrl, const QString& reference);

/// Base64 of the HMAC-SHA1 over the address, as it was given to Twilio, and the fields of the form by name. Empty when
/// the body is no form.
QByteArray twilioSignature(const QString& token, const QUrl& address, const QByteArray& form);

struct TwilioReport {
    domain::NoticeId notice;
    bool again = false; ///< of the repetition
    QString messageId;
    domain::NoticeDelivery delivery = domain::NoticeDelivery::None;
    qint64 errorCode = 0;
};

/// InvalidInput when the reference is not ours or the form lacks a field. A status that says nothing gives None.
Result<TwilioReport> readTwilioReport(const QByteArray& reference, const QByteArray& form);

} // namespace delpek::notify
