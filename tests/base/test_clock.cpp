// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QTest>

#include <future>

using namespace delpek::base;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void virtualTimersRunInOrderOfDueTime()
    {
        VirtualClock clock(fromMillis(1000));
        std::vector<std::pair<int, qint64>> seen;
        const auto note = [&](int number) { return [&, number] { seen.emplace_back(number, toMillis(clock.now())); }; };
        clock.after(300ms, note(3));
        clock.after(100ms, note(1));
        clock.after(200ms, note(2));
        clock.after(100ms, note(11)); // the same moment: in order of scheduling
        clock.advance(250ms);
        const std::vector<std::pair<int, qint64>> expected{{1, 1100}, {11, 1100}, {2, 1200}};
        QCOMPARE(seen, expected);
        QCOMPARE(toMillis(clock.now()), qint64(1250));
        QCOMPARE(clock.nextDue(), std::optional(fromMillis(1300)));
    }

    void virtualTimerSetByATimerRunsInTheSameStep()
    {
        VirtualClock clock(fromMillis(0));
        qint64 second = -1;
        clock.after(10ms, [&] { clock.after(10ms, [&] { second = toMillis(clock.now()); }); });
        clock.advance(100ms);
        QCOMPARE(second, qint64(20));
        QCOMPARE(clock.nextDue(), std::optional<Instant>());
    }

    void virtualClockNeverGoesBack()
    {
        VirtualClock clock(fromMillis(500));
        qint64 at = -1;
        clock.schedule(fromMillis(100), [&] { at = toMillis(clock.now()); });
        clock.advanceTo(fromMillis(200));
        QCOMPARE(at, qint64(500)); // what was due before now runs now
        QCOMPARE(toMillis(clock.now()), qint64(500));
    }

    void virtualCancelledTimerStaysSilent()
    {
        VirtualClock clock(fromMillis(0));
        int ran = 0;
        const auto first = clock.after(10ms, [&] { ++ran; });
        Clock::TimerId second = 0;
        clock.after(20ms, [&] { clock.cancel(second); });
        second = clock.after(20ms, [&] { ++ran; });
        clock.cancel(first);
        clock.cancel(12345); // unknown: nothing happens
        clock.advance(1s);
        QCOMPARE(ran, 0);
    }

    void systemTimersRunInOrder()
    {
        SystemClock clock;
        std::vector<int> seen;
        std::promise<void> last;
        const Instant start = clock.now();
        clock.after(60ms, [&] {
            seen.push_back(2);
            last.set_value();
        });
        clock.after(20ms, [&] { seen.push_back(1); });
        clock.schedule(start - 1h, [&] { seen.push_back(0); });
        QCOMPARE(last.get_future().wait_for(10s), std::future_status::ready);
        QCOMPARE(seen, (std::vector<int>{0, 1, 2}));
        QVERIFY(clock.now() - start >= 50ms);
    }

    void systemCancelledTimerStaysSilent()
    {
        SystemClock clock;
        std::atomic<int> ran = 0;
        std::promise<void> later;
        const auto timer = clock.after(20ms, [&] { ++ran; });
        clock.cancel(timer);
        clock.after(60ms, [&] { later.set_value(); });
        QCOMPARE(later.get_future().wait_for(10s), std::future_status::ready);
        QCOMPARE(ran.load(), 0);
    }

    void systemClockEndsWithTimersWaiting()
    {
        bool ran = false;
        {
            SystemClock clock;
            clock.after(1h, [&] { ran = true; });
        }
        QVERIFY(!ran);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"
