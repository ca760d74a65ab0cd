// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "notify/sender.h"

#include <functional>

namespace delpek::notify
{

/// Text messages by Twilio. Source: Twilio REST API 2010-04-01, Messages and Accounts resources; error dictionary.
class TwilioSender final : public Sender
{
public:
    struct Setup {
        QUrl apiBase;
        QString account; ///< AC…
        QString from;    ///< a number in E.164 form, or a messaging service (MG…)
        base::Duration timeout = std::chrono::seconds(20);
        QUrl publicUrl = {}; ///< where Twilio reports to, see twilioCallback; empty: it does not
    };

    /// `client` outlives the answers.
    TwilioSender(Setup setup, std::function<QString()> token, http::Client& client);

    domain::NoticeWay way() const override { return domain::NoticeWay::Sms; }
    Future<Receipt> send(const Message& message) override;
    Future<QString> check() override;

private:
    http::Request request(const QByteArray& method, const QString& resource) const;

    Setup m_setup;
    std::function<QString()> m_token;
    http::Client& m_client;
};

/// The error of an answer that is not 2xx. Pure.
Error twilioError(const http::Response& response);

/// What an error code of Twilio means, also one that stands in a message it took. Pure.
Error twilioCode(qint64 code);

} // namespace delpek::notify
