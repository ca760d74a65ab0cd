// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/scriptedclient.h"
#include "channels/whatsapp/body.h"
#include "channels/whatsapp/channel.h"
#include "channels/whatsapp/errors.h"
#include "channels/whatsapp/webhook.h"
#include "domain/isolate.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using base::Json;
using channels::Outgoing;

namespace
{

Outgoing outgoing(const QString& text, int options = 0, const QString& label = QStringLiteral("Option"))
{
    Outgoing message;
    message.to = {domain::ChannelKind::WhatsApp, QStringLiteral("77"), QStringLiteral("972540001122")};
    message.text = text;
    message.reference = QStringLiteral("out-1");
    for (int i = 1; i <= options; ++i) {
        message.options.push_back({QStringLiteral("v:%1").arg(i), label + QString::number(i)});
    }
    return message;
}

/// A result as a column of a data table.
struct Answer {
    Result<http::Response> result;
};

const channels::whatsapp::Endpoint endpoint{QUrl(QStringLiteral("https://graph.example/")), QStringLiteral("v25.0"),
                                            QStringLiteral("77")};

} // namespace

class TestWhatsApp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data()
    {
        QTest::addColumn<Outgoing>("message");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray head = R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"+972540001122",)"
                                R"("biz_opaque_callback_data":"out-1",)";
        QTest::newRow("text") << outgoing(QStringLiteral("שלום"))
                              << head + R"("type":"text","text":{"body":"שלום","preview_url":false}})";
        Outgoing quoting = outgoing(QStringLiteral("yes"));
        quoting.quotedProviderId = QStringLiteral("wamid.A");
        QTest::newRow("quote")
            << quoting
            << head + R"("context":{"message_id":"wamid.A"},"type":"text","text":{"body":"yes","preview_url":false}})";
        QTest::newRow("isolates are stripped")
            << outgoing(domain::isolate(QStringLiteral("10:30")) + QStringLiteral("?"))
            << head + R"("type":"text","text":{"body":"10:30?","preview_url":false}})";
        QTest::newRow("two options are buttons")
            << outgoing(QStringLiteral("When?"), 2)
            << head + "\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"When?\"},"
                      "\"action\":{\"buttons\":[\n                "
                      "{\"type\":\"reply\",\"reply\":{\"id\":\"v:1\",\"title\":\"Option1\"}},{\"type\":\"reply\","
                      "\"reply\":{\"id\":\"v:2\",\"title\":\"Option2\"}}]}}}";
        QByteArray rows;
        for (int i = 1; i <= 4; ++i) {
            rows += QByteArray(i > 1 ? "," : "") + "{\"id\":\"v:" + QByteArray::number(i) + R"(","title":"Option)" +
                    QByteArray::number(i) + "\"}";
        }
        QTest::newRow("four are a list")
            << outgoing(QStringLiteral("When?"), 4)
            << head +
                   R"("type":"interactive","interactive":{"type":"list","body":{"text":"When?"},"action":{"button":"Choose","sections":[{"rows":[)" +
                   rows + "]}]}}}";
        QTest::newRow("long labels make two a list")
            << outgoing(QStringLiteral("מתי?"), 1, QString(23, QLatin1Char('a')))
            << head +
                   "\"type\":\"interactive\",\"interactive\":{\"type\":\"list\",\"body\":{\"text\":\"מתי?\"},"
                   "\"action\":{\"button\":\"לבחירה\",\"sections\":[{\"rows\":[{\"id\":\"v:1\",\"title\":\"" +
                   QByteArray(23, 'a') + "1\"}]}]}}}";
        QTest::newRow("labels too long are lines")
            << outgoing(QStringLiteral("When?"), 1, QString(24, QLatin1Char('a')))
            << head + "\"type\":\"text\",\"text\":{\"preview_url\":false,\"body\":\"When?\\n1. " + QByteArray(24, 'a') +
                   "1\"}}";
        Outgoing twins = outgoing(QStringLiteral("When?"), 2);
        twins.options[1].label = twins.options[0].label;
        QTest::newRow("twins are lines")
            << twins << head + R"("type":"text","text":{"preview_url":false,"body":"When?\n1. Option1\n2. Option1"}})";
        Outgoing hidden = outgoing(QStringLiteral("x"));
        hidden.to.user = QStringLiteral("IL.777");
        QTest::newRow("user id") << hidden
                                 << QByteArray("{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\","
                                               "\"recipient\":\"IL.777\",\n                "
                                               "\"biz_opaque_callback_data\":\"out-1\",\"type\":\"text\",\"text\":{"
                                               "\"body\":\"x\",\"preview_url\":false}}");
    }
    void bodies()
    {
        QFETCH(Outgoing, message);
        QFETCH(QByteArray, expected);
        const auto body = channels::whatsapp::messageBody(message);
        QVERIFY(body);
        const auto wanted = base::parseJson(expected);
        QVERIFY(wanted);
        QCOMPARE(base::toCompactText(*body), base::toCompactText(*wanted));
    }

    void elevenOptionsAreLines()
    {
        const auto body = channels::whatsapp::messageBody(outgoing(QStringLiteral("?"), 11));
        QVERIFY(body);
        QVERIFY(base::textAt(base::at(*body, "text"), "body").endsWith(QStringLiteral("\n11. Option11")));
    }

    void whatCanNeverGoIsRefused()
    {
        Outgoing nobody = outgoing(QStringLiteral("x"));
        nobody.to.user.clear();
        Outgoing longReference = outgoing(QStringLiteral("x"));
        longReference.reference = QString(513, QLatin1Char('r'));
        for (const Outgoing& message :
             {nobody, longReference, outgoing(QStringLiteral(" \n")), outgoing(QString(4097, QLatin1Char('x'))),
              outgoing(QString(4096, QLatin1Char('x')), 1)}) {
            const auto body = channels::whatsapp::messageBody(message);
            QVERIFY(!body);
            QCOMPARE(body.error().code, ErrorCode::InvalidInput);
        }
        QVERIFY(channels::whatsapp::messageBody(outgoing(QString(4096, QLatin1Char('x')))));
    }

    void errors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("retrySeconds");
        const auto row = [](const char* name, int status, const QByteArray& body, ErrorCode code, const char* key,
                            int retrySeconds = -1) {
            QTest::newRow(name) << status << body << static_cast<int>(code) << QString::fromLatin1(key) << retrySeconds;
        };
        const auto graph = [](int code, int subcode = 0) {
            return QByteArray(
                       "{\"error\":{\"message\":\"(#1) to +972540001122\",\"type\":\"OAuthException\",\"code\":") +
                   QByteArray::number(code) + R"(,"error_subcode":)" + QByteArray::number(subcode) +
                   R"(,"error_data":"text","fbtrace_id":"Abc"}})";
        };
        row("token", 401, graph(190), ErrorCode::Unauthorised, "send.tokenRefused");
        row("permission", 403, graph(10), ErrorCode::Forbidden, "send.permissionMissing");
        row("permission range", 403, graph(299), ErrorCode::Forbidden, "send.permissionMissing");
        row("platform", 500, graph(2), ErrorCode::Unavailable, "send.unavailable");
        row("app rate", 400, graph(4), ErrorCode::RateLimited, "send.rateLimited", 120);
        row("throughput", 429, graph(130429), ErrorCode::RateLimited, "send.rateLimited");
        row("pair rate", 400, graph(131056), ErrorCode::RateLimited, "send.rateLimited", 6);
        row("maintenance", 400, graph(131057), ErrorCode::Unavailable, "send.unavailable", 300);
        row("parameter", 400, graph(100), ErrorCode::InvalidInput, "send.rejected");
        row("number id", 400, graph(100, 33), ErrorCode::Forbidden, "send.configuration");
        row("restricted", 400, graph(368), ErrorCode::Forbidden, "send.accountRestricted");
        row("payment", 400, graph(131042), ErrorCode::Forbidden, "send.paymentMissing");
        row("undeliverable", 400, graph(131026), ErrorCode::Unreachable, "send.unreachable");
        row("window", 400, graph(131047), ErrorCode::WindowClosed, "send.windowClosed");
        row("not registered", 400, graph(133010), ErrorCode::Forbidden, "send.notRegistered");
        row("registration busy", 400, graph(133004), ErrorCode::Unavailable, "send.unavailable");
        row("template", 400, graph(132001), ErrorCode::InvalidInput, "send.templateMissing");
        row("unknown code", 400, graph(987654), ErrorCode::InvalidInput, "send.rejected");
        row("gateway", 502, "<html>Bad gateway</html>", ErrorCode::Timeout, "send.unknown");
        row("gateway timeout", 504, "", ErrorCode::Timeout, "send.unknown");
        row("busy", 503, "busy", ErrorCode::Unavailable, "send.unavailable", 7);
        row("portal", 302, "", ErrorCode::Unavailable, "send.unavailable");
        row("plain 429", 429, "", ErrorCode::RateLimited, "send.rateLimited", 7);
        row("plain 413", 413, "", ErrorCode::InvalidInput, "send.rejected");
        row("odd error", 400, R"({"error":"text"})", ErrorCode::InvalidInput, "send.rejected");
    }
    void errors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        QFETCH(QString, key);
        QFETCH(int, retrySeconds);
        http::Headers headers;
        if (retrySeconds == 7) {
            headers.push_back(std::pair<QByteArray, QByteArray>("retry-after", "7"));
        }
        const Error error = channels::whatsapp::classify({status, headers, body});
        QCOMPARE(static_cast<int>(error.code), code);
        QCOMPARE(error.key, key);
        QCOMPARE(error.retryAfter.value_or(-1000ms).count() / 1000, retrySeconds);
        QVERIFY2(!error.detail.contains(QLatin1String("972")), "a phone number in an error");
    }

    void sendsAndReadsTheReceipt()
    {
        testing::ScriptedClient client;
        client.answer(200, R"({"messages":[{"id":"wamid.NEW"}]})");
        channels::WhatsAppChannel channel({endpoint, [] { return QStringLiteral("secret-token"); }}, client);
        const auto receipt = base::await(channel.send(outgoing(QStringLiteral("hi"))));
        QVERIFY(receipt);
        QCOMPARE(receipt->providerId, QStringLiteral("wamid.NEW"));
        const auto requests = client.requests();
        QCOMPARE(requests.size(), std::size_t(1));
        QCOMPARE(requests[0].url, QUrl(QStringLiteral("https://graph.example/v25.0/77/messages")));
        QCOMPARE(http::header(requests[0].headers, "authorization"), QByteArray("Bearer secret-token"));
        QCOMPARE(http::header(requests[0].headers, "content-type"), QByteArray("application/json"));
    }

    void whatHasNoReceiptIsUnknown_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, Result<http::Response> answer, ErrorCode code) {
            QTest::newRow(name) << Answer{answer} << static_cast<int>(code);
        };
        row("no id", http::Response{200, {}, "{}"}, ErrorCode::Timeout);
        row("no JSON", http::Response{200, {}, "ok"}, ErrorCode::Timeout);
        row("timeout", fail(ErrorCode::Timeout, QStringLiteral("t")), ErrorCode::Timeout);
        row("too long an answer", fail(ErrorCode::InvalidInput, QStringLiteral("t")), ErrorCode::Timeout);
        row("cancelled", fail(ErrorCode::Cancelled, QStringLiteral("t")), ErrorCode::Timeout);
        row("never reached", fail(ErrorCode::Unavailable, QStringLiteral("t")), ErrorCode::Unavailable);
        row("window", http::Response{400, {}, R"({"error":{"code":131047}})"}, ErrorCode::WindowClosed);
    }
    void whatHasNoReceiptIsUnknown()
    {
        QFETCH(Answer, answer);
        QFETCH(int, code);
        testing::ScriptedClient client;
        client.add(answer.result);
        channels::WhatsAppChannel channel({endpoint, [] { return QStringLiteral("t"); }}, client);
        const auto receipt = base::await(channel.send(outgoing(QStringLiteral("hi"))));
        QVERIFY(!receipt);
        QCOMPARE(static_cast<int>(receipt.error().code), code);
    }

    void withoutTokenNothingIsSent()
    {
        testing::ScriptedClient client;
        channels::WhatsAppChannel channel({endpoint, [] { return QString(); }}, client);
        const auto receipt = base::await(channel.send(outgoing(QStringLiteral("hi"))));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::Unauthorised);
        QVERIFY(client.requests().empty());
    }

    void marksReadAndTypes()
    {
        testing::ScriptedClient client;
        client.answer(200, R"({"success":true})");
        channels::WhatsAppChannel channel({endpoint, [] { return QStringLiteral("t"); }}, client);
        QVERIFY(base::await(channel.showReading({}, QStringLiteral("wamid.IN"), true)));
        QCOMPARE(client.requests()[0].body,
                 QByteArray(R"({"message_id":"wamid.IN","messaging_product":"whatsapp","status":"read",)"
                            R"("typing_indicator":{"type":"text"}})"));
    }

    void signatures_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("good");
        const QByteArray secret = "made-up-app-secret";
        const QByteArray body = R"({"object":"whatsapp_business_account","entry":[]})";
        const QByteArray hex = "7ab0cabbfaab37cafcda1de01e1a4f287447be8ed23c1ec922ec71cbf0bceb2a";
        QTest::newRow("good") << "sha256=" + hex << body << secret << true;
        QTest::newRow("Hebrew bytes") << QByteArray(
                                             "sha256=5e964fffc8073d1a08734fff6042f6de08becbe6100a14a9798600bbc57f40c5")
                                      << QByteArray(R"({"name":"שלום"})") << secret << true;
        QTest::newRow("escaped") << QByteArray(
                                        "sha256=9155e58007a52337c7bbd7f286cc178a2beed40f6e522b4c05a84750745def16")
                                 << QByteArray(R"({"name":"\u05e9\u05dc\u05d5\u05dd"})") << secret << true;
        QTest::newRow("one byte more") << "sha256=" + hex << body + " " << secret << false;
        QTest::newRow("other secret") << "sha256=" + hex << body << QByteArray("other") << false;
        QTest::newRow("no secret") << "sha256=" + hex << body << QByteArray() << false;
        QTest::newRow("no header") << QByteArray() << body << secret << false;
        QTest::newRow("no prefix") << hex << body << secret << false;
        QTest::newRow("sha1") << "sha1=" + hex << body << secret << false;
        QTest::newRow("cut") << "sha256=" + hex.left(63) << body << secret << false;
        QTest::newRow("longer") << "sha256=" + hex + "0" << body << secret << false;
        QTest::newRow("not hex") << "sha256=" + hex.left(63) + "g" << body << secret << false;
    }
    void signatures()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, secret);
        QFETCH(bool, good);
        QCOMPARE(channels::whatsapp::checkSignature(header, body, secret).has_value(), good);
    }

    void verification()
    {
        using channels::whatsapp::answerVerification;
        QCOMPARE(answerVerification({"subscribe", "tok", "1158201444"}, "tok").value(), QByteArray("1158201444"));
        QCOMPARE(answerVerification({"subscribe", "bad", "1"}, "tok").error().code, ErrorCode::Forbidden);
        QCOMPARE(answerVerification({"subscribe", "", "1"}, "").error().code, ErrorCode::Forbidden);
        QCOMPARE(answerVerification({"other", "tok", "1"}, "tok").error().code, ErrorCode::InvalidInput);
        QCOMPARE(answerVerification({"subscribe", "tok", "<script>"}, "tok").error().code, ErrorCode::InvalidInput);
        QCOMPARE(answerVerification({"subscribe", "tok", ""}, "tok").error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestWhatsApp)
#include "test_whatsapp.moc"
