// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/announcer.h"

#include "domain/isolate.h"
#include "ui/problembar.h"
#include "ui/windowfixture.h"

#include <QAccessible>

using namespace delpek;
using test::FakeDesk;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

struct Window : test::WindowFixture {
    QWidget* announcer() { return window.findChild<QWidget*>(u("announcer"), Qt::FindDirectChildrenOnly); }
    /// What was said since it was asked for the last time; only the newest is kept.
    QString said()
    {
        QWidget* one = announcer();
        const QString sentence = one != nullptr ? one->accessibleName() : QString();
        if (one != nullptr) {
            one->setAccessibleName({});
        }
        return sentence;
    }
    QString nextSaid()
    {
        QString sentence;
        return QTest::qWaitFor([&] { return !(sentence = said()).isEmpty(); }) ? sentence : u("nothing");
    }
};

} // namespace

/// What happens by itself is said to whoever does not see it.
class TestUiAnnouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAnAlertMessageAndNothingElse()
    {
        Window f;
        QVERIFY(ui::announce(f.composer, u("\u2068Noa\u2069 wrote")));
        QWidget* announcer = f.announcer();
        QVERIFY(announcer != nullptr && announcer->isVisible());
        const auto* interface = QAccessible::queryAccessibleInterface(announcer);
        QCOMPARE(interface->role(), QAccessible::AlertMessage);
        QCOMPARE(interface->text(QAccessible::Name), u("Noa wrote"));
        QVERIFY(!interface->state().focusable);
        ui::announce(f.inbox, u("Again"));
        QCOMPARE(f.window.findChildren<QWidget*>(u("announcer")).size(), 1);
        f.window.hide();
        QVERIFY(!ui::announce(f.composer, u("to nobody")));
    }

    void anEmergencyIsSaidOnce()
    {
        Window f;
        f.said();
        f.desk.raiseEscalation({FakeDesk::Booking}, domain::Urgency::Emergency, u("She bleeds"));
        const QString sentence = f.nextSaid();
        QVERIFY2(sentence.contains(u("Emergency")) && sentence.contains(u("by a colleague")), qPrintable(sentence));
        f.desk.raiseEscalation({FakeDesk::Mine}, domain::Urgency::Routine, u("She asks")); // the list is read again
        QTest::qWait(300);
        QVERIFY(!f.said().contains(u("Emergency")));
    }

    void whatThePatientWritesIsRead()
    {
        Window f;
        f.open(FakeDesk::Booking);
        QTest::qWait(50);
        f.said();
        f.desk.receive({FakeDesk::Booking}, u("and can I pay by card?"));
        const QString sentence = f.nextSaid();
        QVERIFY2(sentence.contains(u("נועה")) && sentence.endsWith(u("and can I pay by card?")), qPrintable(sentence));
    }

    void whatDoesNotWorkIsSaid()
    {
        Window f;
        auto* bar = f.window.findChild<ui::ProblemBar*>();
        const Error error{ErrorCode::Unavailable, u("records.down"), {}};
        bar->report(u("a test"), error);
        QCOMPARE(f.said(), domain::withoutIsolates(bar->text()));
        bar->report(u("a test"), error); // tried again, and the same
        QCOMPARE(f.said(), QString());
    }

    void whatCanStillBeTakenBackIsSaid()
    {
        Window f;
        f.desk.setUndo(std::chrono::seconds(5));
        f.open(FakeDesk::Mine);
        QTest::qWait(50);
        f.said();
        QTest::keyClicks(&f.composer.edit(), u("At ten"));
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QVERIFY(f.nextSaid().startsWith(u("Sending to")));
    }
};

QTEST_MAIN(TestUiAnnouncer)
#include "test_ui_announcer.moc"
