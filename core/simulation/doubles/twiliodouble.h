// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/client.h"
#include "http/server.h"
#include "simulation/doubles/recorded.h"

#include <QSet>
#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// A text message that the double took.
struct SentSms {
    QString id;
    QString to;
    QString text;
    int parts = 0; ///< as Twilio counts them
    QUrl callback; ///< where its reports go; may be empty
    base::Instant at;
};

/// Twilio's side of one account on a loopback port: messages and the account itself. It refuses what Twilio refuses,
/// with its codes: a wrong key (20003), another account (20404), numbers that are none (21211), senders that are not
/// the account's (21606), addresses for reports that are none (21609), those who opted out (21610), landlines (21614),
/// texts above 1,600 characters (21617), fields that it does not know. Any thread.
class TwilioDouble
{
public:
    struct Setup {
        QString account = QStringLiteral("AC00000000000000000000000000000001");
        QString token = QStringLiteral("token-of-the-double");
        QString number = QStringLiteral("+972520000000");
        QSet<QString> optedOut = {};
        QSet<QString> landlines = {};
    };

    /// `clock` runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<TwilioDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a listener: whoever has routes() hands the requests over in this process. url() is a name then.
    static std::unique_ptr<TwilioDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~TwilioDouble();

    QUrl url() const;
    /// They must not outlive the double.
    std::vector<http::Server::Route> routes();
    std::vector<SentSms> sent() const;
    /// Reports of the message to the address that was given with it, signed; NotFound without one. `code` 0: none.
    Future<http::Response> report(http::Client& client, const QString& id, const QByteArray& status, int code = 0);
    /// The next `count` good messages meet `fault`.
    void failNext(int count, const Fault& fault);
    /// Until further notice every call is answered with 503, or not.
    void setDown(bool down);

private:
    class Private;
    explicit TwilioDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
