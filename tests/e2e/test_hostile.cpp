// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "http/rawpeer.h"
#include "simulation/doubles/graphdouble.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

#include <random>

using namespace delpek;
using simulation::GraphDouble;
using test::Daemon;
using test::eventually;
using test::RawPeer;

namespace
{

/// How much the process may grow under any attack, in KiB. In builds with the address sanitizer the child keeps at most
/// 8 MiB of freed memory (see Daemon), so that the same bound holds there.
constexpr qint64 growthAllowed = 50 * 1024;
constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 tooMuch = 300 * mebibyte;

const QByteArray head = "POST /api/whatsapp/webhook HTTP/1.1\r\nHost: clinic\r\nContent-Type: application/json\r\n";

} // namespace

/// What the internet sends to an open port, against the running program: it keeps answering those who have a right to
/// it, and takes no more memory than before.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_graph = std::move(GraphDouble::start({}, m_clock).value());
        m_daemon.useWhatsApp(*m_graph);
        m_daemon.set(QStringLiteral("listen.whole-request"), QStringLiteral("2s"));
        m_daemon.set(QStringLiteral("log.level"), QStringLiteral("error"));
        QVERIFY(m_daemon.start());
        // What is loaded with the first work is no growth.
        for (int i = 0; i < 20; ++i) {
            QVERIFY(good());
        }
        QVERIFY(answers());
    }

    void init()
    {
        m_before = m_daemon.residentMemory();
        m_most = 0;
        QVERIFY(m_before > 0);
    }

    void cleanup()
    {
        QVERIFY(m_daemon.isRunning());
        QVERIFY2(answers(), "no reply to a good delivery afterwards");
        measure();
        qInfo("from %lld KiB to at most %lld KiB", m_before, m_most);
        QVERIFY(m_most - m_before < growthAllowed);
    }

    void halfRequests()
    {
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 100; ++i) {
            peers.push_back(std::make_unique<RawPeer>(m_daemon.port()));
            const QByteArray request = head + "Content-Length: 1000\r\n\r\n{\"object\":";
            QVERIFY(peers.back()->send(i % 2 == 0 ? request : request.left(request.size() / 2)));
        }
        QVERIFY(good());
        for (const auto& peer : peers) {
            QVERIFY(peer->isClosedByPeer(std::chrono::milliseconds(test::patience)));
        }
    }

    void aBodyOf300Megabytes()
    {
        RawPeer peer(m_daemon.port());
        QVERIFY(peer.send(head + "Content-Length: " + QByteArray::number(tooMuch) + "\r\n\r\n"));
        QVERIFY(pour(peer, QByteArray(mebibyte, 'x')));
        QVERIFY(isRefusal(peer.read().status));
        RawPeer polite(m_daemon.port());
        QVERIFY(polite.send(head + "Content-Length: " + QByteArray::number(tooMuch) + "\r\n\r\n"));
        QCOMPARE(polite.read().status, 413);
    }

    void aChunkedBodyOf300Megabytes()
    {
        RawPeer peer(m_daemon.port());
        QVERIFY(peer.send(head + "Transfer-Encoding: chunked\r\n\r\n"));
        QVERIFY(pour(peer, "100000\r\n" + QByteArray(mebibyte, 'x') + "\r\n"));
        QVERIFY(isRefusal(peer.read().status));
    }

    void tenThousandHeaders()
    {
        QByteArray request = head;
        for (int i = 0; i < 10'000; ++i) {
            request += "X-Header-" + QByteArray::number(i) + ": value\r\n";
        }
        for (int i = 0; i < 20; ++i) {
            RawPeer peer(m_daemon.port());
            peer.send(request + "Content-Length: 2\r\n\r\n{}");
            QVERIFY(isRefusal(peer.read().status));
        }
        QVERIFY(good());
    }

    void oneLineWithoutEnd()
    {
        RawPeer peer(m_daemon.port());
        QVERIFY(pour(peer, QByteArray(mebibyte, 'A')));
        QVERIFY(isRefusal(peer.read().status));
    }

    void slowBytes()
    {
        const QByteArray request = head + "Content-Length: 100000\r\n\r\n" + QByteArray(100'000, 'x');
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 50; ++i) {
            peers.push_back(std::make_unique<RawPeer>(m_daemon.port()));
        }
        // Byte by byte, a good delivery between, until each is shut out.
        QElapsedTimer timer;
        timer.start();
        for (qsizetype at = 0; !peers.empty() && timer.elapsed() < test::patience; ++at) {
            std::erase_if(peers, [&](const auto& peer) { return !peer->send(request.mid(at % request.size(), 1)); });
            QVERIFY(good());
        }
        QVERIFY2(peers.empty(), "a slow sender was never shut out");
    }

    void randomGarbage()
    {
        const quint64 seed = qEnvironmentVariableIsSet("DELPEK_TEST_SEED")
                                 ? qEnvironmentVariable("DELPEK_TEST_SEED").toULongLong()
                                 : std::random_device{}();
        qInfo() << "seed" << seed;
        std::mt19937_64 random(seed);
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes(qsizetype(random() % 8192), Qt::Uninitialized);
            for (char& byte : bytes) {
                byte = char(random());
            }
            RawPeer peer(m_daemon.port());
            peer.send(i % 3 == 0 ? head + bytes : bytes);
            if (i % 30 == 0) {
                QVERIFY(good());
                measure();
            }
        }
    }

    void signedGarbage()
    {
        for (const QByteArray& body :
             {QByteArray(), QByteArray("null"), QByteArray("[]"), QByteArray("{\"entry\":7}"), QByteArray(1000, '\0'),
              QByteArray(200'000, '['), QByteArray("{\"object\":\"whatsapp_business_account\",\"entry\":[{}]}")}) {
            const int status = m_daemon.deliver(*m_graph, body).status;
            QVERIFY2(status == 200 || status == 400, QByteArray::number(status).constData());
            QVERIFY(good());
        }
    }

    void manyConnections()
    {
        // More than one address may hold: the rest of the world is not shut out.
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 600; ++i) {
            peers.push_back(std::make_unique<RawPeer>(m_daemon.port()));
        }
        QVERIFY(goodFromElsewhere());
        measure();
        peers.clear();
        QVERIFY(eventually([this] { return good(); }));
    }

private:
    QByteArray text(const QString& phone)
    {
        return m_graph->payloads().text(
            {phone, QStringLiteral("Tamar"), QStringLiteral("wamid.H%1").arg(++m_number), m_clock.now()},
            QStringLiteral("How much is a teeth cleaning?"));
    }

    bool good() { return m_daemon.deliver(*m_graph, text(QStringLiteral("972541230000"))).status == 200; }

    /// A new patient is answered.
    bool answers()
    {
        const QString phone = QStringLiteral("9725412%1").arg(++m_patients, 5, 10, QLatin1Char('0'));
        return m_daemon.deliver(*m_graph, text(phone)).status == 200 && eventually([&] {
                   const auto sent = m_graph->sent();
                   return std::any_of(sent.begin(), sent.end(),
                                      [&](const auto& one) { return one.to == QLatin1Char('+') + phone; });
               });
    }

    bool goodFromElsewhere()
    {
        const QByteArray body = text(QStringLiteral("972541230000"));
        QTcpSocket socket;
        if (!socket.bind(QHostAddress(QStringLiteral("127.0.0.2")))) {
            return false;
        }
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_daemon.port());
        if (!socket.waitForConnected(test::patience)) {
            return false;
        }
        socket.write(head + "X-Hub-Signature-256: " + m_graph->sign(body) +
                     "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return socket.waitForReadyRead(test::patience) && socket.readAll().startsWith("HTTP/1.1 200");
    }

    /// Sends up to 300 MB in pieces, until the other side has had enough; a good delivery after each piece.
    bool pour(RawPeer& peer, const QByteArray& piece)
    {
        for (qint64 sent = 0; sent < tooMuch && peer.send(piece); sent += piece.size()) {
            if (!good()) {
                return false;
            }
            measure();
        }
        return true;
    }

    /// Refused in words, or cut off before they were read.
    static bool isRefusal(int status) { return status == 0 || (status >= 400 && status < 500); }

    void measure() { m_most = std::max(m_most, m_daemon.residentMemory()); }

    base::SystemClock m_clock;
    std::unique_ptr<GraphDouble> m_graph;
    Daemon m_daemon;
    qint64 m_number = 0;
    int m_patients = 0;
    qint64 m_before = 0;
    qint64 m_most = 0;
};

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
