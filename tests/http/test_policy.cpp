// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/policy.h"

#include "base/result.h"

#include <QTest>

#include <map>

using namespace delpek;
using namespace std::chrono_literals;

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whetherAgain_data();
    void whetherAgain();
    void delayGrowsWithinItsHalf();
    void bucket();
    void bucketNeverExceedsItsRate();
    void bucketIgnoresAClockSetBack();
};

void TestPolicy::whetherAgain_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("retryAfter"); // ms; -1: none
    QTest::addColumn<int>("shortest");   // ms; -1: not again
    QTest::addColumn<int>("longest");
    QTest::newRow("first failure") << ErrorCode::Unavailable << 1 << -1 << 500 << 1000;
    QTest::newRow("second") << ErrorCode::Timeout << 2 << -1 << 1000 << 2000;
    QTest::newRow("third") << ErrorCode::RateLimited << 3 << -1 << 1500 << 3000;
    QTest::newRow("used up") << ErrorCode::Unavailable << 4 << -1 << -1 << -1;
    QTest::newRow("beyond") << ErrorCode::Unavailable << 9 << -1 << -1 << -1;
    QTest::newRow("no attempt yet") << ErrorCode::Unavailable << 0 << -1 << -1 << -1;
    QTest::newRow("server's delay") << ErrorCode::RateLimited << 1 << 90'000 << 90'000 << 90'000;
    QTest::newRow("server's delay of nothing") << ErrorCode::RateLimited << 1 << 0 << 0 << 0;
    QTest::newRow("server's delay, used up") << ErrorCode::RateLimited << 4 << 10 << -1 << -1;
    QTest::newRow("will not pass") << ErrorCode::Unauthorised << 1 << -1 << -1 << -1;
    QTest::newRow("will not pass, with delay") << ErrorCode::InvalidInput << 1 << 10 << -1 << -1;
}

void TestPolicy::whetherAgain()
{
    QFETCH(ErrorCode, code);
    QFETCH(int, attempt);
    QFETCH(int, retryAfter);
    QFETCH(int, shortest);
    QFETCH(int, longest);
    const http::RetryPolicy policy{4, 1s, 3s};
    base::Error error{code, {}, {}};
    if (retryAfter >= 0) {
        error.retryAfter = std::chrono::milliseconds(retryAfter);
    }
    std::mt19937_64 random(1);
    const auto delay = policy.delayAfter(attempt, error, random);
    QCOMPARE(delay.has_value(), shortest >= 0);
    if (delay) {
        QVERIFY2(delay->count() >= shortest && delay->count() <= longest, qPrintable(QString::number(delay->count())));
    }
}

void TestPolicy::delayGrowsWithinItsHalf()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937_64 random(seed);
    const base::Error error{ErrorCode::Unavailable, {}, {}};
    for (int round = 0; round < 2000; ++round) {
        const auto first = base::Duration(std::uniform_int_distribution<int>(1, 5000)(random));
        const auto longest = first * std::uniform_int_distribution<int>(1, 1000)(random);
        const http::RetryPolicy policy{100, first, longest};
        const int attempt = std::uniform_int_distribution<int>(1, 99)(random);
        const auto full = attempt > 30 ? longest : std::min(longest, first * (std::int64_t(1) << (attempt - 1)));
        const auto delay = policy.delayAfter(attempt, error, random);
        QVERIFY(delay);
        QVERIFY(*delay <= full);
        QVERIFY(*delay * 2 >= full - 1ms);
    }
    // Drawn, not fixed: both ends of the half occur.
    const http::RetryPolicy policy{2, 10ms, 10ms};
    std::map<std::int64_t, int> seen;
    for (int round = 0; round < 1000; ++round) {
        ++seen[policy.delayAfter(1, error, random)->count()];
    }
    QCOMPARE(seen.begin()->first, 5);
    QCOMPARE(seen.rbegin()->first, 10);
    QCOMPARE(seen.size(), 6u);
}

void TestPolicy::bucket()
{
    const base::Instant start = base::fromMillis(1'000'000);
    http::TokenBucket bucket(60, 2, start); // one a second
    QVERIFY(bucket.isFull(start));
    QVERIFY(!bucket.take(start));
    QVERIFY(!bucket.isFull(start));
    QVERIFY(!bucket.take(start));
    QCOMPARE(bucket.take(start), std::optional(start + 1s));
    QCOMPARE(bucket.take(start + 400ms), std::optional(start + 1s));
    QVERIFY(!bucket.take(start + 1s));
    QCOMPARE(bucket.take(start + 1s), std::optional(start + 2s));
    QVERIFY(!bucket.isFull(start + 2s));
    QVERIFY(bucket.isFull(start + 3s));
    // Saved up to the burst, not beyond.
    QVERIFY(!bucket.take(start + 1h));
    QVERIFY(!bucket.take(start + 1h));
    QVERIFY(bucket.take(start + 1h));
}

void TestPolicy::bucketNeverExceedsItsRate()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937_64 random(seed);
    for (const int perMinute : {1, 7, 60, 1000, 4800}) {
        const int burst = std::uniform_int_distribution<int>(1, 20)(random);
        const base::Instant start = base::fromMillis(0);
        base::Instant now = start;
        http::TokenBucket bucket(perMinute, burst, start);
        int taken = 0;
        for (int round = 0; round < 3000; ++round) {
            if (const auto next = bucket.take(now)) {
                QVERIFY(*next > now);
                // What was promised is there.
                http::TokenBucket promised = bucket;
                QVERIFY(!promised.take(*next));
            } else {
                ++taken;
            }
            now += base::Duration(std::uniform_int_distribution<int>(0, 200)(random));
        }
        const double most = burst + static_cast<double>((now - start).count()) * perMinute / 60'000.0;
        QVERIFY2(taken <= most + 1e-6, qPrintable(QStringLiteral("%1 of %2").arg(taken).arg(most)));
    }
}

void TestPolicy::bucketIgnoresAClockSetBack()
{
    const base::Instant start = base::fromMillis(1'000'000);
    http::TokenBucket bucket(60, 1, start);
    QVERIFY(!bucket.take(start));
    QVERIFY(bucket.take(start - 1h));
    QVERIFY(bucket.take(start + 999ms));
    QVERIFY(!bucket.take(start + 1s));
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "test_policy.moc"
