// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayList>
#include <QString>

#include <memory>
#include <vector>

namespace delpek::simulation
{

/// A mail that the double took.
struct ReceivedMail {
    QByteArray from;
    QByteArray to;
    QByteArray bytes; ///< headers and body, with dots as they were written
    bool encrypted = false;
};

/// A mail server for submission on a loopback port. It speaks what RFC 5321, 3207 and 4954 say and refuses the rest: a
/// login or a mail before TLS (530), a wrong password (535), commands out of their order (503), one recipient too
/// unknown (550), lines without CRLF or above 998 bytes, a mail without one of the headers that RFC 5322 and 2045 ask
/// for (554). Any thread.
class SmtpDouble
{
public:
    enum class Greeting { StartTls, TlsFirst, NoTls };
    struct Setup {
        Greeting greeting = Greeting::StartTls;
        QString certificateFile; ///< PEM; for the name "localhost" or 127.0.0.1, as the test connects
        QString keyFile;
        QByteArray user = "desk@clinic.example";
        QByteArray password = "password-of-the-double";
        QByteArray unknown = "nobody@clinic.example"; ///< a recipient that there is not
    };
    /// What goes wrong with the next mail.
    enum class Fault {
        None,
        BusyAtRecipient,  ///< 451 after RCPT
        BusyAtGreeting,   ///< 421 in place of 220
        CutBeforeReceipt, ///< the mail is taken, and the line is cut before the answer
        RefusedAtData,    ///< 554 after the mail
    };

    static Result<std::unique_ptr<SmtpDouble>> start(const Setup& setup);
    ~SmtpDouble();

    quint16 port() const;
    std::vector<ReceivedMail> received() const;
    /// Commands that came, without what stands behind AUTH, in order.
    QByteArrayList commands() const;
    void failNext(Fault fault);

private:
    class Private;
    explicit SmtpDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
