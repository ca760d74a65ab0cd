// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/understandlines.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

using namespace delpek;

// Six hundred labelled messages. The floors stand a little below what was measured: they are development figures that
// keep a change from making things worse, not a measure of quality on unseen text. The intent model has learnt from
// these messages: its floor only tells that it was built and is used. docs/understanding.md says how to measure it.

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsTheFloors();
    void takesTheSymptomBesideAVisit_data();
    void takesTheSymptomBesideAVisit();
    void answersBadLines_data();
    void answersBadLines();

private:
    std::unique_ptr<language::Understander> m_understander;
    std::unique_ptr<safety::Triage> m_triage;
    language::UnderstandingContext m_context;
};

void TestMessages::initTestCase()
{
    auto understander = language::Understander::load(QStringLiteral(":/delpek/language"));
    QVERIFY2(understander, understander ? "" : qPrintable(understander.error().detail));
    m_understander = std::move(*understander);
    auto triage = safety::Triage::load(test::sourcePath("resources/rules"));
    QVERIFY2(triage, triage ? "" : qPrintable(triage.error().detail));
    m_triage = std::move(*triage);
    m_context.now = {QDate(2026, 3, 3), QTime(10, 0)};
}

void TestMessages::holdsTheFloors()
{
    QFile file(test::sourcePath("resources/language/training/patient-messages.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    struct Share {
        int part = 0;
        int whole = 0;
        void add(bool good)
        {
            ++whole;
            part += good;
        }
        double percent() const { return whole > 0 ? 100.0 * part / whole : 0; }
    };
    Share intent;
    Share emergency;
    Share emergencyPrecision;
    Share doctor;
    Share routine;
    Share routineAlarms;
    Share when;
    Share treatment;
    Share person;
    QStringList missed;
    while (!file.atEnd()) {
        const auto line = file.readLine().trimmed();
        const auto want = base::parseJson(line);
        QVERIFY(want);
        const auto got = base::parseJson(safety::answerLine(line, *m_understander, *m_triage, m_context));
        QVERIFY(got);
        const auto urgency = base::textAt(*want, "urgency");
        const auto judged = base::textAt(*got, "urgency");
        intent.add(base::textAt(*want, "intent") == base::textAt(*got, "intent"));
        if (urgency == QLatin1String("EMERGENCY")) {
            emergency.add(judged == urgency);
            if (judged != urgency) {
                missed.append(base::textAt(*want, "id"));
            }
        } else if (urgency == QLatin1String("DOCTOR_REQUIRED")) {
            doctor.add(judged != QLatin1String("ROUTINE"));
        } else {
            routine.add(judged == urgency);
            routineAlarms.add(judged == QLatin1String("EMERGENCY"));
        }
        if (judged == QLatin1String("EMERGENCY")) {
            emergencyPrecision.add(urgency == judged);
        }
        const auto& wanted = base::at(*want, "slots");
        const auto& found = base::at(*got, "slots");
        const auto compare = [&](const char* slot, Share& share) {
            if (wanted.contains(slot)) {
                share.add(base::at(wanted, slot) == base::at(found, slot));
            }
        };
        compare("when", when);
        compare("treatment", treatment);
        compare("person", person);
    }
    qInfo("intent %.1f, emergency recall %.1f precision %.1f, doctor kept %.1f, routine %.1f, when %.1f, treatment "
          "%.1f, person %.1f",
          intent.percent(), emergency.percent(), emergencyPrecision.percent(), doctor.percent(), routine.percent(),
          when.percent(), treatment.percent(), person.percent());
    QCOMPARE(intent.whole, 600);
    QVERIFY(routineAlarms.percent() <= 1);
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char(' '))));
    QVERIFY(intent.percent() >= 98);
    QVERIFY(emergencyPrecision.percent() >= 97);
    QVERIFY(doctor.percent() >= 97);
    // A question of medicine goes to the doctor even where the guide calls it routine ("when may I do sport again?").
    QVERIFY(routine.percent() >= 94);
    QVERIFY(when.percent() >= 97);
    QVERIFY(treatment.percent() >= 95);
    QVERIFY(person.percent() >= 95);
}

void TestMessages::takesTheSymptomBesideAVisit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("intent");
    QTest::newRow("bleeding gums") << QStringLiteral(
                                          "רוצה לקבוע תור לשיננית ביום שני בבוקר, החניכיים מדממות כשאני מצחצח")
                                   << QStringLiteral("symptom");
    QTest::newRow("swollen gum") << QStringLiteral("החניכיים שלי נפוחים, יש מקום ביום שני?")
                                 << QStringLiteral("symptom");
    QTest::newRow("nothing hurts") << QStringLiteral("nothing hurts, I only want a cleaning on Monday")
                                   << QStringLiteral("book_appointment");
    // What looks like an emergency and is a figure of speech leaves a clear wish what it is.
    QTest::newRow("figure of speech") << QStringLiteral(
                                             "נא להעביר את התור שלי לרביעי, מחר יש לי דימום של שלוש שעות עם ההורים")
                                      << QStringLiteral("reschedule_appointment");
}

void TestMessages::takesTheSymptomBesideAVisit()
{
    QFETCH(QString, text);
    QFETCH(QString, intent);
    const auto line = base::toBytes({{"id", "a"}, {"text", base::utf8(text)}});
    const auto answer = base::parseJson(safety::answerLine(line, *m_understander, *m_triage, m_context));
    QVERIFY(answer);
    QCOMPARE(base::textAt(*answer, "intent"), intent);
}

void TestMessages::answersBadLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no json") << QByteArray("{\"id\": \"a\", ");
    QTest::newRow("no text") << QByteArray("{\"id\": \"a\"}");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("bad bytes") << QByteArray("{\"id\": \"a\", \"text\": \"\xff\xfe\"}");
}

void TestMessages::answersBadLines()
{
    QFETCH(QByteArray, line);
    const auto answer = base::parseJson(safety::answerLine(line, *m_understander, *m_triage, m_context));
    QVERIFY(answer);
    QVERIFY(answer->contains("id") && base::at(*answer, "id").is_null());
    QVERIFY(!base::textAt(*answer, "error").isEmpty());
}

QTEST_GUILESS_MAIN(TestMessages)
#include "test_labelledmessages.moc"
