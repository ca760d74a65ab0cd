// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/reminders.h"
#include "store/conversations.h"
#include "store/engines.h"

using namespace delpek;
using namespace std::chrono_literals;
using store::Session;
using test::noon;
using test::TestStore;

/// What was put off comes back by itself, also what another desk put off, and what came due while nothing ran.
class TestReminders : public QObject
{
    Q_OBJECT

    static void putOff(TestStore& store, domain::ConversationId id, base::Instant until)
    {
        store.write([=](Session& session) { return store::Conversations(session).setSnooze(id, until); });
    }

private Q_SLOTS:
    void itsTimeComes()
    {
        QTemporaryDir folder;
        TestStore store(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.db")));
        const auto overdue = store.conversation(QStringLiteral("Noa")).id;
        const auto soon = store.conversation(QStringLiteral("Amit")).id;
        putOff(store, overdue, noon - 8h);
        base::VirtualClock clock(noon);
        base::Activity activity;
        node::Reminders reminders(*store, clock, activity);
        reminders.wake();
        activity.waitIdle();
        QVERIFY(store.reload(overdue).isReminded);
        QVERIFY(!clock.nextDue()); // nothing to wait for
        putOff(store, soon, noon + 10min);
        reminders.wake();
        activity.waitIdle();
        clock.advance(10min - 1s);
        activity.waitIdle();
        QVERIFY(!store.reload(soon).isReminded);
        clock.advance(1s);
        activity.waitIdle();
        QVERIFY(store.reload(soon).isReminded);
        reminders.stop();
        putOff(store, soon, clock.now() + 1min);
        reminders.wake();
        clock.advance(1h);
        activity.waitIdle();
        QVERIFY(store.reload(soon).snoozedUntil);
    }

    void moreThanOneWriteTakes()
    {
        QTemporaryDir folder;
        TestStore store(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.db")));
        for (int i = 0; i < 230; ++i) {
            putOff(store, store.conversation(QString::number(i)).id, noon);
        }
        base::VirtualClock clock(noon);
        base::Activity activity;
        node::Reminders reminders(*store, clock, activity);
        reminders.wake();
        activity.waitIdle();
        QVERIFY(!store.read([](Session& session) { return store::Conversations(session).nextSnoozeEnd(); }));
        reminders.stop();
    }
};

QTEST_GUILESS_MAIN(TestReminders)
#include "test_reminders.moc"
