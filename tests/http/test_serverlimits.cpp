// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/rawpeer.h"
#include "http/server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>
#include <thread>

using namespace delpek;
using namespace std::chrono_literals;
using test::RawPeer;

namespace
{

const QByteArray good = "GET /ok HTTP/1.1\r\nHost: h\r\n\r\n";

http::ServerOptions tight()
{
    http::ServerOptions options;
    options.maxHeader = 1024;
    options.maxHeaderFields = 10;
    options.maxBody = 2000;
    options.firstByte = 150ms;
    options.wholeRequest = 300ms;
    options.idle = 150ms;
    options.answer = 100ms;
    return options;
}

std::unique_ptr<http::Server> started(const http::ServerOptions& options)
{
    const http::Handler ok = [](const http::ServerRequest& request, const http::Respond& respond) {
        respond({200, QByteArray::number(request.body.size()), "text/plain", {}});
    };
    const http::Handler never = [](http::ServerRequest, http::Respond) {};
    auto server = http::Server::start(options, {{"GET", "/ok", ok}, {"POST", "/ok", ok}, {"GET", "/never", never}});
    return server ? std::move(*server) : nullptr;
}

QByteArray post(const QByteArray& fields, const QByteArray& body = {})
{
    return "POST /ok HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + body;
}

bool isRefusal(const RawPeer::Answer& answer)
{
    const auto error = QJsonDocument::fromJson(answer.body).object()[QStringLiteral("error")].toObject();
    return error[QStringLiteral("code")].toInt() == answer.status &&
           !error[QStringLiteral("reason")].toString().isEmpty();
}

bool isAlive(const http::Server& server)
{
    RawPeer peer(server.port());
    return peer.send(good) && peer.read().status == 200;
}

/// Kilobytes of memory in use.
qint64 residentSize()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong();
}

} // namespace

class TestServerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void times_data();
    void times();
    void closesIdleConnectionsSilently();
    void slowHandlerIs503AndKeepsTheConnection();
    void limitsConnections();
    void limitsConnectionsOfAnAddress();
    void survivesAFlood();
    void hugeBodyIsReadToTheReason_data();
    void hugeBodyIsReadToTheReason();
    void memoryDoesNotGrow();
    void survivesGarbage();
};

void TestServerLimits::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray start = "GET /ok HTTP/1.1\r\nHost: h\r\n";
    const QByteArray chunked = post("Transfer-Encoding: chunked\r\n");

    // "GET /ok?" + "= HTTP/1.1\r\nHost: h\r\n\r\n" are 31 bytes besides the filling.
    const auto ofSize = [](qsizetype size) {
        return QByteArray("GET /ok?") + QByteArray(size - 31, 'a') + "= HTTP/1.1\r\nHost: h\r\n\r\n";
    };
    QTest::newRow("header just fits") << ofSize(1024) << 200;
    QTest::newRow("header a byte too long") << ofSize(1025) << 431;
    QTest::newRow("header without end") << start + "X: " + QByteArray(3000, 'x') << 431;
    QTest::newRow("request line without end") << QByteArray("GET /") + QByteArray(5000, 'x') << 431;
    QByteArray fields;
    for (int i = 0; i < 9; ++i) {
        fields += "A: b\r\n";
    }
    QTest::newRow("fields just fit") << start + fields + "\r\n" << 200;
    QTest::newRow("a field too many") << start + fields + "A: b\r\n\r\n" << 431;

    QTest::newRow("body just fits") << post("Content-Length: 2000\r\n", QByteArray(2000, 'b')) << 200;
    QTest::newRow("body announced too long") << post("Content-Length: 2001\r\n") << 413;
    QTest::newRow("body announced far too long") << post("Content-Length: 18446744073709551615\r\n") << 413;
    QTest::newRow("body length overflows") << post("Content-Length: 18446744073709551616\r\n") << 400;
    QTest::newRow("chunks just fit") << chunked + "3e8\r\n" + QByteArray(1000, 'c') + "\r\n3e8\r\n" +
                                            QByteArray(1000, 'c') + "\r\n0\r\n\r\n"
                                     << 200;
    QTest::newRow("chunk announced too long") << chunked + "7d1\r\n" << 413;
    QTest::newRow("second chunk too long") << chunked + "3e8\r\n" + QByteArray(1000, 'c') + "\r\n3e9\r\n" << 413;
    QTest::newRow("chunk size overflows") << chunked + "fffffffffffffffff\r\n" << 400;
    QTest::newRow("chunk size no number") << chunked + "xyz\r\n" << 400;
    QTest::newRow("chunk size negative") << chunked + "-1\r\n" << 400;
    QTest::newRow("chunk longer than its size") << chunked + "3\r\nabcd\r\n0\r\n\r\n" << 400;
    QTest::newRow("chunk extension without end") << chunked + "3;" + QByteArray(20'000, 'e') << 400;
    QByteArray trailers;
    for (int i = 0; i < 11; ++i) {
        trailers += "T: t\r\n";
    }
    QTest::newRow("too many trailers") << chunked + "0\r\n" + trailers + "\r\n" << 431;

    QTest::newRow("length and chunked") << post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")
                                        << 400;
    QTest::newRow("chunked and length") << post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n")
                                        << 400;
    QTest::newRow("two lengths") << post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd") << 400;
    QTest::newRow("twice the same length") << post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc") << 400;
    QTest::newRow("list of lengths") << post("Content-Length: 3, 3\r\n", "abc") << 400;
    QTest::newRow("length with sign") << post("Content-Length: +3\r\n", "abc") << 400;
    QTest::newRow("length of letters") << post("Content-Length: abc\r\n") << 400;
    QTest::newRow("length empty") << post("Content-Length: \r\n") << 400;
    QTest::newRow("gzip encoding") << post("Transfer-Encoding: gzip\r\n") << 400;
    QTest::newRow("gzip, chunked") << post("Transfer-Encoding: gzip, chunked\r\n") << 400;
    QTest::newRow("chunked twice") << post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("chunked, identity") << post("Transfer-Encoding: chunked, identity\r\n") << 400;
    QTest::newRow("chunked in 1.0") << QByteArray("POST /ok HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                    << 400;
    QTest::newRow("space before colon") << start + "Content-Length : 3\r\n\r\n" << 400;
    QTest::newRow("no host") << QByteArray("GET /ok HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << start + "Host: i\r\n\r\n" << 400;
    QTest::newRow("no version") << QByteArray("GET /ok\r\n\r\n") << 400;
    QTest::newRow("HTTP/2.0") << QByteArray("GET /ok HTTP/2.0\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /ok HTTP/0.9\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) << 400;
    QTest::newRow("bare line feeds") << QByteArray("GET /ok HTTP/1.1\nHost: h\n\n") << 400;
    QTest::newRow("NUL in a value") << start + QByteArray("X: a\0b\r\n\r\n", 10) << 400;
    QTest::newRow("NUL in the path") << QByteArray("GET /o%00k HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("broken escape") << QByteArray("GET /o%4 HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("broken escape in the query") << QByteArray("GET /ok?a=%zz HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("connect") << QByteArray("CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("other expectation") << post("Expect: the-unexpected\r\nContent-Length: 1\r\n") << 417;
    QTest::newRow("unknown path") << QByteArray("GET /OK HTTP/1.1\r\nHost: h\r\n\r\n") << 404;
    QTest::newRow("path outside") << QByteArray("GET /ok/../ok HTTP/1.1\r\nHost: h\r\n\r\n") << 404;
    QTest::newRow("wrong method") << QByteArray("DELETE /ok HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
    QTest::newRow("method in small letters") << QByteArray("get /ok HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
}

void TestServerLimits::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    http::ServerOptions options = tight();
    options.firstByte = options.wholeRequest = 20s; // whatever ends it, it is not the time
    const auto server = started(options);
    RawPeer peer(server->port());
    peer.send(request);
    const auto answer = peer.read();
    QCOMPARE(answer.status, status);
    QCOMPARE(isRefusal(answer), status != 200);
    QVERIFY(isAlive(*server));
}

void TestServerLimits::times_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("drip");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << 408;
    QTest::newRow("half a request line") << QByteArray("GET /o") << QByteArray() << 408;
    QTest::newRow("half a header") << QByteArray("GET /ok HTTP/1.1\r\nHost:") << QByteArray() << 408;
    QTest::newRow("half a body") << post("Content-Length: 10\r\n", "abc") << QByteArray() << 408;
    QTest::newRow("half a chunk") << post("Transfer-Encoding: chunked\r\n", "5\r\nab") << QByteArray() << 408;
    QTest::newRow("header byte by byte") << QByteArray("GET /ok HTTP/1.1\r\nX: ") << QByteArray("x") << 408;
    QTest::newRow("body byte by byte") << post("Content-Length: 1000\r\n") << QByteArray("b") << 408;
    QTest::newRow("handler") << QByteArray("GET /never HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray() << 503;
}

void TestServerLimits::times()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, drip);
    QFETCH(int, status);
    const auto server = started(tight());
    RawPeer peer(server->port());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(peer.send(first));
    std::jthread dripping([&](const std::stop_token& stop) {
        while (!drip.isEmpty() && !stop.stop_requested() && peer.send(drip)) {
            std::this_thread::sleep_for(20ms); // the slowness is what is tested
        }
    });
    const auto answer = peer.read();
    QCOMPARE(answer.status, status);
    QVERIFY(isRefusal(answer));
    QVERIFY(timer.elapsed() >= 100);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(isAlive(*server));
}

void TestServerLimits::closesIdleConnectionsSilently()
{
    const auto server = started(tight());
    RawPeer peer(server->port());
    QVERIFY(peer.send(good));
    QCOMPARE(peer.read().status, 200);
    QCOMPARE(peer.read().status, 0);
    QTRY_COMPARE(server->connections(), 0);
}

void TestServerLimits::slowHandlerIs503AndKeepsTheConnection()
{
    const auto server = started(tight());
    RawPeer peer(server->port());
    QVERIFY(peer.send("GET /never HTTP/1.1\r\nHost: h\r\n\r\n"));
    QCOMPARE(peer.read().status, 503);
    QVERIFY(peer.send(good));
    QCOMPARE(peer.read().status, 200);
}

void TestServerLimits::limitsConnections()
{
    http::ServerOptions options;
    options.maxConnections = 3;
    const auto server = started(options);
    std::vector<std::unique_ptr<RawPeer>> peers;
    for (int i = 0; i < 3; ++i) {
        peers.push_back(std::make_unique<RawPeer>(server->port()));
        QVERIFY(peers.back()->send(good));
        QCOMPARE(peers.back()->read().status, 200);
    }
    QCOMPARE(server->connections(), 3);
    RawPeer fourth(server->port());
    fourth.send(good);
    const auto answer = fourth.read();
    QCOMPARE(answer.status, 503);
    QVERIFY(isRefusal(answer));
    QVERIFY(fourth.isClosedByPeer());
    peers.pop_back();
    QTRY_COMPARE(server->connections(), 2);
    QVERIFY(isAlive(*server));
}

void TestServerLimits::limitsConnectionsOfAnAddress()
{
    http::ServerOptions options;
    options.maxConnectionsPerAddress = 2;
    const auto server = started(options);
    RawPeer first(server->port());
    RawPeer second(server->port());
    QTRY_COMPARE(server->connections(), 2);
    RawPeer third(server->port());
    QCOMPARE(third.read().status, 429);
    first.close();
    QTRY_COMPARE(server->connections(), 1);
    QVERIFY(isAlive(*server));
}

void TestServerLimits::survivesAFlood()
{
    http::ServerOptions options;
    options.maxConnections = 20;
    const auto server = started(options);
    {
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 500; ++i) {
            peers.push_back(std::make_unique<RawPeer>(server->port()));
        }
        // Behind the refusals that are still being read, connections are cut without a word.
        QVERIFY(peers.back()->isClosedByPeer());
        QCOMPARE(server->connections(), 20);
    }
    QTRY_COMPARE(server->connections(), 0);
    QVERIFY(isAlive(*server));
}

void TestServerLimits::hugeBodyIsReadToTheReason_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("announced") << post("Content-Length: 314572800\r\n");
    QTest::newRow("chunked") << post("Transfer-Encoding: chunked\r\n", "12c00000\r\n");
}

void TestServerLimits::hugeBodyIsReadToTheReason()
{
    QFETCH(QByteArray, head);
    const auto server = started({});
    const qint64 before = residentSize();
    RawPeer peer(server->port());
    QVERIFY(peer.send(head));
    const QByteArray part(1024 * 1024, 'x');
    for (int i = 0; i < 300 && peer.send(part); ++i) {
    }
    // A peer that reads only after its last byte still learns why, as long as it is done within the lingering time.
    const auto answer = peer.read();
    QCOMPARE(answer.status, 413);
    QVERIFY(isRefusal(answer));
    const qint64 growth = residentSize() - before;
    QVERIFY2(growth < 50 * 1024, qPrintable(QString::number(growth)));
}

void TestServerLimits::memoryDoesNotGrow()
{
    http::ServerOptions options;
    const auto server = started(options);
    QVERIFY(isAlive(*server));
    const qint64 before = residentSize();
    QByteArray fields = "GET /ok HTTP/1.1\r\nHost: h\r\n";
    for (int i = 0; i < 10'000; ++i) {
        fields += "X-Field-" + QByteArray::number(i) + ": value\r\n";
    }
    for (int round = 0; round < 20; ++round) {
        RawPeer peer(server->port());
        peer.send(fields);
        QCOMPARE(peer.read().status, 431);
    }
    for (int round = 0; round < 200; ++round) {
        // Promises a body that never comes, and goes away in the middle.
        RawPeer peer(server->port());
        QVERIFY(peer.send(post("Content-Length: 3000000\r\n", QByteArray(1000, 'b'))));
    }
    QVERIFY(isAlive(*server)); // connections are accepted in order: all before this one have been
    QTRY_COMPARE(server->connections(), 0);
    const qint64 growth = residentSize() - before;
    QVERIFY2(growth < 50 * 1024, qPrintable(QString::number(growth)));
    QVERIFY(isAlive(*server));
}

void TestServerLimits::survivesGarbage()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto server = started({});
    QVERIFY(isAlive(*server));
    const qint64 before = residentSize();
    const QByteArray valid = post("Transfer-Encoding: chunked\r\nX-A: b\r\n", "5\r\nhello\r\n0\r\n\r\n") + good;
    for (int round = 0; round < 600; ++round) {
        QByteArray bytes;
        if (round % 3 == 0) {
            bytes.resize(static_cast<qsizetype>(random() % 5000));
            std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
        } else {
            bytes = valid;
            for (unsigned i = 0; i <= random() % 6; ++i) {
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random());
            }
        }
        RawPeer peer(server->port());
        const auto cut = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size() + 1));
        peer.send(bytes.left(cut));
        peer.send(bytes.mid(cut));
        if (round % 2 == 0) {
            peer.finishSending();
            QVERIFY(peer.isClosedByPeer());
        }
    }
    QVERIFY(isAlive(*server)); // connections are accepted in order: all before this one have been
    QTRY_COMPARE(server->connections(), 0);
    const qint64 growth = residentSize() - before;
    QVERIFY2(growth < 50 * 1024, qPrintable(QString::number(growth)));
    QVERIFY(isAlive(*server));
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "test_serverlimits.moc"
