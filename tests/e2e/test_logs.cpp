// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "base/json.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/telegramdouble.h"
#include "simulation/doubles/wahadouble.h"

#include <QFile>
#include <QTest>

using namespace delpek;
using test::Daemon;
using test::eventually;

/// The log of the running program: one JSON object a line, one correlation id a road, and nobody's words or keys.
class TestLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_graph = std::move(simulation::GraphDouble::start({}, m_clock).value());
        m_telegram = std::move(simulation::TelegramDouble::start({}, m_clock).value());
        m_waha = std::move(simulation::WahaDouble::start({}, m_clock).value());
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        daemon.useTelegram(*m_telegram);
        daemon.useWaha(*m_waha);
        daemon.set(QStringLiteral("log.file"), daemon.folder() + QStringLiteral("/delpek.log"));
        daemon.set(QStringLiteral("log.level"), QStringLiteral("debug"));
        QVERIFY(daemon.start());

        // What goes wrong is where words and keys leak.
        m_graph->failNext(1, simulation::GraphDouble::graphFault(131000, 500));
        const QByteArray body = m_graph->payloads().text(
            {QStringLiteral("972541230077"), m_name, QStringLiteral("wamid.L1"), m_clock.now()}, m_words);
        QCOMPARE(daemon.post("/api/whatsapp/webhook", body, "X-Hub-Signature-256: sha256=00\r\n").status, 401);
        QCOMPARE(daemon.deliver(*m_graph, body).status, 200);
        m_waha->failNext(1, simulation::WahaDouble::wahaFault(503));
        const QByteArray event = m_waha->payloads().text(
            {QStringLiteral("972541230077@c.us"), m_name, QStringLiteral("3EB0AA01"), m_clock.now()}, m_words);
        QCOMPARE(daemon.post("/api/waha/webhook", event, "X-Webhook-Hmac: 00\r\n").status, 401);
        QCOMPARE(daemon.deliver(*m_waha, event).status, 200);
        QCOMPARE(daemon.deliver(*m_waha, "{\"event\": \"" + m_words.toUtf8() + "\"}").status, 200);
        QCOMPARE(daemon.deliver(*m_graph, "{\"object\": \"" + m_words.toUtf8() + "\"}").status, 200);
        m_telegram->failNext(1, simulation::TelegramDouble::botFault(500, QStringLiteral("Internal Server Error")));
        m_telegram->deliver(
            simulation::telegram::textUpdate({8840055001122, m_name, 1, m_clock.now(), QStringLiteral("en")}, m_words));
        QVERIFY(eventually(
            [&] { return !m_graph->sent().empty() && !m_telegram->sent().empty() && !m_waha->sent().empty(); }));
        for (const auto& status : m_graph->statusDeliveries()) {
            QCOMPARE(daemon.deliver(*m_graph, status).status, 200);
        }
        QVERIFY(eventually([&] {
            return daemon.value(QStringLiteral("SELECT count(*) FROM message WHERE delivery = 'read'")).toInt() > 0;
        }));
        // The message ends the poll that waits; the next one, and our answer, are refused.
        m_telegram->revokeToken();
        m_telegram->deliver(
            simulation::telegram::textUpdate({8840055001122, m_name, 2, m_clock.now(), QStringLiteral("en")}, m_words));
        QVERIFY(eventually([&] { return read(daemon).contains("Telegram cannot be received"); }));
        m_correlation =
            daemon.value(QStringLiteral("SELECT correlation FROM inbox WHERE channel = 'whatsapp' ORDER BY id"))
                .toString();
        QCOMPARE(daemon.terminate(), 0);
        m_log = read(daemon);
        QVERIFY(!m_log.isEmpty());
        // Nothing but the address goes beside the file.
        QVERIFY2(daemon.errors().isEmpty(), daemon.errors().constData());
    }

    void everyLineIsOneObject()
    {
        QVERIFY(m_log.endsWith('\n'));
        for (const QByteArray& line : m_log.split('\n')) {
            if (line.isEmpty()) {
                continue;
            }
            const auto json = base::parseJson(line);
            QVERIFY2(json && json->is_object(), line.constData());
            QCOMPARE(json->size(), size_t(5));
            for (const char* key : {"time", "level", "category", "correlation", "message"}) {
                QVERIFY2(base::at(*json, key).is_string(), line.constData());
            }
            QVERIFY(QDateTime::fromString(base::textAt(*json, "time"), Qt::ISODateWithMs).isValid());
            QVERIFY(!base::textAt(*json, "message").isEmpty());
        }
    }

    void aDeliveryCanBeFollowed()
    {
        QVERIFY(!m_correlation.isEmpty());
        QStringList road;
        for (const QByteArray& line : m_log.split('\n')) {
            const auto json = base::parseJson(line);
            if (json && base::textAt(*json, "correlation") == m_correlation) {
                road.append(base::textAt(*json, "message"));
            }
        }
        qsizetype at = 0;
        for (const char* step : {"delivery kept", "taken in", "turn of conversation", "send of outbox", "sent outbox",
                                 "outcome of outbox"}) {
            while (at < road.size() && !road[at].contains(QLatin1String(step))) {
                ++at;
            }
            QVERIFY2(at < road.size(), qUtf8Printable(QLatin1String(step) + QStringLiteral(" is missing in: ") +
                                                      road.join(QStringLiteral(" | "))));
        }
    }

    void nothingLeaks_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("access token") << QString::fromUtf8(m_graph->setup().token);
        QTest::newRow("app secret") << QString::fromUtf8(m_graph->setup().appSecret);
        QTest::newRow("WAHA's key") << QString::fromUtf8(m_waha->setup().apiKey);
        QTest::newRow("WAHA's HMAC key") << QString::fromUtf8(m_waha->setup().hmacKey);
        QTest::newRow("bot token") << m_telegram->token();
        QTest::newRow("bot token's secret part") << m_telegram->token().section(QLatin1Char(':'), 1);
        QTest::newRow("webhook secret") << QStringLiteral("word-of-the-webhook");
        QTest::newRow("verify token") << QStringLiteral("verify-me");
        QTest::newRow("the patient's words") << QStringLiteral("zanzibar");
        QTest::newRow("the patient's name") << QStringLiteral("Katzenelson");
        QTest::newRow("the phone") << QStringLiteral("541230077");
        QTest::newRow("the chat") << QStringLiteral("8840055001122");
    }

    void nothingLeaks()
    {
        QFETCH(QString, word);
        for (const QByteArray& line : m_log.split('\n')) {
            const auto json = base::parseJson(line);
            if (json) {
                QVERIFY2(!base::textAt(*json, "message").contains(word, Qt::CaseInsensitive), line.constData());
            }
        }
    }

private:
    static QByteArray read(const Daemon& daemon)
    {
        QFile file(daemon.folder() + QStringLiteral("/delpek.log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const QString m_words = QStringLiteral("zanzibar zanzibar, how much is a teeth cleaning?");
    const QString m_name = QStringLiteral("Zipora Katzenelson");
    base::SystemClock m_clock;
    std::unique_ptr<simulation::GraphDouble> m_graph;
    std::unique_ptr<simulation::TelegramDouble> m_telegram;
    std::unique_ptr<simulation::WahaDouble> m_waha;
    QByteArray m_log;
    QString m_correlation;
};

QTEST_GUILESS_MAIN(TestLogs)
#include "test_logs.moc"
