// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/duty.h"
#include "store/engines.h"
#include "store/escalations.h"
#include "store/notices.h"
#include "store/staff.h"

using namespace delpek;
using namespace delpek::test;
using domain::Notice;
using domain::NoticeState;
using domain::StaffMember;
using store::Session;

class TestStaff : public QObject
{
    Q_OBJECT

    Engines m_engines;

    static StaffMember doctor(const QString& name)
    {
        StaffMember member;
        member.name = name;
        member.role = domain::Role::Doctor;
        member.phone = must(domain::Phone::parse(QStringLiteral("052-000-0001")));
        member.email = QStringLiteral("doctor@clinic.example");
        member.telegramChat = QStringLiteral("7001");
        member.quietFrom = 22 * 60;
        member.quietTo = 7 * 60;
        return member;
    }

    static domain::StaffId add(TestStore& store, const StaffMember& member)
    {
        return store.write([&](Session& session) { return store::Staff(session).add(member); });
    }

    static domain::EscalationId escalate(TestStore& store)
    {
        const auto conversation = store.conversation();
        return store.write([&](Session& session) {
            domain::Escalation escalation;
            escalation.conversation = conversation.id;
            escalation.urgency = domain::Urgency::Emergency;
            escalation.reason = QStringLiteral("triage.ambulance");
            escalation.openedAt = noon;
            return store::Escalations(session).open(escalation);
        });
    }

    static Notice notice(domain::EscalationId escalation, domain::StaffId staff, int round = 1)
    {
        Notice made;
        made.escalation = escalation;
        made.staff = staff;
        made.round = round;
        made.createdAt = noon;
        made.nextAttempt = noon;
        return made;
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void aMemberIsKeptAsGiven()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        StaffMember member = doctor(QStringLiteral("ד״ר נועה"));
        member.id = add(store, member);
        const auto read = [&] { return store.read([&](Session& s) { return store::Staff(s).byId(member.id); }); };
        QCOMPARE(read(), member);

        member.active = false;
        member.language = domain::Language::English;
        member.phone.reset();
        store.write([&](Session& session) { return store::Staff(session).change(member); });
        QCOMPARE(read(), member);
        QCOMPARE(store.read([](Session& s) { return store::Staff(s).byName(QStringLiteral("ד״ר נועה")); })->id,
                 member.id);
    }

    void aNameIsTakenOnce()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        add(store, doctor(QStringLiteral("Noa")));
        const auto again =
            store->write([](Session& s) { return store::Staff(s).add(doctor(QStringLiteral("Noa "))); }).result();
        QVERIFY(!again && again.error().code == ErrorCode::Conflict);
        auto amir = doctor(QStringLiteral("Amir"));
        amir.id = add(store, amir);
        amir.name = QStringLiteral("Noa");
        const auto renamed = store->write([&](Session& s) { return store::Staff(s).change(amir); }).result();
        QVERIFY(!renamed && renamed.error().code == ErrorCode::Conflict);
    }

    void whatCannotBeIsRefused()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        auto member = doctor(QStringLiteral(" "));
        const auto tried = [&] {
            return store->write([&](Session& s) { return store::Staff(s).add(member); }).result();
        };
        QVERIFY(!tried() && tried().error().code == ErrorCode::InvalidInput);
        member = doctor(QStringLiteral("Noa"));
        member.quietTo = 1441;
        QVERIFY(!tried() && tried().error().code == ErrorCode::InvalidInput);
    }

    void aPinIsAHashOfItsOwn()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        auto member = doctor(QStringLiteral("Noa"));
        member.id = add(store, member);
        store.write([&](Session& s) { return store::Staff(s).setPin(member.id, QStringLiteral("$argon2id$made-up")); });
        QVERIFY(store.read([&](Session& s) { return store::Staff(s).byId(member.id); }).hasPin);
        // A change of the rest leaves it.
        store.write([&](Session& s) { return store::Staff(s).change(member); });
        QCOMPARE(store.read([&](Session& s) { return store::Staff(s).pinHash(member.id); }),
                 QStringLiteral("$argon2id$made-up"));
        const auto nobody = store->write([](Session& s) { return store::Staff(s).setPin({99}, {}); }).result();
        QVERIFY(!nobody && nobody.error().code == ErrorCode::NotFound);
    }

    void aRosterIsKept()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto noa = add(store, doctor(QStringLiteral("Noa")));
        const domain::DutySpan span{{}, noa, 4, 20 * 60, 8 * 60, 2};
        const domain::DutyException away{{}, noa, QDate(2026, 3, 4), false, 0, 1440, 1};
        store.write([&](Session& s) { return store::Duty(s).add(span); });
        store.write([&](Session& s) { return store::Duty(s).add(away); });
        const auto roster = [&] { return store.read([](Session& s) { return store::Duty(s).roster(); }); };
        const auto kept = roster();
        QCOMPARE(kept.weekly.size(), size_t(1));
        QCOMPARE(kept.weekly[0].to, span.to);
        QCOMPARE(kept.weekly[0].order, span.order);
        QCOMPARE(kept.exceptions.size(), size_t(1));
        QCOMPARE(kept.exceptions[0].date, away.date);
        QVERIFY(!kept.exceptions[0].present);
        store.write([&](Session& s) { return store::Duty(s).remove(kept.weekly[0].id); });
        store.write([&](Session& s) { return store::Duty(s).remove(kept.exceptions[0].id); });
        QVERIFY(roster().weekly.empty() && roster().exceptions.empty());
        const auto gone = store->write([&](Session& s) { return store::Duty(s).remove(kept.weekly[0].id); }).result();
        QVERIFY(!gone && gone.error().code == ErrorCode::NotFound);
        const auto never =
            store->write([&](Session& s) {
                     return store::Duty(s).add(domain::DutySpan{{}, noa, 7, 0, 60, 1});
                 })
                .result();
        QVERIFY(!never && never.error().code == ErrorCode::InvalidInput);
        const auto nobodys =
            store->write([&](Session& s) {
                     return store::Duty(s).add(domain::DutySpan{{}, {99}, 1, 0, 60, 1});
                 })
                .result();
        QVERIFY(!nobodys && nobodys.error().code == ErrorCode::NotFound);
    }

    void aNoticeIsThereOnceAndSentOnce()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto noa = add(store, doctor(QStringLiteral("Noa")));
        const auto escalation = escalate(store);
        const auto put = [&](const Notice& one) {
            return store.write([&](Session& s) { return store::Notices(s).add(one); });
        };
        const auto id = put(notice(escalation, noa));
        QVERIFY(id);
        QVERIFY(!put(notice(escalation, noa)));
        QVERIFY(put(notice(escalation, noa, 2)));

        const auto claim = [&] {
            return store->write([&](Session& s) { return store::Notices(s).claim(*id, noon); }).result();
        };
        const auto claimed = claim();
        QVERIFY(claimed && claimed->state == NoticeState::Sending && claimed->attempts == 1);
        QVERIFY(!claim());
        store.write([&](Session& s) {
            return store::Notices(s).markSent(*id, QStringLiteral("SM1"), QStringLiteral("queued"), noon);
        });
        const auto kept = store.read([&](Session& s) { return store::Notices(s).byId(*id); });
        QCOMPARE(kept.state, NoticeState::Sent);
        QCOMPARE(kept.providerId, QStringLiteral("SM1"));
        QCOMPARE(kept.evidence, QStringLiteral("queued"));
        QVERIFY(kept.conversation.isValid());
        QVERIFY(!claim());
    }

    void whatIsUnknownIsRepeatedOnce()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto noa = add(store, doctor(QStringLiteral("Noa")));
        const auto id =
            store.write([&, e = escalate(store)](Session& s) { return store::Notices(s).add(notice(e, noa)); });
        const auto repeat = [&] {
            return store->write([&](Session& s) { return store::Notices(s).repeatAt(*id, noon); }).result();
        };
        QVERIFY(!repeat());
        for (const bool first : {true, false}) {
            store.write([&](Session& s) { return store::Notices(s).claim(*id, noon); });
            QCOMPARE(
                store.read([](Session& s) { return store::Notices(s).claimedBefore(noon + base::Duration(1)); }).size(),
                size_t(1));
            store.write([&](Session& s) { return store::Notices(s).markUnknown(*id, {}, noon); });
            QCOMPARE(repeat().has_value(), first);
        }
    }

    void whatIsDueComesByUrgency()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto noa = add(store, doctor(QStringLiteral("Noa")));
        const auto escalation = escalate(store);
        store.write([&](Session& s) -> Result<Done> {
            store::Notices notices(s);
            Notice one = notice(escalation, noa, 1);
            one.urgency = domain::Urgency::DoctorRequired;
            (void)notices.add(one);
            (void)notices.add(notice(escalation, noa, 2));
            Notice later = notice(escalation, noa, 3);
            later.nextAttempt = noon + std::chrono::minutes(1);
            (void)notices.add(later);
            return Done{};
        });
        const auto due = [&](base::Instant now) {
            return store.read([&](Session& s) { return store::Notices(s).due(now, 10); });
        };
        QCOMPARE(due(noon).size(), size_t(2));
        QCOMPARE(due(noon)[0].round, 2);
        QCOMPARE(due(noon + std::chrono::minutes(1)).size(), size_t(3));
        QCOMPARE(store.write([&](Session& s) { return store::Notices(s).withdraw(escalation, noon); }), 3);
        QVERIFY(due(noon + std::chrono::hours(1)).empty());
        QVERIFY(!store.read([](Session& s) { return store::Notices(s).nextDue(); }));
    }
};

QTEST_GUILESS_MAIN(TestStaff)
#include "test_staff.moc"
