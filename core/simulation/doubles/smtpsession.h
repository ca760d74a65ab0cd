// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/smtpdouble.h"

#include <optional>

namespace delpek::simulation
{

/// One conversation with a mail server: bytes in, answers out. Without a socket.
class SmtpSession
{
public:
    struct Rules {
        QByteArray user;
        QByteArray password;
        QByteArray unknown;
        bool offersTls = true;
    };
    /// What to do after one line.
    struct Step {
        QByteArray answer;
        QByteArray command = {}; ///< as it came, without credentials
        std::optional<ReceivedMail> mail = std::nullopt;
        bool beginsTls = false;
        bool ends = false;
    };

    SmtpSession(Rules rules, bool encrypted, SmtpDouble::Fault fault);

    QByteArray greeting() const;
    std::vector<Step> hear(const QByteArray& bytes);

private:
    Step command(const QByteArray& line);
    Step login(const QByteArray& line);
    Step judgeLogin(const QByteArray& response);
    Step envelope(const QByteArray& line);
    Step dataLine(const QByteArray& line);
    Step endOfData();

    Rules m_rules;
    SmtpDouble::Fault m_fault;
    bool m_encrypted;
    bool m_greeted = false;
    bool m_loggedIn = false;
    bool m_awaitsLogin = false;
    bool m_inData = false;
    QByteArray m_buffer;
    ReceivedMail m_mail;
};

} // namespace delpek::simulation
