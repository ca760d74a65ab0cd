// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "base/correlation.h"
#include "base/workers.h"

#include <QTest>

#include <set>
#include <thread>

using namespace delpek;
using namespace delpek::base;

class TestConcurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void awaitGivesTheResult()
    {
        QCOMPARE(await(ready(Result<int>(7))).value(), 7);

        Promise<int> promise;
        std::jthread other([&] { promise.finish(fail(ErrorCode::NotFound, QStringLiteral("gone"))); });
        QCOMPARE(await(promise.future()).error().code, ErrorCode::NotFound);
    }

    void awaitEndsWhenCancelled()
    {
        Promise<int> never;
        std::stop_source stop;
        std::jthread other([&] { stop.request_stop(); });
        QCOMPARE(await(never.future(), stop.get_token()).error().code, ErrorCode::Cancelled);
        // already cancelled: no wait at all
        QCOMPARE(await(never.future(), stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void awaitEndsWhenTheWorkGivesNothing()
    {
        auto broken = std::make_unique<Promise<int>>();
        const auto future = broken->future();
        broken.reset();
        QCOMPARE(await(future).error().code, ErrorCode::Cancelled);
    }

    void aContinuationRunsOnceHoweverItMeetsTheResult()
    {
        constexpr int rounds = 20'000;
        std::atomic<int> ran = 0;
        for (int i = 0; i < rounds; ++i) {
            Promise<int> promise;
            const auto future = promise.future();
            std::jthread other([&] { promise.finish(i); });
            const auto next = future.then([&](const Result<int>& value) -> Result<int> {
                ++ran;
                return *value + 1;
            });
            QCOMPARE(await(next).value(), i + 1);
        }
        QCOMPARE(ran.load(), rounds);
    }

    void continuationsAreChained()
    {
        Promise<int> outer;
        Promise<QString> inner;
        const auto chained = outer.future().then([&](const Result<int>&) { return inner.future(); });
        outer.finish(1);
        QVERIFY(!chained.isFinished());
        inner.finish(QStringLiteral("two"));
        QCOMPARE(chained.result().value(), QStringLiteral("two"));
    }

    void aContinuationOfADeadContextIsNotRun()
    {
        Promise<int> promise;
        bool alive = false;
        bool dead = false;
        QObject living;
        auto dying = std::make_unique<QObject>();
        promise.future().then(&living, [&](const Result<int>&) { alive = true; });
        promise.future().then(dying.get(), [&](const Result<int>&) { dead = true; });
        std::jthread([&] { promise.finish(1); }).join();
        dying.reset();
        QTRY_VERIFY(alive);
        QVERIFY(!dead);
    }

    void workersAreBoundedAndDrain()
    {
        constexpr int threads = 3;
        constexpr int jobs = 200;
        Workers workers(threads);
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        std::atomic<int> done = 0;
        for (int i = 0; i < jobs; ++i) {
            workers.post([&] {
                const int now = ++running;
                int seen = most;
                while (seen < now && !most.compare_exchange_weak(seen, now)) {
                }
                std::this_thread::yield();
                --running;
                ++done;
            });
        }
        workers.drain();
        QCOMPARE(done.load(), jobs);
        QVERIFY2(most <= threads, qPrintable(QString::number(most)));
    }

    void oneWorkerKeepsTheOrder()
    {
        std::vector<int> order;
        {
            Workers workers(1);
            for (int i = 0; i < 50; ++i) {
                workers.post([&order, i] { order.push_back(i); });
            }
        } // the destructor waits
        QCOMPARE(order.size(), size_t(50));
        QVERIFY(std::ranges::is_sorted(order));
    }

    void correlationBelongsToScopeAndThread()
    {
        QCOMPARE(currentCorrelation(), QString());
        {
            const CorrelationScope outer(QStringLiteral("a"));
            {
                const CorrelationScope inner(QStringLiteral("b"));
                QCOMPARE(currentCorrelation(), QStringLiteral("b"));
                QString elsewhere = QStringLiteral("unset");
                std::jthread([&] { elsewhere = currentCorrelation(); }).join();
                QCOMPARE(elsewhere, QString());
            }
            QCOMPARE(currentCorrelation(), QStringLiteral("a"));
        }
        QCOMPARE(currentCorrelation(), QString());
    }

    void correlationsDiffer()
    {
        std::set<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            seen.insert(newCorrelation());
        }
        QCOMPARE(seen.size(), size_t(1000));
    }
};

QTEST_GUILESS_MAIN(TestConcurrency)
#include "test_concurrency.moc"
