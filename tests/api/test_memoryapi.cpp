// SPDX-License-Identifier: GPL-3.0-or-later
#include "outsideclinic.h"

#include "api/memory/memoryapi.h"
#include "memory/builtin/builtinmemory.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::Role;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

http::Headers as(Role role)
{
    return {{"Authorization", "Bearer " + api::staff::issueToken(apiKey, {u("Ruti"), role, noon, noon + 8h})}};
}

const http::Headers visitor{{"Authorization", "Bearer visitor-token"}};

/// A built-in memory that can be away.
class AwayMemory final : public memory::Memory
{
public:
    explicit AwayMemory(store::Store& store)
        : m_real(store)
    {
    }
    QString name() const override { return isElsewhere ? u("neo4j") : u("builtin"); }
    Future<Done> remember(std::vector<memory::Episode> episodes) override
    {
        return m_real.remember(std::move(episodes));
    }
    Future<memory::Recollection> recall(const memory::Query& query) override { return m_real.recall(query); }
    Future<memory::UserMemory> list(domain::PersonId user) override
    {
        return isAway ? base::ready<memory::UserMemory>(away()) : m_real.list(user);
    }
    Future<Done> correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                         base::Instant at) override
    {
        return m_real.correct(user, fact, value, by, at);
    }
    Future<Done> forget(domain::PersonId user, base::Instant at) override
    {
        return isAway ? base::ready<Done>(away()) : m_real.forget(user, at);
    }
    Future<int> sweep(base::Instant before) override { return m_real.sweep(before); }
    Future<Done> health() override { return isAway ? base::ready<Done>(away()) : m_real.health(); }

    bool isAway = false;
    bool isElsewhere = false;

private:
    static tl::unexpected<Error> away() { return fail(ErrorCode::Unavailable, u("away")); }
    memory::BuiltinMemory m_real;
};

/// One visitor of the chat page who is remembered, and the API.
class Bench
{
public:
    Bench()
        : rules(must(memory::Rules::load(u(":/delpek"))))
        , memory(clinic.store())
        , m_api({clinic.store(),
                 clinic.clock(),
                 memory,
                 *rules,
                 [] { return apiKey; },
                 [](const QByteArray& token) -> Result<QString> {
                     return token == "visitor-token" ? Result<QString>(u("visitor"))
                                                     : fail(ErrorCode::Unauthorised, u("no"));
                 },
                 u("page"),
                 {},
                 [this] { ++woken; }})
        , m_routing(m_api.routes())
    {
        user = clinic
                   .write([this](store::Session& session) {
                       domain::Sender sender;
                       sender.address = {domain::ChannelKind::WebChat, u("page"), u("visitor")};
                       return store::Conversations(session).findOrCreate(sender, clinic.clock().now());
                   })
                   .person;
        memory::Episode episode;
        episode.id = u("turn:1");
        episode.user = user;
        episode.conversation = {1};
        episode.talk = 1;
        episode.at = noon - 1h;
        episode.pattern = u("scheduling");
        episode.first = {1};
        episode.findings = {{u("language"), {}, u("he"), {}, {1}}};
        (void)must(base::await(memory.remember({episode})));
    }

    http::ServerResponse ask(const QByteArray& method, const QByteArray& target, const http::Headers& headers,
                             const QByteArray& body = {})
    {
        const auto parsed = http::parseTarget(target);
        auto promise = std::make_shared<Promise<http::ServerResponse>>();
        const auto found = m_routing.find(method, parsed->path);
        (*found.handler)({method, parsed->path, {}, headers, body, u("10.0.0.1"), {}},
                         [promise](const http::ServerResponse& response) { promise->finish(response); });
        return must(base::await(promise->future()));
    }
    QByteArray path() const { return "/api/memory/" + QByteArray::number(user.value); }

    OutsideClinic clinic;
    std::unique_ptr<memory::Rules> rules;
    AwayMemory memory;
    domain::PersonId user;
    int woken = 0;

private:
    api::memory::MemoryApi m_api;
    http::Routing m_routing;
};

} // namespace

/// What is remembered of a patient, by the API: who may see, correct and forget it.
class TestMemoryApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownOrAdmin_data()
    {
        QTest::addColumn<http::Headers>("headers");
        QTest::addColumn<QByteArray>("whose"); ///< empty: the visitor's number
        QTest::addColumn<int>("status");
        QTest::newRow("an admin") << as(Role::Admin) << QByteArray() << 200;
        QTest::newRow("a doctor") << as(Role::Doctor) << QByteArray() << 403;
        QTest::newRow("the desk") << as(Role::Receptionist) << QByteArray() << 403;
        QTest::newRow("an auditor") << as(Role::Auditor) << QByteArray() << 403;
        QTest::newRow("an admin has no memory here") << as(Role::Admin) << QByteArray("me") << 404;
        QTest::newRow("the visitor") << visitor << QByteArray() << 200;
        QTest::newRow("the visitor as me") << visitor << QByteArray("me") << 200;
        QTest::newRow("another's") << visitor << QByteArray("999") << 403;
        QTest::newRow("nobody's") << visitor << QByteArray("0") << 403;
        QTest::newRow("a session that is none")
            << http::Headers{{"Authorization", "Bearer x"}} << QByteArray("me") << 401;
        QTest::newRow("no token") << http::Headers{} << QByteArray() << 401;
    }
    void ownOrAdmin()
    {
        QFETCH(http::Headers, headers);
        QFETCH(QByteArray, whose);
        QFETCH(int, status);
        Bench bench;
        const QByteArray path = whose.isEmpty() ? bench.path() : "/api/memory/" + whose;
        QCOMPARE(bench.ask("GET", path, headers).status, status);
        QCOMPARE(bench.ask("PATCH", path + "/facts/turn:1-language", headers, R"({"value":"en"})").status, status);
        QCOMPARE(bench.ask("DELETE", path, headers).status, status);
        const auto left = must(base::await(bench.memory.list(bench.user)));
        QCOMPARE(left.facts.empty(), status == 200);
    }

    void everyActStandsInTheAuditLog()
    {
        Bench bench;
        bench.ask("GET", bench.path(), as(Role::Admin));
        bench.ask("PATCH", bench.path() + "/facts/turn:1-language", visitor, R"({"value":"en"})");
        bench.ask("DELETE", bench.path(), visitor);
        const QString subject = QStringLiteral("person:%1").arg(bench.user.value);
        QCOMPARE(bench.clinic.audit(),
                 QStringList({u("Ruti memory.viewed ") + subject, u("patient memory.corrected ") + subject,
                              u("patient memory.forgotten ") + subject}));
    }

    void whatIsRememberedIsShownWithItsSource()
    {
        Bench bench;
        const auto json = jsonOf(bench.ask("GET", bench.path(), visitor));
        QVERIFY(json["user"] == bench.user.value);
        QVERIFY(json["patterns"] == base::Json({{"scheduling", 1}}));
        const auto& fact = json["facts"].at(0);
        QCOMPARE(base::textAt(fact, "kind"), u("language"));
        QVERIFY(fact["message"] == 1);
        QVERIFY(!json["talks"].at(0).contains("words"));
    }

    void aCorrectionMustFit_data()
    {
        QTest::addColumn<QByteArray>("fact");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("another language") << QByteArray("turn:1-language") << QByteArray(R"({"value":"en"})") << 200;
        QTest::newRow("none of the languages")
            << QByteArray("turn:1-language") << QByteArray(R"({"value":"fr"})") << 422;
        QTest::newRow("nothing") << QByteArray("turn:1-language") << QByteArray("{}") << 422;
        QTest::newRow("no JSON") << QByteArray("turn:1-language") << QByteArray("en") << 422;
        QTest::newRow("no such fact") << QByteArray("turn:2-language") << QByteArray(R"({"value":"en"})") << 404;
    }
    void aCorrectionMustFit()
    {
        QFETCH(QByteArray, fact);
        QFETCH(QByteArray, body);
        Bench bench;
        QTEST(bench.ask("PATCH", bench.path() + "/facts/" + fact, visitor, body).status, "status");
    }

    void whatCannotBeForgottenNowIsForgottenLater()
    {
        Bench bench;
        bench.memory.isAway = true;
        QCOMPARE(bench.ask("GET", bench.path(), visitor).status, 503);
        QCOMPARE(bench.ask("DELETE", bench.path(), visitor).status, 202);
        QCOMPARE(bench.woken, 1);
        const auto waiting = must(base::await(bench.clinic.store().read([](store::Session& session) {
            return session.run(u("SELECT kind FROM memory_job WHERE state = 'waiting'")).map([](auto rows) {
                return rows.next() ? rows.text(0) : QString();
            });
        })));
        QCOMPARE(waiting, u("forget"));
    }

    void healthIsHonest_data()
    {
        QTest::addColumn<bool>("elsewhere");
        QTest::addColumn<bool>("away");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("built in") << false << true << 200 << u("not-configured");
        QTest::newRow("there") << true << false << 200 << u("ok");
        QTest::newRow("down") << true << true << 503 << u("unreachable");
    }
    void healthIsHonest()
    {
        QFETCH(bool, elsewhere);
        QFETCH(bool, away);
        Bench bench;
        bench.memory.isElsewhere = elsewhere;
        bench.memory.isAway = away;
        const auto answer = bench.ask("GET", "/health/neo4j", {});
        QTEST(answer.status, "status");
        QTEST(base::textAt(jsonOf(answer), "status"), "word");
    }
};

QTEST_GUILESS_MAIN(TestMemoryApi)
#include "test_memoryapi.moc"
