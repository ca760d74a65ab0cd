// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookedits.h"

using namespace delpek;
using namespace delpek::clinic;
using namespace delpek::test;

namespace
{

const QByteArray Patients = QStringLiteral("שם מלא;טלפון;תאריך לידה;מין;אלרגיות;דוא״ל\r\n"
                                           "רות לב;055-009-0001;5/3/1980;נקבה;לטקס, פניצילין;ruth@mail.example\r\n"
                                           "Tom Reed;+1 202 555 0177;07.11.1975;m;;\r\n"
                                           "\"יואב \"\"יוי\"\" לב\";0550090001;1-2-2012;ז;;\r\n")
                                .toUtf8();
const QByteArray Visits = "patient_name,phone,doctor,treatment,date,time,minutes,status\n"
                          "Noa Sharabi,055-001-0101,Dr. Ron Levi,Check-up,10/03/2026,9:00,,\n"
                          "Noa Sharabi,055-001-0101,levi,checkup,12/01/2026,20:15,45,\n"
                          "Noa Sharabi,055-001-0101,levi,checkup,17/03/2026,9:00,30,cancelled\n";

QByteArray calendarEvent(const QByteArray& uid, const QByteArray& from, const QByteArray& to,
                         const QByteArray& more = {})
{
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART:" + from + "\r\nDTEND:" + to + "\r\nSUMMARY:Course\r\n" + more +
           "END:VEVENT\r\n";
}

QByteArray calendar(const QByteArray& events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}

} // namespace

/// Files that go into the built-in book and come out of it.
class TestBookFiles : public BookEdits
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void takesPatients_data() { eachEngine(); }
    void takesPatients();
    void listsEveryBadLine_data() { eachEngine(); }
    void listsEveryBadLine();
    void refusesAFileWhole();
    void refusesAFileWhole_data();
    void takesVisits_data() { eachEngine(); }
    void takesVisits();
    void listsBadVisits_data() { eachEngine(); }
    void listsBadVisits();
    void carriesABookOver_data() { eachEngine(); }
    void carriesABookOver();
    void exportsACalendar_data() { eachEngine(); }
    void exportsACalendar();
    void takesAbsences_data() { eachEngine(); }
    void takesAbsences();
    void takesRepeatingAbsences_data() { eachEngine(); }
    void takesRepeatingAbsences();
};

void TestBookFiles::takesPatients()
{
    auto report = got(book().importPatients(Patients, true));
    QVERIFY(report.added == 3 && report.bad.empty() && !report.written);
    QVERIFY(got(records().findPatients(phone("055-009-0001"))).empty());
    report = got(book().importPatients(Patients, false));
    QVERIFY(report.added == 3 && report.written);
    const auto family = got(records().findPatients(phone("055-009-0001")));
    QCOMPARE(family.size(), size_t(2));
    QCOMPARE(family[0].name.he, QStringLiteral("רות לב"));
    QCOMPARE(family[0].birthDate, QDate(1980, 3, 5));
    QVERIFY(family[0].gender == domain::Gender::Female);
    QCOMPARE(family[0].allergies, (QStringList{QStringLiteral("לטקס"), QStringLiteral("פניצילין")}));
    QCOMPARE(family[0].email, QStringLiteral("ruth@mail.example"));
    QCOMPARE(family[1].name.he, QStringLiteral("יואב \"יוי\" לב"));
    const auto tom = got(records().findPatients(phone("+12025550177"))).front();
    QVERIFY(tom.name.en == QStringLiteral("Tom Reed") && tom.language == domain::Language::English);

    report = got(book().importPatients(Patients, false));
    QVERIFY(report.added == 0 && report.there == 3);
    QCOMPARE(got(records().findPatients(phone("055-009-0001"))).size(), size_t(2));
}

void TestBookFiles::listsEveryBadLine()
{
    const QByteArray csv = "Name,Phone,Birth date,Email\n"
                           "Ann Fine,055-009-0002,1/1/1990,\n"
                           ",055-009-0003,1/1/1990,\n"
                           "Bob Short,12,1/1/1990,\n"
                           "Cat Month,055-009-0004,3/25/1990,\n"
                           "Dan Mail,055-009-0005,,not-an-address\n"
                           "Eve Young,055-009-0006,1/1/2030,\n";
    const auto report = got(book().importPatients(csv, false));
    QVERIFY(!report.written);
    QCOMPARE(report.bad.size(), size_t(5));
    const QStringList columns{QStringLiteral("Name"), QStringLiteral("Phone"), QStringLiteral("Birth date"),
                              QStringLiteral("Email"), QStringLiteral("Birth date")};
    for (int i = 0; i < 5; ++i) {
        const auto& bad = report.bad[static_cast<size_t>(i)];
        QCOMPARE(bad.line, i + 3);
        QCOMPARE(bad.column, columns[i]);
        QVERIFY(!bad.reason.isEmpty() && !bad.reason.contains(QStringLiteral("not-an-address")));
    }
    QVERIFY(got(records().findPatients(phone("055-009-0002"))).empty());
}

void TestBookFiles::refusesAFileWhole_data()
{
    QTest::addColumn<bool>("postgres");
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("empty") << false << QByteArray();
    QTest::newRow("no name") << false << QByteArray("phone,email\n055-009-0001,\n");
    QTest::newRow("a column twice") << false << QByteArray("name,phone,mobile\nAnn,055-009-0001,\n");
    QTest::newRow("Windows-1255") << false << QByteArray("\xF9\xED\n\xF8\xE5\xFA\n");
}

void TestBookFiles::refusesAFileWhole()
{
    QFETCH(QByteArray, csv);
    QCOMPARE(codeOf(book().importPatients(csv, false)), ErrorCode::InvalidInput);
}

void TestBookFiles::takesVisits()
{
    const auto before = got(records().allAppointments()).size();
    QCOMPARE(got(book().importAppointments(Visits, true)).added, 3);
    QCOMPARE(got(records().allAppointments()).size(), before);
    const auto report = got(book().importAppointments(Visits, false));
    QVERIFY(report.written && report.added == 3);
    QCOMPARE(got(records().allAppointments()).size(), before + 3);
    const auto evening = got(book().visits(QDate(2026, 1, 12), QDate(2026, 1, 12)));
    QVERIFY(evening.size() == 1 && evening[0].minutes == 45 && evening[0].start.time == QTime(20, 15));
    const auto visits = got(book().visits(QDate(2026, 3, 10), QDate(2026, 3, 10)));
    const auto imported = std::find_if(visits.begin(), visits.end(), [](const domain::Appointment& visit) {
        return visit.doctor == QStringLiteral("levi") && visit.start.time == QTime(9, 0);
    });
    QVERIFY(imported != visits.end() && imported->patient == QStringLiteral("p1") && imported->minutes == 30);
    QCOMPARE(got(book().importAppointments(Visits, false)).there, 3);

    // Moved since: the file is old, the book is right.
    got(records().move(imported->id, {QStringLiteral("levi"), QStringLiteral("checkup"), at("2026-03-10T13:00"), 30},
                       {}));
    QCOMPARE(got(book().importAppointments(Visits, false)).there, 3);
    QCOMPARE(got(records().allAppointments()).size(), before + 3);
}

void TestBookFiles::listsBadVisits()
{
    const QByteArray csv = "patient;doctor;treatment;date;time;status\n"
                           "p1;levi;checkup;10/03/2026;9:00;\n"
                           "nobody;levi;checkup;10/03/2026;10:00;\n"
                           "p2;who;checkup;10/03/2026;10:00;\n"
                           "p2;levi;magic;10/03/2026;10:00;\n"
                           "p2;levi;checkup;31/02/2026;25:00;\n"
                           "p2;levi;checkup;10/03/2026;9:15;\n"
                           "p2;levi;checkup;10/03/2026;11:00;maybe\n";
    const auto before = got(records().allAppointments());
    const auto report = got(book().importAppointments(csv, false));
    QStringList places;
    for (const auto& bad : report.bad) {
        places << QStringLiteral("%1 %2").arg(bad.line).arg(bad.column);
    }
    QCOMPARE(places, (QStringList{QStringLiteral("3 patient"), QStringLiteral("4 doctor"),
                                  QStringLiteral("5 treatment"), QStringLiteral("6 date"), QStringLiteral("6 time"),
                                  QStringLiteral("7 time"), QStringLiteral("8 status")}));
    QVERIFY(got(records().allAppointments()) == before);
}

/// What one book exports another one takes.
void TestBookFiles::carriesABookOver()
{
    QFETCH(bool, postgres);
    got(records().cancel(got(records().book({QStringLiteral("c"), QStringLiteral("p1"), QStringLiteral("levi"),
                                             QStringLiteral("checkup"), at("2026-03-10T09:00"), 30}))
                             .id,
                         {}));
    const auto patients = got(book().exportPatients());
    const auto visits = got(book().exportAppointments());
    auto empty = demoClinic();
    empty.patients.clear();
    empty.appointments.clear();
    empty.invoices.clear();
    Desk other(m_places.newLocation(postgres));
    got(other.records.import(empty));
    Book copy(*other.store, other.clock, QStringLiteral("dana"));
    const auto report = got(copy.importPatients(patients, false));
    QVERIFY(report.bad.empty());
    QCOMPARE(size_t(report.added), demoClinic().patients.size());
    const auto taken = got(copy.importAppointments(visits, false));
    QVERIFY(taken.bad.empty());
    QCOMPARE(size_t(taken.added), demoClinic().appointments.size() + 1);
    QVERIFY(got(copy.exportPatients()) == patients);
    for (const auto& patient : demoClinic().patients) {
        const auto card = got(other.records.patient(patient.id));
        QVERIFY(card.name == patient.name && card.phone == patient.phone && card.birthDate == patient.birthDate);
        QVERIFY(card.allergies == patient.allergies && card.flags == patient.flags);
    }
    QVERIFY(got(book().importPatients(patients, false)).added == 0);
    QVERIFY(got(book().importAppointments(visits, false)).added == 0);
}

void TestBookFiles::exportsACalendar()
{
    const auto visit = got(records().book({QStringLiteral("v"), QStringLiteral("p1"), QStringLiteral("levi"),
                                           QStringLiteral("checkup"), at("2026-03-29T09:00"), 30}));
    const QByteArray uid = "UID:" + visit.id.toUtf8();
    auto all = got(book().exportCalendar(QStringLiteral("levi")));
    QString text = QString::fromUtf8(all).remove(QStringLiteral("\r\n "));
    QCOMPARE(text.count(QStringLiteral("UID:%1@visits.delpek\r\n").arg(visit.id)), 1);
    QVERIFY(text.contains(QStringLiteral("DTSTART:20260329T060000Z"))); // summer time
    QVERIFY(text.contains(QStringLiteral("SUMMARY:נועה שרעבי – בדיקה וביקורת")));
    QVERIFY(!text.contains(QStringLiteral("ניקוי אבנית")));
    QVERIFY(got(book().exportCalendar(QStringLiteral("levi"))) == all);
    got(records().move(visit.id, {visit.doctor, visit.treatment, at("2026-03-29T10:00"), 30}, {}));
    got(records().cancel(visit.id, {}));
    text = QString::fromUtf8(got(book().exportCalendar(QStringLiteral("levi")))).remove(QStringLiteral("\r\n "));
    const QString own = text.mid(text.indexOf(QString::fromUtf8(uid))).section(QStringLiteral("END:VEVENT"), 0, 0);
    QVERIFY(own.contains(QStringLiteral("STATUS:CANCELLED")) && own.contains(QStringLiteral("SEQUENCE:2")));
    QCOMPARE(codeOf(book().exportCalendar(QStringLiteral("who"))), ErrorCode::NotFound);
    // The book's own visits are no absences.
    QCOMPARE(got(book().importAbsences(all, QStringLiteral("levi"), false, false)).added, 0);
}

void TestBookFiles::takesAbsences()
{
    const QString levi = QStringLiteral("levi");
    const auto take = [&](const QByteArray& events, bool keep = false) {
        return got(book().importAbsences(calendar(events), levi, keep, false));
    };
    const auto absences = [&] {
        auto entries =
            got(book().look([](StaffEditor& staff) { return staff.absences(QDate(2026, 3, 1), QDate(2026, 4, 30)); }));
        std::erase_if(entries, [](const AbsenceEntry& entry) { return entry.cancelled; });
        return entries;
    };
    const auto course = calendarEvent("course", "20260324T060000Z", "20260324T090000Z");
    auto report =
        take(course + calendarEvent("free", "20260325T060000Z", "20260325T090000Z", "TRANSP:TRANSPARENT\r\n") +
             calendarEvent("old", "20250325T060000Z", "20250325T090000Z"));
    QVERIFY(report.added == 1 && report.ignored == 2);
    QVERIFY(absences().size() == 1 && absences()[0].absence.from == at("2026-03-24T08:00") &&
            absences()[0].absence.doctor == levi);
    QCOMPARE(take(course).there, 1);
    QCOMPARE(take(calendarEvent("course", "20260324T070000Z", "20260324T090000Z")).added, 1);
    QVERIFY(absences().size() == 1 && absences()[0].absence.from == at("2026-03-24T09:00"));
    take(calendarEvent("course", "20260324T070000Z", "20260324T090000Z", "STATUS:CANCELLED\r\n"));
    QVERIFY(absences().empty());

    const auto visit = got(records().book(
        {QStringLiteral("v"), QStringLiteral("p1"), levi, QStringLiteral("checkup"), at("2026-03-24T09:00"), 30}));
    report = take(course + calendarEvent("weekly", "20260326T070000Z", "20260326T090000Z", "RRULE:FREQ=HOURLY\r\n"));
    QCOMPARE(report.bad.size(), size_t(2));
    QVERIFY(report.bad[0].reason.contains(visit.id) && report.bad[0].line == 3);
    QVERIFY(absences().empty());
    QCOMPARE(take(course, true).added, 1);
    QVERIFY(absences().size() == 1);
    QVERIFY(got(records().appointments(QStringLiteral("p1"), at("2026-03-24T00:00"))).front() == visit);
}

void TestBookFiles::takesRepeatingAbsences()
{
    const QString levi = QStringLiteral("levi");
    const auto take = [&](const QByteArray& events) {
        return got(book().importAbsences(calendar(events), levi, true, false));
    };
    const auto days = [&] {
        QStringList days;
        for (const auto& entry : got(book().look(
                 [](StaffEditor& staff) { return staff.absences(QDate(2026, 3, 1), QDate(2028, 1, 1)); }))) {
            if (!entry.cancelled) {
                days << entry.absence.from.toText().mid(5);
            }
        }
        return days;
    };
    const auto weekly = [](const QByteArray& rule) {
        return calendarEvent("lab", "20260305T060000Z", "20260305T070000Z", "RRULE:FREQ=WEEKLY;" + rule + "\r\n");
    };
    auto report = take(weekly("COUNT=3"));
    QVERIFY(report.bad.empty() && report.added == 3 && report.repeatedUntil == QDate(2027, 4, 7));
    const QStringList three{QStringLiteral("03-05T08:00"), QStringLiteral("03-12T08:00"),
                            QStringLiteral("03-19T08:00")};
    QCOMPARE(days(), three);
    QCOMPARE(take(weekly("COUNT=3")).there, 3);
    QCOMPARE(days(), three);

    // One day is moved, one is left out: the third stays as it is.
    const auto moved =
        calendarEvent("lab", "20260313T060000Z", "20260313T070000Z", "RECURRENCE-ID:20260312T060000Z\r\n");
    report = take(weekly("COUNT=3\r\nEXDATE:20260305T060000Z") + moved);
    QVERIFY(report.added == 2 && report.there == 1);
    QCOMPARE(days(), (QStringList{QStringLiteral("03-13T08:00"), QStringLiteral("03-19T08:00")}));
    // It is one event again, then none.
    take(calendarEvent("lab", "20260326T060000Z", "20260326T070000Z"));
    QCOMPARE(days(), QStringList{QStringLiteral("03-26T08:00")});
    take(weekly("COUNT=2"));
    QCOMPARE(days().size(), 2);
    take(calendarEvent("lab", "20260305T060000Z", "20260305T070000Z", "RRULE:FREQ=WEEKLY\r\nSTATUS:CANCELLED\r\n"));
    QVERIFY(days().isEmpty());

    // Without an end: 400 days, and more of them when it is taken again later.
    QCOMPARE(take(weekly("INTERVAL=4")).added, 15);
    m_desk->clock.advance(std::chrono::hours(24) * 60);
    report = take(weekly("INTERVAL=4"));
    QVERIFY(report.bad.empty() && report.added == 2 && report.there == 12);
    QCOMPARE(days().size(), 17);
}

QTEST_GUILESS_MAIN(TestBookFiles)
#include "test_bookfiles.moc"
