// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/clinicfile.h"
#include "desk/localclinicroom.h"
#include "desk/receptionistswindow.h"
#include "domain/treatmentkinds.h"
#include "store/auditlog.h"
#include "support/paths.h"

using namespace delpek;
using desk::ClinicState;
using test::must;
using test::Session;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The clinic's own data as people keep it, on both engines. It is Tuesday, 3.3.2026, 14:00 in the clinic.
class TestDeskClinic : public QObject, private test::RutisDesk
{
    Q_OBJECT

    test::Engines m_engines;

    desk::ClinicRoom& room() { return m_desk->clinicRoom(); }
    ClinicState state() { return must(room().state().result()); }
    domain::Doctor doctor(const char* id)
    {
        const auto all = state().doctors;
        return std::ranges::find(all, u(id), [](const auto& one) { return one.doctor.id; })->doctor;
    }
    desk::ClinicTreatment treatment(const char* id)
    {
        const auto all = state().treatments;
        return *std::ranges::find(all, u(id), [](const auto& one) { return one.treatment.id; });
    }
    void load()
    {
        QFile file(test::sourcePath("tests/data/clinic/contract.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        must(m_records->import(must(clinic::parseClinicFile(file.readAll()))).result());
    }
    domain::ClinicInfo newClinic()
    {
        domain::ClinicInfo info;
        info.name = {u("מרפאת הגליל"), u("Galil Dental")};
        info.phone = u("*6789");
        info.zone = QTimeZone("Asia/Jerusalem");
        return info;
    }
    QStringList starts(QDate date, const QString& treatment, const QString& doctor)
    {
        const auto found = must(m_desk->book().freeSlots({treatment, doctor, date, date}).result());
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
            lines << QStringList{entry.actor, entry.action, entry.subject}.join(u(" "));
        }
        return lines;
    }
    template <typename T>
    QString refused(const Result<T>& done)
    {
        return done ? u("done") : done.error().key;
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }
    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        openAt(m_engines.newLocation(postgres), test::ReceptionistsWindow::ownBook());
    }
    void cleanup() { close(); }

    /// From nothing to a time that can be offered, without a file.
    void aClinicIsBegunInTheWindow()
    {
        QVERIFY(state().canChange && !state().isBegun);
        QCOMPARE(refused(room().keepTreatment({}, domain::treatmentKinds().front()).result()), u("clinic.empty"));
        must(room().keepClinic({}, newClinic()).result());
        QVERIFY(state().isBegun);
        QCOMPARE(must(m_records->info().result()).name.en, u("Galil Dental"));
        const auto checkup = must(room().keepTreatment({}, domain::treatmentKinds().front()).result());
        QCOMPARE(checkup, u("checkup"));
        domain::Doctor noa;
        noa.name = {u("ד״ר נועה לביא"), {}};
        noa.treatments = {checkup};
        noa.hours[1] = {{QTime(8, 0), QTime(18, 0)}}; // is not taken: hours are entered where hours are
        const auto id = must(room().keepDoctor({}, noa).result());
        const QDate sunday(2026, 3, 8);
        QVERIFY(starts(sunday, checkup, id).isEmpty());
        domain::WeeklyHours week;
        week[0] = {{QTime(9, 0), QTime(10, 0)}};
        must(m_desk->hours().keep({{}, {}, week}, {}).result());
        must(m_desk->hours().keep({id, {}, week}, {}).result());
        QCOMPARE(starts(sunday, checkup, id), (QStringList{u("09:00"), u("09:15"), u("09:30")}));
        QVERIFY(starts(sunday.addDays(1), checkup, id).isEmpty());
        QCOMPARE(audit().first(4),
                 (QStringList{u("Ruti clinic.changed clinic"), u("Ruti clinic.treatmentAdded treatment:checkup"),
                              u("Ruti clinic.doctorAdded doctor:") + id, u("Ruti hours.changed clinic")}));
    }

    void twoWhoBeginAtOnceDoNotWriteOverOneAnother()
    {
        must(room().keepClinic({}, newClinic()).result());
        auto other = newClinic();
        other.name.en = u("Another");
        QCOMPARE(refused(room().keepClinic({}, other).result()), u("clinic.changed"));
        QCOMPARE(state().info.name.en, u("Galil Dental"));
    }

    void nameAndPlaceChangeAndHoursStay()
    {
        load();
        const auto was = state().info;
        auto info = was;
        info.address.en = u("5 Herzl St.");
        info.insurance = {u("leumit")};
        info.hours = {};
        info.closed.clear();
        must(room().keepClinic(was, info).result());
        const auto now = state().info;
        QCOMPARE(now.address.en, u("5 Herzl St."));
        QCOMPARE(now.insurance, QStringList{u("leumit")});
        QCOMPARE(now.hours, was.hours);
        QCOMPARE(now.closed, was.closed);
        QCOMPARE(refused(room().keepClinic(was, info).result()), u("clinic.changed"));
        QCOMPARE(audit(), QStringList{u("Ruti clinic.changed clinic")});
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<domain::ClinicInfo>("info");
        const auto with = [this](const char* key, const std::function<void(domain::ClinicInfo&)>& change) {
            auto info = newClinic();
            change(info);
            QTest::newRow(key) << u(key).section(u(" "), 0, 0) << info;
        };
        with("book.name", [](auto& info) { info.name = {u("  "), {}}; });
        with("phone.invalid", [](auto& info) { info.phone = u("ask Dana"); });
        with("phone.invalid short", [](auto& info) { info.phone = u("*1"); });
        with("book.zone", [](auto& info) { info.zone = QTimeZone(); });
        with("book.place", [](auto& info) { info.location = {132.0853, 34.7818}; });
        with("book.text", [](auto& info) { info.address.he = QString(501, u'א'); });
        with("book.text fund", [](auto& info) { info.insurance = {u("a\nb")}; });
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(domain::ClinicInfo, info);
        QCOMPARE(refused(room().keepClinic({}, info).result()), key);
        QVERIFY(!state().isBegun);
        QVERIFY(audit().isEmpty());
    }

    void aPriceChangesAtOnceForWhatIsTold()
    {
        load();
        const auto was = treatment("checkup").treatment;
        auto dearer = was;
        dearer.price.minor += 1000;
        must(room().keepTreatment(was, dearer).result());
        const auto told = must(m_records->treatments().result());
        QCOMPARE(std::ranges::find(told, u("checkup"), &domain::Treatment::id)->price, dearer.price);
        QCOMPARE(refused(room().keepTreatment(was, dearer).result()), u("clinic.changed"));
        QCOMPARE(refused(room().keepTreatment({}, dearer).result()), u("clinic.exists"));
        dearer.minutes = 0;
        QCOMPARE(refused(room().keepTreatment(treatment("checkup").treatment, dearer).result()), u("book.minutes"));
    }

    /// Whoever did it does it again when it is offered again, even if somebody was changed meanwhile.
    void aTreatmentThatIsTakenOutComesBackToThoseWhoDidIt()
    {
        load();
        QVERIFY(doctor("tamir").treatments.contains(u("checkup")));
        must(room().retireTreatment(u("checkup")).result());
        QVERIFY(treatment("checkup").retired);
        const auto offered = m_desk->book().freeSlots({u("checkup"), u("tamir"), {2026, 3, 11}, {2026, 3, 11}});
        QVERIFY(offered.result().error().code == ErrorCode::NotFound);
        const auto was = doctor("tamir");
        QVERIFY(!was.treatments.contains(u("checkup")));
        auto renamed = was;
        renamed.name.en = u("Dr. Gil T.");
        must(room().keepDoctor(was, renamed).result());
        must(room().restoreTreatment(u("checkup")).result());
        QVERIFY(doctor("tamir").treatments.contains(u("checkup")));
        QVERIFY(!starts({2026, 3, 11}, u("checkup"), u("tamir")).isEmpty());
        QVERIFY(room().retireTreatment(u("nothing")).result().error().code == ErrorCode::NotFound);
    }

    void aDoctorKeepsHoursAndPhoneThroughAChange()
    {
        load();
        const auto was = doctor("tamir");
        auto changed = was;
        changed.kind = domain::DoctorKind::Hygienist;
        changed.hours = {};
        must(room().keepDoctor(was, changed).result());
        QCOMPARE(doctor("tamir").hours, was.hours);
        QCOMPARE(doctor("tamir").kind, domain::DoctorKind::Hygienist);
        QCOMPARE(refused(room().keepDoctor(was, changed).result()), u("clinic.changed"));
        // Hours are somebody else's business: they changed, and the name may be changed all the same.
        auto week = was.hours;
        week[3].clear();
        must(m_desk->hours().keep({u("tamir"), was.hours, week}, {}).result());
        auto renamed = changed;
        renamed.name.en = u("Dr. G. Tamir");
        must(room().keepDoctor(changed, renamed).result());
        QCOMPARE(doctor("tamir").hours, week);
        changed.treatments = {u("nothing")};
        QCOMPARE(refused(room().keepDoctor(doctor("tamir"), changed).result()), u("book.choice"));
    }

    void whoLeavesKeepsTheVisitsThatWereShown()
    {
        load();
        const auto effect = must(room().visitsOf(u("tamir")).result());
        QVERIFY(effect.ids.contains(u("given-1")));
        QVERIFY(std::ranges::all_of(effect.visits, [](const auto& one) { return one.visit.doctor == u("tamir"); }));
        QCOMPARE(refused(room().retireDoctor(u("tamir"), {}).result()), u("book.visits-there"));
        must(room().retireDoctor(u("tamir"), effect.ids).result());
        const auto known = must(m_records->doctors().result());
        QVERIFY(std::ranges::find(known, u("tamir"), &domain::Doctor::id) == known.end());
        // The visit stands in the book, with the name of who left and of what was taken out.
        must(room().retireTreatment(u("checkup")).result());
        const auto again = must(room().visitsOf(u("tamir")).result());
        QCOMPARE(again.ids, effect.ids);
        QCOMPARE(again.visits[0].treatment.en, u("Check-up"));
        must(room().restoreTreatment(u("checkup")).result());
        must(room().restoreDoctor(u("tamir")).result());
        QVERIFY(!starts({2026, 3, 11}, u("checkup"), u("tamir")).isEmpty());
    }

    void otherRecordsAreReadAndNotChanged()
    {
        load();
        desk::LocalClinicRoom elsewhere(**m_store, *m_records, *m_clock, u("Ruti"), false);
        const auto now = must(elsewhere.state().result());
        QVERIFY(!now.canChange && now.isBegun);
        QCOMPARE(now.doctors.size(), size_t(3));
        QVERIFY(!now.treatments.empty());
        QCOMPARE(refused(elsewhere.keepClinic(now.info, now.info).result()), u("clinic.elsewhere"));
        QCOMPARE(refused(elsewhere.retireDoctor(u("tamir"), {}).result()), u("clinic.elsewhere"));
        QCOMPARE(refused(elsewhere.visitsOf(u("tamir")).result()), u("clinic.elsewhere"));
    }

    void whoDoesNotManageTheClinicOnlyReads()
    {
        load();
        test::ReceptionistsWindow tom(*m_store, *m_records, *m_clock);
        auto& window = tom.desk.clinicRoom();
        const auto now = must(window.state().result());
        QCOMPARE(now.doctors.size(), size_t(3));
        const auto isForbidden = [](const auto& done) { return !done && done.error().code == ErrorCode::Forbidden; };
        const auto& checkup = now.treatments.front().treatment;
        QVERIFY(isForbidden(window.keepClinic(now.info, now.info).result()));
        QVERIFY(isForbidden(window.keepTreatment(checkup, checkup).result()));
        QVERIFY(isForbidden(window.retireTreatment(checkup.id).result()));
        QVERIFY(isForbidden(window.restoreTreatment(checkup.id).result()));
        QVERIFY(isForbidden(window.keepDoctor({}, doctor("tamir")).result()));
        QVERIFY(isForbidden(window.visitsOf(u("tamir")).result()));
        QVERIFY(isForbidden(window.retireDoctor(u("tamir"), {}).result()));
        QVERIFY(isForbidden(window.restoreDoctor(u("tamir")).result()));
        QCOMPARE(state().doctors, now.doctors);
        // Nothing was shown, so nothing was read.
        QVERIFY(!audit().contains(u("Tom clinic.visitsOf doctor:tamir")));
    }

    /// The visits of who leaves name patients: that they were read stands in the log.
    void whoReadTheVisitsOfWhoLeavesStandsInTheAuditLog()
    {
        load();
        test::ReceptionistsWindow tom(*m_store, *m_records, *m_clock, domain::Role::Admin);
        must(tom.desk.clinicRoom().visitsOf(u("tamir")).result());
        QTRY_VERIFY(audit().contains(u("Tom clinic.visitsOf doctor:tamir")));
    }
};

QTEST_GUILESS_MAIN(TestDeskClinic)
#include "test_deskclinic.moc"
