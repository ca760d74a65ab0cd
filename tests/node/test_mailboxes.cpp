// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/mailboxes.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

const domain::PersonId person{1};
const domain::ConversationId conversation{7};

struct Fixture {
    base::VirtualClock clock{base::fromMillis(1'000'000)};
    base::Workers workers{2};
    base::Activity activity;
    std::mutex mutex;
    std::vector<base::Instant> turns;
    std::function<bool(const base::Cancel&)> during;
    node::Mailboxes mailboxes{
        clock,
        workers,
        activity,
        {4s, 16s},
        [this](domain::PersonId, const std::set<domain::ConversationId>&, const base::Cancel& cancel) {
            {
                const std::lock_guard lock(mutex);
                turns.push_back(clock.now());
            }
            return during ? during(cancel) : false;
        }};

    void poke() { mailboxes.poke({person, conversation}); }
    void pass(base::Duration step)
    {
        clock.advance(step);
        activity.waitIdle();
    }
};

} // namespace

class TestMailboxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gathersABurstIntoOneTurn()
    {
        Fixture f;
        for (int i = 0; i < 3; ++i) {
            f.poke();
            f.pass(2s);
        }
        QCOMPARE(f.turns.size(), size_t(0));
        f.pass(2s);
        QCOMPARE(f.turns.size(), size_t(1));
    }

    void whatIsUrgentWaitsForNothing()
    {
        Fixture f;
        f.poke();
        f.pass(1s);
        f.mailboxes.hurry({person, conversation});
        f.pass(0s);
        QCOMPARE(f.turns.size(), size_t(1));
        f.pass(20s);
        QCOMPARE(f.turns.size(), size_t(1));
    }

    void whatIsUrgentDuringATurnFollowsAtOnce()
    {
        Fixture f;
        bool cancelled = false;
        bool first = true;
        f.during = [&](const base::Cancel& cancel) {
            if (std::exchange(first, false)) {
                f.mailboxes.hurry({person, conversation});
                cancelled = cancel.stop_requested();
            }
            return false;
        };
        f.poke();
        f.pass(4s);
        QVERIFY(cancelled);
        QCOMPARE(f.turns.size(), size_t(2));
        QCOMPARE(f.turns.at(0), f.turns.at(1));
    }

    void doesNotWaitForEver()
    {
        Fixture f;
        const auto start = f.clock.now();
        for (int second = 0; second < 60 && f.turns.empty(); ++second) {
            if (second % 3 == 0) {
                f.poke();
            }
            f.pass(1s);
        }
        QCOMPARE(f.turns.size(), size_t(1));
        QCOMPARE(f.turns.front() - start, base::Duration(16s));
    }

    void aMessageDuringATurnCancelsItAndGetsItsOwn()
    {
        Fixture f;
        bool cancelled = false;
        bool first = true;
        f.during = [&](const base::Cancel& cancel) {
            if (std::exchange(first, false)) {
                f.poke();
                cancelled = cancel.stop_requested();
                return true;
            }
            return false;
        };
        f.poke();
        f.pass(4s);
        QVERIFY(cancelled);
        f.pass(4s);
        QCOMPARE(f.turns.size(), size_t(2));
        f.pass(60s);
        QCOMPARE(f.turns.size(), size_t(2));
    }

    void nothingBeginsAfterStop()
    {
        Fixture f;
        f.poke();
        f.mailboxes.stop();
        f.pass(60s);
        QCOMPARE(f.turns.size(), size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestMailboxes)
#include "test_mailboxes.moc"
