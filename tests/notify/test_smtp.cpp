// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "base/json.h"
#include "notify/mime.h"
#include "notify/smtp.h"
#include "simulation/doubles/smtpdouble.h"
#include "support/certificate.h"
#include "support/paths.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace delpek::notify;
using namespace std::chrono_literals;
using simulation::SmtpDouble;

namespace
{

Message message()
{
    Message made;
    made.to.email = QStringLiteral("noa@clinic.example");
    made.subject = QStringLiteral("חירום: דנה כהן");
    made.text = QStringLiteral("חירום: דנה כהן\n.\nקושי בנשימה");
    made.reference = QStringLiteral("notice-7");
    made.at = base::fromMillis(1772539200000);
    return made;
}

} // namespace

class TestSmtp : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_certificate;
    QString m_key;

    std::unique_ptr<SmtpDouble> server(SmtpDouble::Greeting greeting = SmtpDouble::Greeting::StartTls) const
    {
        SmtpDouble::Setup setup;
        setup.greeting = greeting;
        setup.certificateFile = m_certificate;
        setup.keyFile = m_key;
        return SmtpDouble::start(setup).value();
    }

    SmtpSender::Setup setupFor(quint16 port, bool tlsFirst = false) const
    {
        SmtpSender::Setup setup;
        setup.host = QStringLiteral("127.0.0.1");
        setup.port = port;
        setup.tlsFirst = tlsFirst;
        setup.user = QStringLiteral("desk@clinic.example");
        setup.from = QStringLiteral("desk@clinic.example");
        setup.fromName = QStringLiteral("מרפאת שיניים");
        setup.authorities = m_certificate;
        setup.connecting = 10s;
        setup.timeout = 20s;
        return setup;
    }

    static QString password() { return QStringLiteral("password-of-the-double"); }

private Q_SLOTS:
    void initTestCase()
    {
        m_certificate = m_folder.filePath(QStringLiteral("certificate.pem"));
        m_key = m_folder.filePath(QStringLiteral("key.pem"));
        test::writeCertificate(m_certificate, m_key);
    }

    void aMailGoesOutEncrypted_data()
    {
        QTest::addColumn<bool>("tlsFirst");
        QTest::newRow("STARTTLS") << false;
        QTest::newRow("TLS from the first byte") << true;
    }

    void aMailGoesOutEncrypted()
    {
        QFETCH(bool, tlsFirst);
        const auto mail = server(tlsFirst ? SmtpDouble::Greeting::TlsFirst : SmtpDouble::Greeting::StartTls);
        SmtpSender sender(setupFor(mail->port(), tlsFirst), password);
        const auto receipt = base::await(sender.send(message()));
        QVERIFY2(receipt.has_value(), receipt ? "" : qPrintable(base::describe(receipt.error())));
        QCOMPARE(mail->received().size(), size_t(1));
        const auto received = mail->received().front();
        QVERIFY(received.encrypted);
        QCOMPARE(received.from, QByteArray("desk@clinic.example"));
        QCOMPARE(received.to, QByteArray("noa@clinic.example"));
        const QByteArray body = received.bytes.mid(received.bytes.indexOf("\r\n\r\n") + 4);
        QCOMPARE(QString::fromUtf8(QByteArray::fromBase64(body)).remove(QLatin1Char('\r')), message().text);
        QVERIFY(!receipt->providerId.isEmpty());
    }

    void withoutTlsNothingIsSent()
    {
        const auto mail = server(SmtpDouble::Greeting::NoTls);
        SmtpSender sender(setupFor(mail->port()), password);
        const auto receipt = base::await(sender.send(message()));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::Forbidden);
        for (const auto& command : mail->commands()) {
            QVERIFY2(command.startsWith("EHLO") || command == "QUIT", command.constData());
        }
        QVERIFY(mail->received().empty());
    }

    void anUntrustedServerGetsNothing()
    {
        const auto mail = server();
        auto setup = setupFor(mail->port());
        setup.authorities.clear();
        SmtpSender sender(setup, password);
        const auto receipt = base::await(sender.send(message()));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().key, QStringLiteral("notice.emailRefused"));
        QVERIFY(!mail->commands().contains("AUTH"));
    }

    void whatTheServerSaysDecides_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        const QString noa = QStringLiteral("noa@clinic.example");
        const auto row = [](const char* name, SmtpDouble::Fault fault, const QString& to, const QString& secret,
                            ErrorCode code,
                            const char* key) { QTest::newRow(name) << int(fault) << to << secret << int(code) << key; };
        row("a wrong password", SmtpDouble::Fault::None, noa, QStringLiteral("wrong"), ErrorCode::Unauthorised,
            "notice.emailRefused");
        row("nobody there", SmtpDouble::Fault::None, QStringLiteral("nobody@clinic.example"), password(),
            ErrorCode::Unreachable, "notice.badAddress");
        row("busy at once", SmtpDouble::Fault::BusyAtGreeting, noa, password(), ErrorCode::Unavailable,
            "notice.emailDown");
        row("busy at the recipient", SmtpDouble::Fault::BusyAtRecipient, noa, password(), ErrorCode::Unavailable,
            "notice.emailDown");
        row("cut before the receipt", SmtpDouble::Fault::CutBeforeReceipt, noa, password(), ErrorCode::Timeout,
            "notice.unknown");
        row("refused when it was there", SmtpDouble::Fault::RefusedAtData, noa, password(), ErrorCode::InvalidInput,
            "notice.rejected");
        row("an address with a header in it", SmtpDouble::Fault::None, noa + QStringLiteral("\r\nBcc: x@example.com"),
            password(), ErrorCode::InvalidInput, "notice.badAddress");
    }

    void whatTheServerSaysDecides()
    {
        QFETCH(int, fault);
        QFETCH(QString, to);
        QFETCH(QString, secret);
        QFETCH(int, code);
        QFETCH(QString, key);
        const auto mail = server();
        mail->failNext(SmtpDouble::Fault(fault));
        SmtpSender sender(setupFor(mail->port()), [secret] { return secret; });
        auto one = message();
        one.to.email = to;
        const auto receipt = base::await(sender.send(one));
        QVERIFY(!receipt);
        QVERIFY2(int(receipt.error().code) == code, qPrintable(base::describe(receipt.error())));
        QCOMPARE(receipt.error().key, key);
        QVERIFY(!receipt.error().detail.contains(QStringLiteral("password")));
    }

    void aServerIsCheckedWithoutAMail()
    {
        const auto mail = server();
        SmtpSender good(setupFor(mail->port()), password);
        const auto answer = base::await(good.check());
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(base::describe(answer.error())));
        SmtpSender bad(setupFor(mail->port()), [] { return QStringLiteral("wrong"); });
        QCOMPARE(base::await(bad.check()).error().code, ErrorCode::Unauthorised);
        QVERIFY(mail->received().empty());
        QVERIFY(mail->commands().contains("AUTH"));
    }

    void nobodyThereIsToldAsSuch()
    {
        quint16 free = 0;
        {
            QTcpServer probe;
            QVERIFY(probe.listen(QHostAddress::LocalHost));
            free = probe.serverPort();
        }
        SmtpSender sender(setupFor(free), password);
        QCOMPARE(base::await(sender.send(message())).error().code, ErrorCode::Unavailable);
    }

    /// A server that is not ours: Debian's aiosmtpd.
    void aRealServerTakesIt()
    {
        quint16 port = 0;
        {
            QTcpServer probe;
            QVERIFY(probe.listen(QHostAddress::LocalHost));
            port = probe.serverPort();
        }
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(QStringLiteral("/usr/bin/python3"),
                     {test::sourcePath("tests/notify/mailserver.py"), m_certificate, m_key, QString::number(port)});
        QVERIFY(python.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(python.canReadLine(), 30000);
        QCOMPARE(python.readLine().trimmed(), QByteArray("ready"));

        SmtpSender stranger(setupFor(port), [] { return QStringLiteral("wrong"); });
        QCOMPARE(base::await(stranger.send(message())).error().code, ErrorCode::Unauthorised);

        SmtpSender sender(setupFor(port), [] { return QStringLiteral("right"); });
        QVERIFY(base::await(sender.check()));
        const auto receipt = base::await(sender.send(message()));
        QVERIFY2(receipt.has_value(), receipt ? "" : qPrintable(base::describe(receipt.error())));
        QTRY_VERIFY_WITH_TIMEOUT(python.canReadLine(), 30000);
        const auto mail = base::parseJson(python.readLine());
        QVERIFY(mail);
        QVERIFY(base::boolAt(*mail, "encrypted"));
        QCOMPARE(base::textAt(*mail, "subject"), message().subject);
        QCOMPARE(base::textAt(*mail, "sender"), QStringLiteral("מרפאת שיניים <desk@clinic.example>"));
        QCOMPARE(base::textAt(*mail, "text").remove(QLatin1Char('\r')), message().text);
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TestSmtp)
#include "test_smtp.moc"
