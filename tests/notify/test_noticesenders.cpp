// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "http/networkclient.h"
#include "notify/sendgrid.h"
#include "notify/telegramsender.h"
#include "notify/twilio.h"
#include "simulation/doubles/sendgriddouble.h"
#include "simulation/doubles/telegramdouble.h"
#include "simulation/doubles/twiliodouble.h"

#include <QTest>

using namespace delpek;
using namespace delpek::notify;
using namespace std::chrono_literals;
using simulation::Fault;

namespace
{

Message message()
{
    Message made;
    made.to.phone = *domain::Phone::parse(QStringLiteral("052-000-0001"));
    made.to.email = QStringLiteral("noa@clinic.example");
    made.to.telegramChat = QStringLiteral("7001");
    made.subject = QStringLiteral("חירום: דנה כהן");
    made.link = QStringLiteral("https://clinic.example/doctor-chat/made-up");
    made.text = QStringLiteral("חירום: דנה כהן + ילדה & \"קושי\"=100%\n") + made.link;
    made.reference = QStringLiteral("notice-1");
    return made;
}

http::Response answer(int status, const QByteArray& body)
{
    return {status, {}, body};
}

} // namespace

class TestNoticeSenders : public QObject
{
    Q_OBJECT

    base::SystemClock m_clock;
    http::NetworkClient m_client;

    std::unique_ptr<simulation::TwilioDouble> twilio()
    {
        simulation::TwilioDouble::Setup setup;
        setup.optedOut = {QStringLiteral("+972520000002")};
        setup.landlines = {QStringLiteral("+97230000003")};
        return simulation::TwilioDouble::start(setup, m_clock).value();
    }

    TwilioSender senderFor(const simulation::TwilioDouble& twilio, const QString& token = {}, const QString& from = {},
                           const QString& account = {})
    {
        const simulation::TwilioDouble::Setup known;
        return {{twilio.url(), account.isEmpty() ? known.account : account, from.isEmpty() ? known.number : from, 2s},
                [token = token.isEmpty() ? known.token : token] { return token; },
                m_client};
    }

private Q_SLOTS:
    void twilioTakesAMessageAsItIs()
    {
        const auto double_ = twilio();
        auto sender = senderFor(*double_);
        const auto receipt = base::await(sender.send(message()));
        QVERIFY2(receipt.has_value(), receipt ? "" : qPrintable(base::describe(receipt.error())));
        QVERIFY(receipt->providerId.startsWith(QStringLiteral("SM")));
        QCOMPARE(receipt->evidence, QStringLiteral("queued"));
        QCOMPARE(double_->sent().size(), size_t(1));
        QCOMPARE(double_->sent()[0].text, message().text);
        QCOMPARE(double_->sent()[0].to, QStringLiteral("+972520000001"));
    }

    void twilioRefuses_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("account");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        const QString good = QStringLiteral("+972520000001");
        const auto row = [](const char* name, const QString& phone, const char* token, const char* from,
                            const char* account, ErrorCode code, const char* key) {
            QTest::newRow(name) << phone << token << from << account << int(code) << key;
        };
        row("a wrong key", good, "wrong", "", "", ErrorCode::Unauthorised, "notice.smsRefused");
        row("another account", good, "", "", "AC2", ErrorCode::Unauthorised, "notice.smsRefused");
        row("somebody else's sender", good, "", "+972520000099", "", ErrorCode::Forbidden, "notice.smsRefused");
        row("who opted out", QStringLiteral("+972520000002"), "", "", "", ErrorCode::Unreachable, "notice.optedOut");
        row("a landline", QStringLiteral("+97230000003"), "", "", "", ErrorCode::InvalidInput, "notice.badNumber");
    }

    void twilioRefuses()
    {
        QFETCH(QString, phone);
        QFETCH(QString, token);
        QFETCH(QString, from);
        QFETCH(QString, account);
        QFETCH(int, code);
        QFETCH(QString, key);
        const auto double_ = twilio();
        auto sender = senderFor(*double_, token, from, account);
        auto one = message();
        one.to.phone = domain::Phone::fromStored(phone).value();
        const auto receipt = base::await(sender.send(one));
        QVERIFY(!receipt);
        QCOMPARE(int(receipt.error().code), code);
        QCOMPARE(receipt.error().key, key);
        QVERIFY(!receipt.error().detail.contains(QStringLiteral("97252")));
        QVERIFY(double_->sent().empty());
    }

    void twilioFails_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("silent");
        QTest::addColumn<int>("code");
        QTest::newRow("down") << 503 << false << int(ErrorCode::Unavailable);
        QTest::newRow("too much") << 429 << false << int(ErrorCode::RateLimited);
        QTest::newRow("broken") << 500 << false << int(ErrorCode::Timeout);
        QTest::newRow("no answer") << 0 << true << int(ErrorCode::Timeout);
    }

    void twilioFails()
    {
        QFETCH(int, status);
        QFETCH(bool, silent);
        QFETCH(int, code);
        const auto double_ = twilio();
        Fault fault;
        fault.status = status;
        fault.silent = silent;
        fault.body = "<html>";
        double_->failNext(1, fault);
        auto sender = senderFor(*double_);
        const auto receipt = base::await(sender.send(message()));
        QVERIFY(!receipt);
        QCOMPARE(int(receipt.error().code), code);
    }

    void everyCodeOfTwilioSaysWhatToDo_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        const auto row = [](int number, ErrorCode code, const char* key) {
            QTest::newRow(qPrintable(QString::number(number))) << number << int(code) << key;
        };
        row(20003, ErrorCode::Unauthorised, "notice.smsRefused");
        row(20404, ErrorCode::Forbidden, "notice.smsRefused");
        row(20429, ErrorCode::RateLimited, "notice.smsDown");
        row(21211, ErrorCode::InvalidInput, "notice.badNumber");
        row(21212, ErrorCode::Forbidden, "notice.smsRefused");
        row(21408, ErrorCode::Forbidden, "notice.smsRefused");
        row(21606, ErrorCode::Forbidden, "notice.smsRefused");
        row(21608, ErrorCode::Forbidden, "notice.smsRefused");
        row(21610, ErrorCode::Unreachable, "notice.optedOut");
        row(21612, ErrorCode::Unreachable, "notice.badNumber");
        row(21614, ErrorCode::InvalidInput, "notice.badNumber");
        row(21617, ErrorCode::InvalidInput, "notice.tooLong");
        row(30003, ErrorCode::Unreachable, "notice.phoneOff");
        row(30004, ErrorCode::Unreachable, "notice.optedOut");
        row(30005, ErrorCode::Unreachable, "notice.badNumber");
        row(30006, ErrorCode::InvalidInput, "notice.badNumber");
        row(30007, ErrorCode::Forbidden, "notice.smsRefused");
        row(30008, ErrorCode::Unreachable, "notice.phoneOff");
        row(29999, ErrorCode::InvalidInput, "notice.rejected");
    }

    void everyCodeOfTwilioSaysWhatToDo()
    {
        QFETCH(int, number);
        QFETCH(int, code);
        QFETCH(QString, key);
        const auto error = twilioError(answer(400, "{\"code\":" + QByteArray::number(number) + ",\"status\":400}"));
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.key, key);
        QVERIFY(error.detail.contains(QString::number(number)));
    }

    void twilioIsCheckedWithoutAMessage()
    {
        const auto double_ = twilio();
        auto good = senderFor(*double_);
        QCOMPARE(base::await(good.check()).value_or(QString()), QStringLiteral("active"));
        auto bad = senderFor(*double_, QStringLiteral("wrong"));
        QCOMPARE(base::await(bad.check()).error().code, ErrorCode::Unauthorised);
        QVERIFY(double_->sent().empty());
    }

    void sendGridTakesAMailUntracked()
    {
        const auto double_ = simulation::SendGridDouble::start({}, m_clock).value();
        const simulation::SendGridDouble::Setup known;
        SendGridSender sender(
            {double_->url(), known.sender, QStringLiteral("מרפאה"), 2s}, [&] { return QString::fromLatin1(known.key); },
            m_client);
        const auto receipt = base::await(sender.send(message()));
        QVERIFY2(receipt.has_value(), receipt ? "" : qPrintable(base::describe(receipt.error())));
        QCOMPARE(receipt->providerId, QStringLiteral("mail-1"));
        QCOMPARE(double_->sent().size(), size_t(1));
        QCOMPARE(double_->sent()[0].subject, message().subject);
        QCOMPARE(double_->sent()[0].text, message().text);

        auto nowhere = message();
        nowhere.to.email = QStringLiteral("noa@clinic.example\r\nBcc: x@example.com");
        QCOMPARE(base::await(sender.send(nowhere)).error().key, QStringLiteral("notice.badAddress"));

        Fault down;
        down.status = 503;
        double_->failNext(1, down);
        QCOMPARE(base::await(sender.send(message())).error().code, ErrorCode::Unavailable);
        QCOMPARE(double_->sent().size(), size_t(1));
        QVERIFY(base::await(sender.check()));
        QCOMPARE(double_->sent().size(), size_t(1));
    }

    void sendGridRefuses()
    {
        const auto double_ = simulation::SendGridDouble::start({}, m_clock).value();
        const simulation::SendGridDouble::Setup known;
        SendGridSender stranger(
            {double_->url(), known.sender, {}, 2s}, [] { return QStringLiteral("wrong"); }, m_client);
        QCOMPARE(base::await(stranger.send(message())).error().key, QStringLiteral("notice.emailRefused"));
        QCOMPARE(base::await(stranger.check()).error().code, ErrorCode::Unauthorised);
        SendGridSender unverified(
            {double_->url(), QStringLiteral("other@clinic.example"), {}, 2s},
            [&] { return QString::fromLatin1(known.key); }, m_client);
        QCOMPARE(base::await(unverified.send(message())).error().code, ErrorCode::Forbidden);
        const auto bad = sendGridError(answer(
            400, R"({"errors":[{"message":"noa@x is bad","field":"personalizations.0.to.email","help":null}]})"));
        QCOMPARE(bad.key, QStringLiteral("notice.badAddress"));
        QVERIFY(!bad.detail.contains(QStringLiteral("noa@x")));
    }

    void telegramReachesWhoPressedStart()
    {
        const auto double_ = simulation::TelegramDouble::start({}, m_clock).value();
        TelegramSender sender({double_->url(), double_->token(), &m_client, 2s});
        const auto before = base::await(sender.send(message()));
        QVERIFY(!before);
        QCOMPARE(before.error().key, QStringLiteral("notice.badChat"));

        simulation::telegram::From noa;
        noa.chat = 7001;
        noa.name = QStringLiteral("Noa");
        noa.message = 1;
        double_->deliver(simulation::telegram::textUpdate(noa, QStringLiteral("/start")));
        const auto receipt = base::await(sender.send(message()));
        QVERIFY2(receipt.has_value(), receipt ? "" : qPrintable(base::describe(receipt.error())));
        QVERIFY(!receipt->providerId.isEmpty());
        QCOMPARE(double_->sent().size(), size_t(1));
        QCOMPARE(double_->sent()[0].text, message().text);
        QCOMPARE(double_->sent()[0].options[0].value, message().link);
        QVERIFY(base::await(sender.check()));

        auto nowhere = message();
        nowhere.to.telegramChat = QStringLiteral("@noa");
        QCOMPARE(base::await(sender.send(nowhere)).error().key, QStringLiteral("notice.badChat"));
        double_->revokeToken();
        QCOMPARE(base::await(sender.send(message())).error().key, QStringLiteral("notice.telegramRefused"));
        QCOMPARE(base::await(sender.check()).error().code, ErrorCode::Unauthorised);
    }
};

QTEST_GUILESS_MAIN(TestNoticeSenders)
#include "test_noticesenders.moc"
