// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "http/networkclient.h"
#include "memory/contract.h"
#include "memory/neo4j/neo4jmemory.h"
#include "simulation/doubles/neo4jdouble.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using simulation::Neo4jDouble;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// A memory on a double.
struct Graph {
    explicit Graph(Neo4jDouble::Setup setup = {}, const QString& password = u("password-of-the-double"))
        : server(std::move(Neo4jDouble::start(setup, u(":/delpek"), clock).value()))
        , memory(std::move(
              memory::Neo4jMemory::open({server->url(), setup.database, setup.user, [password] { return password; }},
                                        u(":/delpek"), client, clock)
                  .value()))
    {
    }

    base::VirtualClock clock{base::fromMillis(1'772'539'200'000)};
    http::NetworkClient client;
    std::unique_ptr<Neo4jDouble> server;
    std::unique_ptr<memory::Neo4jMemory> memory;
};

memory::Episode episode(const char* id = "turn:1")
{
    memory::Episode episode;
    episode.id = u(id);
    episode.user = {1};
    episode.conversation = {2};
    episode.talk = 1;
    episode.at = base::fromMillis(1000);
    episode.agent = u("Alex");
    episode.messages = {{{5}, u("patient"), episode.at}};
    episode.findings = {{u("doctor"), {}, u("d1"), {}, {5}}};
    return episode;
}

} // namespace

/// The memory in Neo4j, through a double: what every memory promises, and what happens when the server does not.
class TestNeo4jMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keeps_data()
    {
        QTest::addColumn<bool>("queryApi");
        QTest::addColumn<int>("promise");
        for (const bool queryApi : {true, false}) {
            for (int i = 0; i < int(memoryCases().size()); ++i) {
                QTest::addRow("%s: %s", queryApi ? "query api" : "transactional", memoryCases()[size_t(i)].name)
                    << queryApi << i;
            }
        }
    }
    void keeps()
    {
        QFETCH(bool, queryApi);
        QFETCH(int, promise);
        Neo4jDouble::Setup setup;
        setup.hasQueryApi = queryApi;
        Graph graph(setup);
        try {
            memoryCases()[size_t(promise)].run(*graph.memory);
        } catch (const std::exception& error) {
            QFAIL(error.what());
        }
        QCOMPARE(graph.server->refusals(), QStringList());
    }

    void theGraphHasItsRelationsAndItsConstraints()
    {
        Graph graph;
        QVERIFY(base::await(graph.memory->remember({episode()})));
        const std::set<std::string> expected{"(User)-[:HAD_CONVERSATION]->(Conversation)",
                                             "(Conversation)-[:CONTAINS]->(Message)",
                                             "(Message)-[:HANDLED_BY]->(Agent)", "(User)-[:HAS_FACT]->(Fact)"};
        QCOMPARE(graph.server->relations(), expected);
        const auto sent = graph.server->statements();
        QCOMPARE(sent.count(u("schema")), 11);
        QCOMPARE(sent.last(), u("remember"));
        QVERIFY(base::await(graph.memory->remember({episode("turn:2")})));
        QCOMPARE(graph.server->statements().count(u("schema")), 11);
    }

    void aBearerTokenOpensItToo()
    {
        Neo4jDouble::Setup setup;
        setup.user.clear();
        Graph graph(setup);
        QVERIFY(base::await(graph.memory->health()));
    }

    void errorsAreOfTheirClass_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("error"); ///< -1: none
        const auto deadlock = u("Neo.TransientError.Transaction.DeadlockDetected");
        QTest::newRow("a deadlock passes") << deadlock << 2 << -1;
        QTest::newRow("one that goes on does not") << deadlock << 3 << int(ErrorCode::Unavailable);
        QTest::newRow("another was first") << u("Neo.ClientError.Schema.ConstraintValidationFailed") << 1 << -1;
        QTest::newRow("forgotten meanwhile") << u("Neo.ClientError.Statement.EntityNotFound") << 1 << -1;
        QTest::newRow("the server's limit of time")
            << u("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration") << 1
            << int(ErrorCode::Unavailable);
        QTest::newRow("read only") << u("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase") << 1
                                   << int(ErrorCode::Unavailable);
        QTest::newRow("an index in the way")
            << u("Neo.ClientError.Schema.IndexAlreadyExists") << 1 << int(ErrorCode::Unavailable);
        QTest::newRow("too many wrong passwords")
            << u("Neo.ClientError.Security.AuthenticationRateLimit") << 1 << int(ErrorCode::RateLimited);
        QTest::newRow("busy") << u("Neo.TransientError.General.DatabaseUnavailable") << 1
                              << int(ErrorCode::Unavailable);
        QTest::newRow("broken") << u("Neo.DatabaseError.General.UnknownError") << 1 << int(ErrorCode::Unavailable);
        QTest::newRow("a wrong statement")
            << u("Neo.ClientError.Statement.SyntaxError") << 1 << int(ErrorCode::InvalidInput);
        QTest::newRow("no right") << u("Neo.ClientError.Security.Forbidden") << 1 << int(ErrorCode::Forbidden);
        QTest::newRow("an old credential")
            << u("Neo.ClientError.Security.CredentialsExpired") << 1 << int(ErrorCode::Unauthorised);
    }
    void errorsAreOfTheirClass()
    {
        QFETCH(QString, code);
        QFETCH(int, times);
        QFETCH(int, error);
        for (const bool queryApi : {true, false}) {
            Neo4jDouble::Setup setup;
            setup.hasQueryApi = queryApi;
            Graph graph(setup);
            graph.server->failNext(times, code);
            const auto done = base::await(graph.memory->health());
            QCOMPARE(done ? -1 : int(done.error().code), error);
            QVERIFY(base::await(graph.memory->health()));
        }
    }

    void aWrongPasswordOrDatabaseIsToldApart()
    {
        Graph wrong({}, u("another"));
        QCOMPARE(base::await(wrong.memory->health()).error().code, ErrorCode::Unauthorised);
        Neo4jDouble::Setup setup;
        setup.database = u("elsewhere");
        Graph graph(setup);
        memory::neo4j::Server server{graph.server->url(), u("neo4j"), setup.user, [&] { return setup.password; }};
        const auto lost = memory::Neo4jMemory::open(server, u(":/delpek"), graph.client, graph.clock).value()->health();
        QCOMPARE(base::await(lost).error().code, ErrorCode::NotFound);
    }

    void aServerThatIsDownIsLeftAloneForAWhile()
    {
        Graph graph;
        QVERIFY(base::await(graph.memory->recall({{1}, {}, {}, graph.clock.now()})));
        graph.server->setDown(true);
        QCOMPARE(base::await(graph.memory->recall({{1}, {}, {}, graph.clock.now()})).error().code,
                 ErrorCode::Unavailable);
        graph.server->setDown(false);
        QVERIFY(!base::await(graph.memory->recall({{1}, {}, {}, graph.clock.now()})));
        graph.clock.advance(5s);
        QVERIFY(base::await(graph.memory->recall({{1}, {}, {}, graph.clock.now()})));
    }

    void aServerThatSaysNothingHoldsUpARecallForAMomentOnly()
    {
        Graph graph;
        QVERIFY(base::await(graph.memory->health()));
        graph.server->setSilent(true);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(base::await(graph.memory->recall({{1}, {}, {}, graph.clock.now()})).error().code, ErrorCode::Timeout);
        QVERIFY2(timer.elapsed() < 5000, "the recall did not end by itself"); // 300 ms, and what a busy machine adds
        graph.server->setSilent(false);
    }

    void answersOfSomethingElseAreNone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("error");
        QTest::newRow("a page") << 200 << QByteArray("<html>") << int(ErrorCode::InvalidInput);
        QTest::newRow("an empty object") << 202 << QByteArray("{}") << int(ErrorCode::InvalidInput);
        QTest::newRow("rows and an error")
            << 202 << QByteArray(R"({"data":{"values":[[1]]},"errors":[{"code":"Neo.TransientError.X.Y"}]})")
            << int(ErrorCode::Unavailable);
        QTest::newRow("a header that 4.4 does not take")
            << 400 << QByteArray(R"({"errors":[{"code":"Neo.ClientError.Request.InvalidFormat"}]})")
            << int(ErrorCode::Unauthorised);
        QTest::newRow("a flat row") << 202 << QByteArray(R"({"data":{"values":[1]}})") << int(ErrorCode::InvalidInput);
        QTest::newRow("a proxy's failure") << 502 << QByteArray("bad gateway") << int(ErrorCode::Unavailable);
    }
    void answersOfSomethingElseAreNone()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        http::Response response;
        response.status = status;
        response.body = body;
        const auto table = memory::neo4j::tableOf(response);
        QVERIFY(!table);
        QTEST(int(table.error().code), "error");
    }
};

QTEST_GUILESS_MAIN(TestNeo4jMemory)
#include "test_neo4jmemory.moc"
