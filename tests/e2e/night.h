// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/daemon.h"

#include "base/json.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/twiliodouble.h"

#include <QRegularExpression>
#include <QTest>

namespace delpek::test
{

inline const QString noa = QStringLiteral("ד״ר נועה לוי");
inline const QString phoneOfNoa = QStringLiteral("+972541230001");
inline const QByteArray pin = "483920";
inline const QByteArray site = "https://clinic.example";
inline const QString emergency = QStringLiteral("הלחי שלי נפוחה מאוד מאתמול, יש לי חום ואני לא מצליח לבלוע");
inline const QString words = QStringLiteral("נא להגיע מיד למיון. אני מתקשרת אליך עכשיו.");

/// One patient of the demo clinic, who is alone on the phone; a doctor; the program between them.
class Night
{
public:
    Night()
    {
        daemon.useWhatsApp(*graph);
        daemon.set(QStringLiteral("notify.sms.account"), account.account);
        daemon.set(QStringLiteral("notify.sms.from"), account.number);
        daemon.set(QStringLiteral("notify.sms.api-base"), twilio->url().toString());
        daemon.setEnvironment(QStringLiteral("DELPEK_SECRET_TWILIO_AUTH_TOKEN"), account.token);
        daemon.set(QStringLiteral("listen.public-url"), QString::fromLatin1(site));
        daemon.set(QStringLiteral("outbox.unknown-after"), QStringLiteral("1s"));
        daemon.set(QStringLiteral("desk.send-undo"), QStringLiteral("0s"));
    }

    bool employ(const QString& name, const QString& phone, const QString& language)
    {
        const auto done = [&](const QStringList& arguments, const QByteArray& input = {}) {
            const auto result = daemon.command(arguments, input);
            if (result.exitCode != 0) {
                qWarning().noquote() << arguments << result.errors;
            }
            return result.exitCode == 0;
        };
        return done({QStringLiteral("staff"), QStringLiteral("add"), name, QStringLiteral("--role"),
                     QStringLiteral("doctor"), QStringLiteral("--language"), language, QStringLiteral("--phone"),
                     phone}) &&
               done({QStringLiteral("staff"), QStringLiteral("pin"), name}, pin + '\n');
    }
    /// Waits for what a person waits for, before a program that may have been cut and is started again.
    bool until(const std::function<bool()>& condition)
    {
        return eventually([&] {
            if (!daemon.isRunning()) {
                ++cuts;
                daemon.setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("none:0"));
                if (!daemon.start()) {
                    return false;
                }
            }
            return condition();
        });
    }

    /// A provider delivers until it is told that the delivery was kept.
    bool patientWrites()
    {
        const auto body = graph->payloads().text(
            {patient, QStringLiteral("נועה"), QStringLiteral("wamid.night"), clock.now()}, emergency);
        return until([&] { return daemon.deliver(*graph, body).status == 200; });
    }

    std::vector<simulation::SentSms> textsTo(const QString& phone) const
    {
        auto sent = twilio->sent();
        std::erase_if(sent, [&](const auto& one) { return one.to != phone; });
        return sent;
    }
    QByteArray tokenIn(const QString& text) const
    {
        static const QRegularExpression link(QStringLiteral("https://clinic\\.example/doctor-chat/([A-Za-z0-9_-]+)"));
        return link.match(text).captured(1).toLatin1();
    }

    /// As the page behind the link does.
    Reply page(const QByteArray& path, const base::Json& body)
    {
        QByteArray headers = "Authorization: Bearer " + token + "\r\nOrigin: " + site + "\r\n";
        if (!cookie.isEmpty()) {
            headers += "Cookie: " + cookie + "\r\n";
        }
        return daemon.post("/api/doctor-chat/" + path, base::toBytes(body), headers);
    }
    bool enter()
    {
        return until([&] {
            const auto reply = page("pin", {{"pin", pin.toStdString()}});
            static const QRegularExpression set(QStringLiteral("Set-Cookie: ([^;]+);"),
                                                QRegularExpression::CaseInsensitiveOption);
            if (const auto found = set.match(QString::fromLatin1(reply.head)); found.hasMatch()) {
                cookie = found.captured(1).toLatin1();
            }
            return reply.status == 200 && !cookie.isEmpty();
        });
    }
    int count(const QString& sql) const { return daemon.value(sql).toInt(); }
    int doctorsMessages() const
    {
        return count(QStringLiteral("SELECT count(*) FROM message WHERE author = 'doctor'"));
    }
    int received(const QString& text) const
    {
        const auto sent = graph->sent();
        return int(std::ranges::count(sent, text, &simulation::SentMessage::text));
    }

    base::SystemClock clock;
    std::unique_ptr<simulation::GraphDouble> graph = std::move(simulation::GraphDouble::start({}, clock).value());
    simulation::TwilioDouble::Setup account;
    std::unique_ptr<simulation::TwilioDouble> twilio =
        std::move(simulation::TwilioDouble::start(account, clock).value());
    Daemon daemon;
    const QString patient = QStringLiteral("972550010101");
    QByteArray token;
    QByteArray cookie;
    int cuts = 0;
};

} // namespace delpek::test
