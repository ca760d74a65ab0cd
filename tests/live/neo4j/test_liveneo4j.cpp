// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "http/networkclient.h"
#include "memory/contract.h"
#include "memory/neo4j/neo4jmemory.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;

/// What every memory promises, asked of a real Neo4j (docs/memory.md, "Neo4j"). DELPEK_LIVE_NEO4J_URL names it,
/// DELPEK_LIVE_NEO4J_PASSWORD the password of DELPEK_LIVE_NEO4J_USER (neo4j); the database is
/// DELPEK_LIVE_NEO4J_DATABASE (neo4j). Users with numbers from 900,000,001 are made and taken away again.
class TestLiveNeo4j : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.url = QUrl(qEnvironmentVariable("DELPEK_LIVE_NEO4J_URL"));
        m_server.database = qEnvironmentVariable("DELPEK_LIVE_NEO4J_DATABASE", QStringLiteral("neo4j"));
        m_server.user = qEnvironmentVariable("DELPEK_LIVE_NEO4J_USER", QStringLiteral("neo4j"));
        m_server.secret = [] { return qEnvironmentVariable("DELPEK_LIVE_NEO4J_PASSWORD"); };
        QVERIFY2(!m_server.url.host().isEmpty(), "DELPEK_LIVE_NEO4J_URL names no server");
        m_memory =
            std::move(memory::Neo4jMemory::open(m_server, QStringLiteral(":/delpek"), m_client, m_clock).value());
        // The first question to a server that has just started takes its time.
        const auto healthy = base::await(m_memory->health());
        QVERIFY2(healthy, healthy ? "" : qPrintable(base::describe(healthy.error())));
        // So does the first recall, for which a patient's turn waits a moment only.
        QTRY_VERIFY_WITH_TIMEOUT(base::await(m_memory->recall({{1}, {}, {}, m_clock.now()})), 60'000);
    }
    void init() { cleanUp(); }
    void cleanupTestCase() { cleanUp(); }

    void keeps_data()
    {
        QTest::addColumn<int>("promise");
        for (int i = 0; i < int(memoryCases().size()); ++i) {
            QTest::addRow("%s", memoryCases()[size_t(i)].name) << i;
        }
    }
    void keeps()
    {
        QFETCH(int, promise);
        try {
            memoryCases()[size_t(promise)].run(*m_memory);
        } catch (const std::exception& error) {
            QFAIL(error.what());
        }
    }

private:
    /// Also that they were forgotten, which would keep the next case from being remembered.
    void cleanUp()
    {
        memory::neo4j::Line line(m_server, m_client);
        for (const auto user : memoryCaseUsers()) {
            const auto gone =
                line.run({QStringLiteral("OPTIONAL MATCH (u:User {id: $user}) "
                                         "OPTIONAL MATCH (u)-[:HAS_FACT]->(f:Fact) "
                                         "OPTIONAL MATCH (u)-[:HAD_CONVERSATION]->(c:Conversation) "
                                         "OPTIONAL MATCH (c)-[:CONTAINS]->(m:Message) "
                                         "OPTIONAL MATCH (t:Turn {user: $user}) "
                                         "OPTIONAL MATCH (g:Forgotten {user: $user}) DETACH DELETE u, f, c, m, t, g"),
                          {{"user", user.value}}},
                         std::chrono::seconds(30));
            QVERIFY2(gone, gone ? "" : qPrintable(base::describe(gone.error())));
        }
    }

    memory::neo4j::Server m_server;
    base::SystemClock m_clock;
    http::NetworkClient m_client;
    std::unique_ptr<memory::Neo4jMemory> m_memory;
};

QTEST_GUILESS_MAIN(TestLiveNeo4j)
#include "test_liveneo4j.moc"
