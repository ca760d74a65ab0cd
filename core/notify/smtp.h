// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "notify/sender.h"

#include <atomic>
#include <functional>

namespace delpek::notify
{

/// E-mail by a mail server of the clinic's (SMTP submission, by libcurl). Never without TLS: with port 465 from the
/// first byte, with any other after STARTTLS, and a server that does not offer it gets neither the password nor the
/// mail. The server's certificate and name are checked. Calls wait on a thread of their own, one after the other; their
/// patience is libcurl's, measured on the machine's clock. Source: RFC 5321, 6409, 3207, 4954, 8314.
class SmtpSender final : public Sender
{
public:
    struct Setup {
        QString host;
        int port = 465;
        bool tlsFirst = true; ///< TLS from the first byte; otherwise after STARTTLS
        QString user;         ///< empty: no login
        QString from;
        QString fromName;
        QString authorities; ///< a PEM file with the certificates to trust instead of the system's; empty: the system's
        base::Duration connecting = std::chrono::seconds(15);
        base::Duration timeout = std::chrono::seconds(45); ///< for one mail in all
    };

    SmtpSender(Setup setup, std::function<QString()> password);
    /// Gives up and waits for the thread.
    ~SmtpSender() override;

    domain::NoticeWay way() const override { return domain::NoticeWay::Email; }
    Future<Receipt> send(const Message& message) override;
    /// Connects, logs in and says goodbye.
    Future<QString> check() override;
    /// What is under way ends with Timeout or, before the mail went, Unavailable; so does all that comes.
    void giveUp() override { m_givenUp = true; }

private:
    class Call;
    Result<Receipt> deliver(const Message& message);

    Setup m_setup;
    std::function<QString()> m_password;
    std::atomic<bool> m_givenUp = false;
    base::Workers m_worker;
};

} // namespace delpek::notify
