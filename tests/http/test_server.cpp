// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/rawpeer.h"
#include "http/server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <future>
#include <thread>

using namespace delpek;
using namespace std::chrono_literals;
using test::RawPeer;

namespace
{

const QByteArray getEcho = "GET /echo?a=1&b=%D7%A9+x HTTP/1.1\r\nHost: h\r\n\r\n";

/// Answers with what it understood.
void echo(http::ServerRequest request, const http::Respond& respond)
{
    QByteArray text = request.method + ' ' + request.path;
    for (const auto& [name, value] : request.query) {
        text += " [" + name + '=' + value + ']';
    }
    text += " x=" + http::header(request.headers, "X-TEST") + " body=" + request.body;
    respond({200, text, "text/plain", {{"X-Answer", "yes"}}});
}

std::vector<http::Server::Route> echoRoutes()
{
    return {{"GET", "/echo", echo}, {"POST", "/echo", echo}, {"PUT", "/put", echo}};
}

std::unique_ptr<http::Server> started(const http::ServerOptions& options = {},
                                      std::vector<http::Server::Route> routes = echoRoutes())
{
    auto server = http::Server::start(options, std::move(routes));
    return server ? std::move(*server) : nullptr;
}

} // namespace

class TestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void byteByByteEqualsWhole_data() { understands_data(); }
    void byteByByteEqualsWhole();
    void pipelines();
    void keepsAlive_data();
    void keepsAlive();
    void headHasNoBody();
    void continues();
    void refusesInsteadOfContinuing();
    void answersFromAnotherThread();
    void answersAfterTheEnd();
    void answersOnlyOnce();
    void answersManyAtOnce();
    void survivesAHandlersException();
    void forgesNoHeader();
    void tellsWhoAndWhich();
    void endsGracefully();
    void doesNotStart_data();
    void doesNotStart();
};

void TestServer::understands_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("get") << getEcho << QByteArray("GET /echo [a=1] [b=ש x] x= body=");
    QTest::newRow("post") << QByteArray(
                                 "POST /echo HTTP/1.1\r\nHost: h\r\nx-test:  v \r\nContent-Length: 5\r\n\r\nhello")
                          << QByteArray("POST /echo x=v body=hello");
    QTest::newRow("chunked") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           "3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nX-Test: forged\r\n\r\n")
                             << QByteArray("POST /echo x= body=abc0123456789");
    QTest::newRow("empty chunked") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\n"
                                                 "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                   << QByteArray("POST /echo x= body=");
    QTest::newRow("empty body") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n")
                                << QByteArray("POST /echo x= body=");
    QTest::newRow("escaped path") << QByteArray("GET /%65cho HTTP/1.1\r\nHost: h\r\n\r\n")
                                  << QByteArray("GET /echo x= body=");
    QTest::newRow("absolute form") << QByteArray("GET http://h:80/echo?q HTTP/1.1\r\nHost: h\r\n\r\n")
                                   << QByteArray("GET /echo [q=] x= body=");
    QTest::newRow("empty line before") << QByteArray("\r\nGET /echo HTTP/1.1\r\nHost: h\r\n\r\n")
                                       << QByteArray("GET /echo x= body=");
    QTest::newRow("HTTP/1.0") << QByteArray("GET /echo HTTP/1.0\r\n\r\n") << QByteArray("GET /echo x= body=");
    QTest::newRow("binary body") << QByteArray("PUT /put HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n\0\xff\r\n",
                                               53)
                                 << QByteArray("PUT /put x= body=\0\xff\r\n", 21);
}

void TestServer::understands()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, expected);
    const auto server = started();
    RawPeer peer(server->port());
    QVERIFY(peer.send(request));
    const auto answer = peer.read();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, expected);
    QVERIFY(answer.head.contains("X-Answer: yes\r\n"));
    QVERIFY(answer.head.contains("Content-Type: text/plain\r\n"));
}

void TestServer::byteByByteEqualsWhole()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, expected);
    const auto server = started();
    RawPeer peer(server->port());
    for (const char byte : request) {
        QVERIFY(peer.send(QByteArray(1, byte)));
        std::this_thread::yield();
    }
    QCOMPARE(peer.read().body, expected);
}

void TestServer::pipelines()
{
    const auto server = started();
    RawPeer peer(server->port());
    QByteArray requests;
    for (int i = 0; i < 200; ++i) {
        requests += "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\n" + QByteArray::number(100 + i);
    }
    QVERIFY(peer.send(requests));
    for (int i = 0; i < 200; ++i) {
        QCOMPARE(peer.read().body, "POST /echo x= body=" + QByteArray::number(100 + i));
    }
}

void TestServer::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("1.1") << getEcho << 200 << true;
    QTest::newRow("1.1 close") << QByteArray("GET /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n") << 200
                               << false;
    QTest::newRow("1.0") << QByteArray("GET /echo HTTP/1.0\r\n\r\n") << 200 << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << 200
                                    << true;
    QTest::newRow("404") << QByteArray("GET /none HTTP/1.1\r\nHost: h\r\n\r\n") << 404 << true;
    QTest::newRow("404 with body") << QByteArray("POST /none HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx") << 404
                                   << false;
    QTest::newRow("405") << QByteArray("DELETE /echo HTTP/1.1\r\nHost: h\r\n\r\n") << 405 << true;
}

void TestServer::keepsAlive()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(bool, keeps);
    const auto server = started();
    RawPeer peer(server->port());
    QVERIFY(peer.send(request));
    const auto answer = peer.read();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.head.contains(keeps ? "Connection: keep-alive\r\n" : "Connection: close\r\n"));
    if (status == 405) {
        QVERIFY(answer.head.contains("Allow: GET, HEAD, POST\r\n"));
    }
    if (keeps) {
        QVERIFY(peer.send(getEcho));
        QCOMPARE(peer.read().status, 200);
    } else {
        QVERIFY(peer.isClosedByPeer());
    }
}

void TestServer::headHasNoBody()
{
    const auto server = started();
    RawPeer peer(server->port());
    QVERIFY(peer.send("HEAD /echo HTTP/1.1\r\nHost: h\r\n\r\n" + getEcho));
    const auto head = peer.read(false);
    QCOMPARE(head.status, 200);
    QVERIFY(head.head.contains("Content-Length: " + QByteArray::number(qstrlen("HEAD /echo x= body="))));
    QCOMPARE(peer.read().body, QByteArray("GET /echo [a=1] [b=ש x] x= body="));
}

void TestServer::continues()
{
    const auto server = started();
    RawPeer peer(server->port());
    QVERIFY(peer.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(peer.read().status, 100);
    QVERIFY(peer.send("ok"));
    QCOMPARE(peer.read().body, QByteArray("POST /echo x= body=ok"));
}

void TestServer::refusesInsteadOfContinuing()
{
    http::ServerOptions options;
    options.maxBody = 10;
    const auto server = started(options);
    RawPeer peer(server->port());
    QVERIFY(peer.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(peer.read().status, 413);
    RawPeer other(server->port());
    QVERIFY(other.send("POST /none HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(other.read().status, 404);
}

void TestServer::answersFromAnotherThread()
{
    std::vector<std::jthread> threads;
    const http::Handler later = [&threads](http::ServerRequest, const http::Respond& respond) {
        threads.emplace_back([respond] { respond({201, "late", "text/plain", {}}); });
    };
    const auto server = started({}, {{"GET", "/late", later}});
    RawPeer peer(server->port());
    for (int i = 0; i < 50; ++i) {
        QVERIFY(peer.send("GET /late HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(peer.read().status, 201);
    }
}

void TestServer::answersAfterTheEnd()
{
    std::promise<http::Respond> taken;
    auto respond = taken.get_future();
    {
        const http::Handler keep = [&taken](http::ServerRequest, const http::Respond& answer) {
            taken.set_value(answer);
        };
        const auto server = started({}, {{"GET", "/keep", keep}, {"GET", "/echo", echo}});
        {
            RawPeer peer(server->port());
            QVERIFY(peer.send("GET /keep HTTP/1.1\r\nHost: h\r\n\r\n"));
            respond.wait();
        }
        const http::Respond answer = respond.get();
        answer({200, "to nobody", "text/plain", {}});
        QTRY_COMPARE(server->connections(), 0);
        answer({200, "again to nobody", "text/plain", {}});
        RawPeer peer(server->port());
        QVERIFY(peer.send(getEcho));
        QCOMPARE(peer.read().status, 200);
        taken = {};
        taken.set_value(answer);
    }
    // Even the server is gone.
    taken.get_future().get()({200, "to nobody at all", "text/plain", {}});
}

void TestServer::answersOnlyOnce()
{
    const http::Handler twice = [](const http::ServerRequest& request, const http::Respond& respond) {
        respond({200, "first" + request.body, "text/plain", {}});
        respond({200, "second", "text/plain", {}});
    };
    const auto server = started({}, {{"POST", "/twice", twice}});
    RawPeer peer(server->port());
    for (const QByteArray body : {"1", "2", "3"}) {
        QVERIFY(peer.send("POST /twice HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n" + body));
        QCOMPARE(peer.read().body, "first" + body);
    }
}

void TestServer::answersManyAtOnce()
{
    // As a store's commit does: all that waited are answered by one thread in one go.
    std::mutex mutex;
    std::vector<http::Respond> waiting;
    const http::Handler collect = [&](http::ServerRequest, const http::Respond& respond) {
        const std::lock_guard lock(mutex);
        waiting.push_back(respond);
    };
    const auto server = started({}, {{"GET", "/commit", collect}});
    std::vector<std::unique_ptr<RawPeer>> peers;
    for (int i = 0; i < 200; ++i) {
        peers.push_back(std::make_unique<RawPeer>(server->port()));
        QVERIFY(peers.back()->send("GET /commit HTTP/1.1\r\nHost: h\r\n\r\n"));
    }
    QTRY_COMPARE(([&] {
                     const std::lock_guard lock(mutex);
                     return waiting.size();
                 }()),
                 peers.size());
    for (const auto& respond : waiting) {
        respond({204, {}, {}, {}});
    }
    for (const auto& peer : peers) {
        QCOMPARE(peer->read().status, 204);
    }
}

void TestServer::survivesAHandlersException()
{
    const http::Handler bad = [](http::ServerRequest, const http::Respond&) { throw std::runtime_error("a secret"); };
    const auto server = started({}, {{"GET", "/bad", bad}});
    RawPeer peer(server->port());
    QTest::ignoreMessage(QtWarningMsg, "a handler ended with an exception");
    QVERIFY(peer.send("GET /bad HTTP/1.1\r\nHost: h\r\n\r\n"));
    const auto answer = peer.read();
    QCOMPARE(answer.status, 500);
    QVERIFY(!answer.body.contains("secret"));
}

void TestServer::forgesNoHeader()
{
    const http::Handler forged = [](http::ServerRequest, const http::Respond& respond) {
        respond({200, "body", "text/plain", {{"X-A", "1\r\nX-B: 2"}, {"Content-Length", "99"}, {"X-C", "3"}}});
    };
    const auto server = started({}, {{"GET", "/forged", forged}});
    RawPeer peer(server->port());
    QVERIFY(peer.send("GET /forged HTTP/1.1\r\nHost: h\r\n\r\n"));
    const auto answer = peer.read();
    QCOMPARE(answer.body, QByteArray("body"));
    QVERIFY(!answer.head.contains("X-B"));
    QVERIFY(!answer.head.contains("99"));
    QVERIFY(answer.head.contains("X-C: 3\r\n"));
}

void TestServer::tellsWhoAndWhich()
{
    std::mutex mutex;
    QList<http::ServerRequest> seen;
    const http::Handler note = [&](http::ServerRequest request, const http::Respond& respond) {
        const std::lock_guard lock(mutex);
        seen.append(std::move(request));
        respond({});
    };
    const auto server = started({}, {{"GET", "/note", note}});
    RawPeer peer(server->port());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(peer.send("GET /note?hub.mode=subscribe HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(peer.read().status, 200);
    }
    const std::lock_guard lock(mutex);
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen[0].remoteAddress, QStringLiteral("127.0.0.1"));
    QCOMPARE(seen[0].queryValue("hub.mode"), QByteArray("subscribe"));
    QVERIFY(!seen[0].correlation.isEmpty());
    QVERIFY(seen[0].correlation != seen[1].correlation);
}

void TestServer::endsGracefully()
{
    std::promise<http::Respond> taken;
    auto respond = taken.get_future();
    const http::Handler keep = [&taken](http::ServerRequest, const http::Respond& answer) { taken.set_value(answer); };
    auto server = started({}, {{"GET", "/keep", keep}});
    const quint16 port = server->port();
    RawPeer running(port);
    RawPeer idle(port);
    QVERIFY(running.send("GET /keep HTTP/1.1\r\nHost: h\r\n\r\n"));
    const http::Respond answer = respond.get();
    const auto before = std::chrono::steady_clock::now();
    std::jthread ending([&server] { server.reset(); });
    QVERIFY(idle.isClosedByPeer());
    answer({200, "just in time", "text/plain", {}});
    const auto last = running.read();
    QCOMPARE(last.body, QByteArray("just in time"));
    QVERIFY(last.head.contains("Connection: close\r\n"));
    running.close();
    ending.join();
    QVERIFY(std::chrono::steady_clock::now() - before < 1s);
    QVERIFY(!RawPeer(port).isConnected());
}

void TestServer::doesNotStart_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("says");
    const QString local = QStringLiteral("127.0.0.1");
    QTest::newRow("port in use") << local << QString() << QString() << QStringLiteral("another program listens there");
    QTest::newRow("no address") << QStringLiteral("localhost:80") << QString() << QString()
                                << QStringLiteral("no address to listen on");
    QTest::newRow("another machine's") << QStringLiteral("192.0.2.1") << QString() << QString()
                                       << QStringLiteral("address of this machine");
    QTest::newRow("no key") << local << QStringLiteral("/c.pem") << QString() << QStringLiteral("both a certificate");
    QTest::newRow("no such certificate") << local << QStringLiteral("/none.pem") << QStringLiteral("/none.key")
                                         << QStringLiteral("/none.pem");
}

void TestServer::doesNotStart()
{
    QFETCH(QString, address);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, says);
    const auto other = started();
    http::ServerOptions options;
    options.address = address;
    options.port = other->port();
    options.certificateFile = certificate;
    options.keyFile = key;
    const auto result = http::Server::start(options, echoRoutes());
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(says), qPrintable(result.error().detail));
}

QTEST_GUILESS_MAIN(TestServer)
#include "test_server.moc"
