// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/smtpsession.h"

#include <algorithm>

namespace delpek::simulation
{

namespace
{

constexpr qsizetype longestLine = 998;
constexpr qsizetype longestCommand = 512;

/// What is missing or wrong with a mail's headers; empty when it is good.
QByteArray flawOf(const QByteArray& mail)
{
    const QByteArray headers = "\r\n" + mail.left(mail.indexOf("\r\n\r\n"));
    for (const char* name : {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}) {
        if (headers.count("\r\n" + QByteArray(name) + ": ") != 1) {
            return QByteArray(name) + " is needed once";
        }
    }
    const bool ascii = std::ranges::all_of(mail, [](char c) { return uchar(c) < 0x80 && c != 0; });
    return ascii ? QByteArray() : QByteArray("8 bits were not agreed upon");
}

/// "<a@b>" behind "MAIL FROM:"; empty when it is not that.
QByteArray pathOf(const QByteArray& line, const QByteArray& word)
{
    const QByteArray rest = line.mid(word.size());
    const auto end = rest.indexOf('>');
    const QByteArray path = rest.startsWith('<') && end > 0 ? rest.mid(1, end - 1) : QByteArray();
    const QByteArray options = rest.mid(end + 1);
    return path.count('@') == 1 && (options.isEmpty() || options.startsWith(" SIZE=")) ? path : QByteArray();
}

} // namespace

SmtpSession::SmtpSession(Rules rules, bool encrypted, SmtpDouble::Fault fault)
    : m_rules(std::move(rules))
    , m_fault(fault)
    , m_encrypted(encrypted)
{
}

QByteArray SmtpSession::greeting() const
{
    return m_fault == SmtpDouble::Fault::BusyAtGreeting ? "421 mail.clinic.example is too busy\r\n"
                                                        : "220 mail.clinic.example ESMTP\r\n";
}

std::vector<SmtpSession::Step> SmtpSession::hear(const QByteArray& bytes)
{
    m_buffer += bytes;
    std::vector<Step> steps;
    for (auto end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        const QByteArray line = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        if (!line.endsWith('\r') || line.size() - 1 > longestLine || line.chopped(1).contains('\r')) {
            steps.push_back({"500 5.5.2 a line ends with CRLF and has 998 bytes at most\r\n", {}, {}, false, true});
            return steps;
        }
        auto step = m_inData        ? dataLine(line.chopped(1))
                    : m_awaitsLogin ? judgeLogin(line.chopped(1))
                                    : command(line.chopped(1));
        const bool beginsTls = step.beginsTls;
        if (!step.answer.isEmpty() || step.mail || step.ends) {
            steps.push_back(std::move(step));
        }
        if (beginsTls) {
            // What was sent in the clear behind it does not count.
            m_buffer.clear();
        }
    }
    return steps;
}

SmtpSession::Step SmtpSession::command(const QByteArray& line)
{
    const QByteArray word = line.left(line.indexOf(' ') < 0 ? line.size() : line.indexOf(' ')).toUpper();
    if (line.size() > longestCommand) {
        return {"500 5.5.2 too long\r\n", word};
    }
    if (word == "EHLO") {
        m_greeted = true;
        m_mail = {};
        QByteArray answer = "250-mail.clinic.example\r\n250-SIZE 10485760\r\n";
        answer += m_encrypted ? "250-AUTH PLAIN\r\n" : m_rules.offersTls ? "250-STARTTLS\r\n" : "";
        return {answer + "250 ENHANCEDSTATUSCODES\r\n", line};
    }
    if (word == "QUIT") {
        return {"221 2.0.0 bye\r\n", word, {}, false, true};
    }
    if (word == "NOOP" || word == "RSET") {
        return {"250 2.0.0 ok\r\n", word};
    }
    if (!m_greeted) {
        return {"503 5.5.1 EHLO first\r\n", word};
    }
    if (word == "STARTTLS") {
        if (m_encrypted || !m_rules.offersTls) {
            return {"503 5.5.1 not now\r\n", word};
        }
        m_encrypted = true;
        m_greeted = false;
        return {"220 2.0.0 go ahead\r\n", word, {}, true};
    }
    return word == "AUTH" ? login(line) : envelope(line);
}

SmtpSession::Step SmtpSession::login(const QByteArray& line)
{
    if (!m_encrypted) {
        return {"530 5.7.0 STARTTLS first\r\n", "AUTH"};
    }
    if (line == "AUTH PLAIN") {
        m_awaitsLogin = true;
        return {"334 \r\n", "AUTH"};
    }
    return line.startsWith("AUTH PLAIN ") ? judgeLogin(line.mid(11)) : Step{"504 5.5.4 only PLAIN\r\n", "AUTH"};
}

SmtpSession::Step SmtpSession::judgeLogin(const QByteArray& response)
{
    const QByteArray nothing(1, '\0');
    m_awaitsLogin = false;
    m_loggedIn = response == (nothing + m_rules.user + nothing + m_rules.password).toBase64();
    return {m_loggedIn ? "235 2.7.0 welcome\r\n" : "535 5.7.8 credentials invalid\r\n", "AUTH"};
}

SmtpSession::Step SmtpSession::envelope(const QByteArray& line)
{
    if (!m_encrypted || !m_loggedIn) {
        return {"530 5.7.0 authentication required\r\n", line};
    }
    if (line.startsWith("MAIL FROM:")) {
        m_mail = {};
        m_mail.from = pathOf(line, "MAIL FROM:");
        return {m_mail.from.isEmpty() ? "501 5.1.7 bad sender\r\n" : "250 2.1.0 ok\r\n", line};
    }
    if (line.startsWith("RCPT TO:")) {
        const QByteArray to = pathOf(line, "RCPT TO:");
        if (m_mail.from.isEmpty()) {
            return {"503 5.5.1 MAIL first\r\n", line};
        }
        if (m_fault == SmtpDouble::Fault::BusyAtRecipient) {
            return {"451 4.3.0 try again later\r\n", line};
        }
        if (to.isEmpty() || to == m_rules.unknown) {
            return {"550 5.1.1 no such mailbox\r\n", line};
        }
        m_mail.to = to;
        return {"250 2.1.5 ok\r\n", line};
    }
    if (line == "DATA" && !m_mail.to.isEmpty()) {
        m_inData = true;
        return {"354 go on\r\n", line};
    }
    return {line == "DATA" ? "503 5.5.1 RCPT first\r\n" : "502 5.5.1 unknown\r\n", line};
}

SmtpSession::Step SmtpSession::dataLine(const QByteArray& line)
{
    if (line == ".") {
        return endOfData();
    }
    // RFC 5321, 4.5.2: a dot at the beginning was doubled.
    m_mail.bytes += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
    return {};
}

SmtpSession::Step SmtpSession::endOfData()
{
    m_inData = false;
    m_mail.encrypted = m_encrypted;
    if (const QByteArray flaw = flawOf(m_mail.bytes); !flaw.isEmpty()) {
        return {"554 5.6.0 " + flaw + "\r\n"};
    }
    switch (m_fault) {
    case SmtpDouble::Fault::RefusedAtData:
        return {"554 5.7.1 refused by policy\r\n"};
    case SmtpDouble::Fault::CutBeforeReceipt:
        return {{}, {}, m_mail, false, true};
    default:
        return {"250 2.0.0 queued as double-1\r\n", {}, m_mail};
    }
}

} // namespace delpek::simulation
