// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkclient.h"

#include "base/await.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

/// A server of few words: when a whole request is there, it sends its text and does what comes next.
class Double : public QTcpServer
{
    Q_OBJECT

public:
    enum class Then { KeepOpen, Close };

    Double(QByteArray answer, Then then)
        : m_answer(std::move(answer))
        , m_then(then)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
        });
    }

    QUrl url(const QString& rest = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(rest));
    }

    QList<QByteArray> requests;
    int connections = 0;

private:
    void take(QTcpSocket& socket)
    {
        QByteArray& input = m_input[&socket];
        input += socket.readAll();
        const qsizetype end = input.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        qsizetype length = 0;
        if (const qsizetype at = input.toLower().indexOf("content-length: "); at >= 0 && at < end) {
            length = input.mid(at + 16, input.indexOf('\r', at) - at - 16).toLongLong();
        }
        if (input.size() < end + 4 + length) {
            return;
        }
        requests.append(std::exchange(input, {}));
        socket.write(m_answer);
        if (m_then == Then::Close) {
            socket.disconnectFromHost();
        }
    }

    QByteArray m_answer;
    Then m_then;
    std::map<QTcpSocket*, QByteArray> m_input;
};

QByteArray answerOf(const QByteArray& status, const QByteArray& body, const QByteArray& fields = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" +
           body;
}

http::Request requestTo(const QUrl& url, const QByteArray& method = "GET", const QByteArray& body = {})
{
    http::Request request;
    request.method = method;
    request.url = url;
    request.body = body;
    request.timeout = 5s;
    return request;
}

} // namespace

class TestNetworkClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gives_data();
    void gives();
    void sendsWhatItWasGiven();
    void fails_data();
    void fails();
    void neverRepeatsByItself_data();
    void neverRepeatsByItself();
    void limitsTheWholeTime();
    void limitsTheAnswer();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void keepsNoCookies();
    void cancelsAtItsEnd();
    void serves100AtOnce();
};

void TestNetworkClient::gives_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (const auto& [line, status] : std::initializer_list<std::pair<QByteArray, int>>{{"200 OK", 200},
                                                                                        {"204 No Content", 204},
                                                                                        {"400 Bad", 400},
                                                                                        {"401 No", 401},
                                                                                        {"403 No", 403},
                                                                                        {"404 None", 404},
                                                                                        {"405 No", 405},
                                                                                        {"409 Conflict", 409},
                                                                                        {"410 Gone", 410},
                                                                                        {"418 Tea", 418},
                                                                                        {"422 No", 422},
                                                                                        {"429 Slow", 429},
                                                                                        {"500 Oops", 500},
                                                                                        {"501 No", 501},
                                                                                        {"502 Bad", 502},
                                                                                        {"503 Later", 503},
                                                                                        {"599 Odd", 599}}) {
        const QByteArray body = status == 204 ? QByteArray() : QByteArray("{\"a\":1}");
        QTest::newRow(line.constData()) << answerOf(line, body) << status << body;
    }
    QTest::newRow("redirect") << answerOf("302 Found", "there", "Location: http://127.0.0.1:1/other\r\n") << 302
                              << QByteArray("there");
    QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
                             << 200 << QByteArray("abc");
}

void TestNetworkClient::gives()
{
    QFETCH(QByteArray, answer);
    Double server(answer, Double::Then::KeepOpen);
    http::NetworkClient client;
    const auto future = client.send(requestTo(server.url()));
    QTRY_VERIFY(future.isFinished());
    QVERIFY2(future.result(), qPrintable(future.result() ? QString() : base::describe(future.result().error())));
    QTEST(future.result()->status, "status");
    QTEST(future.result()->body, "body");
    QCOMPARE(server.requests.size(), 1);
}

void TestNetworkClient::sendsWhatItWasGiven()
{
    Double server(answerOf("200 OK", "{}", "X-Reply: yes\r\n"), Double::Then::KeepOpen);
    http::NetworkClient client;
    for (const QByteArray method : {"POST", "PUT", "PATCH", "DELETE"}) {
        http::Request request = requestTo(server.url(QStringLiteral("/p?q=1")), method, QByteArray("{\"a\":\0}", 7));
        request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer t"}};
        const auto future = client.send(request);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
        QCOMPARE(http::header(future.result()->headers, "x-reply"), QByteArray("yes"));
        const QByteArray seen = server.requests.last();
        QVERIFY2(seen.startsWith(method + " /p?q=1 HTTP/1.1\r\n"), seen.constData());
        QVERIFY(seen.contains("Authorization: Bearer t\r\n"));
        QVERIFY(seen.contains("Content-Type: application/json\r\n"));
        QVERIFY(seen.contains("Content-Length: 7\r\n"));
        QVERIFY(seen.endsWith(QByteArray("\r\n\r\n{\"a\":\0}", 11)));
    }
    QCOMPARE(server.connections, 1);
}

void TestNetworkClient::fails_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("code");
    const QString none;
    QTest::newRow("refused") << QByteArray() << false
                             << QStringLiteral("http://127.0.0.1:1/bot123:secret/send?k=secret")
                             << ErrorCode::Unavailable;
    QTest::newRow("no such host") << QByteArray() << false
                                  << QStringLiteral("http://no.such.host.invalid/bot1secret?k=secret")
                                  << ErrorCode::Unavailable;
    QTest::newRow("closed without a word") << QByteArray() << true << none << ErrorCode::Timeout;
    QTest::newRow("closed within the body")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << true << none << ErrorCode::Timeout;
    QTest::newRow("closed within the header")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << true << none << ErrorCode::Timeout;
    QTest::newRow("no answer") << QByteArray() << false << none << ErrorCode::Timeout;
    QTest::newRow("answer stops") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << false << none
                                  << ErrorCode::Timeout;
    QTest::newRow("not HTTP") << QByteArray("220 mail.example ESMTP ready for you\r\n\r\n") << true << none
                              << ErrorCode::Timeout;
}

void TestNetworkClient::fails()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    QFETCH(QString, address);
    QFETCH(ErrorCode, code);
    Double server(answer, closes ? Double::Then::Close : Double::Then::KeepOpen);
    http::NetworkClient client;
    for (const QByteArray method : {"GET", "POST"}) {
        http::Request request =
            requestTo(address.isEmpty() ? server.url(QStringLiteral("/bot1:secret/send?k=secret")) : QUrl(address),
                      method, method == "POST" ? QByteArray("secret body") : QByteArray());
        request.headers = {{"Authorization", "secret"}};
        request.timeout = 400ms;
        const auto future = client.send(request);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!future.result());
        const base::Error error = future.result().error();
        QVERIFY2(error.code == code, qPrintable(base::describe(error)));
        QVERIFY2(!error.detail.contains(QStringLiteral("secret")), qPrintable(error.detail));
        QVERIFY2(error.detail.contains(QString::fromLatin1(method) + QStringLiteral(" http://")),
                 qPrintable(error.detail));
    }
}

void TestNetworkClient::neverRepeatsByItself_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("post") << QByteArray("POST") << QByteArray("once");
    QTest::newRow("long") << QByteArray("PUT") << QByteArray(300'000, 'x');
    QTest::newRow("without a body") << QByteArray("POST") << QByteArray();
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray();
}

void TestNetworkClient::neverRepeatsByItself()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    Double server({}, Double::Then::Close);
    http::NetworkClient client;
    const auto future = client.send(requestTo(server.url(), method, body));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Timeout);
    QTest::qWait(50); // a repetition would be under way by now
    QCOMPARE(server.requests.size(), 1);
}

void TestNetworkClient::limitsTheWholeTime()
{
    // Bytes keep coming, each in time; the whole does not.
    Double server("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", Double::Then::KeepOpen);
    QTimer dripping;
    connect(&dripping, &QTimer::timeout, &server, [&server] {
        for (QTcpSocket* socket : server.findChildren<QTcpSocket*>()) {
            socket->write("x");
        }
    });
    dripping.start(20ms);
    http::NetworkClient client;
    http::Request request = requestTo(server.url());
    request.timeout = 300ms;
    QElapsedTimer timer;
    timer.start();
    const auto future = client.send(request);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Timeout);
    QVERIFY(timer.elapsed() < 3000);
}

void TestNetworkClient::limitsTheAnswer()
{
    const QByteArray body(100'000, 'x');
    Double server(answerOf("200 OK", body), Double::Then::KeepOpen);
    http::NetworkClient client;
    http::Request request = requestTo(server.url());
    request.maxResponse = body.size();
    auto future = client.send(request);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->body.size(), body.size());
    request.maxResponse = body.size() - 1;
    future = client.send(request);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::InvalidInput);
}

void TestNetworkClient::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("file") << QStringLiteral("file:///etc/hosts") << QByteArray("A") << QByteArray("b");
    QTest::newRow("no host") << QStringLiteral("http:///a") << QByteArray("A") << QByteArray("b");
    QTest::newRow("empty") << QString() << QByteArray("A") << QByteArray("b");
    QTest::newRow("line break in a value") << QStringLiteral("http://h/") << QByteArray("A") << QByteArray("b\r\nC: d");
    QTest::newRow("line break in a name") << QStringLiteral("http://h/") << QByteArray("A\nB") << QByteArray("b");
}

void TestNetworkClient::refusesWhatCannotBeSent()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    http::NetworkClient client;
    http::Request request = requestTo(QUrl(address));
    request.headers = {{name, value}};
    const auto future = client.send(request);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::InvalidInput);
}

void TestNetworkClient::keepsNoCookies()
{
    Double server(answerOf("200 OK", "x", "Set-Cookie: a=b\r\nCache-Control: max-age=1000\r\n"),
                  Double::Then::KeepOpen);
    http::NetworkClient client;
    for (int i = 0; i < 2; ++i) {
        const auto future = client.send(requestTo(server.url()));
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
    }
    QCOMPARE(server.requests.size(), 2);
    QVERIFY(!server.requests.last().contains("Cookie"));
}

void TestNetworkClient::cancelsAtItsEnd()
{
    Double server({}, Double::Then::KeepOpen);
    std::optional<Future<http::Response>> waiting;
    std::optional<Future<http::Response>> queued;
    {
        http::NetworkClient client;
        waiting = client.send(requestTo(server.url()));
        QTRY_COMPARE(server.requests.size(), 1);
        queued = client.send(requestTo(server.url()));
    }
    QVERIFY(waiting->isFinished());
    QVERIFY(queued->isFinished());
    QCOMPARE(waiting->result().error().code, ErrorCode::Cancelled);
    QCOMPARE(base::await(*queued).error().code, ErrorCode::Cancelled);
}

void TestNetworkClient::serves100AtOnce()
{
    Double server(answerOf("200 OK", "x"), Double::Then::KeepOpen);
    http::NetworkClient client;
    QList<Future<http::Response>> futures;
    for (int i = 0; i < 100; ++i) {
        futures.append(client.send(requestTo(server.url(), "POST", QByteArray::number(i))));
    }
    for (const auto& future : futures) {
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
    }
    QCOMPARE(server.requests.size(), 100);
}

QTEST_GUILESS_MAIN(TestNetworkClient)
#include "test_networkclient.moc"
