// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/drafts/draftbar.h"
#include "ui/drafts/worddiff.h"
#include "ui/fakeagentdrafts.h"
#include "ui/fakepresence.h"
#include "ui/inbox/inboxmodel.h"
#include "ui/presence/presencebar.h"
#include "ui/presence/presencekeeper.h"
#include "ui/problembar.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace delpek;
using domain::AgentDraft;
using domain::AgentDraftState;
using test::FakeDesk;
using test::WindowFixture;
using ui::DiffPart;
using ui::WordRun;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

struct DraftFixture : WindowFixture {
    DraftFixture()
        : WindowFixture()
        , bar(thread.draftBar())
    {
        open(FakeDesk::Mine);
        // Its saved draft is not what is tested.
        QTest::qWait(20);
        composer.edit().clear();
        composer.flushDraft();
    }

    void suggests(const QString& text, AgentDraftState state = AgentDraftState::Open)
    {
        AgentDraft draft;
        draft.conversation = {FakeDesk::Mine};
        draft.state = state;
        draft.text = text;
        desk.fakeAgentDrafts().put(change(draft));
    }
    QPushButton& button(const char* name) { return *bar.findChild<QPushButton*>(QLatin1String(name)); }
    QString label(const char* name)
    {
        return domain::withoutIsolates(bar.findChild<QLabel*>(QLatin1String(name))->text());
    }
    QString written() { return composer.edit().toPlainText(); }

    ui::DraftBar& bar;
    std::function<AgentDraft(AgentDraft)> change = [](AgentDraft draft) { return draft; };
};

const QString address = QStringLiteral("We are at 112 Ibn Gabirol St.");

} // namespace

/// The agent's drafts above the composer, and who else is at a conversation.
class TestUiDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsShownAndUsed()
    {
        DraftFixture f;
        QVERIFY(!f.bar.isVisible());
        f.suggests(address);
        QTRY_VERIFY(f.bar.isVisible());
        QCOMPARE(f.label("draftText"), address);
        QCOMPARE(f.label("draftHeading"), u("The agent suggests"));
        QCOMPARE(f.written(), QString());

        f.button("draftUse").click();
        QTRY_COMPARE(f.written(), address);
        QCOMPARE(f.desk.savedDraft({FakeDesk::Mine}), address);
        QVERIFY2(f.desk.sent().empty(), "nothing is sent by it");
        QTRY_COMPARE(f.label("draftHeading"), u("Your message begins with the agent's draft"));
        QVERIFY2(!f.bar.findChild<QLabel*>(QStringLiteral("draftText"))->isVisible(), "it is not shown twice");
    }

    void whatWasDeletedIsPutThereAgain()
    {
        DraftFixture f;
        f.suggests(address);
        QTRY_VERIFY(f.bar.isVisible());
        f.button("draftUse").click();
        QTRY_VERIFY(!f.button("draftUse").isVisible());
        f.composer.edit().setPlainText(u("something else"));
        QVERIFY(f.button("draftUse").isVisible());
        QCOMPARE(f.button("draftUse").text(), u("Insert again"));
        QVERIFY(f.button("draftDismiss").isVisible());
        f.composer.edit().setPlainText(address + u(" See you"));
        QVERIFY(!f.button("draftDismiss").isVisible());
    }

    void whatWasWrittenStaysBeforeIt()
    {
        DraftFixture f;
        f.composer.edit().setPlainText(u("Hi Dana!"));
        f.suggests(address);
        QTRY_VERIFY(f.bar.isVisible());
        f.button("draftUse").click();
        QTRY_COMPARE(f.written(), u("Hi Dana!\n") + address);
    }

    void keysAskAndUse()
    {
        DraftFixture f;
        f.press(QKeySequence(Qt::CTRL | Qt::Key_J));
        QTRY_VERIFY(f.bar.isVisible());
        QCOMPARE(f.label("draftHeading"), u("The agent is drafting an answer…"));
        QVERIFY2(!f.button("draftUse").isVisible(), "there are no words yet");
        QCOMPARE(f.button("draftDismiss").text(), u("Stop"));
        f.suggests(address);
        QTRY_COMPARE(f.label("draftHeading"), u("The agent suggests"));
        f.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
        QTRY_COMPARE(f.written(), address);
    }

    void aStaleOneIsNotUsed()
    {
        DraftFixture f;
        f.change = [](AgentDraft draft) {
            draft.isStale = true;
            return draft;
        };
        f.suggests(address);
        QTRY_VERIFY(f.bar.isVisible());
        QVERIFY(!f.button("draftUse").isEnabled());
        QCOMPARE(f.label("draftNote"), u("The patient wrote since."));
        QVERIFY(f.button("draftAgain").isVisible());
    }

    /// In an emergency the approved words stay in reach while the patient goes on writing.
    void approvedOnesAreUsedAlsoWhenStale()
    {
        DraftFixture f;
        f.change = [](AgentDraft draft) {
            draft.isStale = true;
            draft.reason = u("triage.ambulance");
            return draft;
        };
        f.suggests(u("Call 101 now."));
        QTRY_VERIFY(f.bar.isVisible());
        QVERIFY(f.button("draftUse").isEnabled());
    }

    void whyThereAreNoWordsIsSaid_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("said");
        QTest::newRow("a change") << u("draft.change") << u("create_appointment")
                                  << u("The patient agreed to a time. Book the visit, then tell the patient.");
        QTest::newRow("not understood") << u("agent.lost") << QString() << u("The agent did not understand");
        QTest::newRow("an emergency") << u("triage.ambulance") << QString() << u("Signs of a medical emergency");
    }
    void whyThereAreNoWordsIsSaid()
    {
        QFETCH(QString, reason);
        QFETCH(QString, tool);
        DraftFixture f;
        f.change = [&](AgentDraft draft) {
            draft.reason = reason;
            draft.tool = tool;
            return draft;
        };
        f.suggests({}, AgentDraftState::Empty);
        QTRY_VERIFY(f.bar.isVisible());
        QCOMPARE(f.label("draftHeading"), u("The agent leaves this to a person"));
        QTEST(f.label("draftNote"), "said");
        QVERIFY(!f.button("draftUse").isVisible());
    }

    void itIsPutAway()
    {
        DraftFixture f;
        f.suggests(address);
        QTRY_VERIFY(f.bar.isVisible());
        f.button("draftDismiss").click();
        QTRY_VERIFY(!f.bar.isVisible());
        QCOMPARE(f.written(), QString());
    }

    void anErrorIsSaidAndTheDraftStays()
    {
        DraftFixture f;
        f.suggests(address);
        QTRY_VERIFY(f.bar.isVisible());
        f.desk.fakeAgentDrafts().failure = Error{ErrorCode::Conflict, u("draft.stale"), u("the patient wrote")};
        f.button("draftUse").click();
        auto* problems = f.window.findChild<ui::ProblemBar*>();
        QTRY_VERIFY(problems->isVisible());
        QCOMPARE(f.written(), QString());
        QVERIFY(f.bar.isVisible());
    }

    void theWordsGoNowhereElse()
    {
        DraftFixture f;
        f.suggests(address);
        QTRY_VERIFY(f.bar.isVisible());
        f.button("draftUse").click();
        f.open(FakeDesk::Booking);
        QCoreApplication::processEvents();
        QVERIFY2(!f.written().contains(address), "another patient's conversation");
        QVERIFY(!f.bar.isVisible());
    }

    void whereTheAgentAnswersNothingIsDrafted()
    {
        DraftFixture f;
        f.open(FakeDesk::Booking); // the agent holds it
        auto* button = f.composer.findChild<QToolButton*>(QStringLiteral("agentDraft"));
        QTRY_VERIFY(button->isVisible());
        QVERIFY(!button->isEnabled());
        f.open(FakeDesk::Mine);
        QTRY_VERIFY(button->isEnabled());
    }

    void wordsAreCompared_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("told"); // Gone in [], New in {}
        QTest::newRow("the same") << u("a b c") << u("a b c") << u("a b c");
        QTest::newRow("a word more") << u("a c") << u("a b c") << u("a {b }c");
        QTest::newRow("a word less") << u("a b c") << u("a c") << u("a [b ]c");
        QTest::newRow("another word") << u("at 10:00 please") << u("at 11:00 please") << u("at [10:00 ]{11:00 }please");
        QTest::newRow("nothing left") << u("a b") << QString() << u("[a b]");
        QTest::newRow("all new") << QString() << u("a b") << u("{a b}");
        QTest::newRow("Hebrew") << u("התור ביום ראשון") << u("התור ביום שני") << u("התור ביום [ראשון]{שני}");
    }
    void wordsAreCompared()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QString told;
        QString old;
        QString now;
        for (const DiffPart& part : ui::wordDiff(before, after)) {
            told += part.run == WordRun::Gone  ? u("[") + part.text + u("]")
                    : part.run == WordRun::New ? u("{") + part.text + u("}")
                                               : part.text;
            old += part.run == WordRun::New ? QString() : part.text;
            now += part.run == WordRun::Gone ? QString() : part.text;
        }
        QTEST(told, "told");
        QCOMPARE(old, before);
        QCOMPARE(now, after);
    }

    void colleaguesAreSeen()
    {
        DraftFixture f;
        auto* bar = f.window.findChild<ui::PresenceBar*>();
        QVERIFY(!bar->isVisible());
        f.desk.fakePresence().put({{u("Noa"), {FakeDesk::Mine}, false}, {u("Tal"), {FakeDesk::Long}, true}});
        QTRY_VERIFY(bar->isVisible());
        const auto said = [&] {
            return domain::withoutIsolates(bar->findChild<QLabel*>(QStringLiteral("presenceText"))->text());
        };
        QCOMPARE(said(), u("Also open with: Noa"));
        const auto rows = f.inbox.findChild<QListView*>()->model();
        QStringList told;
        for (int row = 0; row < rows->rowCount(); ++row) {
            told << domain::withoutIsolates(rows->index(row, 0).data(Qt::AccessibleTextRole).toString());
        }
        QCOMPARE(told.filter(u("Also open with: Noa")).size(), 1);
        QCOMPARE(told.filter(u("Writing here now: Tal")).size(), 1);

        f.desk.fakePresence().put({{u("Noa"), {FakeDesk::Mine}, true}});
        QTRY_COMPARE(said(), u("Writing here now: Noa"));
        f.desk.fakePresence().put({});
        QTRY_VERIFY(!bar->isVisible());
    }

    void thisDeskSaysWhereItIs()
    {
        DraftFixture f;
        auto& presence = f.desk.fakePresence();
        using Said = test::FakePresence::Said;
        f.open(FakeDesk::Long);
        f.open(FakeDesk::Mine);
        QCOMPARE(presence.said.back(), (Said{{FakeDesk::Mine}, false}));
        f.composer.edit().setFocus();
        QTest::keyClicks(&f.composer.edit(), u("Hi"));
        QCOMPARE(presence.said.back(), (Said{{FakeDesk::Mine}, true}));
        const auto times = presence.said.size();
        QTest::keyClicks(&f.composer.edit(), u("!"));
        QCOMPARE(presence.said.size(), times);
        f.open(FakeDesk::Long);
        QTRY_COMPARE(presence.said.back(), (Said{{FakeDesk::Long}, false}));
        // A saved draft that comes into the composer is not typed.
        f.open(FakeDesk::Mine);
        QTRY_COMPARE(f.written(), u("Hi!"));
        QCOMPARE(presence.said.back(), (Said{{FakeDesk::Mine}, false}));
    }
};

QTEST_MAIN(TestUiDrafts)
#include "test_ui_drafts.moc"
