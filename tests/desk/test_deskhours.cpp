// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/clinicfile.h"
#include "desk/book.h"
#include "desk/localhours.h"
#include "desk/receptionistswindow.h"
#include "desk/timeoffs.h"
#include "domain/openinghours.h"
#include "store/auditlog.h"
#include "support/paths.h"

using namespace delpek;
using desk::HoursChange;
using desk::HoursState;
using test::must;
using test::Session;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

domain::LocalTime at(const char* text)
{
    return domain::LocalTime::fromText(u(text));
}

const QDate wednesday(2026, 3, 11);

} // namespace

/// When the clinic is open and who works when, on both engines. It is Tuesday, 3.3.2026, 14:00 in the clinic.
class TestDeskHours : public QObject, private test::RutisDesk
{
    Q_OBJECT

    test::Engines m_engines;

    desk::Hours& hours() { return m_desk->hours(); }
    HoursState state() { return must(hours().state().result()); }
    const desk::DoctorHours& tamir(const HoursState& state)
    {
        return *std::ranges::find(state.doctors, u("tamir"), &desk::DoctorHours::id);
    }
    /// The hours of the clinic with `change` made to them.
    template <typename Change>
    HoursChange ofClinic(Change change)
    {
        HoursChange wanted{{}, state().clinic, state().clinic};
        change(wanted.hours);
        return wanted;
    }
    template <typename Change>
    HoursChange ofTamir(Change change)
    {
        const auto before = tamir(state()).hours;
        HoursChange wanted{u("tamir"), before, before};
        change(wanted.hours);
        return wanted;
    }
    QStringList starts(QDate date, const char* doctor = "tamir")
    {
        const auto found = must(m_desk->book().freeSlots({u("checkup"), u(doctor), date, date}).result());
        QStringList times;
        for (const auto& slot : found) {
            times << slot.start.time.toString(u("HH:mm"));
        }
        return times;
    }
    QStringList audit()
    {
        const auto entries = m_store->read([](Session& session) { return store::AuditLog(session).after(0, 100); });
        QStringList lines;
        for (const auto& entry : entries) {
            lines << QStringList{entry.actor, entry.action, entry.subject, entry.detail}.join(u(" ")).trimmed();
        }
        return lines;
    }
    QString refused(const Result<Done>& done) { return done ? u("done") : done.error().key; }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }
    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        desk::Means means;
        means.ownBook = true;
        openAt(m_engines.newLocation(postgres), means);
        QFile file(test::sourcePath("tests/data/clinic/contract.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        must(m_records->import(must(clinic::parseClinicFile(file.readAll()))).result());
    }
    void cleanup() { close(); }

    void theHoursAreShownAsTheBookHasThem()
    {
        const auto now = state();
        QVERIFY(now.canChange && !now.asOf);
        QCOMPARE(now.clinic[5], (std::vector<domain::DaySpan>{{QTime(8, 0), QTime(13, 0)}}));
        QVERIFY(now.clinic[6].empty());
        QCOMPARE(now.doctors.size(), size_t(3));
        QCOMPARE(tamir(now).hours[0].size(), size_t(2));
        QCOMPARE(now.timeOff.size(), size_t(1));
        QCOMPARE(now.timeOff[0].absence.from, at("2026-04-02T00:00"));
        QCOMPARE(now.timeOff[0].absence.to, at("2026-04-03T00:00"));
        const auto pesach = std::ranges::find(now.holidays, u("pesach"), &desk::HolidayAhead::id);
        QVERIFY(pesach != now.holidays.end());
        QCOMPARE(pesach->first, QDate(2026, 4, 2));
    }

    void whatIsSavedCountsAtOnceForTheTimesThatAreOffered()
    {
        QVERIFY(starts(wednesday).contains(u("08:00")) && !starts(wednesday).contains(u("12:00")));
        int told = 0;
        const auto news = m_desk->subscribe([&](const auto& changes) {
            told += int(std::ranges::count(changes, domain::Topic::Clinic, &domain::Change::topic));
        });
        must(hours().keep(ofTamir([](auto& week) { week[3] = {{QTime(10, 0), QTime(13, 0)}}; }), {}).result());
        QVERIFY(!starts(wednesday).contains(u("09:45")) && starts(wednesday).contains(u("12:30")));
        QTRY_VERIFY(told > 0);
        // The clinic's own hours bound them.
        must(hours().keep(ofClinic([](auto& week) { week[3] = {{QTime(8, 0), QTime(11, 0)}}; }), {}).result());
        QCOMPARE(starts(wednesday), (QStringList{u("10:00"), u("10:15"), u("10:30")}));
        QCOMPARE(must(m_records->info().result()).hours[3][0].to, QTime(11, 0));
    }

    void itSaysWhichVisitsFallOutsideAndLeavesThemBooked()
    {
        const auto id = patient(u("972501110001"));
        const auto phone = *domain::Phone::parse(u("+972501110001"));
        m_store->write([&](Session& session) {
            return session.execute(u("UPDATE patient_phone SET phone = ? WHERE patient = 'dor'"), {phone.e164()})
                .map([](qint64) { return Done{}; });
        });
        const auto change = ofClinic([](auto& week) { week[0] = {{QTime(9, 15), QTime(18, 0)}}; });
        const auto effect = must(hours().effectOf(change).result());
        QCOMPARE(effect.ids, QStringList{u("given-1")});
        QCOMPARE(effect.visits[0].visit.start, at("2026-03-08T09:00"));
        QVERIFY(!effect.visits[0].name.en.isEmpty());
        QCOMPARE(effect.visits[0].doctor.en, u("Dr. Gil Tamir"));
        QCOMPARE(effect.visits[0].treatment.en, u("Check-up"));
        QCOMPARE(effect.visits[0].conversation, id);
        QCOMPARE(refused(hours().keep(change, {}).result()), u("book.visits-there"));
        QCOMPARE(state().clinic[0][0].from, QTime(8, 0));
        must(hours().keep(change, effect.ids).result());
        const auto day = must(m_desk->book().days({2026, 3, 8}, {2026, 3, 8}).result());
        QVERIFY(std::ranges::any_of(day.entries, [](const auto& entry) { return entry.visit.id == u("given-1"); }));
        // What lies outside already is no news.
        QCOMPARE(must(hours().effectOf(ofClinic([](auto& week) { week[0][0].from = QTime(9, 30); })).result()).ids,
                 QStringList());
    }

    void aDoctorsHoursTouchThatDoctorsVisitsOnly()
    {
        QCOMPARE(must(hours().effectOf(ofTamir([](auto& week) { week[0].clear(); })).result()).ids,
                 QStringList{u("given-1")});
        QCOMPARE(must(hours().effectOf(ofClinic([](auto& week) { week[0].clear(); })).result()).ids.size(), 2);
    }

    void hoursThatCannotBeAreRefused()
    {
        QCOMPARE(refused(hours()
                             .keep(ofClinic([](auto& week) {
                                       week[1] = {{QTime(12, 0), QTime(9, 0)}};
                                   }),
                                   {})
                             .result()),
                 u("book.hours"));
        QCOMPARE(refused(hours()
                             .keep(ofClinic([](auto& week) {
                                       week[1] = {{QTime(8, 0), QTime(12, 0)}, {QTime(11, 0), QTime(14, 0)}};
                                   }),
                                   {})
                             .result()),
                 u("book.hours"));
        auto outdated = ofClinic([](auto& week) { week[1].clear(); });
        outdated.was[2].clear();
        QCOMPARE(refused(hours().keep(outdated, {}).result()), u("hours.changed"));
        auto nobody = ofTamir([](auto& week) { week[0].clear(); });
        nobody.doctor = u("nobody");
        QVERIFY(hours().keep(nobody, {}).result().error().code == ErrorCode::NotFound);
    }

    void daysOnWhichAllIsClosedAreToldToPatients()
    {
        const domain::Absence closed{{}, at("2026-03-08T00:00"), at("2026-03-10T00:00"), u("move")};
        const auto effect = must(hours().effectOf(closed).result());
        QCOMPARE(effect.ids, (QStringList{u("given-1"), u("given-2")}));
        QCOMPARE(refused(hours().add(closed, {u("given-1")}).result()), u("book.visits-there"));
        must(hours().add(closed, effect.ids).result());
        QVERIFY(starts({2026, 3, 8}).isEmpty());
        const auto days = must(m_records->info().result()).closed;
        QVERIFY(std::ranges::count(days, QDate(2026, 3, 8)) == 1 && std::ranges::count(days, QDate(2026, 3, 9)) == 1);
        const auto now = state();
        QCOMPARE(now.timeOff.size(), size_t(2));
        QCOMPARE(now.timeOff[0].absence, closed);
        must(hours().remove(now.timeOff[0].id).result());
        QVERIFY(!starts({2026, 3, 8}).isEmpty());
        QCOMPARE(state().timeOff.size(), size_t(1));
    }

    void aClosureFromNoonOnClosesTheDaysBehindIt()
    {
        must(hours().add({{}, at("2026-03-11T12:00"), at("2026-03-15T10:00"), u("feast")}, {}).result());
        QVERIFY(starts(wednesday).contains(u("11:30")) && !starts(wednesday).contains(u("13:00")));
        const auto days = must(m_records->info().result()).closed;
        QCOMPARE(std::ranges::count(days, QDate(2026, 3, 12)), 1);
        QCOMPARE(std::ranges::count(days, wednesday), 0);
        QCOMPARE(std::ranges::count(days, QDate(2026, 3, 15)), 0);
        QCOMPARE(starts({2026, 3, 15}).first(), u("10:00"));
    }

    void aDoctorIsAway()
    {
        const domain::Absence away{u("tamir"), at("2026-03-11T08:00"), at("2026-03-11T12:00"), u("course")};
        must(hours().add(away, {}).result());
        QCOMPARE(starts(wednesday).first(), u("13:00"));
        QVERIFY(!starts(wednesday, "naser").isEmpty());
        QCOMPARE(state().timeOff[0].absence, away);
        must(hours().remove(state().timeOff[0].id).result());
        QCOMPARE(starts(wednesday).first(), u("08:00"));
        QVERIFY(hours().remove(u("closed:nonsense")).result().error().code == ErrorCode::NotFound);
    }

    void timeOffThatCannotBeIsRefused()
    {
        QCOMPARE(refused(hours().add({{}, at("2026-03-11T08:00"), at("2026-03-11T08:00"), {}}, {}).result()),
                 u("book.hours"));
        QCOMPARE(refused(hours().add({{}, at("2026-03-01T00:00"), at("2026-03-03T00:00"), {}}, {}).result()),
                 u("hours.past"));
        QCOMPARE(refused(hours().add({{}, at("2026-03-04T00:00"), at("2028-03-04T00:00"), {}}, {}).result()),
                 u("hours.tooLong"));
        QCOMPARE(state().timeOff.size(), size_t(1));
    }

    void whoChangedWhatStandsInTheAuditLog()
    {
        must(hours().keep(ofTamir([](auto& week) { week[3].clear(); }), {}).result());
        must(hours().add({u("naser"), at("2026-03-13T08:00"), at("2026-03-13T10:00"), {}}, {}).result());
        must(hours().remove(state().timeOff[0].id).result());
        const auto lines = audit();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], u("Ruti hours.changed doctor:tamir"));
        QCOMPARE(lines[1], u("Ruti hours.timeOffAdded doctor:naser 2026-03-13T08:00/2026-03-13T10:00"));
        QVERIFY(lines[2].startsWith(u("Ruti hours.timeOffRemoved clinic absence:")));
    }

    void otherRecordsAreReadAndNotChanged()
    {
        desk::LocalHours elsewhere(**m_store, *m_records, *m_clock, u("Ruti"), false);
        const auto now = must(elsewhere.state().result());
        QVERIFY(!now.canChange);
        QCOMPARE(now.doctors.size(), size_t(3));
        QCOMPARE(now.timeOff.size(), size_t(1));
        const HoursChange change{{}, now.clinic, {}};
        QCOMPARE(refused(elsewhere.keep(change, {}).result()), u("hours.elsewhere"));
        QCOMPARE(elsewhere.effectOf(change).result().error().code, ErrorCode::Unsupported);
        QCOMPARE(refused(elsewhere.remove(u("absence:1")).result()), u("hours.elsewhere"));
    }

    void whoDoesNotManageTheClinicOnlyReads()
    {
        test::ReceptionistsWindow tom(*m_store, *m_records, *m_clock);
        desk::Desk& window = tom.desk;
        QCOMPARE(must(window.hours().state().result()).doctors.size(), size_t(3));
        const auto change = ofClinic([](auto& week) { week[0].clear(); });
        const domain::Absence absence{{}, at("2026-03-08T00:00"), at("2026-03-09T00:00"), {}};
        QCOMPARE(window.hours().effectOf(change).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(window.hours().effectOf(absence).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(window.hours().keep(change, {}).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(window.hours().add(absence, {}).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(window.hours().remove(u("closed:2026-04-02/2026-04-02")).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(state().timeOff.size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDeskHours)
#include "test_deskhours.moc"
