// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "simulation/doubles/wahadouble.h"

#include <QFile>
#include <QTest>

#include <future>

using namespace delpek;
using simulation::WahaDouble;
using simulation::WahaEngine;
using simulation::WahaPayloads;
using test::Daemon;
using test::eventually;

namespace
{

const QString chat = QStringLiteral("972541230001@c.us");
const QString price = QStringLiteral("How much is a teeth cleaning?");
const QString hours = QStringLiteral("What are your opening hours?");

} // namespace

/// A clinic whose WhatsApp is a linked phone, seen from outside of the process.
class TestWahaDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_waha = WahaDouble::start({}, m_clock).value();
        m_daemon = std::make_unique<Daemon>();
        m_daemon->useWaha(*m_waha);
    }

    void cleanup() { m_daemon.reset(); }

    void answersAndFollowsDeliveryStates_data()
    {
        QTest::addColumn<WahaEngine>("engine");
        QTest::newRow("WEBJS") << WahaEngine::WebJs;
        QTest::newRow("NOWEB") << WahaEngine::NoWeb;
        QTest::newRow("GOWS") << WahaEngine::Gows;
    }

    void answersAndFollowsDeliveryStates()
    {
        QFETCH(WahaEngine, engine);
        WahaDouble::Setup setup;
        setup.engine = engine;
        m_waha = WahaDouble::start(setup, m_clock).value();
        m_daemon->useWaha(*m_waha);
        QVERIFY(m_daemon->start());
        QCOMPARE(deliver(text(price)), 200);
        QVERIFY(eventually([&] { return !m_waha->sent().empty(); }));
        QVERIFY(m_waha->sent().front().text.contains(QStringLiteral("320")));
        QCOMPARE(m_waha->sent().front().to, chat);
        QVERIFY(eventually([&] { return ourState() == QStringLiteral("sent"); }));
        QCOMPARE(m_daemon->value(QStringLiteral("SELECT phone FROM conversation")).toString(),
                 QStringLiteral("+972541230001"));

        const auto events = m_waha->sentDeliveries();
        QCOMPARE(events.size(), size_t(4));
        // Read before delivered, and each twice: states only move forward.
        for (const size_t index : {0U, 3U, 1U, 2U, 3U, 0U}) {
            QCOMPARE(deliver(events[index]), 200);
        }
        QVERIFY(eventually([&] { return takenIn() == 5; }));
        QCOMPARE(ourState(), QStringLiteral("read"));
        // Our own send came back, and is nobody's at the clinic's phone.
        QCOMPARE(holder(), QStringLiteral("agent"));
        QCOMPARE(messages(), 2);
        QCOMPARE(m_daemon->terminate(), 0);
        QCOMPARE(m_waha->sent().size(), size_t(1));
    }

    /// A WAHA that knows nothing of the clinic: the program makes the session, a person links the phone.
    void makesItsSessionAtTheStart()
    {
        WahaDouble::Setup setup;
        setup.hasSession = false;
        m_waha = WahaDouble::start(setup, m_clock).value();
        m_daemon->useWaha(*m_waha);
        m_daemon->set(QStringLiteral("waha.callback-url"), QStringLiteral("http://192.0.2.7:8787"));
        QVERIFY(m_daemon->start());
        QVERIFY(eventually([&] { return m_waha->status() == QStringLiteral("SCAN_QR_CODE"); }));
        QCOMPARE(base::textAt(m_waha->config()["webhooks"][0], "url"),
                 QStringLiteral("http://192.0.2.7:8787/api/waha/webhook"));
        m_waha->scanCode();
        QCOMPARE(deliver(text(price)), 200);
        QVERIFY(eventually([&] { return !m_waha->sent().empty(); }));
    }

    void pairsThePhone()
    {
        WahaDouble::Setup setup;
        setup.hasSession = false;
        m_waha = WahaDouble::start(setup, m_clock).value();
        m_daemon->useWaha(*m_waha);
        const QString path = m_daemon->folder() + QStringLiteral("/code.svg");
        auto paired = std::async(std::launch::async, [&] {
            return m_daemon->command({QStringLiteral("waha"), QStringLiteral("pair"), QStringLiteral("--file"), path});
        });
        QVERIFY(eventually([&] { return QFile::exists(path); }));
        m_waha->scanCode();
        const auto result = paired.get();
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(result.output.contains("the phone is linked"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("<svg "));
        // With a phone linked there is nothing to scan.
        const auto again = m_daemon->command({QStringLiteral("waha"), QStringLiteral("pair")});
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(m_daemon->command({QStringLiteral("waha"), QStringLiteral("dance")}).exitCode, 2);
        m_waha->setStatus(QStringLiteral("FAILED"));
        QCOMPARE(m_daemon->command({QStringLiteral("waha"), QStringLiteral("pair")}).exitCode, 1);
    }

    void refusesWhatIsNotSigned_data()
    {
        QTest::addColumn<QByteArray>("header");
        const QByteArray name = "X-Webhook-Hmac: ";
        QTest::newRow("none") << QByteArray();
        QTest::newRow("empty") << name + "\r\n";
        QTest::newRow("other key") << name + QByteArray(128, 'a') + "\r\n";
        QTest::newRow("of another body") << name + m_other + "\r\n";
        QTest::newRow("Meta's") << QByteArray("X-Hub-Signature-256: sha256=") + QByteArray(64, 'a') + "\r\n";
    }

    void refusesWhatIsNotSigned()
    {
        QFETCH(QByteArray, header);
        QVERIFY(m_daemon->start());
        header.replace(m_other, m_waha->sign("{}"));
        QCOMPARE(m_daemon->post("/api/waha/webhook", text(price), header).status, 401);
        QCOMPARE(m_daemon->terminate(), 0);
        for (const char* table : {"inbox", "conversation", "message", "outbox", "person"}) {
            QCOMPARE(m_daemon->value(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))).toInt(), 0);
        }
        QVERIFY(m_waha->sent().empty());
    }

    /// WAHA sends an event again when it doubts, and one message in two kinds of events.
    void answersOnceWhatComesInManyWays()
    {
        QVERIFY(m_daemon->start());
        const WahaPayloads::From from{chat, QStringLiteral("Tamar"), QStringLiteral("3EB0AB01"), m_clock.now()};
        const auto& payloads = m_waha->payloads();
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(deliver(payloads.text(from, price)), 200);
            QCOMPARE(deliver(payloads.text(from, price, {}, "message.any")), 200);
        }
        QVERIFY(eventually([&] { return !m_waha->sent().empty(); }));
        QCOMPARE(deliver(text(hours)), 200);
        QVERIFY(eventually([&] { return m_waha->sent().size() == 2; }));
        QVERIFY(m_waha->sent().back().text.contains(QStringLiteral("19:00")));
        QCOMPARE(m_daemon->terminate(), 0);
        QCOMPARE(m_waha->sent().size(), size_t(2));
    }

    /// A linked phone can see that a message came before it can read it: both are seen, and neither is taken for the
    /// other's repetition.
    void whatIsDecryptedLaterIsNotLost()
    {
        QVERIFY(m_daemon->start());
        const WahaPayloads::From from{chat, QStringLiteral("Tamar"), QStringLiteral("3EB0AB02"), m_clock.now()};
        QCOMPARE(deliver(m_waha->payloads().text(from, {})), 200);
        QVERIFY(eventually([&] { return takenIn() == 1; }));
        QCOMPARE(deliver(m_waha->payloads().text(from, price)), 200);
        QVERIFY(eventually([&] { return takenIn() == 2; }));
        const auto kinds =
            m_daemon->query(QStringLiteral("SELECT kind FROM message WHERE author = 'patient' ORDER BY id"));
        QCOMPARE(kinds, (QList<QVariantList>{{QStringLiteral("unsupported")}, {QStringLiteral("text")}}));
        QCOMPARE(m_daemon->terminate(), 0);
    }

    /// WhatsApp shows a patient's number in one message and hides it in the next: it is one patient all the same.
    void aHiddenNumberIsTheSamePatient()
    {
        QVERIFY(m_daemon->start());
        const QString lid = QStringLiteral("203040506070809@lid");
        m_waha->addNumber(lid, chat);
        const auto from = [&](const QString& user, const char* id) {
            return WahaPayloads::From{user, QStringLiteral("Tamar"), QString::fromLatin1(id), m_clock.now()};
        };
        QCOMPARE(deliver(m_waha->payloads().text(from(lid, "3EB0AB01"), price)), 200);
        QVERIFY(eventually([&] { return m_waha->sent().size() == 1; }));
        QCOMPARE(m_waha->sent().front().to, chat);
        QCOMPARE(deliver(m_waha->payloads().text(from(chat, "3EB0AB02"), hours)), 200);
        QVERIFY(eventually([&] { return m_waha->sent().size() == 2; }));
        QCOMPARE(deliver(m_waha->payloads().text(from(lid, "3EB0AB03"), price)), 200);
        QVERIFY(eventually([&] { return m_waha->sent().size() == 3; }));
        QCOMPARE(m_daemon->terminate(), 0);
        QCOMPARE(m_daemon->value(QStringLiteral("SELECT count(*) FROM conversation")).toInt(), 1);
    }

    /// WAHA gives a file for three minutes: it lies at the clinic's door by then.
    void keepsWhatThePatientSent()
    {
        m_daemon->set(QStringLiteral("media.folder"), m_daemon->folder() + QStringLiteral("/files"));
        QVERIFY(m_daemon->start());
        const WahaPayloads::From from{chat, QStringLiteral("Tamar"), QStringLiteral("3EB0AB01"), m_clock.now()};
        const QByteArray picture("\xff\xd8\xff\xe0 a picture", 14);
        m_waha->addFile(QStringLiteral("3EB0AB01.jpg"), QStringLiteral("false_%1_3EB0AB01").arg(chat),
                        {picture, QStringLiteral("image/jpeg")});
        QCOMPARE(deliver(m_waha->payloads().image(from, QStringLiteral("my tooth"))), 200);
        const QString kept = QStringLiteral("SELECT media_size FROM attachment WHERE state = 'kept'");
        QVERIFY(eventually([&] { return m_daemon->value(kept).toLongLong() == picture.size(); }));
        QCOMPARE(m_daemon->terminate(), 0);
    }

    /// Whoever writes from the clinic's phone has the conversation; the agent stays silent in it and nowhere else.
    void aMessageFromTheClinicsPhoneTakesTheConversation()
    {
        QVERIFY(m_daemon->start());
        const WahaPayloads::From to{chat, {}, QStringLiteral("3A51E1E1"), m_clock.now()};
        QCOMPARE(deliver(m_waha->payloads().own(to, QStringLiteral("I will call you"), false)), 200);
        QVERIFY(eventually([&] { return holder() == QStringLiteral("staff"); }));
        QCOMPARE(deliver(text(price)), 200);
        // A later question of another patient is answered: the first one's turn, if there were any, would be over.
        const QString other = QStringLiteral("972541230002@c.us");
        QVERIFY(eventually([&] { return messages() == 2; }));
        QCOMPARE(deliver(m_waha->payloads().text(
                     {other, QStringLiteral("Dan"), QStringLiteral("3EB0CC01"), m_clock.now()}, hours)),
                 200);
        QVERIFY(eventually([&] { return !m_waha->sent().empty(); }));
        QCOMPARE(m_daemon->terminate(), 0);
        QCOMPARE(m_waha->sent().size(), size_t(1));
        QCOMPARE(m_waha->sent().front().to, other);
    }

    /// The state is asked for at the start, follows events, and a message that met the fault goes out after it.
    void aSessionThatIsDownIsSeenAndComesBack()
    {
        m_waha->setStatus(QStringLiteral("SCAN_QR_CODE"));
        QVERIFY(m_daemon->start());
        QVERIFY(eventually([&] { return fault() == QStringLiteral("channel.wahaPairing"); }));
        QVERIFY(eventually([&] { return m_daemon->errors().contains("scan the code with the clinic's phone"); }));
        QCOMPARE(deliver(m_waha->payloads().sessionStatus(QStringLiteral("FAILED"), m_clock.now())), 200);
        QVERIFY(eventually([&] { return fault() == QStringLiteral("channel.wahaFailed"); }));

        QCOMPARE(deliver(text(price)), 200);
        QVERIFY(eventually([&] { return m_daemon->errors().contains("the WAHA session is SCAN_QR_CODE"); }));
        QVERIFY(m_waha->sent().empty());
        m_waha->setStatus(QStringLiteral("WORKING"));
        QCOMPARE(deliver(m_waha->payloads().sessionStatus(QStringLiteral("WORKING"), m_clock.now())), 200);
        QVERIFY(eventually([&] { return fault().isEmpty(); }));
        QVERIFY(eventually([&] { return !m_waha->sent().empty(); }));
        QVERIFY(eventually([&] { return ourState() == QStringLiteral("sent"); }));
        QCOMPARE(m_daemon->terminate(), 0);
        QCOMPARE(m_waha->sent().size(), size_t(1));
    }

    void startsOnlyWithItsSecrets()
    {
        m_daemon->setEnvironment(QStringLiteral("DELPEK_SECRET_WAHA_WEBHOOK_SECRET"), QString());
        QVERIFY(m_daemon->runToItsEnd() > 0);
        QVERIFY2(m_daemon->errors().contains("delpekd secret set waha.webhook-secret"), m_daemon->errors().constData());
    }

private:
    QByteArray text(const QString& words)
    {
        const QString id = QStringLiteral("3EB0AA%1").arg(++m_number, 4, 16, QLatin1Char('0')).toUpper();
        return m_waha->payloads().text({chat, QStringLiteral("Tamar"), id, m_clock.now()}, words);
    }

    int deliver(const QByteArray& body) const { return m_daemon->deliver(*m_waha, body).status; }
    QString ourState() const
    {
        return m_daemon->value(QStringLiteral("SELECT delivery FROM message WHERE author <> 'patient'")).toString();
    }
    QString holder() const
    {
        return m_daemon->value(QStringLiteral("SELECT holder_kind FROM conversation ORDER BY id")).toString();
    }
    QString fault() const
    {
        const auto kept = m_daemon->value(QStringLiteral("SELECT value FROM setting WHERE key = 'channel.states'"));
        const auto states = base::parseJson(kept.toByteArray());
        return states ? base::textAt(base::at(base::at(*states, "waha"), "clinic"), "fault") : QStringLiteral("none");
    }
    int messages() const { return m_daemon->value(QStringLiteral("SELECT count(*) FROM message")).toInt(); }
    int takenIn() const
    {
        return m_daemon->value(QStringLiteral("SELECT count(*) FROM inbox WHERE state = 'done'")).toInt();
    }

    const QByteArray m_other = "SIGNED";
    base::SystemClock m_clock;
    std::unique_ptr<WahaDouble> m_waha;
    std::unique_ptr<Daemon> m_daemon;
    qint64 m_number = 0;
};

QTEST_GUILESS_MAIN(TestWahaDelivery)
#include "test_wahadelivery.moc"
