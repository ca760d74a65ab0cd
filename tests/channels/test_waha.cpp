// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/scriptedclient.h"
#include "channels/waha/channel.h"
#include "channels/waha/errors.h"
#include "channels/waha/ids.h"
#include "channels/waha/session.h"
#include "channels/waha/watch.h"
#include "channels/waha/webhook.h"
#include "domain/isolate.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using base::Json;
using channels::Outgoing;
using channels::WahaChannel;

namespace
{

const QString chat = QStringLiteral("972540001122@c.us");
const base::Instant start = base::fromMillis(1'767'225'600'000);

Outgoing outgoing(const QString& text, int options = 0)
{
    Outgoing message;
    message.to = {domain::ChannelKind::Waha, QStringLiteral("clinic"), chat};
    message.text = text;
    message.reference = QStringLiteral("out-1");
    for (int i = 1; i <= options; ++i) {
        message.options.push_back({QStringLiteral("v:%1").arg(i), QStringLiteral("Option%1").arg(i)});
    }
    return message;
}

/// A result as a column of a data table.
struct Answer {
    Result<http::Response> result;
};

const channels::waha::Endpoint endpoint{QUrl(QStringLiteral("https://waha.example/below/")), QStringLiteral("clinic")};

WahaChannel channelOn(http::Client& client, const QString& key = QStringLiteral("secret-key"))
{
    return WahaChannel(
        endpoint, [key] { return key; }, client);
}

QByteArray statusEvent(const QByteArray& status, const QByteArray& session = "clinic")
{
    return QByteArray(R"({"event":"session.status","session":"NAME","timestamp":1767225600500,"payload":{"status":)"
                      R"("WORD","statuses":[{"status":"STARTING","timestamp":1767225590000}]}})")
        .replace("NAME", session)
        .replace("WORD", status);
}

} // namespace

class TestWaha : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data()
    {
        QTest::addColumn<Outgoing>("message");
        QTest::addColumn<QByteArray>("expected");
        const auto body = [](const QByteArray& to, const QByteArray& text, const QByteArray& more = {}) {
            return QByteArray(R"({"session":"clinic","linkPreview":false,"chatId":"TO","text":"TEXT"MORE})")
                .replace("TO", to)
                .replace("TEXT", text)
                .replace("MORE", more);
        };
        const QByteArray usual = chat.toUtf8();
        QTest::newRow("text") << outgoing(QStringLiteral("שלום")) << body(usual, "שלום");
        QTest::newRow("isolates are stripped")
            << outgoing(domain::isolate(QStringLiteral("10:30")) + QStringLiteral("?")) << body(usual, "10:30?");
        QTest::newRow("options are lines")
            << outgoing(QStringLiteral("When?"), 2) << body(usual, R"(When?\n1. Option1\n2. Option2)");
        Outgoing quoting = outgoing(QStringLiteral("yes"));
        quoting.quotedProviderId = QStringLiteral("3EB0A1");
        QTest::newRow("quote") << quoting << body(usual, "yes", R"(,"reply_to":"false_972540001122@c.us_3EB0A1")");
        quoting.quotedProviderId = QStringLiteral("3EB0A1:blank");
        QTest::newRow("quote of a blank message")
            << quoting << body(usual, "yes", R"(,"reply_to":"false_972540001122@c.us_3EB0A1")");
        Outgoing hidden = outgoing(QStringLiteral("x"));
        hidden.to.user = QStringLiteral("203040506070809@lid");
        QTest::newRow("hidden number") << hidden << body("203040506070809@lid", "x");
        Outgoing inner = outgoing(QStringLiteral("x"));
        inner.to.user = QStringLiteral("972540001122:3@s.whatsapp.net");
        QTest::newRow("never to the inner form") << inner << body(usual, "x");
        Outgoing byPhone = outgoing(QStringLiteral("x"));
        byPhone.to.user.clear();
        byPhone.phone = domain::Phone::parse(QStringLiteral("054-000-1122")).value();
        QTest::newRow("phone only") << byPhone << body(usual, "x");
    }
    void bodies()
    {
        QFETCH(Outgoing, message);
        QFETCH(QByteArray, expected);
        const auto call = channels::waha::sendCall(message, endpoint.session);
        QVERIFY(call);
        const auto wanted = base::parseJson(expected);
        QVERIFY(wanted);
        QCOMPARE(call->path, QStringLiteral("/api/sendText"));
        QCOMPARE(base::toCompactText(call->body), base::toCompactText(*wanted));
    }

    void whatCanNeverGoIsRefused()
    {
        Outgoing nobody = outgoing(QStringLiteral("x"));
        nobody.to.user.clear();
        Outgoing group = outgoing(QStringLiteral("x"));
        group.to.user = QStringLiteral("120363040506070809@g.us");
        Outgoing status = outgoing(QStringLiteral("x"));
        status.to.user = QStringLiteral("status@broadcast");
        for (const Outgoing& message :
             {nobody, group, status, outgoing(QStringLiteral(" \n")), outgoing(QStringLiteral(" "), 2),
              outgoing(QString(4097, QLatin1Char('x'))), outgoing(QString(4096, QLatin1Char('x')), 1)}) {
            const auto call = channels::waha::sendCall(message, endpoint.session);
            QVERIFY(!call);
            QCOMPARE(call.error().code, ErrorCode::InvalidInput);
        }
        QVERIFY(channels::waha::sendCall(outgoing(QString(4096, QLatin1Char('x'))), endpoint.session));
    }

    void errors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* name, int status, const QByteArray& body, ErrorCode code, const char* key) {
            QTest::newRow(name) << status << body << static_cast<int>(code) << QString::fromLatin1(key);
        };
        const auto session = [](const QByteArray& status) {
            return QByteArray(
                       R"({"error":"to +972540001122","session":"clinic","status":"NOW","expected":["WORKING"]})")
                .replace("NOW", status);
        };
        row("key", 401, R"({"message":"Unauthorized","statusCode":401})", ErrorCode::Unauthorised, "send.tokenRefused");
        row("right", 403, "{}", ErrorCode::Forbidden, "send.permissionMissing");
        row("no session", 404, "{}", ErrorCode::Forbidden, "channel.wahaMissing");
        row("stopped", 422, session("STOPPED"), ErrorCode::Unavailable, "channel.wahaStopped");
        row("starting", 422, session("STARTING"), ErrorCode::Unavailable, "channel.wahaStarting");
        row("not paired", 422, session("SCAN_QR_CODE"), ErrorCode::Unavailable, "channel.wahaPairing");
        row("passkey", 422, session("PASSKEY_REQUIRED"), ErrorCode::Unavailable, "channel.wahaPasskey");
        row("failed", 422, session("FAILED"), ErrorCode::Unavailable, "channel.wahaFailed");
        row("message refused", 422, R"({"statusCode":422,"message":"to +972540001122"})", ErrorCode::InvalidInput,
            "send.rejected");
        row("refused while working", 422, session("WORKING"), ErrorCode::InvalidInput, "send.rejected");
        row("422 without a body", 422, "", ErrorCode::InvalidInput, "send.rejected");
        row("malformed", 400, "{}", ErrorCode::InvalidInput, "send.rejected");
        row("too large", 413, "", ErrorCode::InvalidInput, "send.tooLong");
        row("engine cannot", 501, "{}", ErrorCode::InvalidInput, "send.rejected");
        row("engine failed", 500, R"({"statusCode":500})", ErrorCode::Timeout, "send.unknown");
        row("gateway", 502, "<html>", ErrorCode::Timeout, "send.unknown");
        row("gateway timeout", 504, "", ErrorCode::Timeout, "send.unknown");
        row("busy", 503, "", ErrorCode::Unavailable, "send.unavailable");
        row("limited", 429, "", ErrorCode::RateLimited, "send.rateLimited");
        row("portal", 302, "", ErrorCode::Unavailable, "send.unavailable");
    }
    void errors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        QFETCH(QString, key);
        const Error error = channels::waha::classify({status, {}, body});
        QCOMPARE(static_cast<int>(error.code), code);
        QCOMPARE(error.key, key);
        QVERIFY2(!error.detail.contains(QLatin1String("972")), "a phone number in an error");
    }

    void receipts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("GOWS, documented") << QByteArray(R"({"id":"true_972540001122@c.us_3EB0F1"})");
        QTest::newRow("WEBJS") << QByteArray(
            R"({"id":{"fromMe":true,"id":"3EB0F1","_serialized":"true_972540001122@c.us_3EB0F1"}})");
        QTest::newRow("WEBJS, data only")
            << QByteArray(R"({"_data":{"id":{"id":"3EB0F1","_serialized":"true_1@lid_3EB0F1"}}})");
        QTest::newRow("without the whole id") << QByteArray(R"({"id":{"id":"3EB0F1"}})");
        QTest::newRow("NOWEB") << QByteArray(R"({"key":{"remoteJid":"1@s.whatsapp.net","id":"3EB0F1"}})");
    }
    /// Whatever the engine answers, the id is the one that its acks will name.
    void receipts()
    {
        QFETCH(QByteArray, body);
        testing::ScriptedClient client;
        client.answer(201, body);
        auto channel = channelOn(client);
        const auto receipt = base::await(channel.send(outgoing(QStringLiteral("hi"))));
        QVERIFY(receipt);
        QCOMPARE(receipt->providerId, QStringLiteral("3EB0F1"));
        const auto requests = client.requests();
        QCOMPARE(requests.size(), std::size_t(1));
        QCOMPARE(requests[0].url, QUrl(QStringLiteral("https://waha.example/below/api/sendText")));
        QCOMPARE(http::header(requests[0].headers, "x-api-key"), QByteArray("secret-key"));
        QCOMPARE(http::header(requests[0].headers, "content-type"), QByteArray("application/json"));
    }

    void whatHasNoReceiptIsUnknown_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, Result<http::Response> answer, ErrorCode code) {
            QTest::newRow(name) << Answer{answer} << static_cast<int>(code);
        };
        row("no id", http::Response{201, {}, "{}"}, ErrorCode::Timeout);
        row("odd id", http::Response{201, {}, R"({"id":[1]})"}, ErrorCode::Timeout);
        row("no JSON", http::Response{201, {}, "ok"}, ErrorCode::Timeout);
        row("timeout", fail(ErrorCode::Timeout, QStringLiteral("t")), ErrorCode::Timeout);
        row("cancelled", fail(ErrorCode::Cancelled, QStringLiteral("t")), ErrorCode::Timeout);
        row("engine failed", http::Response{500, {}, "{}"}, ErrorCode::Timeout);
        row("never reached", fail(ErrorCode::Unavailable, QStringLiteral("t")), ErrorCode::Unavailable);
        row("session down", http::Response{422, {}, R"({"status":"STOPPED"})"}, ErrorCode::Unavailable);
    }
    void whatHasNoReceiptIsUnknown()
    {
        QFETCH(Answer, answer);
        QFETCH(int, code);
        testing::ScriptedClient client;
        client.add(answer.result);
        auto channel = channelOn(client);
        const auto receipt = base::await(channel.send(outgoing(QStringLiteral("hi"))));
        QVERIFY(!receipt);
        QCOMPARE(static_cast<int>(receipt.error().code), code);
    }

    void withoutKeyNothingIsSent()
    {
        testing::ScriptedClient client;
        auto channel = channelOn(client, QString());
        QCOMPARE(base::await(channel.send(outgoing(QStringLiteral("hi")))).error().code, ErrorCode::Unauthorised);
        QVERIFY(client.requests().empty());
    }

    /// As a person would: seen, typing, quiet again, and only then the message.
    void readsTypesAndSendsInOrder()
    {
        testing::ScriptedClient client;
        for (int i = 0; i < 3; ++i) {
            client.answer(201, "{}");
        }
        client.answer(201, R"({"id":"true_972540001122@c.us_3EB0F1"})");
        client.answer(201, R"({"id":"true_972540001122@c.us_3EB0F2"})");
        auto channel = channelOn(client);
        const domain::ChannelAddress to = outgoing(QString()).to;
        QVERIFY(base::await(channel.showReading(to, QStringLiteral("3EB0A1:blank"), true)));
        QVERIFY(base::await(channel.send(outgoing(QStringLiteral("hi")))));
        QVERIFY(base::await(channel.send(outgoing(QStringLiteral("again")))));
        const auto requests = client.requests();
        QStringList paths;
        for (const auto& request : requests) {
            paths << request.url.path().section(QLatin1Char('/'), -1);
        }
        QCOMPARE(paths,
                 (QStringList{QStringLiteral("sendSeen"), QStringLiteral("startTyping"), QStringLiteral("stopTyping"),
                              QStringLiteral("sendText"), QStringLiteral("sendText")}));
        QCOMPARE(requests[0].body, QByteArray(R"({"chatId":"972540001122@c.us","messageIds":)"
                                              R"(["false_972540001122@c.us_3EB0A1"],"session":"clinic"})"));
        QCOMPARE(requests[1].body, QByteArray(R"({"chatId":"972540001122@c.us","session":"clinic"})"));
    }

    /// A courtesy that fails holds no message up.
    void aQuietThatFailsHoldsNothingUp()
    {
        testing::ScriptedClient client;
        client.answer(201, "{}");
        client.answer(201, "{}");
        client.add(fail(ErrorCode::Timeout, QStringLiteral("t")));
        client.answer(201, R"({"id":"true_972540001122@c.us_3EB0F1"})");
        auto channel = channelOn(client);
        QVERIFY(base::await(channel.showReading(outgoing(QString()).to, {}, true)));
        QVERIFY(base::await(channel.send(outgoing(QStringLiteral("hi")))));
    }

    void reactsAndEdits()
    {
        testing::ScriptedClient client;
        client.answer(200, "{}");
        client.answer(200, "{}");
        auto channel = channelOn(client);
        const domain::ChannelAddress to = outgoing(QString()).to;
        QVERIFY(base::await(channel.react(to, QStringLiteral("3EB0A1"), {})));
        QVERIFY(base::await(channel.edit(to, QStringLiteral("3EB0F1"), domain::isolate(QStringLiteral("10:30")), {})));
        const auto requests = client.requests();
        QCOMPARE(requests[0].method, QByteArray("PUT"));
        QCOMPARE(requests[0].body,
                 QByteArray(R"({"chatId":"972540001122@c.us","messageId":"false_972540001122@c.us_3EB0A1",)"
                            R"("reaction":"","session":"clinic"})"));
        QCOMPARE(requests[1].method, QByteArray("PUT"));
        QCOMPARE(requests[1].url.toString(QUrl::FullyEncoded),
                 QStringLiteral("https://waha.example/below/api/clinic/chats/972540001122%40c.us/messages/"
                                "true_972540001122%40c.us_3EB0F1"));
        QCOMPARE(requests[1].body, QByteArray(R"({"linkPreview":false,"text":"10:30"})"));
        QCOMPARE(base::await(channel.edit(to, QStringLiteral("3EB0F1"), QStringLiteral(" "), {})).error().code,
                 ErrorCode::InvalidInput);
        domain::ChannelAddress group = to;
        group.user = QStringLiteral("120363040506070809@g.us");
        QVERIFY(!base::await(channel.react(group, QStringLiteral("3EB0A1"), QStringLiteral("x"))));
        QCOMPARE(client.requests().size(), std::size_t(2));
    }

    void signatures_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("good");
        const QByteArray key = "my-secret-key";
        const QByteArray body = R"({"event":"message","session":"default","engine":"WEBJS"})";
        const QByteArray hex = "208f8a55dde9e05519e898b10b89bf0d0b3b0fdf11fdbf09b6b90476301b98d8"
                               "097c462b2b17a6ce93b6b47a136cf2e78a33a63f6752c2c1631777076153fa89";
        const QByteArray sha512 = "sha512";
        QTest::newRow("good") << hex << sha512 << body << key << true;
        QTest::newRow("good in capitals") << hex.toUpper() << sha512 << body << key << true;
        QTest::newRow("good without algorithm") << hex << QByteArray() << body << key << true;
        QTest::newRow("other algorithm") << hex << QByteArray("sha256") << body << key << false;
        QTest::newRow("one byte more") << hex << sha512 << body + " " << key << false;
        QTest::newRow("other key") << hex << sha512 << body << QByteArray("other") << false;
        QTest::newRow("no key") << hex << sha512 << body << QByteArray() << false;
        QTest::newRow("no header") << QByteArray() << sha512 << body << key << false;
        QTest::newRow("cut") << hex.left(127) << sha512 << body << key << false;
        QTest::newRow("longer") << hex + "0" << sha512 << body << key << false;
        QTest::newRow("other digit") << hex.left(127) + "0" << sha512 << body << key << false;
    }
    void signatures()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, algorithm);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, key);
        QFETCH(bool, good);
        const auto checked = channels::waha::checkSignature(header, algorithm, body, key);
        QCOMPARE(checked.has_value(), good);
        QVERIFY(good || checked.error().code == ErrorCode::Unauthorised);
    }

    void chats_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("phone");
        const auto row = [](const char* text, channels::waha::ChatKind kind, const char* id, const char* phone) {
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text) << static_cast<int>(kind)
                                                  << QString::fromLatin1(id) << QString::fromLatin1(phone);
        };
        using channels::waha::ChatKind;
        row("972540001122@c.us", ChatKind::Person, "972540001122@c.us", "+972540001122");
        row("972540001122@s.whatsapp.net", ChatKind::Person, "972540001122@c.us", "+972540001122");
        row("972540001122:12@s.whatsapp.net", ChatKind::Person, "972540001122@c.us", "+972540001122");
        row("972540001122.0:12@c.us", ChatKind::Person, "972540001122@c.us", "+972540001122");
        row("203040506070809@lid", ChatKind::Person, "203040506070809@lid", "");
        row("203040506070809:3@lid", ChatKind::Person, "203040506070809@lid", "");
        row("120363040506070809@g.us", ChatKind::Group, "120363040506070809@g.us", "");
        row("120363000000000001@newsletter", ChatKind::Channel, "120363000000000001@newsletter", "");
        row("status@broadcast", ChatKind::Broadcast, "status@broadcast", "");
        row("0@c.us", ChatKind::Broadcast, "0@c.us", "");
        row("abc@c.us", ChatKind::Unknown, "", "");
        row("@c.us", ChatKind::Unknown, "", "");
        row("972540001122", ChatKind::Unknown, "", "");
        row("972540001122@elsewhere", ChatKind::Unknown, "", "");
        row("", ChatKind::Unknown, "", "");
    }
    void chats()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, id);
        QFETCH(QString, phone);
        const auto read = channels::waha::readChat(text);
        QCOMPARE(static_cast<int>(read.kind), kind);
        QCOMPARE(read.id, id);
        const auto number = channels::waha::phoneOf(read.id);
        QCOMPARE(number ? number->e164() : QString(), phone);
    }

    void sessionFaults_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("key");
        QTest::newRow("working") << QByteArray("WORKING") << QString();
        QTest::newRow("stopped") << QByteArray("STOPPED") << QStringLiteral("channel.wahaStopped");
        QTest::newRow("starting") << QByteArray("STARTING") << QStringLiteral("channel.wahaStarting");
        QTest::newRow("code") << QByteArray("SCAN_QR_CODE") << QStringLiteral("channel.wahaPairing");
        QTest::newRow("passkey") << QByteArray("PASSKEY_REQUIRED") << QStringLiteral("channel.wahaPasskey");
        QTest::newRow("passkey, code") << QByteArray("PASSKEY_CONFIRMATION_REQUIRED")
                                       << QStringLiteral("channel.wahaPasskey");
        QTest::newRow("failed") << QByteArray("FAILED") << QStringLiteral("channel.wahaFailed");
        QTest::newRow("unknown") << QByteArray("DREAMING") << QStringLiteral("channel.wahaFailed");
    }
    void sessionFaults()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, key);
        testing::ScriptedClient client;
        const auto channel = channelOn(client);
        const auto state = channel.accountState(statusEvent(status));
        QVERIFY(state);
        QCOMPARE(state->fault ? state->fault->key : QString(), key);
        QCOMPARE(base::toMillis(state->at), 1'767'225'600'500);
        const auto asked =
            channels::waha::faultIn(http::Response{200, {}, QByteArray(R"({"status":"NOW"})").replace("NOW", status)});
        QCOMPARE(asked ? asked->key : QString(), key);
    }

    void otherDeliveriesTellNothingOfTheSession()
    {
        testing::ScriptedClient client;
        const auto channel = channelOn(client);
        QVERIFY(!channel.accountState(statusEvent("FAILED", "sales")));
        QVERIFY(!channel.accountState(R"({"event":"message","session":"clinic","payload":{"body":"session.status"}})"));
        QVERIFY(!channel.accountState(R"({"event":"session.status","session":"clinic","payload":{}})"));
        QVERIFY(!channel.accountState("session.status"));
    }

    /// A WAHA that is down sends no event: only asking tells.
    void theWatchTellsWhatStandsInTheWay()
    {
        base::VirtualClock clock{start};
        testing::ScriptedClient client;
        client.answer(200, R"({"name":"clinic","status":"WORKING"})");
        client.add(fail(ErrorCode::Unavailable, QStringLiteral("refused")));
        client.answer(401, "{}");
        client.answer(404, "{}");
        client.answer(200, R"({"name":"clinic","status":"SCAN_QR_CODE"})");
        client.answer(200, "<html>a portal</html>");
        client.answer(200, R"({"name":"clinic","status":"WORKING"})");
        QStringList told;
        {
            channels::WahaWatch::Setup setup;
            setup.endpoint = endpoint;
            setup.key = [] { return QStringLiteral("secret-key"); };
            setup.report = [&](const std::optional<Error>& fault) {
                told << (fault ? fault->key : QStringLiteral("well"));
            };
            const channels::WahaWatch watch(std::move(setup), client, clock);
            for (int i = 0; i < 6; ++i) {
                clock.advance(30s);
            }
        }
        clock.advance(5min);
        QCOMPARE(told, (QStringList{QStringLiteral("well"), QStringLiteral("channel.wahaUnreachable"),
                                    QStringLiteral("channel.wahaKey"), QStringLiteral("channel.wahaMissing"),
                                    QStringLiteral("channel.wahaPairing"), QStringLiteral("channel.wahaUnreachable"),
                                    QStringLiteral("well")}));
        QCOMPARE(client.requests().size(), std::size_t(7));
        QCOMPARE(client.requests()[0].url, QUrl(QStringLiteral("https://waha.example/below/api/sessions/clinic")));
        QCOMPARE(client.requests()[0].method, QByteArray("GET"));
    }
};

QTEST_GUILESS_MAIN(TestWaha)
#include "test_waha.moc"
