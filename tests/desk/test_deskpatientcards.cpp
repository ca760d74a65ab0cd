// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/cardfixture.h"

#include "agent/offerholder.h"
#include "agent/service/codes.h"
#include "clinic/odoo/recordlink.h"
#include "desk/erasure.h"
#include "desk/localsignin.h"
#include "desk/signeddesk.h"
#include "secrets/pin.h"
#include "store/decisions.h"
#include "store/staff.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::IdentityState;
using desk::ParentCodeState;
using desk::PatientRecord;
using domain::Role;
using store::Session;
using test::CardFixture;
using test::familyPhone;
using test::keyOf;
using test::must;
using test::noon;
using test::u;

/// The cards of patients: what they show, joining them, and codes for parents. On both engines.
class TestDeskPatientCards : public QObject
{
    Q_OBJECT

    test::Engines m_engines;
    const QString m_hash = must(secrets::hashPin(u("274851")));

    CardFixture open(bool ownBook = true)
    {
        QFETCH_GLOBAL(bool, postgres);
        return CardFixture(m_engines.newLocation(postgres), ownBook);
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void aFamilysPhoneShowsEachForThemselves()
    {
        auto f = open();
        const auto family = f.family();
        QVERIFY(family.ownBook);
        QCOMPARE(family.records.size(), size_t(2));
        const auto& dor = family.records[0];
        const auto& yael = family.records[1];
        QCOMPARE(dor.patient.plan.size(), size_t(1));
        QCOMPARE(dor.patient.notes.size(), size_t(1));
        QCOMPARE(dor.pastVisits.size(), size_t(1));
        QCOMPARE(dor.pastVisits[0].id, u("given-0"));
        QCOMPARE(dor.nextVisits.size(), size_t(1));
        QCOMPARE(dor.invoices.size(), size_t(2));
        QCOMPARE(dor.invoices[0].number, u("INV/2026/0002"));
        QVERIFY(yael.patient.plan.empty() && yael.patient.notes.empty() && yael.pastVisits.empty());
        QVERIFY(yael.invoices.empty() && yael.patient.allergies.isEmpty() && yael.nextVisits.empty());
        QVERIFY(dor.doubles.empty() && yael.doubles.empty());
        QVERIFY(!dor.code && dor.joined.empty() && dor.link.isEmpty());
    }

    void openInvoicesComeFirst()
    {
        auto f = open();
        clinic::Book book(*f.store, f.clock, u("Ruti"));
        must(book.edit([](clinic::InvoiceEditor& invoices) {
                     return invoices.pay(u("INV/2026/0002"), {QDate(2026, 3, 1), {25000, u("ILS")}, u("cash")}, u("r"));
                 })
                 .result());
        const auto dor = f.record(u("dor"));
        QCOMPARE(dor.invoices[0].number, u("INV/2026/0001"));
        QCOMPARE(dor.invoices[1].due.minor, qint64(0));
    }

    void whoIsPerhapsTheSame_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<bool>("offered");
        QTest::newRow("one name and one birth date") << u("1984-07-19") << true;
        QTest::newRow("a grandson of the same name") << u("2011-07-19") << false;
    }
    void whoIsPerhapsTheSame()
    {
        QFETCH(QString, birth);
        QFETCH(bool, offered);
        auto f = open();
        const auto other = f.secondCard(qPrintable(birth));
        const auto dor = f.family().records[0];
        QCOMPARE(dor.doubles.size(), size_t(offered ? 1 : 0));
        if (offered) {
            QCOMPARE(dor.doubles[0].patient, other);
        }
        // Offered, never joined by itself.
        QCOMPARE(f.record(other).patient.id, other);
    }

    void whoIsSomebodyElseIsNotOfferedAgain()
    {
        auto f = open();
        const auto other = f.secondCard();
        const auto third = f.secondCard("1984-07-19", "055-005-0007");
        const auto doubles = [&] {
            std::set<QString> ids;
            const auto dor = f.family().records[0];
            std::ranges::transform(dor.doubles, std::inserter(ids, ids.end()), &desk::CardDouble::patient);
            return ids;
        };
        QCOMPARE(f.family().records[0].patient.id, u("dor"));
        QCOMPARE(doubles(), (std::set<QString>{other, third}));
        must(f.cards.keepApart(f.conversation, other, u("dor")).result());
        QCOMPARE(doubles(), std::set<QString>{third});
        // Either way round, and once.
        must(f.cards.keepApart(f.conversation, u("dor"), other).result());
        QCOMPARE(f.log(), QStringList{u("Ruti card.apart patient:%1 patient:dor").arg(other)});
        QCOMPARE(f.cards.keepApart(f.conversation, u("dor"), u("dor")).result().error().code, ErrorCode::InvalidInput);
        QCOMPARE(f.cards.keepApart(f.conversation, u("dor"), u("nobody")).result().error().code, ErrorCode::NotFound);
        QCOMPARE(f.cards.keepApart({4711}, u("dor"), third).result().error().code, ErrorCode::NotFound);
        QCOMPARE(doubles(), std::set<QString>{third});
    }

    void whatWasSaidOfACardCountsForTheOneItWasJoinedWith()
    {
        auto f = open();
        const auto other = f.secondCard();
        const auto third = f.secondCard("1984-07-19", "055-005-0007");
        must(f.cards.keepApart(f.conversation, u("dor"), other).result());
        const auto joining = must(f.cards.join(third, other).result());
        QVERIFY(f.record(u("dor")).doubles.empty());
        QVERIFY(f.record(third).doubles.empty());
        QCOMPARE(keyOf(f.cards.keepApart(f.conversation, other, third).result()), u("book.merged-already"));
        must(f.cards.separate(joining).result());
        const auto dor = f.record(u("dor"));
        QCOMPARE(dor.doubles.size(), size_t(1));
        QCOMPARE(dor.doubles[0].patient, third);
        // An administrator may join them all the same.
        must(f.cards.join(u("dor"), other).result());
        QCOMPARE(f.record(other).patient.id, u("dor"));
    }

    /// With the last conversation of whoever wrote, and not before.
    void whatWasSaidOfCardsIsErasedWithThePerson()
    {
        auto f = open();
        const auto other = f.secondCard();
        must(f.cards.keepApart(f.conversation, u("dor"), other).result());
        domain::Sender sender;
        sender.address = {domain::ChannelKind::Waha, u("clinic"), familyPhone};
        sender.phone = domain::Phone::fromWaId(familyPhone).value();
        const auto second =
            f.store.write([&](Session& session) { return store::Conversations(session).findOrCreate(sender, noon); });
        const auto erase = [&](domain::ConversationId id) {
            f.store.write([&](Session& session) {
                return desk::eraseConversation(session, id, u("Owner"), desk::ErasureCause::Request, noon);
            });
        };
        erase(f.conversation);
        QVERIFY(f.record(u("dor")).doubles.empty());
        erase(second.id);
        QCOMPARE(f.record(u("dor")).doubles.size(), size_t(1));
    }

    void cardsAreJoinedAndTakenApart()
    {
        auto f = open();
        const auto other = f.secondCard();
        const auto joining = must(f.cards.join(u("dor"), other).result());
        auto dor = f.record(u("dor"));
        QCOMPARE(dor.phones.size(), size_t(2));
        QVERIFY(dor.doubles.empty());
        QCOMPARE(dor.joined.size(), size_t(1));
        QCOMPARE(dor.joined[0].id, joining);
        QCOMPARE(dor.joined[0].by, u("Ruti"));
        QVERIFY(dor.joined[0].at == noon);
        QCOMPARE(dor.joined[0].name.he, u("דור אלמוג"));
        QCOMPARE(f.record(other).patient.id, u("dor"));
        QCOMPARE(keyOf(f.cards.join(u("yael"), other).result()), u("book.merged-already"));
        QCOMPARE(f.cards.join(u("dor"), u("dor")).result().error().code, ErrorCode::InvalidInput);

        must(f.cards.separate(joining).result());
        dor = f.record(u("dor"));
        QVERIFY(dor.joined.empty() && dor.phones.size() == 1 && dor.doubles.size() == 1);
        QCOMPARE(f.record(other).phones.size(), size_t(1));
        QCOMPARE(keyOf(f.cards.separate(joining).result()), u("book.merge-undone"));
        QCOMPARE(f.cards.separate(4711).result().error().code, ErrorCode::NotFound);
        QCOMPARE(f.log(), (QStringList{u("Ruti card.joined patient:dor patient:%1").arg(other),
                                       u("Ruti card.separated patient:dor patient:%1").arg(other)}));
    }

    void theFirstJoiningWaitsForTheSecond()
    {
        auto f = open();
        const auto other = f.secondCard();
        const auto first = must(f.cards.join(u("yael"), other).result());
        const auto second = must(f.cards.join(u("dor"), u("yael")).result());
        QCOMPARE(f.record(other).patient.id, u("dor"));
        QCOMPARE(f.record(u("dor")).joined.size(), size_t(1));
        QCOMPARE(keyOf(f.cards.separate(first).result()), u("book.merge-undone"));
        must(f.cards.separate(second).result());
        must(f.cards.separate(first).result());
        QCOMPARE(f.family().records.size(), size_t(2));
    }

    /// A conversation that knew the joined card goes on with the kept one.
    void aRunningConversationFollowsTheKeptCard()
    {
        auto f = open();
        const auto other = f.secondCard();
        const auto holder = agent::offerHolder(f.conversation);
        const auto offered = f.slot("2026-03-11T09:00");
        must(f.records.hold({{holder, offered, noon + 10min}}).result());
        must(f.records.joinWaitingList({u("wish"), other, {}, {}, u("checkup"), {}, {}, {}, {}, {}}).result());
        const auto before = must(
            f.records
                .book({u("b"), other, u("tamir"), u("checkup"), domain::LocalTime::fromText(u("2026-03-11T10:00")), 30})
                .result());
        must(f.cards.join(u("dor"), other).result());
        // Who was found out to be the other card is the kept one now; what was offered can still be booked.
        QCOMPARE(must(f.records.patient(other).result()).id, u("dor"));
        const auto booked = must(
            f.records.book({u("c"), other, offered.doctor, offered.treatment, offered.start, 30, holder}).result());
        QCOMPARE(booked.patient, u("dor"));
        QStringList coming;
        for (const auto& visit :
             must(f.records.appointments(other, domain::LocalTime::fromText(u("2026-03-09T00:00"))).result())) {
            coming << visit.id;
        }
        QCOMPARE(coming, (QStringList{booked.id, before.id}));
        QCOMPARE(must(f.records.invoices(other).result()).size(), size_t(2));
        QCOMPARE(must(f.records.waitingList().result())[0].patient, u("dor"));
        QCOMPARE(must(f.records.findPatients(domain::Phone::parse(u("055-005-0009")).value()).result())[0].id,
                 u("dor"));
        must(f.records.appendNote(other, {QDate(2026, 3, 3), u("agent"), u("later"), u("n")}).result());
        QCOMPARE(must(f.records.patient(u("dor")).result()).notes.size(), size_t(2));
    }

    void whoWritesIsOfTheLastDay()
    {
        auto f = open();
        using Kind = IdentityState::Kind;
        QVERIFY(f.family().identity.kind == Kind::Untold);
        const auto turn = [&](bool allowed, int left) {
            domain::Decision decision;
            decision.conversation = f.conversation;
            decision.startedAt = f.clock.now();
            decision.steps = {
                {domain::StepKind::Permit, u("identity"), {{"allowed", allowed}, {"tries_left", left}}, {}}};
            f.store.write([&](Session& session) { return store::Decisions(session).add(decision); });
        };
        turn(false, 2);
        auto state = f.family().identity;
        QVERIFY(state.kind == Kind::NotEstablished);
        f.clock.advance(1min);
        turn(true, 2);
        state = f.family().identity;
        QVERIFY(state.kind == Kind::Established && state.at == noon + 1min);
        turn(false, 0);
        QVERIFY(f.family().identity.kind == Kind::TriesUsedUp);
        f.clock.advance(25h);
        QVERIFY(f.family().identity.kind == Kind::Untold);
    }

    void aCodeIsToldOnceAndReplaced()
    {
        auto f = open();
        const auto code = must(f.cards.makeCode(u("yael"), 24h * 90).result());
        QCOMPARE(code.size(), 8);
        auto state = f.record(u("yael")).code.value();
        QVERIFY(state.kind == ParentCodeState::Kind::Good && state.expiresAt == noon + 24h * 90);
        QCOMPARE(state.madeBy, u("Ruti"));
        const auto second = must(f.cards.makeCode(u("yael"), 24h).result());
        agent::service::Codes codes(*f.store, f.clock);
        const auto isRight = [&](const QString& said, const char* reference) {
            return must(codes.check({u("יעל אלמוג"), said, u(reference), u("conversation:1")})).isRight;
        };
        QVERIFY(!isRight(code, "a"));
        QVERIFY(isRight(second, "b"));
        for (const char* reference : {"1", "2", "3"}) {
            QVERIFY(!isRight(u("10203040"), reference));
        }
        state = f.record(u("yael")).code.value();
        QVERIFY(state.kind == ParentCodeState::Kind::Good && state.wrongTries == 3);
        QVERIFY(!isRight(u("10203040"), "4") && !isRight(u("10203040"), "5"));
        QVERIFY(f.record(u("yael")).code->kind == ParentCodeState::Kind::Locked);
        must(f.cards.makeCode(u("yael"), 24h).result());
        QCOMPARE(must(f.cards.endCodes(u("yael")).result()), 1);
        QVERIFY(f.record(u("yael")).code->kind == ParentCodeState::Kind::Ended);
        must(f.cards.makeCode(u("yael"), 24h).result());
        f.clock.advance(25h);
        QVERIFY(f.record(u("yael")).code->kind == ParentCodeState::Kind::Expired);
        const auto said = f.log().join(QLatin1Char('\n'));
        QVERIFY(said.contains(u("Ruti parentcode.issued parentcode:")));
        QVERIFY(said.contains(u("Ruti parentcode.removed patient:yael")));
        QVERIFY(!said.contains(code) && !said.contains(second) && !said.contains(u("יעל")));
        QCOMPARE(keyOf(f.cards.makeCode(u("yael"), 1min).result()), u("cards.codeTime"));
        QCOMPARE(f.cards.makeCode(u("nobody"), 24h).result().error().code, ErrorCode::NotFound);
    }

    void aCodeFollowsItsCard()
    {
        auto f = open();
        const auto other = f.secondCard();
        const auto old = must(f.cards.makeCode(other, 24h).result());
        must(f.cards.join(u("dor"), other).result());
        QVERIFY(f.record(u("dor")).code->kind == ParentCodeState::Kind::Good);
        must(f.cards.makeCode(u("dor"), 24h).result());
        const auto answer =
            must(agent::service::Codes(*f.store, f.clock).check({u("דור אלמוג"), old, u("a"), u("x:1")}));
        QVERIFY(!answer.isRight);
        QCOMPARE(must(f.cards.endCodes(u("dor")).result()), 1);
    }

    void elsewhereNothingIsJoined()
    {
        auto f = open(false);
        const auto family = f.family();
        QVERIFY(!family.ownBook);
        QCOMPARE(family.records[0].link, QUrl(u("https://clinic.example/dor")));
        QCOMPARE(keyOf(f.cards.join(u("dor"), u("yael")).result()), u("cards.elsewhere"));
        QCOMPARE(keyOf(f.cards.separate(1).result()), u("cards.elsewhere"));
        QCOMPARE(keyOf(f.cards.find(u("dor")).result()), u("cards.elsewhere"));
        QCOMPARE(must(f.cards.makeCode(u("yael"), 24h).result()).size(), 8);
        // Cards are offered where they share the phone, and that they are of two people is said here.
        const auto other = f.secondCard();
        f.store.write([&](Session& session) {
            return session.execute(u("INSERT INTO patient_phone (patient, phone) VALUES (?, '+972550050001')"),
                                   {other});
        });
        QCOMPARE(f.family().records[0].doubles.size(), size_t(1));
        must(f.cards.keepApart(f.conversation, u("dor"), other).result());
        QVERIFY(f.family().records[0].doubles.empty());
    }

    void cardsAreFoundByNameAndNumber()
    {
        auto f = open();
        const auto found = [&](const char* text) { return must(f.cards.find(u(text)).result()).size(); };
        QCOMPARE(found("אלמוג"), size_t(2));
        QCOMPARE(found("055-005-0001"), size_t(2));
        QCOMPARE(found("megan"), size_t(1));
        QCOMPARE(found("  "), size_t(0));
        QCOMPARE(found("nobody"), size_t(0));
    }

    void aLinkLeadsToOdooAndNowhereElse()
    {
        using clinic::odoo::recordLink;
        QCOMPARE(recordLink(QUrl(u("https://odoo.example:8443/erp/")), u("res.partner"), u("17")).toString(),
                 u("https://odoo.example:8443/erp/web#id=17&model=res.partner&view_type=form"));
        QVERIFY(recordLink(QUrl(u("http://odoo.example")), u("res.partner"), u("17")).isEmpty());
        QVERIFY(recordLink(QUrl(u("https://odoo.example")), {}, u("17")).isEmpty());
        QVERIFY(recordLink(QUrl(u("https://odoo.example")), u("res.partner"), u("17&x=1")).isEmpty());
        QCOMPARE(recordLink(QUrl(u("https://me:secret@odoo.example")), u("res.partner"), u("1")).userInfo(), QString());
    }

    void whoMayDoWhat_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("codes");
        QTest::addColumn<bool>("joins");
        QTest::newRow("administrator") << Role::Admin << true << true;
        QTest::newRow("doctor") << Role::Doctor << true << false;
        QTest::newRow("front desk") << Role::Receptionist << true << false;
        QTest::newRow("auditor") << Role::Auditor << false << false;
    }
    void whoMayDoWhat()
    {
        QFETCH(Role, role);
        QFETCH(bool, codes);
        QFETCH(bool, joins);
        auto f = open();
        const auto pin = u("274851");
        const auto hire = [&](const char* name, Role as) {
            return f.store.write([&](Session& session) {
                store::Staff staff(session);
                domain::StaffMember member;
                member.name = u(name);
                member.role = as;
                return staff.add(member).and_then(
                    [&](domain::StaffId id) { return staff.setPin(id, m_hash).map([id](Done) { return id; }); });
            });
        };
        hire("Owner", Role::Admin);
        const auto who = hire("Dana", role);
        f.store.write([&](Session& session) { return desk::setSignInRules(session, {true, 10min}); });
        auto signIn = must(desk::LocalSignIn::open(*f.store, f.clock, u("Front desk")));
        desk::Means means;
        means.ownBook = true;
        desk::StaffDesks desks(*f.store, f.records, f.clock, u("IL"), means);
        desk::SignedDesk desk(*f.store, f.clock, *signIn, desks, desks.of(u("Front desk")));
        auto& cards = desk.patientCards();
        QVERIFY(!cards.of(f.conversation).result());
        must(signIn->signIn(who, pin).result());
        const auto other = f.secondCard();
        const auto may = [](const auto& result) {
            return result ? true
                          : (result.error().code == ErrorCode::Forbidden ? false : throw std::runtime_error("?"));
        };
        QVERIFY(may(cards.of(f.conversation).result()));
        QVERIFY(may(cards.record(u("dor")).result()));
        QCOMPARE(may(cards.makeCode(u("yael"), 24h).result()), codes);
        QCOMPARE(may(cards.endCodes(u("yael")).result()), codes);
        QCOMPARE(may(cards.keepApart(f.conversation, u("dor"), other).result()), codes);
        QCOMPARE(may(cards.lookFor(u("dor")).result()), codes);
        QCOMPARE(may(cards.tie(f.conversation, u("dor")).result()), codes);
        QCOMPARE(may(cards.untie(f.conversation, u("dor")).result()), codes);
        QCOMPARE(may(cards.add(f.conversation, {u("form"), {u("חדש"), {}}, {}, {}, {}, {}}).result()), codes);
        QCOMPARE(may(cards.find(u("dor")).result()), joins);
        const auto joined = cards.join(u("dor"), other).result();
        QCOMPARE(may(joined), joins);
        QCOMPARE(may(cards.separate(joined.value_or(1)).result()), joins);
        f.store.write([](Session&) { return Result<Done>(Done{}); });
        const auto said = f.log().join(QLatin1Char('\n'));
        QVERIFY(said.contains(u("Dana record.read patient:dor")));
        QCOMPARE(said.contains(u("Dana card.search book")), codes);
        QCOMPARE(said.contains(u("Dana card.tied patient:dor")), codes);
        QCOMPARE(said.contains(u("Dana card.joined patient:dor")), joins);
        QCOMPARE(said.contains(u("Dana parentcode.issued")), codes);
        QCOMPARE(said.contains(u("Dana card.apart patient:dor")), codes);
        QVERIFY(!said.contains(u("אלמוג")) && !said.contains(u("חדש")));
    }
};

QTEST_GUILESS_MAIN(TestDeskPatientCards)
#include "test_deskpatientcards.moc"
