// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/telegramdouble.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace delpek;
using simulation::GraphDouble;
using simulation::TelegramDouble;
using test::Daemon;
using test::eventually;

namespace
{

const QString phone = QStringLiteral("972541230001");

} // namespace

/// What a clinic relies on, seen from outside of the process: deliveries, replies, refusals, ends and starts.
class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_graph = std::move(GraphDouble::start({}, m_clock).value());
        m_telegram = std::move(TelegramDouble::start({}, m_clock).value());
    }

    void answersOnWhatsApp_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("price, Hebrew") << QStringLiteral("שלום, כמה עולה ניקוי אבנית?") << QStringLiteral("320");
        QTest::newRow("price, English") << QStringLiteral("Hi, how much is a teeth cleaning?") << QStringLiteral("320");
        QTest::newRow("hours, Hebrew") << QStringLiteral("מה שעות הפתיחה שלכם?") << QStringLiteral("8:00.*19:00");
        QTest::newRow("hours, English") << QStringLiteral("What are your opening hours?")
                                        << QStringLiteral("8:00.*19:00");
    }

    void answersOnWhatsApp()
    {
        QFETCH(QString, question);
        QFETCH(QString, pattern);
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        QVERIFY(daemon.start());

        QCOMPARE(daemon.deliver(*m_graph, text(question)).status, 200);

        QVERIFY(eventually([&] { return !m_graph->sent().empty(); }));
        const auto reply = m_graph->sent().front();
        QVERIFY2(reply.text.contains(QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption)),
                 qUtf8Printable(reply.text));
        QVERIFY(reply.to.contains(phone));
        QVERIFY(!reply.reference.isEmpty());
        QCOMPARE(daemon.terminate(), 0);
    }

    void answersOnTelegramByPolling()
    {
        Daemon daemon;
        daemon.useTelegram(*m_telegram);
        QVERIFY(daemon.start());
        m_telegram->deliver(telegramText(QStringLiteral("How much is a teeth cleaning?")));
        QVERIFY(eventually([&] { return !m_telegram->sent().empty(); }));
        QVERIFY(m_telegram->sent().front().text.contains(QStringLiteral("320")));
        QVERIFY(eventually([&] { return m_telegram->pending() == 0; }));

        // What came while nobody polled is there after the next start, and nothing is answered again.
        QCOMPARE(daemon.terminate(), 0);
        const auto before = m_telegram->sent().size();
        m_telegram->deliver(telegramText(QStringLiteral("What are your opening hours?")));
        QVERIFY(daemon.start());
        QVERIFY(eventually([&] { return m_telegram->sent().size() > before; }));
        QVERIFY(m_telegram->sent().back().text.contains(QStringLiteral("19:00")));
        QCOMPARE(m_telegram->sent().size(), before + 1);
        QCOMPARE(daemon.terminate(), 0);
        // The menu is set at the first start only.
        QCOMPARE(m_telegram->commandCalls(), 2);
    }

    void answersOnTelegramByWebhook()
    {
        Daemon daemon;
        daemon.useTelegram(*m_telegram, true);
        daemon.set(QStringLiteral("listen.public-url"), QStringLiteral("https://chat.clinic.example"));
        QVERIFY(daemon.start());
        const QString address = QStringLiteral("https://chat.clinic.example/api/telegram/webhook");
        QVERIFY(eventually([&] { return m_telegram->webhook() == address; }));
        m_telegram->deliver(telegramText(QStringLiteral("How much is a teeth cleaning?")));
        const auto post = m_telegram->webhookPosts().at(0);
        const QByteArray& body = post.body;

        QCOMPARE(daemon.post("/api/telegram/webhook", body).status, 401);
        const auto wrong = daemon.post("/api/telegram/webhook", body, "X-Telegram-Bot-Api-Secret-Token: guessed\r\n");
        QVERIFY(wrong.status == 401 || wrong.status == 403);
        QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM inbox")).toInt(), 0);

        const QByteArray secret = "X-Telegram-Bot-Api-Secret-Token";
        const auto taken =
            daemon.post("/api/telegram/webhook", body, secret + ": " + http::header(post.headers, secret) + "\r\n");
        QCOMPARE(taken.status, 200);
        m_telegram->webhookAnswered(post, taken.status, taken.body);
        QCOMPARE(m_telegram->pending(), 0);
        QVERIFY(eventually([&] { return !m_telegram->sent().empty(); }));
        QVERIFY(m_telegram->sent().front().text.contains(QStringLiteral("320")));
        QCOMPARE(daemon.terminate(), 0);
    }

    void answersARepeatedDeliveryOnce()
    {
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        QVERIFY(daemon.start());
        const auto first = text(QStringLiteral("How much is a teeth cleaning?"));
        QCOMPARE(daemon.deliver(*m_graph, first).status, 200);
        QVERIFY(eventually([&] { return m_graph->sent().size() == 1; }));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(daemon.deliver(*m_graph, first).status, 200);
        }
        // The later message is answered after whatever the repetitions would have caused.
        QCOMPARE(daemon.deliver(*m_graph, text(QStringLiteral("What are your opening hours?"))).status, 200);
        QVERIFY(eventually([&] {
            const auto sent = m_graph->sent();
            return std::any_of(sent.begin(), sent.end(),
                               [](const auto& one) { return one.text.contains(QStringLiteral("19:00")); });
        }));
        QCOMPARE(daemon.terminate(), 0);
        QCOMPARE(m_graph->sent().size(), size_t(2));
        QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM inbox")).toInt(), 2);
    }

    void refusesWhatIsNotSigned_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("empty") << QByteArray("X-Hub-Signature-256: \r\n");
        QTest::newRow("other key") << QByteArray("X-Hub-Signature-256: sha256=") + QByteArray(64, 'a') + "\r\n";
        QTest::newRow("no prefix") << QByteArray("X-Hub-Signature-256: ") + QByteArray(64, 'a') + "\r\n";
        QTest::newRow("old kind") << QByteArray("X-Hub-Signature: sha1=") + QByteArray(40, 'a') + "\r\n";
    }

    void refusesWhatIsNotSigned()
    {
        QFETCH(QByteArray, header);
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        QVERIFY(daemon.start());
        const auto reply =
            daemon.post("/api/whatsapp/webhook", text(QStringLiteral("How much is a cleaning?")), header);
        QVERIFY2(reply.status == 401 || reply.status == 403, QByteArray::number(reply.status).constData());
        QCOMPARE(daemon.terminate(), 0);
        for (const char* table : {"inbox", "conversation", "message", "outbox", "person"}) {
            QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))).toInt(), 0);
        }
        QVERIFY(m_graph->sent().empty());
    }

    void followsDeliveryStates()
    {
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        QVERIFY(daemon.start());
        QCOMPARE(daemon.deliver(*m_graph, text(QStringLiteral("How much is a teeth cleaning?"))).status, 200);
        const QString state = QStringLiteral("SELECT delivery FROM message WHERE author <> 'patient'");
        QVERIFY(eventually([&] { return daemon.value(state) == QStringLiteral("sent"); }));
        const auto statuses = m_graph->statusDeliveries();
        QCOMPARE(statuses.size(), size_t(3));
        QCOMPARE(daemon.deliver(*m_graph, statuses[2]).status, 200);
        QVERIFY(eventually([&] { return daemon.value(state) == QStringLiteral("read"); }));
        // Late news moves nothing back.
        QCOMPARE(daemon.deliver(*m_graph, statuses[0]).status, 200);
        QCOMPARE(daemon.deliver(*m_graph, statuses[1]).status, 200);
        QVERIFY(eventually(
            [&] { return daemon.value(QStringLiteral("SELECT count(*) FROM inbox WHERE state = 'done'")) == 4; }));
        QCOMPARE(daemon.value(state).toString(), QStringLiteral("read"));
        QCOMPARE(daemon.terminate(), 0);
    }

    void shakesHands()
    {
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        QVERIFY(daemon.start());
        const QByteArray path = "/api/whatsapp/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        const auto right = daemon.get(path + "verify-me");
        QCOMPARE(right.status, 200);
        QCOMPARE(right.body, QByteArray("1158201444"));
        for (const QByteArray& token : {QByteArray("verify-m"), QByteArray("verify-me2"), QByteArray()}) {
            const auto wrong = daemon.get(path + token);
            QVERIFY(wrong.status == 401 || wrong.status == 403);
            QVERIFY(!wrong.body.contains("1158201444"));
        }
        QCOMPARE(daemon.terminate(), 0);
    }

    void tellsHealthAndVersion()
    {
        Daemon daemon;
        QVERIFY(daemon.start());
        const auto health = daemon.get("/health");
        QCOMPARE(health.status, 200);
        QCOMPARE(base::textAt(base::parseJson(health.body).value(), "status"), QStringLiteral("ok"));
        const auto version = daemon.get("/api/version");
        QCOMPARE(version.status, 200);
        const QString number = base::textAt(base::parseJson(version.body).value(), "version");
        QVERIFY2(number.contains(QRegularExpression(QStringLiteral("^\\d+\\.\\d+\\.\\d+"))), qUtf8Printable(number));
        QCOMPARE(daemon.get("/nothing").status, 404);
        // A channel that is off has no door.
        QCOMPARE(daemon.post("/api/whatsapp/webhook", "{}").status, 404);
        QCOMPARE(daemon.terminate(), 0);
    }

    void takesUpWhatWasLeft()
    {
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        daemon.set(QStringLiteral("agent.quiet-window"), QStringLiteral("60s"));
        QVERIFY(daemon.start());
        QCOMPARE(daemon.deliver(*m_graph, text(QStringLiteral("How much is a teeth cleaning?"))).status, 200);
        QVERIFY(eventually([&] { return daemon.value(QStringLiteral("SELECT count(*) FROM message")) == 1; }));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(daemon.terminate(), 0);
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(m_graph->sent().empty());

        daemon.set(QStringLiteral("agent.quiet-window"), QStringLiteral("50ms"));
        QVERIFY(daemon.start());
        QVERIFY(eventually([&] { return !m_graph->sent().empty(); }));
        QVERIFY(m_graph->sent().front().text.contains(QStringLiteral("320")));
        QCOMPARE(daemon.terminate(), 0);
        QCOMPARE(m_graph->sent().size(), size_t(1));
    }

    void endsWhileASendHasNoAnswer()
    {
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        QVERIFY(daemon.start());
        simulation::Fault silence;
        silence.silent = true;
        m_graph->failNext(1, silence);
        QCOMPARE(daemon.deliver(*m_graph, text(QStringLiteral("How much is a teeth cleaning?"))).status, 200);
        QVERIFY(eventually([&] { return !m_graph->sent().empty(); }));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(daemon.terminate(), 0);
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());

        // The provider has the message: only its word settles what became of it.
        QVERIFY(daemon.start());
        const QString state = QStringLiteral("SELECT delivery FROM message WHERE author <> 'patient'");
        QVERIFY(eventually([&] { return daemon.value(state) == QStringLiteral("unknown"); }));
        QCOMPARE(daemon.deliver(*m_graph, m_graph->statusDeliveries().at(1)).status, 200);
        QVERIFY(eventually([&] { return daemon.value(state) == QStringLiteral("delivered"); }));
        QCOMPARE(daemon.terminate(), 0);
        QCOMPARE(m_graph->sent().size(), size_t(1));
    }

    void refusesASecondProcessOnTheStore()
    {
        Daemon first;
        QVERIFY(first.start());
        Daemon second;
        second.set(QStringLiteral("store.location"), QStringLiteral("sqlite:") + first.databaseFile());
        const int code = second.runToItsEnd();
        QCOMPARE(code, 1);
        QVERIFY2(second.errors().contains("the database is in use by another running Delpek; close it there first"),
                 second.errors().constData());
        QCOMPARE(first.get("/health").status, 200);
        QCOMPARE(first.terminate(), 0);
    }

private:
    QByteArray text(const QString& words)
    {
        return m_graph->payloads().text(
            {phone, QStringLiteral("Tamar"), QStringLiteral("wamid.P%1").arg(++m_number), m_clock.now()}, words);
    }

    base::Json telegramText(const QString& words)
    {
        return simulation::telegram::textUpdate(
            {5550001, QStringLiteral("Tamar"), ++m_number, m_clock.now(), QStringLiteral("en")}, words);
    }

    base::SystemClock m_clock;
    std::unique_ptr<GraphDouble> m_graph;
    std::unique_ptr<TelegramDouble> m_telegram;
    qint64 m_number = 0;
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "test_delivery.moc"
