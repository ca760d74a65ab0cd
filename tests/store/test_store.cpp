// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/decisions.h"
#include "store/migrations.h"
#include "store/notification.h"

#include <QSemaphore>

#include <atomic>
#include <numeric>
#include <set>

using namespace delpek;
using namespace delpek::test;
using store::Engine;
using store::Session;
using store::Settings;

/// Groups, failures, threads and the change feed.
class TestStoreCore : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static auto put(const QString& key, const QString& value = QStringLiteral("x"))
    {
        return [=](Session& session) { return Settings(session).setValue(key, value); };
    }

    static QString get(TestStore& store, const QString& key)
    {
        return store.read([=](Session& session) { return Settings(session).value(key); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void lowPriorityGivesWay()
    {
        auto store = open();
        QSemaphore entered;
        QSemaphore gate;
        auto first = store->write([&](Session&) -> Result<Done> {
            entered.release();
            gate.acquire();
            return Done{};
        });
        entered.acquire(); // it holds the writer, alone in its group
        std::vector<int> order; // the writer's thread only
        const auto note = [&order](int number) {
            return [&order, number](Session&) -> Result<Done> {
                order.push_back(number);
                return Done{};
            };
        };
        std::vector<Future<Done>> low;
        for (int i = 1; i <= 100; ++i) {
            low.push_back(store->write(note(i), store::Priority::Low));
        }
        auto normal = store->write(note(0));
        gate.release();
        QVERIFY(first.result() && normal.result());
        for (const auto& future : low) {
            QVERIFY(future.result());
        }
        std::vector<int> expected(101);
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(order, expected);
    }

    void oneFailureDoesNotHurtTheOthers()
    {
        auto store = open();
        // The first piece of work holds the writer until the rest waits, so that they form one group.
        QSemaphore gate;
        auto first = store->write([&](Session&) -> Result<Done> {
            gate.acquire();
            return Done{};
        });
        auto before = store->write(put(QStringLiteral("before")));
        auto refused = store->write([](Session& session) -> Result<Done> {
            (void)must(Settings(session).setValue(QStringLiteral("refused"), QStringLiteral("x")));
            return fail(ErrorCode::Forbidden, QStringLiteral("no"));
        });
        auto broken = store->write([](Session& session) -> Result<Done> {
            (void)must(Settings(session).setValue(QStringLiteral("broken"), QStringLiteral("x")));
            (void)session.execute(QStringLiteral("INSERT INTO nowhere VALUES (1)"));
            return fail(ErrorCode::Internal, QStringLiteral("broken"));
        });
        auto thrown = store->write([](Session& session) -> Result<Done> {
            (void)must(Settings(session).setValue(QStringLiteral("thrown"), QStringLiteral("x")));
            throw std::runtime_error("oops");
        });
        auto after = store->write(put(QStringLiteral("after")));
        gate.release();
        QVERIFY(first.result() && before.result() && after.result());
        QVERIFY(refused.result().error().code == ErrorCode::Forbidden);
        QVERIFY(broken.result().error().code == ErrorCode::Internal);
        QVERIFY(thrown.result().error().code == ErrorCode::Internal);
        QCOMPARE(get(store, QStringLiteral("before")), QStringLiteral("x"));
        QCOMPARE(get(store, QStringLiteral("after")), QStringLiteral("x"));
        for (const char* key : {"refused", "broken", "thrown"}) {
            QCOMPARE(get(store, QString::fromLatin1(key)), QString());
        }
    }

    void errorsNameNoValues()
    {
        auto store = open();
        const QString secret = QStringLiteral("+972501234567");
        store.write([=](Session& session) {
            return session.execute(QStringLiteral("INSERT INTO person (key) VALUES (?)"), {secret});
        });
        const auto twice =
            store
                ->write([=](Session& session) {
                    return session.execute(QStringLiteral("INSERT INTO person (key) VALUES (?)"), {secret});
                })
                .result();
        QVERIFY(!twice && twice.error().code == ErrorCode::Conflict);
        QVERIFY2(!twice.error().detail.contains(secret), qPrintable(twice.error().detail));
        const auto orphan =
            store
                ->write([](Session& session) {
                    return session.execute(QStringLiteral("INSERT INTO draft (conversation, staff, text) "
                                                          "VALUES (?, ?, ?)"),
                                           {99, QString(), QStringLiteral("secret")});
                })
                .result();
        QVERIFY(!orphan && orphan.error().code == ErrorCode::NotFound);
        QVERIFY2(!orphan.error().detail.contains(QLatin1String("secret")), qPrintable(orphan.error().detail));
    }

    void readersCannotWrite()
    {
        auto store = open();
        const auto refused = store->read(put(QStringLiteral("key"))).result();
        QVERIFY(!refused);
        QVERIFY2(refused.error().code == ErrorCode::Forbidden, qPrintable(base::describe(refused.error())));
        QCOMPARE(get(store, QStringLiteral("key")), QString());
    }

    void aStatementIsReadOnceAtATime()
    {
        auto store = open();
        const auto twice = store
                               ->read([](Session& session) -> Result<Done> {
                                   const QString sql = QStringLiteral("SELECT 1 UNION SELECT 2");
                                   auto rows = session.run(sql);
                                   return rows->next() ? session.run(sql).map([](const store::Rows&) { return Done{}; })
                                                       : Result<Done>(Done{});
                               })
                               .result();
        QVERIFY(!twice && twice.error().code == ErrorCode::Internal);
        const auto nested = store.read([](Session& session) -> Result<int> {
            int seen = 0;
            auto outer = session.run(QStringLiteral("SELECT 1 UNION SELECT 2"));
            while (outer->next()) {
                auto inner = session.run(QStringLiteral("SELECT 3 UNION SELECT 4"));
                while (inner->next()) {
                    ++seen;
                }
            }
            return seen;
        });
        QCOMPARE(nested, 4);
    }

    void manyThreadsWrite()
    {
        auto store = open();
        constexpr int threads = 4;
        constexpr int each = 200;
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> writers;
            for (int t = 0; t < threads; ++t) {
                writers.emplace_back([&, t] {
                    for (int i = 0; i < each; ++i) {
                        const auto key = QStringLiteral("%1/%2").arg(t).arg(i);
                        if (!store->write(put(key)).result()) {
                            ++failures;
                        }
                    }
                });
            }
        }
        QCOMPARE(failures.load(), 0);
        const auto count = store.read([](Session& session) -> Result<qint64> {
            auto rows = session.run(QStringLiteral("SELECT count(*) FROM setting"));
            return rows->next() ? rows->integer(0) : -1;
        });
        QCOMPARE(count, threads * each);
    }

    void changesAreToldAfterTheCommit()
    {
        auto store = open();
        std::vector<domain::Change> told;
        QSemaphore heard;
        const auto subscription = store->subscribe([&](const std::vector<domain::Change>& changes) {
            told.insert(told.end(), changes.begin(), changes.end());
            heard.release();
        });
        const auto refused = store
                                 ->write([](Session& session) -> Result<Done> {
                                     session.changed(domain::Topic::Clinic, 1);
                                     return fail(ErrorCode::Forbidden, QStringLiteral("no"));
                                 })
                                 .result();
        QVERIFY(!refused);
        const auto id = store.conversation().id;
        QVERIFY(heard.tryAcquire(1, 5000));
        QCOMPARE(told.size(), 1u);
        QVERIFY((told.front() == domain::Change{domain::Topic::Conversation, id.value, id.value}));
    }

    void aCallbackDoesNotOutliveItsSubscription()
    {
        auto store = open();
        for (int round = 0; round < 50; ++round) {
            auto alive = std::make_unique<std::atomic<bool>>(true);
            std::atomic<bool> late = false;
            QSemaphore entered;
            auto subscription =
                store->subscribe([&late, &entered, flag = alive.get()](const std::vector<domain::Change>&) {
                    entered.release();
                    std::this_thread::yield();
                    late = late || !*flag;
                });
            auto writes = std::vector<Future<Done>>();
            for (int i = 0; i < 4; ++i) {
                writes.push_back(store->write(put(QString::number(i), QString::number(round))));
            }
            entered.acquire();
            subscription.reset();
            *alive = false;
            for (auto& write : writes) {
                write.result();
            }
            store.write(put(QStringLiteral("barrier")));
            QVERIFY(!late);
        }
    }

    void aCallbackMayEndItself()
    {
        auto store = open();
        std::atomic<int> calls = 0;
        QSemaphore heard;
        domain::Subscription subscription;
        subscription = store->subscribe([&](const std::vector<domain::Change>&) {
            ++calls;
            subscription.reset();
            heard.release();
        });
        store.write(put(QStringLiteral("a")));
        QVERIFY(heard.tryAcquire(1, 5000));
        store.write(put(QStringLiteral("b")));
        store.write(put(QStringLiteral("c")));
        QCOMPARE(calls.load(), 1);
    }

    void anotherProcessIsHeard()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) {
            return; // a SQLite file has one process
        }
        const auto location = m_engines.newLocation(true);
        TestStore here(location);
        TestStore there(location);
        std::set<qint64> heardThere;
        std::atomic<int> heardHere = 0;
        QSemaphore arrived;
        const auto first = there->subscribe([&](const std::vector<domain::Change>& changes) {
            for (const auto& change : changes) {
                heardThere.insert(change.id);
                arrived.release();
            }
        });
        const auto second =
            here->subscribe([&](const std::vector<domain::Change>& changes) { heardHere += int(changes.size()); });
        // Enough for several payloads.
        constexpr int count = 2000;
        here.write([](Session& session) -> Result<Done> {
            for (int i = 1; i <= count; ++i) {
                session.changed(domain::Topic::Clinic, i, 1'000'000'000'000);
            }
            return Done{};
        });
        QVERIFY(arrived.tryAcquire(count, 10000));
        QCOMPARE(heardThere.size(), size_t(count));
        // Ours come back through the server too; they are told once. The second write arrives behind them.
        there.write(put(QStringLiteral("after")));
        here.write(put(QStringLiteral("end")));
        QTRY_VERIFY(heardHere >= count + 2);
        QCOMPARE(heardHere.load(), count + 2);
    }

    void aLostServerIsUnavailableAndComesBack()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) {
            return; // there is no server to lose
        }
        auto store = open();
        store.write(put(QStringLiteral("before")));
        m_engines.server().stop();
        for (int i = 0; i < 3; ++i) {
            const auto lost = store->write(put(QStringLiteral("lost"))).result();
            QVERIFY(!lost && lost.error().code == ErrorCode::Unavailable);
            const auto unread = store->read([](Session& session) { return Settings(session).value({}); }).result();
            QVERIFY(!unread && unread.error().code == ErrorCode::Unavailable);
        }
        must(m_engines.server().startAgain());
        QTRY_VERIFY_WITH_TIMEOUT(store->write(put(QStringLiteral("after"))).result().has_value(), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(
            store->read([](Session& session) { return Settings(session).value(QStringLiteral("after")); }).result(),
            15000);
        QCOMPARE(get(store, QStringLiteral("before")), QStringLiteral("x"));
        QCOMPARE(get(store, QStringLiteral("lost")), QString());
    }

    void aDeadlocksVictimRunsAgain()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) {
            return; // one writer cannot deadlock
        }
        const auto location = m_engines.newLocation(true);
        TestStore one(location);
        TestStore two(location);
        one.write(put(QStringLiteral("a")));
        one.write(put(QStringLiteral("b")));
        // Each takes its first row, waits for the other to have its own, then wants the other's.
        QSemaphore oneHas;
        QSemaphore twoHas;
        const auto cross = [](QString mine, QString theirs, QSemaphore& has, QSemaphore& otherHas) {
            return [mine, theirs, &has, &otherHas](Session& session) -> Result<Done> {
                auto done = Settings(session).setValue(mine, mine + theirs);
                has.release();
                (void)otherHas.tryAcquire(1, 500);
                return done ? Settings(session).setValue(theirs, mine + theirs) : done;
            };
        };
        auto first = one->write(cross(QStringLiteral("a"), QStringLiteral("b"), oneHas, twoHas));
        auto second = two->write(cross(QStringLiteral("b"), QStringLiteral("a"), twoHas, oneHas));
        QVERIFY2(first.result(), first.result() ? "" : qPrintable(base::describe(first.result().error())));
        QVERIFY2(second.result(), second.result() ? "" : qPrintable(base::describe(second.result().error())));
    }

    void notificationsAreReadAsWritten()
    {
        std::vector<domain::Change> changes;
        for (qint64 i = 0; i < 3000; ++i) {
            changes.push_back({domain::Topic::Message, i, i * 1000});
        }
        std::vector<domain::Change> read;
        const auto payloads = store::toPayloads(QStringLiteral("node"), changes);
        for (const auto& payload : payloads) {
            QVERIFY(payload.toUtf8().size() < 8000);
            const auto notification = store::fromPayload(payload);
            QVERIFY(notification);
            QCOMPARE(notification->node, QStringLiteral("node"));
            read.insert(read.end(), notification->changes.begin(), notification->changes.end());
        }
        QVERIFY(read == changes);
        QVERIFY(!store::fromPayload(QStringLiteral("node 1.2")));
        QVERIFY(!store::fromPayload(QStringLiteral("node 99.1.1")));
    }
};

QTEST_GUILESS_MAIN(TestStoreCore)
#include "test_store.moc"
