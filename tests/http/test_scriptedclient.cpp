// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedclient.h"

#include <QTest>

using namespace delpek;

class TestScriptedClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInOrder();
    void answersLater();
    void unexpectedRequestIsAComplaint();

private:
    static http::Request request(const QByteArray& method, const QString& address)
    {
        http::Request result;
        result.method = method;
        result.url = QUrl(address);
        return result;
    }
};

void TestScriptedClient::answersInOrder()
{
    test::ScriptedClient client;
    client.expect("GET", QStringLiteral("/a"), test::jsonResponse(200, "{}"));
    client.expect("POST", QStringLiteral("/b"), fail(ErrorCode::Timeout, QStringLiteral("late")));
    client.whenever([](const http::Request& candidate) { return candidate.url.path() == QStringLiteral("/health"); },
                    [](const http::Request&) { return test::jsonResponse(204, {}); });
    QVERIFY(!client.complaint().isEmpty());
    QCOMPARE(client.send(request("GET", QStringLiteral("http://h/a?x=1"))).result()->status, 200);
    QCOMPARE(client.send(request("GET", QStringLiteral("http://h/health"))).result()->status, 204);
    QCOMPARE(client.send(request("POST", QStringLiteral("http://h/b"))).result().error().code, ErrorCode::Timeout);
    QCOMPARE(client.requests().size(), 3);
    QCOMPARE(client.complaint(), QString());
}

void TestScriptedClient::answersLater()
{
    test::ScriptedClient client;
    const auto later = client.expectAnsweredLater("GET", QStringLiteral("/slow"));
    const auto future = client.send(request("GET", QStringLiteral("http://h/slow")));
    QVERIFY(!future.isFinished());
    later->finish(test::jsonResponse(200, "1"));
    QVERIFY(future.isFinished());
    QCOMPARE(future.result()->body, QByteArray("1"));
}

void TestScriptedClient::unexpectedRequestIsAComplaint()
{
    QEXPECT_FAIL("", "the client fails the test at its end, which is what is tested", Continue);
    {
        test::ScriptedClient client;
        client.expect("GET", QStringLiteral("/a"), test::jsonResponse(200, "{}"));
        const auto future = client.send(request("GET", QStringLiteral("http://h/b")));
        if (future.result().has_value() || !client.complaint().contains(QStringLiteral("GET /b"))) {
            return; // The expected failure does not come: that fails.
        }
    }
}

QTEST_GUILESS_MAIN(TestScriptedClient)
#include "test_scriptedclient.moc"
