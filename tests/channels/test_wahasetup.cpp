// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/waha/setup.h"
#include "http/networkclient.h"
#include "simulation/doubles/wahadouble.h"

#include <QTest>

using namespace delpek;
using namespace delpek::channels::waha;
using base::Json;
using simulation::WahaDouble;

/// A session that is not there is made, one that is there is left as it is but for our webhook.
class TestWahaSetup : public QObject
{
    Q_OBJECT

    base::VirtualClock m_clock{base::fromMillis(1'767'225'600'000)};
    http::NetworkClient m_client;
    std::unique_ptr<WahaDouble> m_waha;
    const WebhookWish m_wish{QUrl(QStringLiteral("http://192.0.2.7:8787/api/waha/webhook")),
                             QStringLiteral("word-of-the-webhook")};

    Line line(const char* key = "key-of-the-double")
    {
        return {{m_waha->url(), m_waha->setup().session}, QString::fromLatin1(key), &m_client};
    }
    QString status(const WebhookWish& wish)
    {
        return base::await(prepareSession(line(), wish)).value_or(QStringLiteral("an error"));
    }
    void begin(bool hasSession)
    {
        WahaDouble::Setup setup;
        setup.hasSession = hasSession;
        m_waha = WahaDouble::start(setup, m_clock).value();
    }

private Q_SLOTS:
    void makesTheSession()
    {
        begin(false);
        QCOMPARE(status(m_wish), QStringLiteral("SCAN_QR_CODE"));
        QCOMPARE(m_waha->config()["webhooks"].size(), std::size_t(1));
        QVERIFY(m_waha->config()["webhooks"][0]["url"] == "http://192.0.2.7:8787/api/waha/webhook");
        QVERIFY(m_waha->config()["webhooks"][0]["hmac"]["key"] == "word-of-the-webhook");
        QCOMPARE(base::await(pairingCode(line())).value(), QStringLiteral("2@code-of-the-double"));
        QCOMPARE(status(m_wish), QStringLiteral("SCAN_QR_CODE"));
        m_waha->scanCode();
        QCOMPARE(status(m_wish), QStringLiteral("WORKING"));
        const auto code = base::await(pairingCode(line()));
        QCOMPARE(code.error().code, ErrorCode::Unavailable);
    }

    void withoutAnAddressThereIsNoWebhook()
    {
        begin(false);
        QCOMPARE(status({}), QStringLiteral("SCAN_QR_CODE"));
        QVERIFY(!m_waha->config().contains("webhooks"));
        begin(true);
        QCOMPARE(status({}), QStringLiteral("WORKING"));
        QVERIFY(m_waha->config()["webhooks"].empty());
    }

    void startsWhatIsStopped()
    {
        begin(true);
        m_waha->setStatus(QStringLiteral("STOPPED"));
        QCOMPARE(status({}), QStringLiteral("WORKING"));
    }

    void aLookMakesNoSession()
    {
        begin(false);
        QCOMPARE(base::await(wakeSession(line())).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(wakeSession(line())).error().code, ErrorCode::NotFound);
        QCOMPARE(status(m_wish), QStringLiteral("SCAN_QR_CODE"));
    }

    void setsItsWebhookAndLeavesOthers()
    {
        begin(true);
        const Json other{{"url", "https://other.example/hook"}, {"events", {"*"}}};
        m_waha->setWebhooks(
            Json::array({other, {{"url", "http://10.0.0.9:1/api/waha/webhook"}, {"events", {"message"}}}}));
        QCOMPARE(status(m_wish), QStringLiteral("WORKING"));
        const Json webhooks = m_waha->config()["webhooks"];
        QCOMPARE(webhooks.size(), std::size_t(2));
        QVERIFY(webhooks[0] == other);
        QVERIFY(webhooks[1] == webhookOf(m_wish));
    }

    void aWrongKeyIsToldOf()
    {
        begin(false);
        QCOMPARE(base::await(prepareSession(line("other"), m_wish)).error().code, ErrorCode::Unauthorised);
        QCOMPARE(base::await(pairingCode(line("other"))).error().code, ErrorCode::Unauthorised);
        const auto none = base::await(prepareSession(line(""), m_wish));
        QVERIFY2(none.error().code == ErrorCode::Unauthorised, qPrintable(base::describe(none.error())));
    }

    /// A session restarts when its settings change: the same again changes nothing.
    void whatIsThereStays_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("same");
        QTest::newRow("the same") << QByteArray("events") << base::toBytes(webhookOf(m_wish)["events"]) << true;
        QTest::newRow("stars for the key") << QByteArray("hmac") << QByteArray(R"({"key":"****"})") << true;
        QTest::newRow("what WAHA adds") << QByteArray("customHeaders") << QByteArray("null") << true;
        QTest::newRow("another key") << QByteArray("hmac") << QByteArray(R"({"key":"other"})") << false;
        QTest::newRow("no key") << QByteArray("hmac") << QByteArray("null") << false;
        QTest::newRow("another address") << QByteArray("url") << QByteArray("\"http://h:1/api/waha/webhook\"") << false;
        QTest::newRow("fewer events") << QByteArray("events") << QByteArray(R"(["message.any"])") << false;
    }
    void whatIsThereStays()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(bool, same);
        Json webhook = webhookOf(m_wish);
        webhook[member.toStdString()] = base::parseJson(value).value();
        const Json config{{"debug", true}, {"webhooks", Json::array({webhook})}};
        const auto changed = withWebhook(config, m_wish);
        QCOMPARE(!changed.has_value(), same);
        if (changed) {
            QVERIFY((*changed)["debug"] == true);
            QVERIFY((*changed)["webhooks"] == Json::array({webhookOf(m_wish)}));
        }
        const Json twice{{"webhooks", Json::array({webhookOf(m_wish), webhookOf(m_wish)})}};
        QCOMPARE(withWebhook(twice, m_wish).value()["webhooks"].size(), std::size_t(1));
    }

    void theDoubleRefuses_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char* tag, const char* verb, const char* path, const char* body, int status) {
            QTest::newRow(tag) << QByteArray(verb) << QByteArray(path) << QByteArray(body) << status;
        };
        row("there already", "POST", "", R"({"name":"clinic"})", 422);
        row("unknown member", "POST", "", R"({"name":"clinic","begin":true})", 400);
        row("settings that are none", "PUT", "/clinic", R"({"start":true})", 400);
        row("unknown setting", "PUT", "/clinic", R"({"config":{"webhook":[]}})", 400);
        row("no address", "PUT", "/clinic", R"({"config":{"webhooks":[{"url":"clinic","events":["*"]}]}})", 400);
        row("no events", "PUT", "/clinic", R"({"config":{"webhooks":[{"url":"ADDRESS","events":[]}]}})", 400);
        row("unknown event", "PUT", "/clinic", R"({"config":{"webhooks":[{"url":"ADDRESS","events":["mail"]}]}})", 400);
        row("retries", "PUT", "/clinic",
            R"({"config":{"webhooks":[{"url":"ADDRESS","events":["*"],"retries":{"policy":"often"}}]}})", 400);
        row("key", "PUT", "/clinic", R"({"config":{"webhooks":[{"url":"ADDRESS","events":["*"],"hmac":{"key":7}}]}})",
            400);
        row("good", "PUT", "/clinic", R"({"config":{"webhooks":[{"url":"ADDRESS","events":["*"]}]}})", 200);
    }
    void theDoubleRefuses()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        begin(true);
        http::Request request;
        request.method = verb;
        request.url = QUrl(m_waha->url().toString() + QStringLiteral("/api/sessions") + QString::fromLatin1(path));
        request.headers = {{"X-Api-Key", "key-of-the-double"}, {"Content-Type", "application/json"}};
        request.body = body.replace("ADDRESS", "http://h/");
        QCOMPARE(base::await(m_client.send(request)).value().status, status);
    }
};

QTEST_GUILESS_MAIN(TestWahaSetup)
#include "test_wahasetup.moc"
