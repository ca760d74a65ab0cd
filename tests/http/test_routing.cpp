// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/routing.h"

#include <QTest>

using namespace delpek;
using http::Routing;

namespace
{

http::Server::Route route(const char* method, const char* path)
{
    return {method, path, [](const http::ServerRequest&, const http::Respond&) {}};
}

} // namespace

/// Which route a request leads to.
class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMoreExactRouteWins_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("expected"); // index of the route, -1: none
        QTest::addColumn<QByteArray>("allow");
        const auto row = [](const char* method, const char* path, int expected, const char* allow = "") {
            QTest::addRow("%s %s", method, path)
                << QByteArray(method) << QByteArray(path) << expected << QByteArray(allow);
        };
        row("GET", "/links/page.js", 0);
        row("GET", "/links/abc", 1);
        row("HEAD", "/links/abc", 1);
        row("POST", "/links/abc", -1, "GET, HEAD");
        row("GET", "/links/", -1);
        row("GET", "/links/a/b", -1);
        row("POST", "/things/7/close", 2);
        row("GET", "/things/7/close", -1, "POST");
        row("POST", "/things//close", -1);
        row("POST", "/things/7/close/", -1);
        row("POST", "/things/7/open", -1);
        row("GET", "/below/7", 3);
        row("GET", "/below/a/b", 4);
        row("GET", "/below/", 4);
        row("GET", "/elsewhere", -1);
    }
    void theMoreExactRouteWins()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, expected);
        int reached = -1;
        const auto at = [&](int index, const char* verb, const char* where) {
            return http::Server::Route{verb, where, [&reached, index](const auto&, const auto&) { reached = index; }};
        };
        const Routing routing({at(0, "GET", "/links/page.js"), at(1, "GET", "/links/{token}"),
                               at(2, "POST", "/things/{id}/close"), at(3, "GET", "/below/{id}"),
                               at(4, "GET", "/below/*")});
        const auto found = routing.find(method, path);
        if (found.handler != nullptr) {
            (*found.handler)({}, {});
        }
        QCOMPARE(reached, expected);
        QTEST(found.allow, "allow");
    }

    void partsOfThePath()
    {
        http::ServerRequest request;
        request.path = "/api/escalations/12/close";
        QCOMPARE(request.part(0), QByteArray("api"));
        QCOMPARE(request.part(2), QByteArray("12"));
        QCOMPARE(request.part(4), QByteArray());
        request.path = "/";
        QCOMPARE(request.part(0), QByteArray());
    }

    void noRoutesLeadNowhere()
    {
        const Routing routing({});
        QVERIFY(routing.find("GET", "/").handler == nullptr);
        QCOMPARE(Routing({route("GET", "/a")}).find("GET", "/{a}").allow, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "test_routing.moc"
