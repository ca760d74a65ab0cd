// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/sender.h"

namespace delpek::notify
{

QString wayFault(domain::NoticeWay way, ErrorCode code)
{
    const auto keyOf = [way](const QString& sms, const QString& email, const QString& telegram) {
        return way == domain::NoticeWay::Sms ? sms : way == domain::NoticeWay::Email ? email : telegram;
    };
    switch (code) {
    case ErrorCode::Unauthorised:
    case ErrorCode::Forbidden:
        return keyOf(QStringLiteral("notice.smsRefused"), QStringLiteral("notice.emailRefused"),
                     QStringLiteral("notice.telegramRefused"));
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
    case ErrorCode::RateLimited:
        return keyOf(QStringLiteral("notice.smsDown"), QStringLiteral("notice.emailDown"),
                     QStringLiteral("notice.telegramDown"));
    default:
        return {};
    }
}

} // namespace delpek::notify
