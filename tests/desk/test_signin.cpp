// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/auditroom.h"
#include "desk/latersends.h"
#include "desk/localsignin.h"
#include "desk/notes.h"
#include "desk/privacy.h"
#include "desk/rutisdesk.h"
#include "desk/shifts.h"
#include "desk/signeddesk.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "store/decisions.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::Entry;
using desk::LocalSignIn;
using desk::SignedDesk;
using desk::SignInRules;
using domain::Right;
using domain::Role;
using domain::StaffId;
using domain::StaffMember;
using test::must;
using test::Session;

/// Who works at a window, what each may do there, and that it is noted.
class TestSignIn : public QObject, private test::RutisDesk
{
    Q_OBJECT

    StaffId hire(const QString& name, Role role, const QString& pin)
    {
        StaffMember member;
        member.name = name;
        member.role = role;
        return m_store->write([&](Session& session) {
            store::Staff staff(session);
            return staff.add(member).and_then([&](StaffId id) {
                // What stands behind a PIN is secrets' own test; making one takes long.
                return staff.setPin(id, pin == QLatin1String("274851") ? m_hash : QString()).map([&](Done) {
                    return id;
                });
            });
        });
    }

    void require(bool required)
    {
        m_store->write([&](Session& session) { return desk::setSignInRules(session, {required, 10min}); });
        // What changed reaches the sign-in a moment later.
        QVERIFY(QTest::qWaitFor([&] { return (m_signIn->state().entry == Entry::Open) != required; }));
    }

    void openDesk()
    {
        m_signIn = must(LocalSignIn::open(**m_store, *m_clock, QStringLiteral("Front desk")));
        m_desks =
            std::make_unique<desk::StaffDesks>(**m_store, *m_records, *m_clock, QStringLiteral("IL"), desk::Means{});
        m_signed = std::make_unique<SignedDesk>(**m_store, *m_clock, *m_signIn, *m_desks,
                                                m_desks->of(QStringLiteral("Front desk")));
    }

    ErrorCode refusal(const Result<Done>& done) { return done ? ErrorCode::Internal : done.error().code; }
    Result<Done> enter(StaffId who, const QString& pin = QStringLiteral("274851"))
    {
        return m_signIn->signIn(who, pin).result();
    }

    QStringList audit()
    {
        // Writing waits for its turn behind what is being noted.
        m_store->write([](Session&) { return Result<Done>(Done{}); });
        const auto entries = m_store->read([](Session& session) { return store::AuditLog(session).after(0, 200); });
        QStringList lines;
        for (const auto& entry : entries) {
            lines +=
                QStringList{entry.actor, entry.action, entry.subject, entry.detail}.join(QLatin1Char(' ')).trimmed();
        }
        return lines;
    }

    const QString m_hash = must(secrets::hashPin(QStringLiteral("274851")));
    std::unique_ptr<LocalSignIn> m_signIn;
    std::unique_ptr<desk::StaffDesks> m_desks;
    std::unique_ptr<SignedDesk> m_signed;

private Q_SLOTS:
    void init()
    {
        open();
        openDesk();
    }
    void cleanup()
    {
        m_signed.reset();
        m_desks.reset();
        m_signIn.reset();
        close();
    }

    void aDeskWithoutPinsIsOpenToItsPerson()
    {
        QVERIFY(m_signIn->state().entry == Entry::Open);
        QCOMPARE(m_signed->staffName(), QStringLiteral("Front desk"));
        QVERIFY(m_signIn->mayDo(Right::ManageClinic));
        const auto id = patient();
        must(m_signed->takeOver(id).result());
        QCOMPARE(must(m_signed->conversation(id).result()).holder.name, QStringLiteral("Front desk"));
        m_signIn->lock();
        QVERIFY(m_signIn->state().entry == Entry::Open);
    }

    void whoIsAskedMustSignIn()
    {
        const auto dana = hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        hire(QStringLiteral("No pin"), Role::Receptionist, {});
        const auto id = patient();
        require(true);
        QVERIFY(m_signIn->state().entry == Entry::SignedOut);
        QCOMPARE(m_signed->staffName(), QString());
        QVERIFY(refusal(m_signed->takeOver(id).result()) == ErrorCode::Unauthorised);
        QVERIFY(m_signed->conversation(id).result().error().code == ErrorCode::Unauthorised);
        QVERIFY(m_signed->book().days(QDate(2026, 3, 3), QDate(2026, 3, 3)).result().error().code ==
                ErrorCode::Unauthorised);
        const auto people = must(m_signIn->people().result());
        QCOMPARE(people.size(), size_t(1));
        QCOMPARE(people[0].name, QStringLiteral("Dana"));

        QVERIFY(refusal(enter(dana, QStringLiteral("274852"))) == ErrorCode::Unauthorised);
        must(enter(dana));
        QVERIFY(m_signIn->state().entry == Entry::SignedIn);
        QCOMPARE(m_signed->staffName(), QStringLiteral("Dana"));
        must(m_signed->takeOver(id).result());
        QCOMPARE(must(m_signed->conversation(id).result()).holder.name, QStringLiteral("Dana"));
        m_signIn->signOut();
        QVERIFY(m_signed->conversation(id).result().error().code == ErrorCode::Unauthorised);
        const auto lines = audit();
        QVERIFY(lines.contains(QStringLiteral("Dana desk.wrongPin desk")));
        QVERIFY(lines.contains(QStringLiteral("Dana desk.signIn staff:%1").arg(dana.value)));
        QVERIFY(lines.contains(QStringLiteral("Dana conversation.take conversation:%1").arg(id.value)));
        QVERIFY(lines.contains(QStringLiteral("Dana desk.signOut desk")));
    }

    void whatIsLockedCanBeReadAndNotChanged()
    {
        const auto dana = hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto ruti = hire(QStringLiteral("Ruti"), Role::Receptionist, QStringLiteral("274851"));
        const auto id = patient();
        require(true);
        must(enter(ruti));
        m_signIn->lock();
        QVERIFY(m_signIn->state().entry == Entry::Locked);
        QCOMPARE(m_signIn->state().person.name, QStringLiteral("Ruti"));
        must(m_signed->conversation(id).result());
        // What was being written when the window locked is kept.
        must(m_signed->saveDraft(id, QStringLiteral("half a sen")).result());
        must(m_signed->notes().saveDraft(id, QStringLiteral("half a note")).result());
        QVERIFY(refusal(m_signed->takeOver(id).result()) == ErrorCode::Unauthorised);
        QVERIFY(m_signed->reply(id, QStringLiteral("Hello")).result().error().code == ErrorCode::Unauthorised);
        must(enter(ruti));
        QCOMPARE(must(m_signed->draft(id).result()), QStringLiteral("half a sen"));
        QCOMPARE(must(m_signed->notes().draft(id).result()), QStringLiteral("half a note"));
        m_signIn->lock();
        must(enter(dana));
        QCOMPARE(m_signed->staffName(), QStringLiteral("Dana"));
        QCOMPARE(must(m_signed->draft(id).result()), QString());
        QCOMPARE(must(m_signed->notes().draft(id).result()), QString());
    }

    void aRoleIsHeldToItsRights()
    {
        hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto ruti = hire(QStringLiteral("Ruti"), Role::Receptionist, QStringLiteral("274851"));
        const auto noa = hire(QStringLiteral("Noa"), Role::Auditor, QStringLiteral("274851"));
        const auto id = patient();
        require(true);
        must(enter(ruti));
        const auto escalation =
            must(m_signed->raiseEscalation(id, domain::Urgency::DoctorRequired, QStringLiteral("look")).result());
        must(m_signed->acknowledge(escalation).result());
        QVERIFY(refusal(m_signed->closeEscalation(escalation, QStringLiteral("done")).result()) ==
                ErrorCode::Forbidden);
        QVERIFY(m_signed->answerEscalation(escalation, QStringLiteral("Cohen"), QStringLiteral("Rinse"))
                    .result()
                    .error()
                    .code == ErrorCode::Forbidden);
        auto& later = m_signed->laterSends();
        const auto planned = must(later.plan(id, QStringLiteral("Hello"), test::noon + std::chrono::hours(1)).result());
        must(enter(noa));
        QCOMPARE(must(later.of(id).result()).size(), size_t(1));
        QVERIFY(refusal(later.cancel(planned).result()) == ErrorCode::Forbidden);
        QVERIFY(later.edit(planned).result().error().code == ErrorCode::Forbidden);
        QVERIFY(later.sendNow(planned).result().error().code == ErrorCode::Forbidden);
        QVERIFY(later.plan(id, QStringLiteral("Hello"), test::noon + std::chrono::hours(1)).result().error().code ==
                ErrorCode::Forbidden);
        must(m_signed->threadBefore(id, {}, 10).result());
        QVERIFY(refusal(m_signed->takeOver(id).result()) == ErrorCode::Forbidden);
        QVERIFY(refusal(m_signed->acknowledge(escalation).result()) == ErrorCode::Forbidden);
        QVERIFY(refusal(m_signed->book().cancel(QStringLiteral("1"), QStringLiteral("desk:1")).result()) ==
                ErrorCode::Forbidden);
    }

    void fiveWrongPinsMakeOneWait()
    {
        const auto dana = hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        require(true);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(refusal(enter(dana, QStringLiteral("111222"))) == ErrorCode::Unauthorised);
        }
        const auto refused = enter(dana);
        QVERIFY(refusal(refused) == ErrorCode::RateLimited);
        QVERIFY(refused.error().retryAfter == 60s);
        // A program that starts anew has forgotten nothing.
        m_signed.reset();
        m_signIn = must(LocalSignIn::open(**m_store, *m_clock, QStringLiteral("Front desk")));
        QVERIFY(refusal(enter(dana)) == ErrorCode::RateLimited);
        m_clock->advance(61s);
        QVERIFY(refusal(enter(dana, QStringLiteral("111222"))) == ErrorCode::Unauthorised);
        m_clock->advance(61s);
        QVERIFY(refusal(enter(dana)) == ErrorCode::RateLimited);
        m_clock->advance(60s);
        must(enter(dana));
        QVERIFY(refusal(enter(dana, QStringLiteral("111222"))) == ErrorCode::Unauthorised);
        must(enter(dana));
    }

    void waits_data()
    {
        QTest::addColumn<int>("wrong");
        QTest::addColumn<int>("minutes");
        for (const auto& [wrong, minutes] :
             {std::pair(0, 0), {1, 0}, {4, 0}, {5, 1}, {6, 2}, {7, 4}, {10, 32}, {11, 60}, {1000, 60}}) {
            QTest::addRow("%d", wrong) << wrong << minutes;
        }
    }
    void waits()
    {
        QFETCH(int, wrong);
        QFETCH(int, minutes);
        QVERIFY(desk::waitAfter(wrong) == std::chrono::minutes(minutes));
    }

    void nobodyLocksEverybodyOut()
    {
        const auto ruti = hire(QStringLiteral("Ruti"), Role::Receptionist, QStringLiteral("274851"));
        const auto refused = base::await((*m_store)->write([](Session& session) {
            return desk::setSignInRules(session, {true, 10min});
        }));
        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QCOMPARE(refused.error().key, QStringLiteral("staff.noAdmin"));
        m_store->write([&](Session& session) {
            store::Staff staff(session);
            auto member = must(staff.byId(ruti));
            member.role = Role::Admin;
            return staff.change(member);
        });
        require(true);
        QVERIFY(m_signIn->state().entry == Entry::SignedOut);
        QVERIFY(base::await((*m_store)->write([&](Session& session) {
                    return store::Staff(session).setPin(ruti, {}).and_then(
                        [&](Done) { return desk::checkAdminLeft(session); });
                }))
                    .error()
                    .code == ErrorCode::Conflict);
        for (const auto lock : {30s, 90s, 481min / 1s * 1s, -60s}) {
            QVERIFY(base::await((*m_store)->write([&](Session& session) {
                        return desk::setSignInRules(session, {true, lock});
                    }))
                        .error()
                        .code == ErrorCode::InvalidInput);
        }
    }

    void whoLosesTheRightIsSignedOut()
    {
        hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto ruti = hire(QStringLiteral("Ruti"), Role::Doctor, QStringLiteral("274851"));
        require(true);
        must(enter(ruti));
        QVERIFY(m_signIn->mayDo(Right::CloseEscalation));
        int told = 0;
        const auto watching = m_signIn->watch([&told] { ++told; });
        const auto change = [&](auto how) {
            m_store->write([&](Session& session) {
                store::Staff staff(session);
                auto member = must(staff.byId(ruti));
                how(member);
                return staff.change(member);
            });
        };
        change([](StaffMember& member) { member.role = Role::Receptionist; });
        QTRY_VERIFY(!m_signIn->mayDo(Right::CloseEscalation));
        QVERIFY(m_signIn->state().entry == Entry::SignedIn);
        change([](StaffMember& member) { member.active = false; });
        QTRY_VERIFY(m_signIn->state().entry == Entry::SignedOut);
        QCOMPARE(told, 2);
        require(false);
        QTRY_VERIFY(m_signIn->state().entry == Entry::Open);
    }

    void theAuditLogIsReadByWhoMay_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("receptionist") << Role::Receptionist << false;
        QTest::newRow("doctor") << Role::Doctor << false;
        QTest::newRow("auditor") << Role::Auditor << true;
        QTest::newRow("admin") << Role::Admin << true;
    }
    void theAuditLogIsReadByWhoMay()
    {
        QFETCH(Role, role);
        QFETCH(bool, may);
        hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto noa = hire(QStringLiteral("Noa"), role, QStringLiteral("274851"));
        require(true);
        must(enter(noa));
        auto& log = m_signed->auditRoom();
        const QString file = m_folder.filePath(QStringLiteral("audit.jsonl"));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(bool(log.page({}).result()), may);
            QCOMPARE(bool(log.follow({}).result()), may);
            QCOMPARE(bool(log.actors().result()), may);
        }
        QCOMPARE(bool(log.exportTo(file).result()), may);
        QCOMPARE(QFile::remove(file), may);
        const auto lines = audit();
        QCOMPARE(lines.count(QStringLiteral("Noa audit.read audit")), may ? 1 : 0);
        QCOMPARE(lines.count(QStringLiteral("Noa audit.export audit")), may ? 1 : 0);
        m_signIn->lock();
        QVERIFY(log.page({}).result().error().code == ErrorCode::Unauthorised);
        QVERIFY(log.exportTo(file).result().error().code == ErrorCode::Unauthorised);
        QVERIFY(!QFile::exists(file));
    }

    void whoAnswersPatientsHasShifts_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("receptionist") << Role::Receptionist << true;
        QTest::newRow("doctor") << Role::Doctor << true;
        QTest::newRow("auditor") << Role::Auditor << false;
    }
    void whoAnswersPatientsHasShifts()
    {
        QFETCH(Role, role);
        QFETCH(bool, may);
        hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto noa = hire(QStringLiteral("Noa"), role, QStringLiteral("274851"));
        auto& danas = m_desks->of(QStringLiteral("Dana")).shifts();
        must(danas.begin().result());
        const auto left = must(danas.end({QStringLiteral("the printer")}).result());
        require(true);
        auto& shifts = m_signed->shifts();
        QCOMPARE(shifts.state().result().error().code, ErrorCode::Unauthorised);
        QCOMPARE(shifts.sheet(left).result().error().code, ErrorCode::Unauthorised);
        must(enter(noa));
        QCOMPARE(must(shifts.sheet(left).result()).shift.words, QStringLiteral("the printer"));
        QCOMPARE(must(shifts.state().result()).toRead.size(), size_t(1));
        QCOMPARE(must(shifts.sheets(5).result()).size(), size_t(1));
        QCOMPARE(bool(shifts.begin().result()), may);
        QCOMPARE(bool(shifts.acknowledge(left).result()), may);
        QCOMPARE(bool(shifts.draft().result()), may);
        m_signIn->lock();
        QCOMPARE(bool(shifts.keepWords(QStringLiteral("half")).result()), may);
        QCOMPARE(shifts.end({}).result().error().code, ErrorCode::Unauthorised);
        must(enter(noa));
        QCOMPARE(bool(shifts.end({}).result()), may);
        const auto lines = audit();
        QCOMPARE(lines.count(QStringLiteral("Noa shift.read shift:%1").arg(left.value)), 1);
        QCOMPARE(lines.count(QStringLiteral("Noa shift.acknowledged shift:%1").arg(left.value)), may ? 1 : 0);
        QCOMPARE(lines.filter(QStringLiteral("Noa shift.ended")).size(), may ? 1 : 0);
    }

    void onlyAnAdminErases_data()
    {
        QTest::addColumn<Role>("role");
        QTest::newRow("receptionist") << Role::Receptionist;
        QTest::newRow("doctor") << Role::Doctor;
        QTest::newRow("auditor") << Role::Auditor;
    }
    void onlyAnAdminErases()
    {
        QFETCH(Role, role);
        hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto noa = hire(QStringLiteral("Noa"), role, QStringLiteral("274851"));
        const auto id = patient();
        require(true);
        must(enter(noa));
        auto& privacy = m_signed->privacy();
        QVERIFY(privacy.erase({id}).result().error().code == ErrorCode::Forbidden);
        QVERIFY(privacy.ofPerson(id).result().error().code == ErrorCode::Forbidden);
        QVERIFY(privacy.ofPhone(QStringLiteral("054-1234567")).result().error().code == ErrorCode::Forbidden);
        QVERIFY(privacy.resting(30).result().error().code == ErrorCode::Forbidden);
        QVERIFY(audit().filter(QStringLiteral("conversation.")).isEmpty());
        must(m_signed->conversation(id).result());
    }

    void anErasureIsNotedBeforeItIsDone()
    {
        const auto dana = hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto id = patient();
        require(true);
        must(enter(dana));
        auto& privacy = m_signed->privacy();
        QCOMPARE(must(privacy.ofPerson(id).result()).size(), size_t(1));
        m_signIn->lock();
        QVERIFY(privacy.erase({id}).result().error().code == ErrorCode::Unauthorised);
        must(enter(dana));
        must(privacy.erase({id}).result());
        const QString subject = QStringLiteral(" conversation:%1").arg(id.value);
        auto lines = audit().filter(subject);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QStringLiteral("Dana conversation.listed") + subject);
        QCOMPARE(lines[1], QStringLiteral("Dana conversation.erase") + subject);
        QVERIFY(lines[2].startsWith(QStringLiteral("Dana conversation.erased%1 request; messages 1").arg(subject)));
        QVERIFY(m_signed->conversation(id).result().error().code == ErrorCode::NotFound);
        // What could not be erased was wanted all the same.
        QVERIFY(privacy.erase({id}).result().error().code == ErrorCode::NotFound);
        lines = audit().filter(QStringLiteral("conversation.erase "));
        QCOMPARE(lines.size(), 2);
    }

    void readingIsNotedOnceInAWhile()
    {
        const auto dana = hire(QStringLiteral("Dana"), Role::Admin, QStringLiteral("274851"));
        const auto id = patient();
        require(true);
        must(enter(dana));
        const auto reads = [this, id] {
            must(m_signed->threadBefore(id, {}, 10).result());
            must(m_signed->threadBefore(id, {}, 10).result());
            (void)m_signed->book().days(QDate(2026, 3, 3), QDate(2026, 3, 4)).result();
            return audit();
        };
        const auto read = QStringLiteral("Dana conversation.read conversation:%1").arg(id.value);
        QCOMPARE(reads().count(read), 1);
        QCOMPARE(audit().count(QStringLiteral("Dana book.read book:2026-03-03/2026-03-04")), 1);
        m_clock->advance(9min);
        QCOMPARE(reads().count(read), 1);
        m_clock->advance(1min);
        QCOMPARE(reads().count(read), 2);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "test_signin.moc"
