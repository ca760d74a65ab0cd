// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/shiftdesk.h"

#include "store/erasure.h"
#include "store/latersends.h"
#include "store/shifts.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::LocalShifts;
using domain::Fate;
using domain::HolderKind;
using domain::LineKind;
using store::Session;
using test::must;
using test::noon;
using test::ShiftDesk;

/// Shifts and their hand-over sheets, on both engines.
class TestDeskShifts : public QObject
{
    Q_OBJECT

    test::Engines m_engines;

    ShiftDesk open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return ShiftDesk(m_engines.newLocation(postgres));
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void whoIsOnShiftIsSeenByAll()
    {
        auto f = open();
        std::vector<domain::Change> told;
        std::mutex mutex;
        const auto watching = f.store->subscribe([&](const auto& changes) {
            const std::lock_guard lock(mutex);
            told.insert(told.end(), changes.begin(), changes.end());
        });
        QVERIFY(must(f.dana.state().result()).open.empty());
        const auto begun = must(f.ruti.begin().result());
        QVERIFY(!begun.forgotten);
        const auto state = must(f.dana.state().result());
        QCOMPARE(state.open.size(), size_t(1));
        QCOMPARE(state.open.front().person, QStringLiteral("Ruti"));
        QVERIFY(state.open.front().begunAt == noon);
        QVERIFY(!state.own);
        QCOMPARE(must(f.ruti.state().result()).own->id.value, begun.id.value);
        // The same person at another desk.
        const auto again = f.ruti.begin().result();
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().key, QStringLiteral("shift.open"));
        f.clock.advance(1min);
        const auto second = must(f.dana.begin().result());
        QCOMPARE(must(f.ruti.state().result()).open.back().person, QStringLiteral("Dana"));
        QTRY_VERIFY(
            (std::lock_guard(mutex), std::ranges::count(told, domain::Topic::Shift, &domain::Change::topic) >= 2));
        QCOMPARE(f.log(), (QStringList{QStringLiteral("Ruti shift.begun shift:%1").arg(begun.id.value),
                                       QStringLiteral("Dana shift.begun shift:%1").arg(second.id.value)}));
    }

    void aSheetIsMadeOfWhatIsOpen()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.hold(0, HolderKind::Staff, "Ruti");
        f.hold(1, HolderKind::Nobody);
        const auto escalation = f.escalate(2);
        f.send(1, true);
        f.clock.advance(6h);
        QCOMPARE(f.rows(must(f.ruti.draft().result())),
                 QStringLiteral("escalation Yael, held Noa anyone, waiting Amit, unsent Amit"));
        const auto id =
            must(f.ruti.end({QStringLiteral("  The key is at Dana's. \n"), {{f.ids[0], Fate::ToAnyone}}}).result());
        QCOMPARE(f.at(0).holder.kind, HolderKind::Nobody);
        QVERIFY(f.at(0).needsPerson);

        auto state = must(f.dana.state().result());
        QVERIFY(state.open.empty());
        QCOMPARE(state.toRead.size(), size_t(1));
        auto sheet = must(f.dana.sheet(id).result());
        QCOMPARE(sheet.shift.words, QStringLiteral("The key is at Dana's."));
        QVERIFY(sheet.shift.endedAt == noon + 6h);
        QVERIFY(!sheet.shift.wasForgotten);
        QVERIFY(!sheet.isRead);
        QCOMPARE(f.rows(sheet), QStringLiteral("escalation Yael, held Noa anyone, waiting Amit, unsent Amit"));

        // What is seen to since is told beside what was.
        f.hold(0, HolderKind::Staff, "Dana");
        f.hold(1, HolderKind::Agent);
        f.send(1, false);
        f.store.write([&](Session& session) {
            return store::Escalations(session).close(escalation, QStringLiteral("Dana"), QStringLiteral("done"),
                                                     f.clock.now());
        });
        QCOMPARE(f.rows(must(f.dana.sheet(id).result())),
                 QStringLiteral("escalation Yael done, held Noa anyone done, waiting Amit done, unsent Amit done"));

        must(f.dana.acknowledge(id).result());
        must(f.dana.acknowledge(id).result());
        QVERIFY(must(f.dana.state().result()).toRead.empty());
        QVERIFY(must(f.ruti.state().result()).toRead.empty());
        sheet = must(f.ruti.sheet(id).result());
        QVERIFY(sheet.isRead);
        QCOMPARE(sheet.readBy.size(), size_t(1));
        QCOMPARE(sheet.readBy.front().reader, QStringLiteral("Dana"));
        const auto heads = must(f.dana.sheets(10).result());
        QCOMPARE(heads.size(), size_t(1));
        QVERIFY(heads.front().isRead);
        QCOMPARE(f.log(), (QStringList{QStringLiteral("Ruti shift.begun shift:1"),
                                       QStringLiteral("Ruti conversation.release conversation:%1").arg(f.ids[0].value),
                                       QStringLiteral("Ruti shift.ended shift:1"),
                                       QStringLiteral("Dana shift.acknowledged shift:1")}));
    }

    void eachConversationGoesWhereItShould()
    {
        auto f = open();
        must(f.ruti.begin().result());
        for (size_t which = 0; which < 3; ++which) {
            f.hold(which, HolderKind::Staff, "Ruti");
        }
        f.says(0, domain::AuthorKind::Staff);
        f.escalate(2);
        f.hold(2, HolderKind::Staff, "Ruti");
        must(f.ruti.end({{}, {{f.ids[0], Fate::ToAgent}, {f.ids[2], Fate::ToAgent}}}).result());
        QCOMPARE(f.at(0).holder.kind, HolderKind::Agent);
        QCOMPARE(f.at(1).holder.name, QStringLiteral("Ruti"));
        // A doctor is asked: no agent may go on.
        QCOMPARE(f.at(2).holder.kind, HolderKind::Nobody);
        QVERIFY(f.at(2).needsPerson);
    }

    /// The agent would not answer what it was not there for.
    void whoWritesWhileTheSheetIsOpenIsLeftToAPerson()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.hold(0, HolderKind::Staff, "Ruti");
        f.says(0, domain::AuthorKind::Staff);
        QCOMPARE(f.rows(must(f.ruti.draft().result())), QStringLiteral("held Noa agent"));
        f.says(0, domain::AuthorKind::Patient);
        const auto id = must(f.ruti.end({{}, {{f.ids[0], Fate::ToAgent}}}).result());
        QCOMPARE(f.at(0).holder.kind, HolderKind::Nobody);
        QVERIFY(f.at(0).needsPerson);
        QCOMPARE(f.rows(must(f.dana.sheet(id).result())), QStringLiteral("held Noa anyone"));
    }

    void whatIsPlannedStaysWithItsAuthor()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.hold(0, HolderKind::Staff, "Ruti");
        f.says(0, domain::AuthorKind::Staff);
        f.store.write([&](Session& session) {
            return store::LaterSends(session).add(
                {{}, f.ids[0], QStringLiteral("Ruti"), QStringLiteral("see you"), noon + 20h, noon, 0, {}, {}});
        });
        QCOMPARE(f.rows(must(f.ruti.draft().result())), QStringLiteral("held Noa kept, outgoing Noa"));
    }

    void whoForgotToEndIsNotThere()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.clock.advance(13h);
        QVERIFY(must(f.dana.state().result()).open.empty());
        QVERIFY(must(f.ruti.state().result()).own.has_value()); // who is asked about it
    }

    /// Somebody else took it while the sheet was open.
    void whatIsHeldNoMoreStaysWhereItIs()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.hold(0, HolderKind::Staff, "Dana");
        const auto before = f.at(0).epoch;
        const auto id = must(f.ruti.end({{}, {{f.ids[0], Fate::ToAgent}}}).result());
        QCOMPARE(f.at(0).holder.name, QStringLiteral("Dana"));
        QCOMPARE(f.at(0).epoch, before);
        QVERIFY(must(f.ruti.sheet(id).result()).rows.empty());
    }

    void wordsOutliveACrash()
    {
        QFETCH_GLOBAL(bool, postgres);
        const auto location = m_engines.newLocation(postgres);
        {
            ShiftDesk f(location);
            must(f.ruti.begin().result());
            must(f.ruti.keepWords(QStringLiteral("Half a sen")).result());
        }
        ShiftDesk f(location);
        QCOMPARE(must(f.ruti.state().result()).own->words, QStringLiteral("Half a sen"));
        QCOMPARE(must(f.ruti.draft().result()).shift.words, QStringLiteral("Half a sen"));
        QCOMPARE(f.ruti.keepWords(QString(4001, QLatin1Char('x'))).result().error().key,
                 QStringLiteral("shift.tooLong"));
        QCOMPARE(f.dana.keepWords(QStringLiteral("x")).result().error().key, QStringLiteral("shift.none"));
        QCOMPARE(f.dana.end({}).result().error().key, QStringLiteral("shift.none"));
        QCOMPARE(f.dana.draft().result().error().key, QStringLiteral("shift.none"));
    }

    void aForgottenShiftEndsWhenTheNextBegins()
    {
        auto f = open();
        const auto first = must(f.ruti.begin().result()).id;
        must(f.ruti.keepWords(QStringLiteral("Ask Noa")).result());
        f.hold(0, HolderKind::Staff, "Ruti");
        f.clock.advance(20h);
        const auto begun = must(f.ruti.begin().result());
        QVERIFY(begun.forgotten);
        QCOMPARE(begun.forgotten->id.value, first.value);
        QVERIFY(begun.forgotten->wasForgotten);
        QVERIFY(begun.id != first);
        const auto sheet = must(f.dana.sheet(first).result());
        QVERIFY(sheet.shift.wasForgotten);
        QCOMPARE(sheet.shift.words, QStringLiteral("Ask Noa"));
        QCOMPARE(f.rows(sheet), QStringLiteral("held Noa kept"));
        QCOMPARE(f.at(0).holder.name, QStringLiteral("Ruti"));
        QCOMPARE(must(f.ruti.state().result()).open.size(), size_t(1));
        QVERIFY(f.log().contains(QStringLiteral("Ruti shift.forgotten shift:%1").arg(first.value)));
    }

    void anErasureTakesThePatientOffTheSheets()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.hold(0, HolderKind::Nobody);
        const auto named = must(f.ruti.end({QStringLiteral("Noa calls back"), {}}).result());
        f.hold(0, HolderKind::Agent);
        f.hold(1, HolderKind::Nobody);
        must(f.dana.begin().result());
        const auto other = must(f.dana.end({QStringLiteral("The printer"), {}}).result());
        f.store.write([&](Session& session) { return store::Erasure(session).erase(f.ids[0]); });
        auto sheet = must(f.dana.sheet(named).result());
        QVERIFY(sheet.rows.empty());
        QVERIFY(sheet.shift.words.isEmpty());
        sheet = must(f.dana.sheet(other).result());
        QCOMPARE(f.rows(sheet), QStringLiteral("waiting Amit"));
        QCOMPARE(sheet.shift.words, QStringLiteral("The printer"));
    }

    void whatWasNotedInTheShiftStandsOnItsSheet()
    {
        auto f = open();
        f.note(0, "Ruti", QStringLiteral("before"));
        f.clock.advance(1min);
        must(f.ruti.begin().result());
        f.note(1, "Ruti", QStringLiteral("wants Tuesday"));
        f.note(0, "Dana", QStringLiteral("a colleague's"));
        f.clock.advance(1h);
        f.note(2, "Ruti", QStringLiteral("brings the X-ray"));
        f.note(1, "Ruti", QStringLiteral("or Thursday"));
        const auto said = QStringLiteral("Amit: wants Tuesday, Amit: or Thursday, Yael: brings the X-ray");
        QCOMPARE(f.notes(must(f.ruti.draft().result())), said);
        const auto id = must(f.ruti.end({}).result());
        f.clock.advance(1min);
        f.note(2, "Ruti", QStringLiteral("after"));
        auto sheet = must(f.dana.sheet(id).result());
        QCOMPARE(f.notes(sheet), said);
        QVERIFY(!sheet.hasMoreNotes && !sheet.notes.front().isShortened);
        f.store.write([&](Session& session) { return store::Erasure(session).erase(f.ids[1]); });
        QCOMPARE(f.notes(must(f.dana.sheet(id).result())), QStringLiteral("Yael: brings the X-ray"));
    }

    void aSheetHoldsSoManyNotesAndSoMuchOfEach()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.note(0, "Ruti", QStringLiteral("the first"));
        for (int i = 0; i < desk::mostSheetNotes - 1; ++i) {
            f.note(0, "Ruti", QStringLiteral("note %1").arg(i));
        }
        QVERIFY(!must(f.ruti.draft().result()).hasMoreNotes);
        f.note(0, "Ruti", QStringLiteral("word ").repeated(desk::longestSheetNote));
        f.note(0, "Ruti", QString(desk::longestSheetNote + 1, QLatin1Char('x')));
        const auto sheet = must(f.ruti.draft().result());
        QVERIFY(sheet.hasMoreNotes);
        QCOMPARE(int(sheet.notes.size()), desk::mostSheetNotes);
        QVERIFY(!f.notes(sheet).contains(QStringLiteral("the first")));
        for (size_t i = sheet.notes.size() - 2; i < sheet.notes.size(); ++i) {
            const auto& note = sheet.notes[i];
            QVERIFY(note.isShortened);
            QVERIFY(note.note.text.size() < desk::longestSheetNote && note.note.text.size() > 290);
        }
        QVERIFY(sheet.notes[sheet.notes.size() - 2].note.text.endsWith(QStringLiteral("word")));
    }

    void oldSheetsGo()
    {
        auto f = open();
        must(f.ruti.begin().result());
        f.hold(0, HolderKind::Nobody);
        const auto old = must(f.ruti.end({}).result());
        must(f.dana.acknowledge(old).result());
        f.clock.advance(24h);
        must(f.dana.begin().result());
        const auto kept = must(f.dana.end({}).result());
        const auto sweep = [&](base::Duration after) {
            return f.store.write([&](Session& session) { return store::Shifts(session).sweep(noon + after); });
        };
        QCOMPARE(sweep(0s), 0);
        QCOMPARE(sweep(1s), 1);
        QCOMPARE(f.rows(must(f.dana.sheet(kept).result())), QStringLiteral("waiting Noa"));
        QCOMPARE(f.dana.sheet(old).result().error().key, QStringLiteral("shift.gone"));
        QCOMPARE(f.dana.acknowledge(old).result().error().code, ErrorCode::NotFound);
        const auto running = must(f.dana.begin().result()).id;
        QCOMPARE(f.ruti.acknowledge(running).result().error().key, QStringLiteral("shift.open"));
    }
};

QTEST_GUILESS_MAIN(TestDeskShifts)
#include "test_deskshifts.moc"
