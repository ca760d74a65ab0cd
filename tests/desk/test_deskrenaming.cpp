// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/shiftdesk.h"

#include "desk/localsignin.h"
#include "desk/localstaffroom.h"
#include "store/latersends.h"
#include "store/staff.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::LocalShifts;
using domain::Fate;
using domain::HolderKind;
using store::Session;
using test::must;
using test::noon;
using test::ShiftDesk;

/// A member of staff goes by another name from now on, on both engines.
class TestDeskRenaming : public QObject
{
    Q_OBJECT

    test::Engines m_engines;

    ShiftDesk open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return ShiftDesk(m_engines.newLocation(postgres));
    }

    /// Everybody signs in: whoever works here goes by the name of the staff.
    static void requireSignIn(test::TestStore& store)
    {
        store.write([](Session& session) {
            domain::StaffMember owner;
            owner.name = QStringLiteral("Owner");
            owner.role = domain::Role::Admin;
            store::Staff staff(session);
            return staff.add(owner)
                .and_then([&](domain::StaffId id) { return staff.setPin(id, QStringLiteral("hash")); })
                .and_then([&](Done) { return desk::setSignInRules(session, {true}); });
        });
    }

    static domain::StaffMember addRuti(desk::LocalStaffRoom& room)
    {
        domain::StaffMember member;
        member.name = QStringLiteral("Ruti");
        member.id = must(room.keep(member, {}).result());
        return member;
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    /// A window without signing in has a name of its own, whatever the staff is called.
    void aWindowWithoutSigningInKeepsItsName()
    {
        auto f = open();
        desk::LocalStaffRoom room(*f.store, f.clock, QStringLiteral("Owner"), QStringLiteral("IL"));
        auto member = addRuti(room);
        must(f.ruti.begin().result());
        f.hold(0, HolderKind::Staff, "Ruti");
        member.name = QStringLiteral("Ruti Levi");
        must(room.keep(member, {}).result());
        QVERIFY(must(f.ruti.state().result()).own);
        QCOMPARE(f.at(0).holder.name, QStringLiteral("Ruti"));
        QVERIFY(f.log().contains(QStringLiteral("Owner staff.rename staff:%1").arg(member.id.value)));
    }

    /// The shift goes on under the new name, with all that the person has in hand.
    void whoIsRenamedKeepsTheShift()
    {
        auto f = open();
        requireSignIn(f.store);
        desk::LocalStaffRoom room(*f.store, f.clock, QStringLiteral("Owner"), QStringLiteral("IL"));
        auto member = addRuti(room);
        const auto earlier = must(f.dana.begin().result()).id;
        must(f.dana.end({}).result());
        must(f.ruti.acknowledge(earlier).result());
        const auto id = must(f.ruti.begin().result()).id;
        must(f.ruti.keepWords(QStringLiteral("The key")).result());
        f.hold(0, HolderKind::Staff, "Ruti");
        f.hold(1, HolderKind::Staff, "Dana");
        const auto before = f.at(0).epoch;
        f.note(0, "Ruti", QStringLiteral("calls back"));
        f.store.write([&](Session& session) {
            return store::LaterSends(session).add(
                {{}, f.ids[0], QStringLiteral("Ruti"), QStringLiteral("see you"), noon + 20h, noon, 0, {}, {}});
        });
        f.store.write([&](Session& session) {
            return store::Notes(session).saveDraft(f.ids[2], QStringLiteral("Ruti"), QStringLiteral("half a no"));
        });
        member.name = QStringLiteral("Ruti Levi");
        must(room.keep(member, {}).result());
        LocalShifts ruti(*f.store, f.clock, QStringLiteral("Ruti Levi"));
        const auto state = must(ruti.state().result());
        QCOMPARE(state.open.size(), size_t(1));
        QCOMPARE(state.own->id.value, id.value);
        QVERIFY(state.own->begunAt == noon && state.toRead.empty());
        QCOMPARE(ruti.begin().result().error().key, QStringLiteral("shift.open"));
        QCOMPARE(f.at(0).holder.name, QStringLiteral("Ruti Levi"));
        QCOMPARE(f.at(0).epoch, before);
        QCOMPARE(f.at(1).holder.name, QStringLiteral("Dana"));
        QCOMPARE(f.store.read([&](Session& session) {
            return store::Notes(session).draft(f.ids[2], QStringLiteral("Ruti Levi"));
        }),
                 QStringLiteral("half a no"));
        f.clock.advance(1h);
        f.note(0, "Ruti Levi", QStringLiteral("called"));
        must(ruti.end({QStringLiteral("The key"), {{f.ids[0], Fate::Kept}}}).result());
        const auto sheet = must(f.dana.sheet(id).result());
        QCOMPARE(sheet.shift.person, QStringLiteral("Ruti Levi"));
        QCOMPARE(f.rows(sheet), QStringLiteral("held Noa kept, outgoing Noa"));
        QCOMPARE(f.notes(sheet), QStringLiteral("Noa: calls back, Noa: called"));
        // Nobody has to read what was one's own under the name before.
        member.name = QStringLiteral("Ruti Katz");
        must(room.keep(member, {}).result());
        LocalShifts again(*f.store, f.clock, QStringLiteral("Ruti Katz"));
        QVERIFY(must(again.state().result()).toRead.empty());
        QVERIFY(must(again.sheet(id).result()).isRead);
    }

    void nobodyIsRenamedIntoAnOpenShift()
    {
        auto f = open();
        requireSignIn(f.store);
        desk::LocalStaffRoom room(*f.store, f.clock, QStringLiteral("Owner"), QStringLiteral("IL"));
        auto member = addRuti(room);
        must(f.ruti.begin().result());
        must(f.dana.begin().result());
        member.name = QStringLiteral("Dana");
        QCOMPARE(room.keep(member, {}).result().error().key, QStringLiteral("staff.nameOnShift"));
        const auto all = must(room.all().result());
        QVERIFY(std::ranges::find(all, QStringLiteral("Ruti"), &domain::StaffMember::name) != all.end());
        QVERIFY(must(f.ruti.state().result()).own && must(f.dana.state().result()).own);
    }
};

QTEST_GUILESS_MAIN(TestDeskRenaming)
#include "test_deskrenaming.moc"
