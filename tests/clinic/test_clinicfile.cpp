// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/clinicfile.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

using namespace delpek;
using namespace delpek::clinic;

namespace
{

const QByteArray& demo()
{
    static const QByteArray bytes = [] {
        QFile file(test::sourcePath("resources/demo/clinic.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    return bytes;
}

} // namespace

class TestClinicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDemo();
    void namesTheBadPlace_data();
    void namesTheBadPlace();
    void notJson();
    void fingerprint();
    void shifts_data();
    void shifts();
};

void TestClinicFile::readsTheDemo()
{
    const auto file = parseClinicFile(demo());
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->info.name.en, QStringLiteral("HaShen Dental"));
    QCOMPARE(file->info.hours[5], (std::vector<domain::DaySpan>{{QTime(8, 0), QTime(13, 0)}}));
    QVERIFY(file->info.hours[6].empty());
    QCOMPARE(file->info.closed.size(), size_t(3));
    QCOMPARE(file->doctors.size(), size_t(5));
    QCOMPARE(file->doctors[0].hours[4].size(), size_t(2));
    QCOMPARE(file->treatments.size(), size_t(15));
    QCOMPARE(file->treatments[0].price, (domain::Money{22'000, QStringLiteral("ILS")}));
    QCOMPARE(file->patients.size(), size_t(24));
    QCOMPARE(file->patients[0].phone->e164(), QStringLiteral("+972550010101"));
    QCOMPARE(file->patients[0].birthDate, QDate(1991, 4, 29));
    QCOMPARE(file->patients[0].allergies, QStringList{QStringLiteral("penicillin")});
    QCOMPARE(file->patients[0].notes.size(), size_t(1));
    QCOMPARE(file->appointments.size(), size_t(60));
    QCOMPARE(file->appointments[0].start.toText(), QStringLiteral("2026-03-01T08:30"));
    QCOMPARE(file->invoices.size(), size_t(30));
    QCOMPARE(file->invoices[0].lines.size(), size_t(1));
}

void TestClinicFile::namesTheBadPlace_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("named");

    const auto row = [](const char* place, const char* value, const char* named = nullptr) {
        QTest::newRow(place) << QByteArray(place) << QByteArray(value) << QString::fromLatin1(named ? named : place);
    };
    row("/clinic/timezone", R"("Mars/Olympus")");
    row("/clinic/location", "[1]");
    row("/clinic/hours/sun/0", R"("19:00-08:00")");
    row("/clinic/hours/mon", R"("08:00-19:00")");
    row("/clinic/closed/1", R"("tomorrow")");
    row("/clinic/name", "{}");
    row("/doctors/0/id", R"("cohen")", "/doctors/1/id");
    row("/doctors/1/treatments/0", R"("magic")");
    row("/treatments/0/minutes", "0");
    row("/treatments/0/price", "-1");
    row("/treatments/0/currency", R"("shekel")");
    row("/patients/3/phone", R"("12")");
    row("/patients/3/birth_date", R"("1991-02-30")");
    row("/patients/3/gender", R"("f")");
    row("/patients/3/allergies", R"("latex")");
    row("/patients/0/notes/0/date", "null");
    row("/patients/0/treatment_plan/0/treatment", R"("magic")");
    row("/appointments/7/patient", R"("p999")");
    row("/appointments/7/doctor", "null");
    row("/appointments/7/start", R"("noon")");
    row("/appointments/7/minutes", R"("30")");
    row("/invoices/2/state", R"("lost")");
    row("/invoices/2/lines/0/amount", R"("a lot")");
    row("/doctors", "{}");
}

void TestClinicFile::namesTheBadPlace()
{
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, value);
    QFETCH(QString, named);
    auto json = *base::parseJson(demo());
    json[base::Json::json_pointer(place.toStdString())] = *base::parseJson(value);
    const auto file = clinicFileFrom(json);
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::InvalidInput);
    QVERIFY2(file.error().detail.contains(named + QLatin1String(": ")), qPrintable(file.error().detail));
    if (value.startsWith('"')) {
        QVERIFY(!file.error().detail.contains(QString::fromUtf8(value)));
    }
}

void TestClinicFile::notJson()
{
    QCOMPARE(parseClinicFile("{").error().code, ErrorCode::InvalidInput);
    QCOMPARE(parseClinicFile("[]").error().code, ErrorCode::InvalidInput);
    QCOMPARE(parseClinicFile("{}").error().code, ErrorCode::InvalidInput);
}

void TestClinicFile::fingerprint()
{
    const auto once = parseClinicFile(demo());
    auto json = *base::parseJson(demo());
    QCOMPARE(clinicFileFrom(json)->fingerprint, once->fingerprint);
    json["clinic"]["phone"] = "+97235550101";
    QVERIFY(clinicFileFrom(json)->fingerprint != once->fingerprint);
    QCOMPARE(shiftTo(*once, QDate(2026, 3, 7)).fingerprint, once->fingerprint);
    QVERIFY(shiftTo(*once, QDate(2026, 3, 8)).fingerprint != once->fingerprint);
}

void TestClinicFile::shifts_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<int>("days");

    QTest::newRow("Sunday of the first week") << QDate(2026, 3, 1) << 0;
    QTest::newRow("Saturday of the first week") << QDate(2026, 3, 7) << 0;
    QTest::newRow("next Sunday") << QDate(2026, 3, 8) << 7;
    QTest::newRow("a year later") << QDate(2027, 3, 3) << 52 * 7;
    QTest::newRow("earlier") << QDate(2026, 2, 28) << -7;
}

void TestClinicFile::shifts()
{
    QFETCH(QDate, today);
    QFETCH(int, days);
    const auto before = *parseClinicFile(demo());
    const auto after = shiftTo(before, today);
    QCOMPARE(before.appointments[0].start.date.addDays(days), after.appointments[0].start.date);
    QCOMPARE(before.appointments[0].start.time, after.appointments[0].start.time);
    QCOMPARE(before.info.closed[0].addDays(days), after.info.closed[0]);
    QCOMPARE(before.invoices[0].date.addDays(days), after.invoices[0].date);
    QCOMPARE(before.patients[0].notes[0].date.addDays(days), after.patients[0].notes[0].date);
    QCOMPARE(before.patients[0].birthDate, after.patients[0].birthDate);
}

QTEST_GUILESS_MAIN(TestClinicFile)
#include "test_clinicfile.moc"
