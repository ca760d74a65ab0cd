// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/latersending.h"
#include "node/latersending.h"
#include "store/conversations.h"
#include "store/engines.h"
#include "store/latersends.h"
#include "store/messages.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace delpek;
using namespace std::chrono_literals;
using store::Session;
using test::must;
using test::noon;
using test::TestStore;

namespace
{

/// A patient on a channel without a window, of whom Ruti takes care.
domain::ConversationId patientOf(Session& session, base::Instant now)
{
    domain::Sender sender;
    sender.address = {domain::ChannelKind::Telegram, QStringLiteral("clinic"), QStringLiteral("7")};
    return must(store::Conversations(session).findOrCreate(sender, now)).id;
}

Result<domain::LaterSendId> planFor(Session& session, const char* text, base::Instant at, base::Instant now)
{
    desk::StaffSend send;
    send.conversation = patientOf(session, now);
    send.authorName = QStringLiteral("Ruti");
    send.text = QString::fromUtf8(text);
    return desk::planByPerson(session, send, at, now);
}

QStringList sentIn(TestStore& store, base::Instant now)
{
    QStringList texts;
    for (const auto& message : store.write(
             [&](Session& session) { return store::Messages(session).before(patientOf(session, now), {}, 50); })) {
        texts << message.text;
    }
    return texts;
}

#ifdef DELPEK_CUT_POINTS
/// One life of the sender over a database in which something is due; true when it was cut.
bool liveUntilCut(const QString& location, const QByteArray& cutAt)
{
    const pid_t child = ::fork();
    if (child == 0) {
        qputenv("DELPEK_CUT_AT", cutAt);
        int argc = 0;
        QCoreApplication application(argc, nullptr);
        base::VirtualClock clock(noon);
        auto store = std::move(store::Store::open({location}).value());
        base::Activity activity;
        node::LaterSending later(*store, clock, activity, {}, false);
        later.start();
        activity.waitIdle();
        later.stop();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}
#endif

} // namespace

/// What was planned is sent by itself, also what another desk planned, and what came due while nothing ran.
class TestLaterSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Cut before and after the commit: it goes out exactly once.
    void aCrashSendsNothingTwice_data()
    {
        QTest::addColumn<QByteArray>("cutAt");
        QTest::newRow("before") << QByteArray("later.before-commit:1");
        QTest::newRow("after") << QByteArray("later.after-commit:1");
    }
    void aCrashSendsNothingTwice()
    {
#ifdef DELPEK_CUT_POINTS
        QFETCH(QByteArray, cutAt);
        QTemporaryDir folder;
        const QString location = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.db"));
        {
            TestStore store(location);
            store.write([](Session& session) { return planFor(session, "once", noon, noon - 1h); });
        }
        QVERIFY(liveUntilCut(location, cutAt));
        QVERIFY(!liveUntilCut(location, "none:0"));
        TestStore store(location);
        QCOMPARE(sentIn(store, noon), QStringList{QStringLiteral("once")});
        QVERIFY(!store.read([](Session& session) { return store::LaterSends(session).next(); }));
#endif
    }

    void itsTimeComes()
    {
        QTemporaryDir folder;
        TestStore store(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.db")));
        base::VirtualClock clock(noon);
        base::Activity activity;
        const auto plan = [&](const char* text, base::Instant at) {
            store.write([&](Session& session) { return planFor(session, text, at, clock.now() - 1h); });
            activity.waitIdle();
        };
        plan("while nothing ran", noon - 15min);
        node::LaterSending later(*store, clock, activity, {}, false);
        later.start();
        activity.waitIdle();
        QCOMPARE(sentIn(store, noon), QStringList{QStringLiteral("while nothing ran")});
        QVERIFY(!clock.nextDue()); // nothing to wait for
        plan("second", noon + 20min);
        plan("first", noon + 10min);
        QTRY_COMPARE(clock.nextDue(), std::optional(noon + 10min));
        clock.advance(10min);
        activity.waitIdle();
        QCOMPARE(sentIn(store, noon).mid(1), QStringList{QStringLiteral("first")});
        clock.advance(10min);
        activity.waitIdle();
        QCOMPARE(sentIn(store, noon).mid(2), QStringList{QStringLiteral("second")});
        later.stop();
        plan("third", noon + 30min);
        clock.advance(1h);
        activity.waitIdle();
        QCOMPARE(sentIn(store, noon).size(), 3);
    }

    void whatIsTooLateComesBack()
    {
        QTemporaryDir folder;
        TestStore store(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.db")));
        const auto id =
            store.write([](Session& session) { return planFor(session, "good morning", noon - 2h, noon - 3h); });
        base::VirtualClock clock(noon);
        base::Activity activity;
        node::LaterSending later(*store, clock, activity, {}, false);
        later.start();
        activity.waitIdle();
        QVERIFY(sentIn(store, noon).isEmpty());
        QCOMPARE(store.write([&](Session& session) { return store::LaterSends(session).take(id); }).fault,
                 QStringLiteral("later.late"));
        later.stop();
    }
};

QTEST_GUILESS_MAIN(TestLaterSending)
#include "test_latersending.moc"
