// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/mime.h"

#include "domain/email.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace delpek::notify
{

namespace
{

constexpr int plainLine = 60;   ///< of a header's text that needs no coding
constexpr int bytesOfWord = 45; ///< of UTF-8: 60 characters of base64 and the frame, at most 75 in all
constexpr int base64Line = 76;
constexpr const char* lineEnd = "\r\n";

bool isPlain(const QString& text)
{
    return text.size() <= plainLine && !text.contains(QLatin1String("=?")) &&
           std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

QString withoutControls(QString text)
{
    static const QRegularExpression controls(QStringLiteral("[\\x{0}-\\x{1f}\\x{7f}-\\x{9f}\\x{2028}\\x{2029}]+"));
    return text.replace(controls, QStringLiteral(" ")).trimmed();
}

QByteArray inLines(const QByteArray& base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += base64Line) {
        lines += base64.mid(at, base64Line) + lineEnd;
    }
    return lines;
}

QByteArray dateOf(base::Instant at)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(base::toMillis(at), QTimeZone::utc());
    return QLocale::c().toString(moment, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

QByteArray canonical(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return text.replace(QLatin1Char('\n'), QStringLiteral("\r\n")).toUtf8();
}

} // namespace

QByteArray encodedHeader(const QString& raw)
{
    const QString text = withoutControls(raw);
    if (isPlain(text)) {
        return text.toLatin1();
    }
    QByteArrayList words;
    QByteArray part;
    for (const uint code : text.toUcs4()) {
        const char32_t point = code;
        const QByteArray bytes = QString::fromUcs4(&point, 1).toUtf8();
        if (part.size() + bytes.size() > bytesOfWord) {
            words << part;
            part.clear();
        }
        part += bytes;
    }
    words << part;
    for (auto& word : words) {
        word = "=?UTF-8?B?" + word.toBase64() + "?=";
    }
    return words.join("\r\n ");
}

Result<QByteArray> writeMail(const Mail& mail)
{
    for (const auto& address : {mail.from, mail.to}) {
        if (const auto checked = domain::checkEmail(address); !checked) {
            return fail(checked.error());
        }
    }
    if (const auto id = domain::checkEmail(mail.messageId + QStringLiteral("@x")); !id) {
        return fail(ErrorCode::Internal, QStringLiteral("a message id holds a sign that it must not"));
    }
    const QByteArray from = mail.from.toLatin1();
    const QByteArray name = encodedHeader(mail.fromName);
    const bool isCoded = name.startsWith("=?");
    QByteArray sender = '<' + from + '>';
    if (!name.isEmpty()) {
        QByteArray quoted = name;
        quoted.replace('\\', "\\\\").replace('"', "\\\"");
        sender = (isCoded ? name : '"' + quoted + '"') + (isCoded ? "\r\n " : " ") + sender;
    }
    QByteArray bytes;
    const auto put = [&bytes](const char* header, const QByteArray& value) {
        bytes += QByteArray(header) + ": " + value + lineEnd;
    };
    put("Date", dateOf(mail.at));
    put("From", sender);
    put("To", '<' + mail.to.toLatin1() + '>');
    put("Subject", encodedHeader(mail.subject));
    put("Message-ID", '<' + mail.messageId.toLatin1() + '@' + from.mid(from.indexOf('@') + 1) + '>');
    put("Auto-Submitted", "auto-generated");
    if (mail.important) {
        put("Importance", "high");
    }
    put("MIME-Version", "1.0");
    put("Content-Type", "text/plain; charset=UTF-8");
    put("Content-Transfer-Encoding", "base64");
    return bytes + lineEnd + inLines(canonical(mail.text).toBase64());
}

} // namespace delpek::notify
