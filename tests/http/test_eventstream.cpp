// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/eventstream.h"
#include "http/rawpeer.h"
#include "http/server.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace delpek;
using namespace std::chrono_literals;
using http::EventStream;
using test::RawPeer;

namespace
{

const QByteArray ask = "GET /events HTTP/1.1\r\nHost: h\r\n\r\n";

/// A server whose one route answers with a stream that the test holds.
struct Fixture {
    explicit Fixture(http::ServerOptions options = {}, qsizetype mostQueued = 256 * 1024)
    {
        const http::Handler open = [this, mostQueued](const http::ServerRequest&, const http::Respond& respond) {
            const auto stream = std::make_shared<EventStream>(mostQueued);
            stream->whenClosed([this] { ++closed; });
            {
                const std::lock_guard lock(mutex);
                streams.push_back(stream);
            }
            respond({200, "hello\n", "text/event-stream", {}, stream});
        };
        const http::Handler other = [](const http::ServerRequest&, const http::Respond& respond) {
            respond({200, "other", "text/plain", {}});
        };
        server = *http::Server::start(options, {{"GET", "/events", open}, {"GET", "/other", other}});
    }

    std::shared_ptr<EventStream> stream(std::size_t index = 0)
    {
        for (int i = 0; i < 500; ++i) {
            {
                const std::lock_guard lock(mutex);
                if (index < streams.size()) {
                    return streams[index].lock();
                }
            }
            std::this_thread::sleep_for(10ms);
        }
        return nullptr;
    }

    std::mutex mutex;
    std::vector<std::weak_ptr<EventStream>> streams;
    std::atomic<int> closed = 0;
    std::unique_ptr<http::Server> server;
};

bool soon(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEvents_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("whole") << QByteArray("7") << QByteArray("message") << QByteArray("{}")
                               << QByteArray("id: 7\nevent: message\ndata: {}\n\n");
        QTest::newRow("data only") << QByteArray() << QByteArray() << QByteArray("x") << QByteArray("data: x\n\n");
        QTest::newRow("lines") << QByteArray() << QByteArray() << QByteArray("a\r\nb\rc\n")
                               << QByteArray("data: a\ndata: b\ndata: c\ndata: \n\n");
        QTest::newRow("a forged field") << QByteArray("1\nevent: x") << QByteArray("n\rdata: y") << QByteArray("z")
                                        << QByteArray("id: 1 event: x\nevent: n data: y\ndata: z\n\n");
    }
    void writesEvents()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, data);
        QTEST(http::eventText(id, name, data), "expected");
    }

    void goesOnAfterTheAnswer()
    {
        Fixture fixture;
        RawPeer peer(fixture.server->port());
        QVERIFY(peer.send(ask));
        const auto stream = fixture.stream();
        QVERIFY(stream);
        QVERIFY(stream->send("one\n")); // perhaps before the head is out: it waits
        const auto answer = peer.read(false);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.head.contains("Content-Type: text/event-stream\r\n"));
        QVERIFY(!answer.head.contains("Content-Length"));
        QCOMPARE(peer.readBytes(10), QByteArray("hello\none\n"));

        std::atomic<bool> written = false;
        QVERIFY(stream->send("two\n", [&](bool ok) { written = ok; }));
        QCOMPARE(peer.readBytes(4), QByteArray("two\n"));
        QVERIFY(soon([&] { return written.load(); }));

        QVERIFY(stream->send("three\n"));
        stream->finish();
        QVERIFY(!stream->send("four\n"));
        QCOMPARE(peer.readBytes(6), QByteArray("three\n"));
        QVERIFY(peer.isClosedByPeer());
        QCOMPARE(fixture.closed.load(), 1);
    }

    void headOnlyOpensNoStream()
    {
        Fixture fixture;
        RawPeer peer(fixture.server->port());
        QVERIFY(peer.send("HEAD /events HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(peer.read(false).status, 200);
        QVERIFY(soon([&] { return fixture.closed == 1; }));
    }

    void idleStreamHasAHeartbeat()
    {
        http::ServerOptions options;
        options.heartbeat = 50ms;
        Fixture fixture(options);
        RawPeer peer(fixture.server->port());
        QVERIFY(peer.send(ask));
        QCOMPARE(peer.read(false).status, 200);
        QCOMPARE(peer.readBytes(6 + 3 * 3), QByteArray("hello\n:\n\n:\n\n:\n\n"));
    }

    void outlivesTheOtherLimits()
    {
        http::ServerOptions options;
        options.firstByte = options.wholeRequest = options.idle = options.answer = 100ms;
        Fixture fixture(options);
        RawPeer peer(fixture.server->port());
        QVERIFY(peer.send(ask));
        QCOMPARE(peer.read(false).status, 200);
        QTest::qWait(400);
        const auto stream = fixture.stream();
        QVERIFY(stream && stream->send("late\n"));
        QCOMPARE(peer.readBytes(11), QByteArray("hello\nlate\n"));
    }

    void seesThatTheReaderIsGone()
    {
        Fixture fixture;
        {
            RawPeer peer(fixture.server->port());
            QVERIFY(peer.send(ask));
            QCOMPARE(peer.read(false).status, 200);
        }
        QVERIFY(soon([&] { return fixture.closed == 1; }));
        QVERIFY(soon([&] { return fixture.server->connections() == 0; }));
    }

    void ignoresWhatTheReaderSays()
    {
        Fixture fixture;
        RawPeer peer(fixture.server->port());
        QVERIFY(peer.send(ask + "GET /other HTTP/1.1\r\nHost: h\r\n\r\n" + QByteArray(100'000, 'x')));
        QCOMPARE(peer.read(false).status, 200);
        QVERIFY(fixture.stream()->send("on\n"));
        QCOMPARE(peer.readBytes(9), QByteArray("hello\non\n"));
    }

    /// A reader that does not take what is sent is cut, and what waits for it stays bounded.
    void slowReaderIsCut()
    {
        http::ServerOptions options;
        options.slowReader = 300ms;
        Fixture fixture(options);
        RawPeer peer(fixture.server->port());
        QVERIFY(peer.send(ask));
        QCOMPARE(peer.read(false).status, 200);
        std::atomic<int> lost = 0;
        const QByteArray piece(64 * 1024, 'p');
        QVERIFY(soon([&] {
            const auto stream = fixture.stream();
            return !stream || !stream->send(piece, [&](bool ok) { lost += ok ? 0 : 1; });
        }));
        QVERIFY(soon([&] { return fixture.closed == 1; }));
        QVERIFY(lost > 0);
        QVERIFY(soon([&] { return fixture.server->connections() == 0; }));
    }

    void fullQueueCutsTheReader()
    {
        Fixture fixture({}, 1000);
        RawPeer peer(fixture.server->port());
        QVERIFY(peer.send(ask));
        QCOMPARE(peer.read(false).status, 200);
        const auto stream = fixture.stream();
        QVERIFY(!stream->send(QByteArray(1001, 'x')));
        QVERIFY(!stream->isOpen());
        QVERIFY(peer.isClosedByPeer());
        QVERIFY(soon([&] { return fixture.closed == 1; }));
    }

    void stopsAtOnce()
    {
        auto fixture = std::make_unique<Fixture>();
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 20; ++i) {
            peers.push_back(std::make_unique<RawPeer>(fixture->server->port()));
            QVERIFY(peers.back()->send(ask));
            QCOMPARE(peers.back()->read(false).status, 200);
        }
        QElapsedTimer timer;
        timer.start();
        fixture->server.reset();
        QVERIFY2(timer.elapsed() < 1500, "open streams held the end up");
        QCOMPARE(fixture->closed.load(), 20);
        for (const auto& peer : peers) {
            QVERIFY(peer->isClosedByPeer());
        }
    }

    void streamOutlivesItsServer()
    {
        auto fixture = std::make_unique<Fixture>();
        RawPeer peer(fixture->server->port());
        QVERIFY(peer.send(ask));
        QCOMPARE(peer.read(false).status, 200);
        const auto stream = fixture->stream();
        fixture->server.reset();
        QVERIFY(!stream->send("too late\n"));
        bool told = false;
        stream->whenClosed([&] { told = true; });
        QVERIFY(told);
    }

    /// Many at rest cost next to nothing, and each still hears at once.
    void manyIdleStreams()
    {
        http::ServerOptions options;
        options.maxConnectionsPerAddress = options.maxConnections = 400;
        Fixture fixture(options);
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 300; ++i) {
            peers.push_back(std::make_unique<RawPeer>(fixture.server->port()));
            QVERIFY(peers.back()->send(ask));
            QCOMPARE(peers.back()->read(false).status, 200);
        }
        const auto before = std::clock();
        QTest::qWait(1000);
        const double used = double(std::clock() - before) / CLOCKS_PER_SEC;
        QVERIFY2(used < 0.5, qPrintable(QStringLiteral("%1 s of the processor in 1 s at rest").arg(used)));
        for (std::size_t i = 0; i < peers.size(); ++i) {
            QVERIFY(fixture.stream(i)->send("x\n"));
        }
        for (const auto& peer : peers) {
            QCOMPARE(peer->readBytes(8), QByteArray("hello\nx\n"));
        }
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "test_eventstream.moc"
