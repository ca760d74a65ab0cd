// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookfixture.h"

using namespace delpek;
using namespace delpek::clinic;
using namespace delpek::test;
using domain::Appointment;
using domain::AppointmentState;

namespace
{

const QString Ref = QStringLiteral("ref-1");

/// Shaked cleans on Thursdays; 2026-03-05 09:30 is free in the demo clinic.
Booking cleaning(const QString& reference = Ref)
{
    return {
        reference, QStringLiteral("p1"), QStringLiteral("shaked"), QStringLiteral("cleaning"), at("2026-03-05T09:30"),
        45};
}

domain::Phone phone(const char* text)
{
    return *domain::Phone::parse(QString::fromLatin1(text));
}

const Appointment* find(const std::vector<Appointment>& visits, const QString& id)
{
    const auto found =
        std::find_if(visits.begin(), visits.end(), [&](const Appointment& visit) { return visit.id == id; });
    return found == visits.end() ? nullptr : &*found;
}

} // namespace

class TestBuiltinRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyBook_data() { eachEngine(); }
    void emptyBook();
    void readsWhatWasImported_data() { eachEngine(); }
    void readsWhatWasImported();
    void importsOnce_data() { eachEngine(); }
    void importsOnce();
    void importsAllOrNothing_data() { eachEngine(); }
    void importsAllOrNothing();
    void booksOnce_data() { eachEngine(); }
    void booksOnce();
    void refusesToBook_data();
    void refusesToBook();
    void moves_data() { eachEngine(); }
    void moves();
    void cancels_data() { eachEngine(); }
    void cancels();
    void historyStays_data() { eachEngine(); }
    void historyStays();
    void addsPatients_data() { eachEngine(); }
    void addsPatients();
    void appendsNotes_data() { eachEngine(); }
    void appendsNotes();
    void offersFreeTime_data() { eachEngine(); }
    void offersFreeTime();
    void announcesChanges_data() { eachEngine(); }
    void announcesChanges();
    void restartKeepsAll_data() { eachEngine(); }
    void restartKeepsAll();

private:
    BuiltinRecords& records() { return m_desk->records; }
    void restart()
    {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(m_location);
    }

    Engines m_places;
    QString m_location;
    std::unique_ptr<Desk> m_desk;
};

void TestBuiltinRecords::init()
{
    QFETCH(bool, postgres);
    m_location = m_places.newLocation(postgres);
    m_desk = std::make_unique<Desk>(m_location);
    if (QByteArray(QTest::currentTestFunction()) != "emptyBook") {
        got(records().import(demoClinic()));
    }
}

void TestBuiltinRecords::cleanup()
{
    m_desk.reset();
}

void TestBuiltinRecords::emptyBook()
{
    QCOMPARE(codeOf(records().info()), ErrorCode::NotFound);
    QCOMPARE(codeOf(records().freeSlots({})), ErrorCode::NotFound);
    QCOMPARE(codeOf(records().book(cleaning())), ErrorCode::NotFound);
    QVERIFY(got(records().doctors()).empty());
    QVERIFY(got(records().findPatients(phone("+972550010101"))).empty());
}

void TestBuiltinRecords::readsWhatWasImported()
{
    const auto file = demoClinic();
    const auto info = got(records().info());
    QVERIFY(info.name == file.info.name && info.address == file.info.address && info.zone == file.info.zone);
    QCOMPARE(info.phone, file.info.phone);
    QVERIFY(info.location == file.info.location);
    QVERIFY(info.hours == file.info.hours);
    QVERIFY(info.closed == file.info.closed);
    QCOMPARE(info.insurance, file.info.insurance);

    const auto doctors = got(records().doctors());
    QCOMPARE(doctors.size(), file.doctors.size());
    for (size_t i = 0; i < doctors.size(); ++i) {
        QCOMPARE(doctors[i].id, file.doctors[i].id);
        QVERIFY(doctors[i].name == file.doctors[i].name && doctors[i].hours == file.doctors[i].hours);
        QCOMPARE(doctors[i].treatments, file.doctors[i].treatments);
        QCOMPARE(doctors[i].phone, file.doctors[i].phone);
        QCOMPARE(doctors[i].email, file.doctors[i].email);
    }
    const auto treatments = got(records().treatments());
    QCOMPARE(treatments.size(), file.treatments.size());
    for (size_t i = 0; i < treatments.size(); ++i) {
        QVERIFY(treatments[i].id == file.treatments[i].id && treatments[i].name == file.treatments[i].name);
        QVERIFY(treatments[i].minutes == file.treatments[i].minutes && treatments[i].price == file.treatments[i].price);
    }
    for (const auto& patient : file.patients) {
        const auto card = got(records().patient(patient.id));
        QVERIFY(card.name == patient.name && card.phone == patient.phone && card.birthDate == patient.birthDate);
        QVERIFY(card.gender == patient.gender && card.language == patient.language);
        QVERIFY(card.allergies == patient.allergies && card.flags == patient.flags);
        QVERIFY(card.notes.size() == patient.notes.size() && card.plan.size() == patient.plan.size());
        for (size_t i = 0; i < card.notes.size(); ++i) {
            QVERIFY(card.notes[i].date == patient.notes[i].date && card.notes[i].text == patient.notes[i].text);
        }
        size_t invoices = 0;
        for (const auto& invoice : got(records().invoices(patient.id))) {
            const auto& all = file.invoices;
            const auto same = std::find_if(
                all.begin(), all.end(), [&](const domain::Invoice& other) { return other.number == invoice.number; });
            QVERIFY(same != all.end() && same->patient == patient.id && same->date == invoice.date);
            QVERIFY(same->total == invoice.total && same->due == invoice.due && same->state == invoice.state);
            QVERIFY(same->lines.size() == invoice.lines.size() && same->lines[0].amount == invoice.lines[0].amount);
            ++invoices;
        }
        QCOMPARE(invoices,
                 size_t(std::count_if(file.invoices.begin(), file.invoices.end(),
                                      [&](const domain::Invoice& invoice) { return invoice.patient == patient.id; })));
    }
    QCOMPARE(got(records().findPatients(phone("055-001-0107"))).size(), size_t(3));
    QCOMPARE(codeOf(records().patient(QStringLiteral("nobody"))), ErrorCode::NotFound);

    const auto visits = got(records().allAppointments());
    QCOMPARE(visits.size(), file.appointments.size());
    for (const auto& visit : file.appointments) {
        QVERIFY(find(visits, visit.id) && *find(visits, visit.id) == visit);
    }
}

void TestBuiltinRecords::importsOnce()
{
    const auto booked = got(records().book(cleaning()));
    got(records().import(demoClinic()));
    got(records().import(demoClinic(), ImportMode::Replace));
    QVERIFY(find(got(records().allAppointments()), booked.id));

    const auto other = shiftTo(demoClinic(), QDate(2026, 3, 10));
    QCOMPARE(codeOf(records().import(other)), ErrorCode::Conflict);
    QVERIFY(find(got(records().allAppointments()), booked.id));

    got(records().import(other, ImportMode::Replace));
    const auto visits = got(records().allAppointments());
    QCOMPARE(visits.size(), other.appointments.size());
    QVERIFY(!find(visits, booked.id));
    QCOMPARE(find(visits, QStringLiteral("a1"))->start.toText(), QStringLiteral("2026-03-08T08:30"));
}

void TestBuiltinRecords::importsAllOrNothing()
{
    auto broken = shiftTo(demoClinic(), QDate(2026, 3, 10));
    broken.invoices.back().patient = QStringLiteral("nobody");
    QVERIFY(codeOf(records().import(broken, ImportMode::Replace)).has_value());
    QCOMPARE(find(got(records().allAppointments()), QStringLiteral("a1"))->start.toText(),
             QStringLiteral("2026-03-01T08:30"));
    QCOMPARE(got(records().info()).closed.front(), QDate(2026, 4, 2));
}

void TestBuiltinRecords::booksOnce()
{
    const auto before = got(records().allAppointments()).size();
    const auto visit = got(records().book(cleaning()));
    QCOMPARE(visit.start.toText(), QStringLiteral("2026-03-05T09:30"));
    QCOMPARE(visit.reference, Ref);
    QVERIFY(visit.state == AppointmentState::Booked);
    QVERIFY(got(records().book(cleaning())) == visit);

    auto repeated = cleaning();
    repeated.start = at("2026-03-05T12:00");
    QVERIFY(got(records().book(repeated)) == visit);
    QCOMPARE(got(records().allAppointments()).size(), before + 1);
    QVERIFY(find(got(records().appointments(QStringLiteral("p1"), at("2026-03-05T09:30"))), visit.id));
    QVERIFY(!find(got(records().appointments(QStringLiteral("p1"), at("2026-03-05T09:31"))), visit.id));
}

void TestBuiltinRecords::refusesToBook_data()
{
    QTest::addColumn<bool>("postgres");
    QTest::addColumn<QString>("doctor");
    QTest::addColumn<QString>("treatment");
    QTest::addColumn<QString>("patient");
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("expected");

    const auto row = [](const char* name, const char* doctor, const char* treatment, const char* patient,
                        const char* start, ErrorCode expected) {
        for (const bool postgres : {false, true}) {
            QTest::addRow("%s, %s", name, postgres ? "postgresql" : "sqlite")
                << postgres << QString::fromLatin1(doctor) << QString::fromLatin1(treatment)
                << QString::fromLatin1(patient) << QString::fromLatin1(start) << static_cast<int>(expected);
        }
    };
    row("taken", "shaked", "cleaning", "p3", "2026-03-05T09:30", ErrorCode::Conflict);
    row("overlaps the end", "shaked", "cleaning", "p3", "2026-03-05T10:00", ErrorCode::Conflict);
    row("overlaps the beginning", "shaked", "cleaning", "p3", "2026-03-05T09:15", ErrorCode::Conflict);
    row("patient is with another doctor", "levi", "checkup", "p1", "2026-03-05T09:30", ErrorCode::Conflict);
    row("before the doctor comes", "levi", "checkup", "p2", "2026-03-05T07:30", ErrorCode::InvalidInput);
    row("lunch", "levi", "checkup", "p2", "2026-03-05T12:00", ErrorCode::InvalidInput);
    row("closed day", "levi", "checkup", "p2", "2026-04-02T09:00", ErrorCode::InvalidInput);
    row("past", "levi", "checkup", "p2", "2026-03-03T09:45", ErrorCode::InvalidInput);
    row("treatment of others", "levi", "cleaning", "p2", "2026-03-05T09:00", ErrorCode::InvalidInput);
    row("unknown doctor", "who", "checkup", "p2", "2026-03-05T09:00", ErrorCode::NotFound);
    row("unknown treatment", "levi", "magic", "p2", "2026-03-05T09:00", ErrorCode::NotFound);
    row("unknown patient", "levi", "checkup", "nobody", "2026-03-12T15:00", ErrorCode::NotFound);
}

void TestBuiltinRecords::refusesToBook()
{
    QFETCH(QString, doctor);
    QFETCH(QString, treatment);
    QFETCH(QString, patient);
    QFETCH(QString, start);
    QFETCH(int, expected);
    got(records().book(cleaning()));
    const auto before = got(records().allAppointments());
    const Booking wish{QStringLiteral("ref-2"), patient, doctor, treatment, domain::LocalTime::fromText(start), 30};
    const auto code = codeOf(records().book(wish));
    QVERIFY(code.has_value());
    QCOMPARE(static_cast<int>(*code), expected);
    QVERIFY(got(records().allAppointments()) == before);
}

void TestBuiltinRecords::moves()
{
    const auto visit = got(records().book(cleaning()));
    const domain::Slot later{visit.doctor, visit.treatment, at("2026-03-05T09:45"), 45};
    const auto moved = got(records().move(visit.id, later, QStringLiteral("m1")));
    QCOMPARE(moved.id, visit.id);
    QCOMPARE(moved.start.toText(), QStringLiteral("2026-03-05T09:45"));
    QVERIFY(got(records().move(visit.id, later, QStringLiteral("m1"))) == moved);
    QVERIFY(got(records().book(cleaning())) == moved);

    auto wish = cleaning(QStringLiteral("ref-2"));
    wish.patient = QStringLiteral("p2");
    wish.start = at("2026-03-12T09:00");
    const auto other = got(records().book(wish));
    QCOMPARE(codeOf(records().move(other.id, later, QStringLiteral("m2"))), ErrorCode::Conflict);
    QVERIFY(*find(got(records().allAppointments()), other.id) == other);
    QCOMPARE(codeOf(records().move(other.id, later, QStringLiteral("m1"))), ErrorCode::Conflict);
    QCOMPARE(codeOf(records().move(QStringLiteral("none"), later, QStringLiteral("m3"))), ErrorCode::NotFound);
    const domain::Slot saturday{visit.doctor, visit.treatment, at("2026-03-07T09:45"), 45};
    QCOMPARE(codeOf(records().move(visit.id, saturday, QStringLiteral("m4"))), ErrorCode::InvalidInput);
}

void TestBuiltinRecords::cancels()
{
    const auto visit = got(records().book(cleaning()));
    got(records().cancel(visit.id, QStringLiteral("c1")));
    got(records().cancel(visit.id, QStringLiteral("c1")));
    QCOMPARE(codeOf(records().cancel(visit.id, QStringLiteral("c2"))), ErrorCode::Conflict);
    QCOMPARE(codeOf(records().cancel(QStringLiteral("none"), QStringLiteral("c3"))), ErrorCode::NotFound);
    QVERIFY(find(got(records().allAppointments()), visit.id)->state == AppointmentState::Cancelled);
    QVERIFY(!find(got(records().appointments(visit.patient, at("2026-03-01T00:00"))), visit.id));
    QVERIFY(got(records().book(cleaning())).state == AppointmentState::Cancelled);
    QCOMPARE(codeOf(records().move(visit.id, {visit.doctor, visit.treatment, at("2026-03-12T09:00"), 45}, {})),
             ErrorCode::Conflict);

    auto again = cleaning(QStringLiteral("ref-2"));
    again.patient = QStringLiteral("p2");
    QVERIFY(got(records().book(again)).state == AppointmentState::Booked);
}

void TestBuiltinRecords::historyStays()
{
    const domain::Slot target{QStringLiteral("levi"), QStringLiteral("checkup"), at("2026-03-12T15:00"), 30};
    QCOMPARE(codeOf(records().cancel(QStringLiteral("a1"), QStringLiteral("c1"))), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(records().move(QStringLiteral("a1"), target, QStringLiteral("m1"))), ErrorCode::InvalidInput);
}

void TestBuiltinRecords::addsPatients()
{
    NewPatient wanted;
    wanted.reference = QStringLiteral("new-1");
    wanted.name.he = QStringLiteral(" אבי  שטרן ");
    wanted.phone = phone("+972550020009");
    wanted.birthDate = QDate(1972, 3, 3);
    const auto patient = got(records().addPatient(wanted));
    QCOMPARE(patient.name.he, QStringLiteral("אבי שטרן"));
    QCOMPARE(got(records().addPatient(wanted)).id, patient.id);
    wanted.reference = QStringLiteral("new-2");
    QCOMPARE(got(records().addPatient(wanted)).id, patient.id);
    wanted.birthDate = QDate(2001, 1, 1);
    const auto son = got(records().addPatient(wanted));
    QVERIFY(son.id != patient.id);
    const auto family = got(records().findPatients(*wanted.phone));
    QCOMPARE(family.size(), size_t(2));
    QCOMPARE(family[0].id, patient.id);
    QCOMPARE(family[1].id, son.id);

    wanted.reference = QStringLiteral("new-3");
    wanted.phone.reset();
    QVERIFY(!got(records().addPatient(wanted)).phone);
    wanted.reference = QStringLiteral("new-4");
    wanted.name = {};
    QCOMPARE(codeOf(records().addPatient(wanted)), ErrorCode::InvalidInput);
}

void TestBuiltinRecords::appendsNotes()
{
    const domain::Note note{QDate(2026, 3, 3), QStringLiteral("agent"),
                            QStringLiteral("שורה ראשונה\nline 'two' \";--")};
    const auto before = got(records().patient(QStringLiteral("p1"))).notes.size();
    got(records().appendNote(QStringLiteral("p1"), note));
    got(records().appendNote(QStringLiteral("p1"), note));
    const auto notes = got(records().patient(QStringLiteral("p1"))).notes;
    QCOMPARE(notes.size(), before + 1);
    QCOMPARE(notes.back().text, note.text);
    QCOMPARE(notes.back().by, note.by);
    QCOMPARE(codeOf(records().appendNote(QStringLiteral("nobody"), note)), ErrorCode::NotFound);
}

void TestBuiltinRecords::offersFreeTime()
{
    SlotQuery query;
    query.treatment = QStringLiteral("cleaning");
    query.from = query.to = QDate(2026, 3, 5);
    query.exactly = QTime(9, 30);
    query.earliest = at("2026-03-03T10:00");
    QCOMPARE(got(records().freeSlots(query)).size(), size_t(1));
    const auto visit = got(records().book(cleaning()));
    QVERIFY(got(records().freeSlots(query)).empty());
    got(records().cancel(visit.id, {}));
    QCOMPARE(got(records().freeSlots(query)).size(), size_t(1));

    query.exactly.reset();
    for (const auto& slot : got(records().freeSlots(query))) {
        const Booking booking{{}, QStringLiteral("p1"), slot.doctor, slot.treatment, slot.start, slot.minutes};
        QVERIFY(got(records().book(booking)).reference.isEmpty());
    }
    query.treatment = QStringLiteral("magic");
    QCOMPARE(codeOf(records().freeSlots(query)), ErrorCode::NotFound);
}

void TestBuiltinRecords::announcesChanges()
{
    std::mutex mutex;
    std::condition_variable told;
    int announced = 0;
    // Behind this write nothing of what was loaded before is left to be told.
    QVERIFY(base::await(m_desk->store->write([](store::Session&) -> Result<Done> { return Done{}; })));
    const auto subscription = m_desk->store->subscribe([&](const std::vector<domain::Change>& changes) {
        const std::lock_guard lock(mutex);
        announced += static_cast<int>(std::count_if(changes.begin(), changes.end(), [](const domain::Change& change) {
            return change.topic == domain::Topic::Clinic;
        }));
        told.notify_all();
    });
    QVERIFY(codeOf(records().cancel(QStringLiteral("none"), {})).has_value());
    const auto visit = got(records().book(cleaning()));
    got(records().book(cleaning()));
    got(records().cancel(visit.id, {}));
    std::unique_lock lock(mutex);
    QVERIFY(told.wait_for(lock, std::chrono::seconds(10), [&] { return announced >= 2; }));
    QCOMPARE(announced, 2);
}

void TestBuiltinRecords::restartKeepsAll()
{
    const auto visit = got(records().book(cleaning()));
    const domain::Slot later{visit.doctor, visit.treatment, at("2026-03-05T09:45"), 45};
    got(records().move(visit.id, later, QStringLiteral("m1")));
    const auto before = got(records().allAppointments());
    restart();
    QVERIFY(got(records().allAppointments()) == before);
    got(records().import(demoClinic()));
    QVERIFY(got(records().allAppointments()) == before);
    QCOMPARE(got(records().book(cleaning())).start.toText(), QStringLiteral("2026-03-05T09:45"));
    got(records().move(visit.id, later, QStringLiteral("m1")));
    QVERIFY(got(records().allAppointments()) == before);
}

QTEST_GUILESS_MAIN(TestBuiltinRecords)
#include "test_builtinrecords.moc"
