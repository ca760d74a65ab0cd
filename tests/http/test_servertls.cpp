// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/eventstream.h"
#include "http/server.h"
#include "support/certificate.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace delpek;
using namespace std::chrono_literals;
using test::writeCertificate;

class TestServerTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaks_data();
    void speaks();
    void keepsAliveAndCloses();
    void streamsEvents();
    void refusesAndStillTellsWhy();
    void endsWhoDoesNotShakeHands();
    void wantsTheRightKey();

private:
    std::unique_ptr<http::Server> started() const;
    static QByteArray answer(QTcpSocket& socket);

    QTemporaryDir m_directory;
    http::ServerOptions m_options;
};

void TestServerTls::initTestCase()
{
    m_options.certificateFile = m_directory.filePath(QStringLiteral("certificate.pem"));
    m_options.keyFile = m_directory.filePath(QStringLiteral("key.pem"));
    m_options.firstByte = 200ms;
    writeCertificate(m_options.certificateFile, m_options.keyFile);
}

std::unique_ptr<http::Server> TestServerTls::started() const
{
    const http::Handler ok = [](const http::ServerRequest& request, const http::Respond& respond) {
        respond({200, "got " + QByteArray::number(request.body.size()), "text/plain", {}});
    };
    auto server = http::Server::start(m_options, {{"POST", "/ok", ok}});
    return server ? std::move(*server) : nullptr;
}

QByteArray TestServerTls::answer(QTcpSocket& socket)
{
    QByteArray text;
    while (!text.contains("\r\n\r\n") ||
           !text.mid(text.indexOf("\r\n\r\n") + 4).contains(text.startsWith("HTTP/1.1 200") ? "got" : "}}")) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(5000)) {
            break;
        }
        text += socket.readAll();
    }
    return text;
}

void TestServerTls::speaks_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<bool>("works");
    QTest::newRow("1.2") << int(QSsl::TlsV1_2) << true;
    QTest::newRow("1.3") << int(QSsl::TlsV1_3) << true;
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("1.1") << int(QSsl::TlsV1_1) << false;
    QTest::newRow("1.0") << int(QSsl::TlsV1_0) << false;
    QT_WARNING_POP
}

void TestServerTls::speaks()
{
    QFETCH(int, protocol);
    QFETCH(bool, works);
    const auto server = started();
    QVERIFY(server);
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.setProtocol(QSsl::SslProtocol(protocol));
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server->port());
    QCOMPARE(socket.waitForEncrypted(5000), works);
    if (works) {
        socket.write("POST /ok HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n" + QByteArray(100'000, 'b'));
        QVERIFY(answer(socket).endsWith("got 100000"));
    }
}

/// Reading goes on while events are written, so that both are under way in one encrypted connection.
void TestServerTls::streamsEvents()
{
    std::weak_ptr<http::EventStream> opened;
    std::promise<void> isOpen;
    const http::Handler open = [&](const http::ServerRequest&, const http::Respond& respond) {
        const auto stream = std::make_shared<http::EventStream>(10'000'000);
        opened = stream;
        respond({200, {}, "text/event-stream", {}, stream});
        isOpen.set_value();
    };
    auto server = *http::Server::start(m_options, {{"GET", "/events", open}});
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server->port());
    QVERIFY(socket.waitForEncrypted(5000));
    socket.write("GET /events HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(socket.waitForBytesWritten(5000));
    QCOMPARE(isOpen.get_future().wait_for(5s), std::future_status::ready);
    QByteArray expected;
    QByteArray got;
    for (int i = 0; i < 40; ++i) {
        const QByteArray piece = http::eventText(QByteArray::number(i), {}, QByteArray(50'000, 'a' + i % 26));
        expected += piece;
        QVERIFY(opened.lock()->send(piece));
        socket.write("noise");
        socket.waitForReadyRead(20);
        got += socket.readAll();
    }
    const auto body = [&] { return got.mid(got.indexOf("\r\n\r\n") + 4); };
    while (body().size() < expected.size() && socket.waitForReadyRead(5000)) {
        got += socket.readAll();
    }
    QVERIFY(body() == expected);
    server.reset();
    QVERIFY(opened.expired());
}

void TestServerTls::keepsAliveAndCloses()
{
    const auto server = started();
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server->port());
    QVERIFY(socket.waitForEncrypted(5000));
    for (int i = 0; i < 20; ++i) {
        socket.write("POST /ok HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx");
        QVERIFY(answer(socket).endsWith("got 1"));
    }
    socket.write("POST /ok HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx");
    QVERIFY(answer(socket).contains("Connection: close"));
    QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(5000));
    QTRY_COMPARE(server->connections(), 0);
}

void TestServerTls::refusesAndStillTellsWhy()
{
    const auto server = started();
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server->port());
    QVERIFY(socket.waitForEncrypted(5000));
    socket.write("POST /ok HTTP/1.1\r\nHost: h\r\nContent-Length: 100000000\r\n\r\n" + QByteArray(1'000'000, 'b'));
    QVERIFY(answer(socket).startsWith("HTTP/1.1 413 "));
    socket.abort();
    QTRY_COMPARE(server->connections(), 0);
}

void TestServerTls::endsWhoDoesNotShakeHands()
{
    const auto server = started();
    QTcpSocket silent;
    silent.connectToHost(QStringLiteral("127.0.0.1"), server->port());
    QVERIFY(silent.waitForConnected(5000));
    QTcpSocket plain;
    plain.connectToHost(QStringLiteral("127.0.0.1"), server->port());
    QVERIFY(plain.waitForConnected(5000));
    plain.write("POST /ok HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(server->connections(), 0);
    QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(plain.state(), QAbstractSocket::UnconnectedState);
}

void TestServerTls::wantsTheRightKey()
{
    http::ServerOptions options = m_options;
    const QString otherCertificate = m_directory.filePath(QStringLiteral("other.pem"));
    const QString otherKey = m_directory.filePath(QStringLiteral("other.key"));
    writeCertificate(otherCertificate, otherKey);
    options.keyFile = otherKey;
    const auto result = http::Server::start(options, {});
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(otherKey), qPrintable(result.error().detail));
}

QTEST_GUILESS_MAIN(TestServerTls)
#include "test_servertls.moc"
