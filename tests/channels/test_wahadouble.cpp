// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/waha/channel.h"
#include "channels/waha/webhook.h"
#include "http/networkclient.h"
#include "simulation/doubles/wahadouble.h"
#include "support/opusbytes.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using channels::Outgoing;
using simulation::Fault;
using simulation::WahaDouble;
using simulation::WahaEngine;
using simulation::WahaPayloads;

namespace
{

const QString chat = QStringLiteral("972540001122@c.us");
const base::Instant start = base::fromMillis(1'767'225'600'000);

Outgoing outgoing(const QString& text, int options = 0)
{
    Outgoing message;
    message.to = {domain::ChannelKind::Waha, {}, chat};
    message.text = text;
    for (int i = 1; i <= options; ++i) {
        message.options.push_back({QStringLiteral("v:%1").arg(i), QStringLiteral("Option %1").arg(i)});
    }
    return message;
}

} // namespace

/// The double takes what the channel sends and refuses what WAHA refuses; the channel understands what it delivers.
class TestWahaDouble : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;

    channels::WahaChannel channelOn(const WahaDouble& waha, base::Duration timeout = 10s)
    {
        return channels::WahaChannel(
            {waha.url(), waha.setup().session}, [key = QString::fromLatin1(waha.setup().apiKey)] { return key; },
            m_client, timeout);
    }

    std::unique_ptr<WahaDouble> doubleOf(WahaEngine engine)
    {
        WahaDouble::Setup setup;
        setup.engine = engine;
        return WahaDouble::start(setup, m_clock).value();
    }

    int post(const WahaDouble& waha, const QString& method, const QByteArray& body,
             const QByteArray& key = "key-of-the-double", const QByteArray& type = "application/json")
    {
        http::Request request;
        request.method = "POST";
        request.url = QUrl(waha.url().toString() + QStringLiteral("/api/") + method);
        request.headers = {{"X-Api-Key", key}, {"Content-Type", type}};
        request.body = body;
        return base::await(m_client.send(request)).value().status;
    }

    static void addEngines()
    {
        QTest::addColumn<WahaEngine>("engine");
        QTest::newRow("WEBJS") << WahaEngine::WebJs;
        QTest::newRow("NOWEB") << WahaEngine::NoWeb;
        QTest::newRow("GOWS") << WahaEngine::Gows;
    }

private Q_SLOTS:
    void takesWhatTheChannelSends_data() { addEngines(); }
    void takesWhatTheChannelSends()
    {
        QFETCH(WahaEngine, engine);
        const auto waha = doubleOf(engine);
        auto channel = channelOn(*waha);
        Outgoing message = outgoing(QStringLiteral("מתי נוח?"), 3);
        message.quotedProviderId = QStringLiteral("3EB0A1B2C3");
        const auto receipt = base::await(channel.send(message));
        QVERIFY2(receipt, qPrintable(receipt ? QString() : base::describe(receipt.error())));
        const auto sent = waha->sent();
        QCOMPARE(sent.size(), std::size_t(1));
        QCOMPARE(sent[0].providerId, receipt->providerId);
        QCOMPARE(sent[0].to, chat);
        QCOMPARE(sent[0].quotedProviderId, QStringLiteral("3EB0A1B2C3"));
        QVERIFY(sent[0].text.endsWith(QStringLiteral("\n3. Option 3")));
        QVERIFY(base::await(channel.showReading(message.to, QStringLiteral("3EB0A1B2C3"), true)));
        QVERIFY(base::await(channel.send(outgoing(QStringLiteral("x")))));
        const QString heart = QStringLiteral("❤");
        QVERIFY(base::await(channel.react(message.to, QStringLiteral("3EB0A1B2C3"), heart)));
        QVERIFY(base::await(channel.edit(message.to, receipt->providerId, QStringLiteral("anew"), {})));
        QCOMPARE(waha->sent()[0].text, QStringLiteral("anew"));
        QCOMPARE(waha->gestures(), (QStringList{QStringLiteral("seen ") + chat, QStringLiteral("typing ") + chat,
                                                QStringLiteral("quiet ") + chat,
                                                QStringLiteral("react ") + chat + QLatin1Char(' ') + heart,
                                                QStringLiteral("edit ") + chat}));
    }

    void refusesWhatWahaRefuses_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& body, int status, const char* method = "sendText") {
            QTest::newRow(name) << QString::fromLatin1(method) << body << status;
        };
        const QByteArray to = R"("session":"clinic","chatId":"972540001122@c.us")";
        row("good", "{" + to + R"(,"text":"x"})", 201);
        row("good reply", "{" + to + R"(,"text":"x","reply_to":"false_972540001122@c.us_3EB0A1B2C3"})", 201);
        row("no session", R"({"chatId":"972540001122@c.us","text":"x"})", 400);
        row("unknown session", R"({"session":"sales","chatId":"972540001122@c.us","text":"x"})", 404);
        row("no chat", R"({"session":"clinic","text":"x"})", 400);
        row("bare number", R"({"session":"clinic","chatId":"972540001122","text":"x"})", 400);
        row("number with plus", R"({"session":"clinic","chatId":"+972540001122@c.us","text":"x"})", 400);
        row("inner form", R"({"session":"clinic","chatId":"972540001122@s.whatsapp.net","text":"x"})", 400);
        row("group", R"({"session":"clinic","chatId":"120363040506070809@g.us","text":"x"})", 400);
        row("no text", "{" + to + "}", 400);
        row("empty text", "{" + to + R"(,"text":" "})", 400);
        row("text of another type", "{" + to + R"(,"text":7})", 400);
        row("long text", "{" + to + ",\"text\":\"" + QByteArray(65'537, 'x') + "\"}", 400);
        row("reply to a bare id", "{" + to + R"(,"text":"x","reply_to":"3EB0A1B2C3"})", 400);
        row("reply in another chat", "{" + to + R"(,"text":"x","reply_to":"false_972540009999@c.us_3EB0A1B2C3"})", 400);
        row("unknown member", "{" + to + R"(,"text":"x","buttons":[]})", 400);
        row("no object", "[]", 400);
        row("no JSON", "{", 400);
        row("good seen", "{" + to + "}", 201, "sendSeen");
        row("seen of a bare id", "{" + to + R"(,"messageIds":["3EB0A1B2C3"]})", 400, "sendSeen");
        row("good typing", "{" + to + "}", 201, "startTyping");
        row("typing with text", "{" + to + R"(,"text":"x"})", 400, "startTyping");
        row("no such method", "{" + to + "}", 404, "sendButtons");
        const auto file = [&](const QByteArray& type, const QByteArray& more = {}, const QByteArray& data = "YWJj") {
            return QByteArray(R"({TO,"file":{"mimetype":"TYPE","filename":"a","data":"DATA"}MORE})")
                .replace("TO", to)
                .replace("TYPE", type)
                .replace("DATA", data)
                .replace("MORE", more);
        };
        row("good image", file("image/jpeg", R"(,"caption":"x")"), 201, "sendImage");
        row("image of another type", file("image/webp"), 400, "sendImage");
        row("image with a prefix", file("image/png", {}, "data:image/png;base64,YWJj"), 400, "sendImage");
        row("empty image", file("image/png", {}, ""), 400, "sendImage");
        row("image without a file", "{" + to + "}", 400, "sendImage");
        row("good voice", file("audio/ogg; codecs=opus", R"(,"convert":false)", support::opusBytes().toBase64()), 201,
            "sendVoice");
        row("voice that is no Opus", file("audio/ogg; codecs=opus", R"(,"convert":false)"), 400, "sendVoice");
        row("voice to be converted", file("audio/mpeg", R"(,"convert":true)"), 201, "sendVoice");
        row("voice of another type", file("audio/mpeg", R"(,"convert":false)"), 400, "sendVoice");
        row("voice with words", file("audio/ogg; codecs=opus", R"(,"caption":"x")"), 400, "sendVoice");
        row("good document", file("application/pdf", R"(,"caption":"x")"), 201, "sendFile");
        row("document without a type", file(""), 400, "sendFile");
        row("good place", "{" + to + R"(,"latitude":32.1,"longitude":34.8,"title":"x"})", 201, "sendLocation");
        row("place in words", "{" + to + R"(,"latitude":"32.1","longitude":34.8,"title":"x"})", 400, "sendLocation");
        row("place beyond the globe", "{" + to + R"(,"latitude":91,"longitude":34.8,"title":"x"})", 400,
            "sendLocation");
    }
    void refusesWhatWahaRefuses()
    {
        QFETCH(QString, method);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto waha = doubleOf(WahaEngine::WebJs);
        QCOMPARE(post(*waha, method, body), status);
        const bool isMessage = method.startsWith(QLatin1String("send")) && method != QLatin1String("sendSeen");
        QCOMPARE(waha->sent().size(), status == 201 && isMessage ? 1U : 0U);
    }

    void checksTheCallItself()
    {
        const auto waha = doubleOf(WahaEngine::WebJs);
        const QString method = QStringLiteral("sendText");
        const QByteArray body = R"({"session":"clinic","chatId":"972540001122@c.us","text":"x"})";
        QCOMPARE(post(*waha, method, body, ""), 401);
        QCOMPARE(post(*waha, method, body, "other"), 401);
        QCOMPARE(post(*waha, method, body, "key-of-the-double", "text/plain"), 400);
        QCOMPARE(post(*waha, method, "{", "other"), 401);
        waha->setStatus(QStringLiteral("SCAN_QR_CODE"));
        QCOMPARE(post(*waha, method, body), 422);
        QVERIFY(waha->sent().empty());
    }

    void failsAsTold()
    {
        const auto waha = doubleOf(WahaEngine::Gows);
        auto channel = channelOn(*waha, 300ms);
        const auto message = outgoing(QStringLiteral("x"));
        waha->setStatus(QStringLiteral("FAILED"));
        const auto down = base::await(channel.send(message));
        QCOMPARE(down.error().code, ErrorCode::Unavailable);
        QCOMPARE(down.error().key, QStringLiteral("channel.wahaFailed"));
        waha->setStatus(QStringLiteral("WORKING"));
        Fault engine = WahaDouble::wahaFault(500);
        engine.takesEffect = true;
        waha->failNext(1, engine);
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::Timeout);
        QCOMPARE(waha->sent().size(), std::size_t(1));
        Fault silent;
        silent.silent = true;
        waha->failNext(1, silent);
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::Timeout);
        QCOMPARE(waha->sent().size(), std::size_t(2));
        QVERIFY(base::await(channel.send(message)));
        QCOMPARE(waha->sent().size(), std::size_t(3));
    }

    void itsEventsAreSignedAndUnderstood_data() { addEngines(); }
    void itsEventsAreSignedAndUnderstood()
    {
        QFETCH(WahaEngine, engine);
        const auto waha = doubleOf(engine);
        auto channel = channelOn(*waha);
        const auto receipt = base::await(channel.send(outgoing(QStringLiteral("x"))));
        QVERIFY(receipt);
        const auto bodies = waha->sentDeliveries();
        QCOMPARE(bodies.size(), std::size_t(4));
        QVERIFY(waha->sentDeliveries().empty());
        // Our own send, come back: nobody of the clinic typed it.
        QVERIFY(std::holds_alternative<domain::Ignored>(channel.parse(bodies[0]).value().at(0)));
        const std::array states{domain::DeliveryState::Sent, domain::DeliveryState::Delivered,
                                domain::DeliveryState::Read};
        for (std::size_t i = 0; i < states.size(); ++i) {
            const auto report = std::get<domain::DeliveryReported>(channel.parse(bodies[i + 1]).value().at(0));
            QCOMPARE(report.state, states[i]);
            QCOMPARE(report.providerId, receipt->providerId);
            QCOMPARE(report.account, waha->setup().session);
        }
        const QUrl url(QStringLiteral("http://127.0.0.1/api/waha/webhook"));
        const auto check = [&](WahaDouble::Signature signature) {
            const auto request = waha->delivery(url, bodies[1], signature);
            return channels::waha::checkSignature(http::header(request.headers, "X-Webhook-Hmac"),
                                                  http::header(request.headers, "X-Webhook-Hmac-Algorithm"),
                                                  request.body, waha->setup().hmacKey)
                .has_value();
        };
        QVERIFY(check(WahaDouble::Signature::Right));
        QVERIFY(!check(WahaDouble::Signature::Wrong));
        QVERIFY(!check(WahaDouble::Signature::None));
    }

    void payloadsAreUnderstood_data() { addEngines(); }
    void payloadsAreUnderstood()
    {
        QFETCH(WahaEngine, engine);
        const auto waha = doubleOf(engine);
        const auto channel = channelOn(*waha);
        const auto& payloads = waha->payloads();
        const WahaPayloads::From from{chat, QStringLiteral("Dana"), QStringLiteral("3EB0A1B2C3"), start};
        const QString word = QStringLiteral("x");
        const QString other = QStringLiteral("3EB0F1F1F1");
        const auto first = [&](const QByteArray& body) { return channel.parse(body).value().at(0); };
        const auto text = std::get<domain::MessageReceived>(first(payloads.text(from, word, other)));
        QCOMPARE(text.text, word);
        QCOMPARE(text.quotedProviderId, other);
        QCOMPARE(text.providerId, from.id);
        QCOMPARE(text.sender.displayName, from.name);
        QCOMPARE(text.sentAt, start);
        const auto voice = std::get<domain::MessageReceived>(first(payloads.voice(from)));
        QCOMPARE(voice.kind, domain::MessageKind::Audio);
        QVERIFY(voice.voice);
        QCOMPARE(voice.mediaId, QStringLiteral("/api/files/clinic/3EB0A1B2C3.oga#false_972540001122@c.us_3EB0A1B2C3"));
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.image(from, word))).text, word);
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.location(from, 32.0853, 34.7818))).kind,
                 domain::MessageKind::Location);
        QVERIFY(std::get<domain::MessageReceived>(first(payloads.contact(from, word, QStringLiteral("03-5550111"))))
                    .text.endsWith(QStringLiteral("03-5550111")));
        QCOMPARE(std::get<domain::ReactionChanged>(first(payloads.reaction(from, other, word))).providerId, other);
        QCOMPARE(std::get<domain::MessageEdited>(first(payloads.edit(from, other, word))).providerId, other);
        QCOMPARE(std::get<domain::MessageDeleted>(first(payloads.revoke(from, other))).providerId, other);
        QCOMPARE(std::get<domain::EchoReceived>(first(payloads.own(from, word, false))).patient.address.user, chat);
        QVERIFY(channel.accountState(payloads.sessionStatus(QStringLiteral("FAILED"), start)));
    }
};

QTEST_GUILESS_MAIN(TestWahaDouble)
#include "test_wahadouble.moc"
