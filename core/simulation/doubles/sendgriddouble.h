// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/server.h"
#include "simulation/doubles/recorded.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// A mail that the double took.
struct SentMail {
    QString id;
    QString to;
    QString from;
    QString subject;
    QString text;
};

/// SendGrid's side of one key on a loopback port: POST /v3/mail/send. It refuses a wrong key (401), a sender that is
/// not verified (403), and with the field's name (400) what is missing, empty, unknown or no address. A mail in the
/// sandbox is looked at alike and not sent (200). Beyond SendGrid it refuses a mail whose clicks or opens are tracked.
/// Any thread.
class SendGridDouble
{
public:
    struct Setup {
        QByteArray key = "SG.key-of-the-double";
        QString sender = QStringLiteral("desk@clinic.example");
    };

    /// `clock` runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<SendGridDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a listener: whoever has routes() hands the requests over in this process. url() is a name then.
    static std::unique_ptr<SendGridDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~SendGridDouble();

    QUrl url() const;
    /// They must not outlive the double.
    std::vector<http::Server::Route> routes();
    std::vector<SentMail> sent() const;
    /// The next `count` good mails meet `fault`.
    void failNext(int count, const Fault& fault);

private:
    class Private;
    explicit SendGridDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
