// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/dutyroom.h"
#include "desk/localsignin.h"
#include "desk/rutisdesk.h"
#include "desk/signeddesk.h"
#include "domain/localtime.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "store/staff.h"

using namespace delpek;
using domain::DutyException;
using domain::DutySpan;
using domain::minutesOfDay;
using domain::NoticeWay;
using test::must;
using test::Session;

namespace
{

constexpr int hour = 60;

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Who is on duty, on both engines. It is Tuesday, 3.3.2026, 14:00 in the clinic.
class TestDeskDuty : public QObject, private test::RutisDesk
{
    Q_OBJECT

    test::Engines m_engines;
    domain::StaffId m_noa;
    domain::StaffId m_amir;
    domain::StaffId m_ruti;

    desk::DutyRoom& duty() { return m_desk->dutyRoom(); }
    desk::DutyState state() { return must(duty().state().result()); }

    domain::StaffId hire(const char* name, domain::Role role, const char* phone = nullptr)
    {
        domain::StaffMember member;
        member.name = u(name);
        member.role = role;
        if (phone) {
            member.phone = domain::Phone::parse(QLatin1String(phone)).value();
        }
        return m_store->write([&](Session& session) { return store::Staff(session).add(member); });
    }
    QDate today() { return domain::toLocal(m_clock->now(), m_desk->zone()).date; }
    QStringList audited()
    {
        return m_store->read([](Session& session) -> Result<QStringList> {
            auto rows = session.run(u("SELECT action, detail FROM audit WHERE action LIKE 'duty.%' ORDER BY number"));
            QStringList found;
            while (rows && rows->next()) {
                found << rows->text(0) + QLatin1Char(' ') + rows->text(1);
            }
            return found;
        });
    }
    QString keyOf(const Result<Done>& done) { return done ? u("done") : done.error().key; }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }
    void init()
    {
        desk::Means means;
        means.noticeWays = {NoticeWay::Sms};
        QFETCH_GLOBAL(bool, postgres);
        openAt(m_engines.newLocation(postgres), std::move(means));
        m_noa = hire("Dr. Noa", domain::Role::Doctor, "052-000-0001");
        m_amir = hire("Dr. Amir", domain::Role::Doctor, "052-000-0002");
        m_ruti = hire("Ruti", domain::Role::Receptionist);
    }
    void cleanup() { close(); }

    void theRosterIsKeptAndSaysWhoIsCalled()
    {
        auto now = state();
        QVERIFY(now.hasWays);
        QCOMPARE(now.staff.size(), size_t(3));
        QCOMPARE(now.staff[0].name, u("Dr. Amir"));
        QVERIFY(now.staff[0].canBeTold && !now.staff[2].canBeTold);
        QCOMPARE(now.gaps, (std::vector<domain::WeekStretch>{{0, domain::minutesOfWeek}}));
        // Nobody on duty: all doctors at once.
        QCOMPARE(now.line.size(), size_t(1));
        QCOMPARE(now.line[0].size(), size_t(2));
        std::vector<DutySpan> spans;
        for (int day = 0; day < 7; ++day) {
            spans.push_back({{}, m_noa, day, 0, minutesOfDay, 1});
        }
        must(duty().add(spans).result());
        must(duty().add(std::vector<DutySpan>{{{}, m_amir, 2, 8 * hour, 16 * hour, 2}}).result());
        now = state();
        QVERIFY(now.gaps.empty());
        QCOMPARE(now.line, (std::vector<std::vector<domain::StaffId>>{{m_noa}, {m_amir}}));
        QCOMPARE(now.roster.weekly.size(), size_t(8));
        QVERIFY2(now.fallback.size() == 1 && now.fallback[0].size() == 2, "both doctors");
        // Today somebody else.
        must(duty().add(DutyException{{}, m_noa, today(), false, 0, minutesOfDay, 1}).result());
        QCOMPARE(state().line, (std::vector<std::vector<domain::StaffId>>{{m_amir}}));
        QCOMPARE(audited().size(), 9);
        QCOMPARE(audited()[7], u("duty.add tue 08:00-16:00 #2"));
        QCOMPARE(audited()[8], u("duty.add ") + today().toString(Qt::ISODate) + u(" not on duty 00:00-24:00 #1"));
    }

    void allOrNone()
    {
        const std::vector<DutySpan> spans{{{}, m_noa, 0, 0, hour, 1}, {{}, m_noa, 7, 0, hour, 1}};
        QCOMPARE(keyOf(duty().add(spans).result()), u("duty.time"));
        QVERIFY(state().roster.weekly.empty());
        QVERIFY(audited().isEmpty());
    }

    void whatCannotBeIsRefused()
    {
        const auto add = [&](const DutySpan& span) { return keyOf(duty().add(std::vector{span}).result()); };
        QCOMPARE(add({{}, m_noa, 0, minutesOfDay, 0, 1}), u("duty.time"));
        QCOMPARE(add({{}, m_noa, 0, 0, minutesOfDay + 1, 1}), u("duty.time"));
        QCOMPARE(add({{}, m_noa, 0, 0, hour, 0}), u("duty.order"));
        QCOMPARE(add({{}, domain::StaffId{99}, 0, 0, hour, 1}), u("duty.nobody"));
        QCOMPARE(keyOf(duty().add(DutyException{{}, m_noa, today().addDays(-1), true, 0, hour, 1}).result()),
                 u("duty.past"));
        QCOMPARE(keyOf(duty().add(DutyException{{}, m_noa, {}, true, 0, hour, 1}).result()), u("duty.time"));
        QCOMPARE(keyOf(duty().remove(domain::DutySpanId{99}).result()), u("duty.gone"));
        QCOMPARE(keyOf(duty().remove(domain::DutyExceptionId{99}).result()), u("duty.gone"));
        QCOMPARE(keyOf(duty().change({{99}, m_noa, 0, 0, hour, 1}).result()), u("duty.gone"));
        // Whoever left is not put on duty again.
        must(m_desk->staffRoom()
                 .keep(
                     [&] {
                         auto member =
                             m_store->read([&](Session& session) { return store::Staff(session).byId(m_amir); });
                         member.active = false;
                         return member;
                     }(),
                     u("052-000-0002"))
                 .result());
        QCOMPARE(add({{}, m_amir, 0, 0, hour, 1}), u("duty.nobody"));
        QVERIFY(audited().isEmpty());
    }

    void nobodyIsOnDutyTwice_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("meets");
        // Beside a Saturday night from 20 to 8.
        QTest::newRow("the same") << 6 << 20 * hour << 8 * hour << true;
        QTest::newRow("Sunday morning") << 0 << 7 * hour << 9 * hour << true;
        QTest::newRow("right behind it") << 0 << 8 * hour << 9 * hour << false;
        QTest::newRow("right before it") << 6 << 12 * hour << 20 * hour << false;
        QTest::newRow("Saturday evening") << 6 << 12 * hour << 20 * hour + 1 << true;
        QTest::newRow("the next evening") << 0 << 20 * hour << 8 * hour << false;
    }
    void nobodyIsOnDutyTwice()
    {
        QFETCH(int, day);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, meets);
        must(duty().add(std::vector<DutySpan>{{{}, m_noa, 6, 20 * hour, 8 * hour, 1}}).result());
        QCOMPARE(keyOf(duty().add(std::vector<DutySpan>{{{}, m_noa, day, from, to, 1}}).result()),
                 meets ? u("duty.twice") : u("done"));
        must(duty().add(std::vector<DutySpan>{{{}, m_amir, day, from, to, 1}}).result());
    }

    void oneIsChangedAndRemoved()
    {
        must(duty().add(std::vector<DutySpan>{{{}, m_noa, 0, 8 * hour, 16 * hour, 1}}).result());
        auto span = state().roster.weekly.front();
        // The same hours are its own.
        span.to = 17 * hour;
        must(duty().change(span).result());
        span.staff = m_amir;
        span.weekday = 1;
        must(duty().change(span).result());
        QCOMPARE(state().roster.weekly, std::vector{span});
        must(duty().remove(span.id).result());
        QVERIFY(state().roster.weekly.empty());
        must(duty().add(DutyException{{}, m_noa, today(), true, 22 * hour, 6 * hour, 1}).result());
        must(duty().remove(state().roster.exceptions.front().id).result());
        QCOMPARE(
            audited().mid(1, 4),
            (QStringList{u("duty.change sun 08:00-16:00 #1 → sun 08:00-17:00 #1"), u("duty.remove sun 08:00-17:00 #1"),
                         u("duty.add mon 08:00-17:00 #1"), u("duty.remove mon 08:00-17:00 #1")}));
    }

    /// Who is away is seen to leave nobody.
    void aDateThatLeavesNobodyIsNamed()
    {
        std::vector<DutySpan> spans;
        for (int day = 0; day < 7; ++day) {
            spans.push_back({{}, m_noa, day, 0, minutesOfDay, 1});
        }
        must(duty().add(spans).result());
        const QDate friday = today().addDays(3);
        must(duty().add(DutyException{{}, m_noa, friday, false, 8 * hour, 12 * hour, 1}).result());
        QCOMPARE(state().uncovered, std::vector{state().roster.exceptions.front().id});
        // Somebody for a part of it is not enough.
        must(duty().add(DutyException{{}, m_amir, friday, true, 8 * hour, 11 * hour, 1}).result());
        QCOMPARE(state().uncovered.size(), size_t(1));
        must(duty().add(DutyException{{}, m_amir, friday, true, 11 * hour, 13 * hour, 1}).result());
        QVERIFY(state().uncovered.empty());
        // One entry for a person at a time.
        QCOMPARE(keyOf(duty().add(DutyException{{}, m_amir, friday, false, 12 * hour, 20 * hour, 1}).result()),
                 u("duty.dateTwice"));
        QCOMPARE(keyOf(duty().add(DutyException{{}, m_noa, friday.addDays(-1), true, 20 * hour, 9 * hour, 1}).result()),
                 u("duty.dateTwice"));
    }

    /// What the week itself leaves open is not laid to a date.
    void aGapOfTheWeekIsNotTheDates()
    {
        std::vector<DutySpan> spans;
        for (int day = 0; day < 7; ++day) {
            spans.push_back({{}, m_noa, day, 8 * hour, 16 * hour, 1});
        }
        must(duty().add(spans).result());
        const QDate friday = today().addDays(3);
        must(duty().add(DutyException{{}, m_noa, friday, false, 16 * hour, 20 * hour, 1}).result());
        must(duty().add(DutyException{{}, m_amir, friday, false, 0, minutesOfDay, 1}).result());
        QVERIFY(state().uncovered.empty());
        must(duty().add(DutyException{{}, m_noa, friday, false, 15 * hour, 16 * hour, 1}).result());
        QCOMPARE(state().uncovered.size(), size_t(1));
    }

    void datesThatAreOverAreNotShown()
    {
        must(duty().add(DutyException{{}, m_noa, today(), true, 22 * hour, 6 * hour, 1}).result());
        m_clock->advance(std::chrono::hours(24));
        QVERIFY2(state().roster.exceptions.size() == 1, "its night may still last");
        m_clock->advance(std::chrono::hours(24));
        QVERIFY(state().roster.exceptions.empty());
    }

    void whoDoesNotManageTheClinicOnlyReads()
    {
        const auto hash = must(secrets::hashPin(u("274851")));
        m_store->write([&](Session& session) { return store::Staff(session).setPin(m_ruti, hash); });
        const auto boss = hire("Dana", domain::Role::Admin);
        m_store->write([&](Session& session) { return store::Staff(session).setPin(boss, hash); });
        const auto signIn = must(desk::LocalSignIn::open(**m_store, *m_clock, u("Front desk")));
        desk::StaffDesks desks(**m_store, *m_records, *m_clock, u("IL"), {});
        desk::SignedDesk window(**m_store, *m_clock, *signIn, desks, desks.of(u("Front desk")));
        m_store->write([](Session& session) {
            return desk::setSignInRules(session, {true, std::chrono::minutes(10)});
        });
        QTRY_VERIFY(signIn->state().entry != desk::Entry::Open);
        must(signIn->signIn(m_ruti, u("274851")).result());
        auto& room = window.dutyRoom();
        QCOMPARE(must(room.state().result()).staff.size(), size_t(4));
        const DutySpan span{{}, m_noa, 0, 0, hour, 1};
        QCOMPARE(room.add(std::vector{span}).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(room.add(DutyException{{}, m_noa, today(), true, 0, hour, 1}).result().error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(room.change(span).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(room.remove(domain::DutySpanId{1}).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(room.remove(domain::DutyExceptionId{1}).result().error().code, ErrorCode::Forbidden);
        QVERIFY(state().roster.weekly.empty());
    }
};

QTEST_GUILESS_MAIN(TestDeskDuty)
#include "test_deskduty.moc"
