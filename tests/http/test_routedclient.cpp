// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/routedclient.h"

#include <QTest>

#include <deque>
#include <mutex>

using namespace delpek;
using namespace std::chrono_literals;
using http::RoutedClient;

namespace
{

http::Request request(const QByteArray& method, const char* url)
{
    http::Request request;
    request.method = method;
    request.url = QUrl(QLatin1String(url));
    request.timeout = 30s;
    return request;
}

} // namespace

/// Requests that never leave the process get what a server would give them.
class TestRoutedClient : public QObject
{
    Q_OBJECT

    base::VirtualClock m_clock{base::fromMillis(1'772'539'200'000)};
    std::deque<http::Respond> m_later;

    std::vector<http::Server::Route> routes()
    {
        return {{"GET", "/echo",
                 [](const http::ServerRequest& request, const http::Respond& respond) {
                     respond({200,
                              request.queryValue("word") + '|' + http::header(request.headers, "X-Test"),
                              "text/plain",
                              {{"X-Answer", "yes"}}});
                 }},
                {"POST", "/below/*",
                 [](const http::ServerRequest& request, const http::Respond& respond) {
                     respond({201, request.path + '|' + request.body});
                 }},
                {"GET", "/never",
                 [this](const http::ServerRequest&, const http::Respond& respond) { m_later.push_back(respond); }}};
    }

private Q_SLOTS:
    void init() { m_later.clear(); }

    void handsOverAndAnswers()
    {
        RoutedClient client(routes(), m_clock);
        auto asked = request("GET", "http://any.invalid/echo?word=%D7%90+b");
        asked.headers = {{"X-Test", "t"}};
        const auto answer = client.send(asked).result();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("א b|t"));
        QCOMPARE(http::header(answer->headers, "content-type"), QByteArray("text/plain"));
        QCOMPARE(http::header(answer->headers, "X-Answer"), QByteArray("yes"));
        auto posted = request("POST", "http://other.invalid:81/below/a%20b");
        posted.body = "bytes";
        QCOMPARE(client.send(posted).result()->body, QByteArray("/below/a b|bytes"));
        QCOMPARE(client.send(request("GET", "http://any.invalid/nothing")).result()->status, 404);
        QCOMPARE(client.send(request("GET", "http://any.invalid/below/a")).result()->status, 405);
    }

    void keepsTheLimit()
    {
        RoutedClient client(routes(), m_clock);
        auto asked = request("GET", "http://any.invalid/echo?word=0123456789");
        asked.maxResponse = 5;
        QCOMPARE(client.send(asked).result().error().code, ErrorCode::InvalidInput);
    }

    /// The patience is measured on the clock that it is given.
    void silenceEndsWithTheClock()
    {
        RoutedClient client(routes(), m_clock);
        const auto answer = client.send(request("GET", "http://any.invalid/never"));
        client.send(request("GET", "http://any.invalid/echo")).result();
        m_clock.advance(29s);
        client.send(request("GET", "http://any.invalid/echo")).result();
        QVERIFY(!answer.isFinished());
        m_clock.advance(1s);
        QCOMPARE(answer.result().error().code, ErrorCode::Timeout);
        QCOMPARE(m_later.size(), std::size_t(1));
        m_later.front()({200, "too late"});
    }

    void whatIsGivenUpMayHaveHappened()
    {
        RoutedClient client(routes(), m_clock);
        const auto answer = client.send(request("GET", "http://any.invalid/never"));
        client.giveUp();
        QCOMPARE(answer.result().error().code, ErrorCode::Timeout);
        QCOMPARE(client.send(request("GET", "http://any.invalid/echo")).result()->status, 200);
    }

    void answersAfterTheEndAreDropped()
    {
        Future<http::Response> answer = base::ready<http::Response>(http::Response{});
        {
            RoutedClient client(routes(), m_clock);
            answer = client.send(request("GET", "http://any.invalid/never"));
        }
        QVERIFY(answer.isFinished() && !answer.result());
        m_later.front()({200, "too late"});
        m_clock.advance(1h);
    }

    /// A handler that answers while it holds a lock, and a caller whose continuation asks it again.
    void aContinuationMayAskAgain()
    {
        std::mutex mutex;
        std::vector<http::Server::Route> locked{
            {"GET", "/locked", [&mutex](const http::ServerRequest&, const http::Respond& respond) {
                 const std::lock_guard lock(mutex);
                 respond({200, "once"});
             }}};
        RoutedClient client(std::move(locked), m_clock);
        const auto twice =
            client.send(request("GET", "http://any.invalid/locked")).then([&client](const Result<http::Response>&) {
                return client.send(request("GET", "http://any.invalid/locked"));
            });
        QCOMPARE(twice.result()->body, QByteArray("once"));
    }
};

QTEST_APPLESS_MAIN(TestRoutedClient)
#include "test_routedclient.moc"
