// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookedits.h"

using namespace delpek;
using namespace delpek::clinic;
using namespace delpek::test;

using Attempt = std::function<Future<Done>(Book&)>;

Q_DECLARE_METATYPE(Attempt)

/// What staff edits in the built-in book.
class TestBook : public BookEdits
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(QByteArray(QTest::currentTestFunction()) == "beginsAnEmptyBook"); }
    void cleanup() { close(); }

    void beginsAnEmptyBook_data() { eachEngine(); }
    void beginsAnEmptyBook();
    void editsDoctors_data() { eachEngine(); }
    void editsDoctors();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void editsTreatments_data() { eachEngine(); }
    void editsTreatments();
    void absenceSparesVisits_data() { eachEngine(); }
    void absenceSparesVisits();
    void closesDays_data() { eachEngine(); }
    void closesDays();
    void writesAnyDay_data() { eachEngine(); }
    void writesAnyDay();
    void logsWhatWas_data() { eachEngine(); }
    void logsWhatWas();
    void logsPlaceHoursAndWhatADentistDoes_data() { eachEngine(); }
    void logsPlaceHoursAndWhatADentistDoes();
};

void TestBook::beginsAnEmptyBook()
{
    QCOMPARE(errorOf(with<StaffEditor>([](auto& staff) { return staff.saveDoctor({}); })).key,
             QStringLiteral("clinic.empty"));
    const auto info = demoClinic().info;
    got(with<StaffEditor>([=](auto& staff) { return staff.setClinic(info); }));
    auto read = got(records().info());
    QVERIFY(read.name == info.name && read.hours == info.hours && read.zone == info.zone);
    domain::Treatment treatment{Check, {QStringLiteral("בדיקה"), {}}, 30, {22'000, QStringLiteral("ILS")}};
    got(with<StaffEditor>([=](auto& staff) { return staff.saveTreatment(treatment); }));
    domain::Doctor doctor;
    doctor.name.en = QStringLiteral("Dr. Gil Tamir");
    doctor.treatments = {Check};
    doctor.hours[2] = {{QTime(8, 0), QTime(14, 0)}};
    const auto id = got(with<StaffEditor>([=](auto& staff) { return staff.saveDoctor(doctor); }));
    const auto patient = got(with<PatientEditor>([](auto& patients) {
        PatientCard card;
        card.name.he = QStringLiteral("נועם שגב");
        return patients.save(card);
    }));
    const auto visit = got(records().book({QStringLiteral("r"), patient, id, Check, at("2026-03-10T09:00"), 30}));
    QCOMPARE(visit.patient, patient);
    auto moved = info;
    moved.zone = QTimeZone("Europe/Paris");
    QCOMPARE(errorOf(with<StaffEditor>([=](auto& staff) { return staff.setClinic(moved); })).key,
             QStringLiteral("book.zone"));
}

void TestBook::editsDoctors()
{
    auto doctor = got(records().doctors()).front();
    doctor.name.en = QStringLiteral("Dr. R. Levi");
    doctor.hours[0] = {{QTime(9, 0), QTime(11, 0)}};
    doctor.kind = domain::DoctorKind::Hygienist;
    got(with<StaffEditor>([=](auto& staff) { return staff.saveDoctor(doctor); }));
    const auto changed = got(records().doctors()).front();
    QCOMPARE(changed.id, doctor.id);
    QVERIFY(changed.name == doctor.name && changed.hours == doctor.hours && changed.kind == doctor.kind);
    QCOMPARE(changed.treatments, doctor.treatments);

    const auto count = got(records().doctors()).size();
    QCOMPARE(errorOf(with<StaffEditor>([](auto& staff) { return staff.retireDoctor(Levi, {}); })).key,
             QStringLiteral("book.visits-there"));
    const auto there = got(book().look([](StaffEditor& staff) {
        return staff.inTheWay({Levi, at("2026-03-03T00:00"), at("2027-01-01T00:00"), {}});
    }));
    QVERIFY(!there.empty());
    QStringList keep;
    for (const auto& visit : there) {
        keep << visit.id;
    }
    got(with<StaffEditor>([=](auto& staff) { return staff.retireDoctor(Levi, keep); }));
    QCOMPARE(got(records().doctors()).size(), count - 1);
    QCOMPARE(got(book().look([](StaffEditor& staff) { return staff.doctors(); })).size(), count);
    QCOMPARE(codeOf(records().book({{}, P1, Levi, Check, at("2026-03-10T09:00"), 30})), ErrorCode::NotFound);
    QVERIFY(!got(records().allAppointments()).empty());
    got(with<StaffEditor>([](auto& staff) { return staff.restoreDoctor(Levi); }));
    QCOMPARE(got(records().doctors()).size(), count);
    QCOMPARE(codeOf(with<StaffEditor>([](auto& staff) { return staff.restoreDoctor(QStringLiteral("who")); })),
             ErrorCode::NotFound);
}

void TestBook::refusesWhatCannotBe_data()
{
    QTest::addColumn<bool>("postgres");
    QTest::addColumn<Attempt>("attempt");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("place");

    const auto row = [](const char* name, const char* key, const char* place, Attempt attempt) {
        QTest::newRow(name) << false << std::move(attempt) << QString::fromLatin1(key) << QString::fromLatin1(place);
    };
    const auto doctor = [](auto change) -> Attempt {
        return [change](Book& book) {
            return book.edit([change](StaffEditor& staff) {
                domain::Doctor doctor;
                doctor.name.he = QStringLiteral("ד״ר גל רון");
                change(doctor);
                return staff.saveDoctor(doctor).map([](const QString&) { return Done{}; });
            });
        };
    };
    const auto patient = [](auto change) -> Attempt {
        return [change](Book& book) {
            return book.edit([change](PatientEditor& patients) {
                PatientCard card;
                card.name.he = QStringLiteral("גל רון");
                change(card);
                return patients.save(card).map([](const QString&) { return Done{}; });
            });
        };
    };
    const auto treatment = [](auto change) -> Attempt {
        return [change](Book& book) {
            return book.edit([change](StaffEditor& staff) {
                domain::Treatment treatment{{}, {QStringLiteral("הלבנה"), {}}, 30, {100, QStringLiteral("ILS")}};
                change(treatment);
                return staff.saveTreatment(treatment).map([](const QString&) { return Done{}; });
            });
        };
    };
    row("doctor without name", "book.name", "doctor/name",
        doctor([](auto& who) { who.name.he = QStringLiteral("  "); }));
    row("hours the wrong way round", "book.hours", "doctor/hours/1/0", doctor([](auto& who) {
            who.hours[1] = {{QTime(12, 0), QTime(9, 0)}};
        }));
    row("hours that overlap", "book.hours", "doctor/hours/1/1", doctor([](auto& who) {
            who.hours[1] = {{QTime(9, 0), QTime(12, 0)}, {QTime(11, 0), QTime(13, 0)}};
        }));
    row("address without a host", "book.email", "doctor/email",
        doctor([](auto& who) { who.email = QStringLiteral("gal@clinic"); }));
    row("no telephone number", "phone.invalid", "doctor/phone",
        doctor([](auto& who) { who.phone = QStringLiteral("12"); }));
    row("treatment that is not there", "book.choice", "doctor/treatments/0",
        doctor([](auto& who) { who.treatments = {QStringLiteral("magic")}; }));
    row("born tomorrow", "book.day", "patient/birth_date",
        patient([](auto& card) { card.birthDate = QDate(2026, 3, 4); }));
    row("allergy without a word", "book.text", "patient/allergies/0",
        patient([](auto& card) { card.allergies = {QString()}; }));
    row("nobody's name", "book.name", "patient/name", patient([](auto& card) { card.name = {}; }));
    row("treatment of no length", "book.minutes", "treatment/minutes", treatment([](auto& what) { what.minutes = 0; }));
    row("treatment for less than nothing", "book.amount", "treatment/price",
        treatment([](auto& what) { what.price.minor = -1; }));
    row("absence the wrong way round", "book.hours", "absence", [](Book& book) {
        return book.edit([](StaffEditor& staff) {
            return staff.addAbsence({Levi, at("2026-03-10T12:00"), at("2026-03-10T09:00"), {}}, {}, {})
                .map([](const QString&) { return Done{}; });
        });
    });
    row("invoice without lines", "book.text", "invoice/lines", [](Book& book) {
        return book.edit([](InvoiceEditor& invoices) {
            auto wanted = newInvoice({}, QDate(2026, 3, 3));
            wanted.lines.clear();
            return invoices.issue(wanted).map([](const domain::Invoice&) { return Done{}; });
        });
    });
    row("invoice of two currencies", "book.amount", "invoice/lines/1/currency", [](Book& book) {
        return book.edit([](InvoiceEditor& invoices) {
            auto wanted = newInvoice({}, QDate(2026, 3, 3));
            wanted.lines.push_back({wanted.lines[0].text, {100, QStringLiteral("EUR")}});
            return invoices.issue(wanted).map([](const domain::Invoice&) { return Done{}; });
        });
    });
    row("state that plans do not have", "book.choice", "plan/status", [](Book& book) {
        return book.edit([](PatientEditor& patients) {
            return patients.savePlanItem(P1, {0, {Check, {}, QStringLiteral("perhaps")}}).map([](qint64) {
                return Done{};
            });
        });
    });
}

void TestBook::refusesWhatCannotBe()
{
    QFETCH(Attempt, attempt);
    QFETCH(QString, key);
    QFETCH(QString, place);
    const auto error = errorOf(attempt(book()));
    QCOMPARE(error.key, key);
    QVERIFY(error.code == ErrorCode::InvalidInput);
    QVERIFY2(error.detail.startsWith(place + QLatin1Char(':')), qPrintable(error.detail));
}

void TestBook::editsTreatments()
{
    auto treatment = got(records().treatments()).front();
    treatment.minutes = 20;
    treatment.price.minor = 19'900;
    got(with<StaffEditor>([=](auto& staff) { return staff.saveTreatment(treatment); }));
    const auto changed = got(records().treatments()).front();
    QVERIFY(changed.minutes == 20 && changed.price == treatment.price && changed.name == treatment.name);
    const auto count = got(records().treatments()).size();
    got(with<StaffEditor>([=](auto& staff) { return staff.retireTreatment(treatment.id); }));
    QCOMPARE(got(records().treatments()).size(), count - 1);
    for (const auto& doctor : got(records().doctors())) {
        QVERIFY(!doctor.treatments.contains(treatment.id));
    }
    got(with<StaffEditor>([=](auto& staff) { return staff.restoreTreatment(treatment.id); }));
    QCOMPARE(got(records().treatments()).front().id, treatment.id);
    QVERIFY(got(records().doctors()).front().treatments.contains(treatment.id));
}

void TestBook::absenceSparesVisits()
{
    const auto visit = got(records().book({QStringLiteral("v"), P1, Levi, Check, at("2026-03-10T09:00"), 30}));
    const domain::Absence away{Levi, at("2026-03-10T08:00"), at("2026-03-10T12:00"), QStringLiteral("מילואים")};
    const auto add = [&](const QStringList& keep) {
        return with<StaffEditor>([=](auto& staff) { return staff.addAbsence(away, keep, {}); });
    };
    const auto refused = errorOf(add({}));
    QCOMPARE(refused.key, QStringLiteral("book.visits-there"));
    QVERIFY(refused.detail.contains(visit.id));
    const auto there = got(book().look([=](StaffEditor& staff) { return staff.inTheWay(away); }));
    QStringList keep;
    for (const auto& one : there) {
        keep << one.id;
    }
    QVERIFY(keep.contains(visit.id));
    const auto id = got(add(keep));
    QVERIFY(got(records().appointments(P1, at("2026-03-10T00:00"))).front() == visit);
    QCOMPARE(codeOf(records().book({{}, P2, Levi, Check, at("2026-03-10T10:00"), 30})), ErrorCode::Conflict);
    SlotQuery query;
    query.treatment = Check;
    query.doctor = Levi;
    query.from = query.to = QDate(2026, 3, 10);
    query.limit = 100;
    const auto left = got(records().freeSlots(query));
    QVERIFY(!left.empty() && !(left.front().start < at("2026-03-10T12:00")));
    got(with<StaffEditor>([=](auto& staff) { return staff.cancelAbsence(id); }));
    QVERIFY(got(records().freeSlots(query)).size() > left.size());
    const auto entries =
        got(book().look([](StaffEditor& staff) { return staff.absences(QDate(2026, 3, 10), QDate(2026, 3, 10)); }));
    QVERIFY(entries.size() == 1 && entries[0].cancelled && entries[0].absence == away);
}

void TestBook::closesDays()
{
    const QDate day(2026, 3, 22);
    const auto close = [&](const QStringList& keep) {
        return with<StaffEditor>([=](auto& staff) { return staff.closeDay({day, QStringLiteral("שיפוץ")}, keep); });
    };
    const auto visit = got(records().book({QStringLiteral("v"), P1, Levi, Check, at("2026-03-22T09:00"), 30}));
    QCOMPARE(errorOf(close({})).code, ErrorCode::Conflict);
    const auto there = got(book().look([=](StaffEditor& staff) {
        return staff.inTheWay({{}, {day, QTime(0, 0)}, {day.addDays(1), QTime(0, 0)}, {}});
    }));
    QStringList keep;
    for (const auto& one : there) {
        keep << one.id;
    }
    got(close(keep));
    QVERIFY(keep.contains(visit.id));
    QCOMPARE(codeOf(records().book({{}, P2, Levi, Check, at("2026-03-22T11:00"), 30})), ErrorCode::InvalidInput);
    const auto days = got(book().look([](StaffEditor& staff) { return staff.closedDays(); }));
    QVERIFY(std::any_of(days.begin(), days.end(), [&](const ClosedDay& one) {
        return one.date == day && one.reason == QStringLiteral("שיפוץ");
    }));
    got(with<StaffEditor>([=](auto& staff) { return staff.openDay(day); }));
    QVERIFY(!codeOf(records().book({{}, P2, Levi, Check, at("2026-03-22T11:00"), 30})));
}

void TestBook::writesAnyDay()
{
    const auto past = got(book().writeVisit({QStringLiteral("past"), P1, Levi, Check, at("2026-01-06T21:00"), 30}));
    QVERIFY(got(book().writeVisit({QStringLiteral("past"), P1, Levi, Check, at("2026-01-06T21:00"), 30})) == past);
    QCOMPARE(codeOf(book().writeVisit({{}, P2, Levi, Check, at("2026-01-06T21:15"), 30})), ErrorCode::Conflict);
    QCOMPARE(codeOf(book().writeVisit({{}, P2, Levi, Check, at("2026-01-06T22:00"), 0})), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(book().writeVisit({{}, P2, QStringLiteral("who"), Check, at("2026-01-06T22:00"), 30})),
             ErrorCode::NotFound);
    const auto moved = got(book().moveVisit(past.id, {Levi, Check, at("2026-01-07T07:00"), 30}, QStringLiteral("m")));
    QCOMPARE(moved.start.toText(), QStringLiteral("2026-01-07T07:00"));
    got(book().cancelVisit(past.id, QStringLiteral("c")));
    const auto day = got(book().visits(QDate(2026, 1, 7), QDate(2026, 1, 7)));
    QVERIFY(day.size() == 1 && day[0].state == domain::AppointmentState::Cancelled);
}

void TestBook::logsWhatWas()
{
    got(with<StaffEditor>([](auto& staff) {
        return staff.saveTreatment({Check, {QStringLiteral("בדיקה"), {}}, 25, {21'000, QStringLiteral("ILS")}});
    }));
    const auto before = must(m_desk->store
                                 ->read([](store::Session& session) -> Result<QStringList> {
                                     auto rows = session.run(QStringLiteral(
                                         "SELECT author, what, before FROM book_log WHERE subject = 'treatment'"));
                                     QStringList texts;
                                     while (rows->next()) {
                                         texts << rows->text(0) << rows->text(1) << rows->text(2);
                                     }
                                     return texts;
                                 })
                                 .result());
    QCOMPARE(before.size(), 3);
    QCOMPARE(before[0], QStringLiteral("dana"));
    QCOMPARE(before[1], QStringLiteral("change"));
    QVERIFY(before[2].contains(QStringLiteral("\"minutes\":\"30\"")) &&
            before[2].contains(QStringLiteral("\"price\":\"22000\"")));
}

/// The clinic's place, its hours and what a dentist does: of these, too, what stood there can be told later.
void TestBook::logsPlaceHoursAndWhatADentistDoes()
{
    const auto logged = [&](const QString& subject) {
        return must(m_desk->store
                        ->read([&](store::Session& session) -> Result<QStringList> {
                            auto rows = session.run(
                                QStringLiteral("SELECT before FROM book_log WHERE subject = ? ORDER BY id"), {subject});
                            QStringList texts;
                            while (rows->next()) {
                                texts << rows->text(0);
                            }
                            return texts;
                        })
                        .result());
    };
    auto info = got(records().info());
    info.location = {31.5, 34.5};
    info.hours[0].clear();
    got(with<StaffEditor>([&](auto& staff) { return staff.setClinic(info); }));
    QVERIFY(logged(QStringLiteral("clinic_info")).constFirst().contains(QStringLiteral("\"latitude\"")));
    const auto hours = logged(QStringLiteral("clinic_hours")).size();
    QVERIFY(hours > 0);
    auto doctor = got(records().doctors()).at(0);
    const auto treatments = doctor.treatments.size();
    QVERIFY(treatments > 1);
    doctor.treatments.removeLast();
    doctor.hours = {};
    got(with<StaffEditor>([&](auto& staff) { return staff.saveDoctor(doctor); }));
    QCOMPARE(logged(QStringLiteral("doctor_treatment")).size(), treatments);
    const auto doctorHours = logged(QStringLiteral("doctor_hours")).size();
    QVERIFY(doctorHours > 0);
    // The same again writes nothing of these.
    got(with<StaffEditor>([&](auto& staff) { return staff.setClinic(info); }));
    got(with<StaffEditor>([&](auto& staff) { return staff.saveDoctor(doctor); }));
    QCOMPARE(logged(QStringLiteral("clinic_hours")).size(), hours);
    QCOMPARE(logged(QStringLiteral("doctor_hours")).size(), doctorHours);
    QCOMPARE(logged(QStringLiteral("doctor_treatment")).size(), treatments);
}

QTEST_GUILESS_MAIN(TestBook)
#include "test_book.moc"
