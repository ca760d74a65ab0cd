// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "notify/sender.h"

#include <functional>

namespace delpek::notify
{

/// E-mail by SendGrid. Nothing in a mail is counted or rewritten: tracking is off. Source: Twilio SendGrid, v3 Mail
/// Send.
class SendGridSender final : public Sender
{
public:
    struct Setup {
        QUrl apiBase;
        QString from; ///< an address that SendGrid has verified
        QString fromName;
        base::Duration timeout = std::chrono::seconds(20);
    };

    /// `client` outlives the answers.
    SendGridSender(Setup setup, std::function<QString()> key, http::Client& client);

    domain::NoticeWay way() const override { return domain::NoticeWay::Email; }
    Future<Receipt> send(const Message& message) override;
    /// A mail in SendGrid's sandbox: it is looked at as any other and not sent.
    Future<QString> check() override;

private:
    http::Request request(const Message& message, bool sandbox) const;

    Setup m_setup;
    std::function<QString()> m_key;
    http::Client& m_client;
};

/// The error of an answer that is not 2xx. Pure.
Error sendGridError(const http::Response& response);

} // namespace delpek::notify
