// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/understandlines.h"
#include "support/paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace delpek;

// Messages written without looking at the rules: emergencies as many people would type them, and messages that only
// sound like them. The sets have been used to improve the rules since; what each set gave when it was new stands
// beside its floors.

class TestProbes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judges_data();
    void judges();
    void readsParaphrases_data();
    void readsParaphrases();
    void isQuick();

private:
    std::vector<QByteArray> lines(const QString& name) const;
    QString urgencyOf(const QByteArray& line, QString* rules = nullptr) const;

    std::unique_ptr<language::Understander> m_understander;
    std::unique_ptr<safety::Triage> m_triage;
    language::UnderstandingContext m_context;
};

void TestProbes::initTestCase()
{
    auto understander = language::Understander::load(QStringLiteral(":/delpek/language"));
    QVERIFY2(understander, understander ? "" : qPrintable(understander.error().detail));
    m_understander = std::move(*understander);
    auto triage = safety::Triage::load(test::sourcePath("resources/rules"));
    QVERIFY2(triage, triage ? "" : qPrintable(triage.error().detail));
    m_triage = std::move(*triage);
    m_context.now = {QDate(2026, 3, 3), QTime(10, 0)};
}

std::vector<QByteArray> TestProbes::lines(const QString& name) const
{
    QFile file(test::sourcePath("tests/data/safety/%1.jsonl").arg(name));
    std::vector<QByteArray> all;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            all.push_back(file.readLine().trimmed());
        }
    }
    return all;
}

QString TestProbes::urgencyOf(const QByteArray& line, QString* rules) const
{
    const auto answer = base::parseJson(safety::answerLine(line, *m_understander, *m_triage, m_context));
    if (!answer) {
        return {};
    }
    if (rules) {
        *rules = QString::fromStdString(base::at(*answer, "rules").dump());
    }
    return base::textAt(*answer, "urgency");
}

void TestProbes::judges_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("least");
    QTest::addColumn<double>("recall");      // emergencies found, per cent
    QTest::addColumn<double>("falseAlarms"); // of all other messages, per cent, at most
    QTest::addColumn<double>("kept");        // messages for the doctor not judged routine, per cent
    // When new: 111 of 135 emergencies; 14 false alarms in 146 other messages, 34 of 47 for the doctor kept.
    QTest::newRow("first set") << QStringLiteral("1") << 120 << 100.0 << 3.0 << 90.0;
    // When new: 54 of 72 emergencies; 5 false alarms in 72 other messages, 14 of 17 for the doctor kept.
    QTest::newRow("second set") << QStringLiteral("2") << 60 << 100.0 << 3.0 << 90.0;
    // When new: 28 of 44 emergencies; 4 false alarms in 44 other messages, 8 of 12 for the doctor kept.
    QTest::newRow("third set") << QStringLiteral("3") << 40 << 100.0 << 3.0 << 80.0;
}

void TestProbes::judges()
{
    QFETCH(QString, name);
    QFETCH(int, least);
    QFETCH(double, recall);
    QFETCH(double, falseAlarms);
    QFETCH(double, kept);
    const auto emergencies = lines(QStringLiteral("probe-emergency-") + name);
    const auto others = lines(QStringLiteral("probe-other-") + name);
    QVERIFY(int(emergencies.size()) >= least && int(others.size()) >= least);
    int found = 0;
    for (const auto& line : emergencies) {
        QString rules;
        const bool hit = urgencyOf(line, &rules) == QLatin1String("EMERGENCY");
        found += hit;
        if (!hit) {
            qInfo("missed: %s %s", line.constData(), qPrintable(rules));
        }
    }
    int alarms = 0;
    int doctor = 0;
    int doctorKept = 0;
    for (const auto& line : others) {
        QString rules;
        const auto judged = urgencyOf(line, &rules);
        const bool alarm = judged == QLatin1String("EMERGENCY");
        alarms += alarm;
        const auto json = base::parseJson(line);
        QVERIFY(json);
        const bool wanted = base::textAt(*json, "urgency") == QLatin1String("DOCTOR_REQUIRED");
        const bool lowered = wanted && judged == QLatin1String("ROUTINE");
        doctor += wanted;
        doctorKept += wanted && !lowered;
        if (alarm || lowered) {
            qInfo("%s: %s %s", alarm ? "false alarm" : "lowered", line.constData(), qPrintable(rules));
        }
    }
    const double share = 100.0 * found / double(emergencies.size());
    const double alarmShare = 100.0 * alarms / double(others.size());
    qInfo("set %s: %d of %d emergencies, %d false alarms in %d, %d of %d kept for the doctor", qPrintable(name), found,
          int(emergencies.size()), alarms, int(others.size()), doctorKept, doctor);
    QVERIFY(share >= recall);
    QVERIFY(alarmShare <= falseAlarms);
    QVERIFY(100.0 * doctorKept / doctor >= kept);
}

void TestProbes::readsParaphrases_data()
{
    QTest::addColumn<double>("recall");      // emergencies found, per cent
    QTest::addColumn<double>("falseAlarms"); // of routine messages written to sound like emergencies, per cent, at most
    QTest::addColumn<double>("kept");        // messages for the doctor not judged routine, per cent
    // The second look has learnt from these.
    QTest::newRow("1") << 95.0 << 4.0 << 95.0;
    QTest::newRow("2") << 95.0 << 4.0 << 95.0;
    QTest::newRow("3") << 95.0 << 4.0 << 95.0;
    QTest::newRow("4") << 95.0 << 4.0 << 95.0;
    QTest::newRow("5") << 95.0 << 6.0 << 95.0;
    QTest::newRow("6") << 95.0 << 4.0 << 95.0;
}

/// Each class of emergency in many words, with routine messages of the same words: docs/safety.md.
void TestProbes::readsParaphrases()
{
    QFETCH(double, recall);
    QFETCH(double, falseAlarms);
    QFETCH(double, kept);
    struct Share {
        int part = 0;
        int whole = 0;
        double percent() const { return whole > 0 ? 100.0 * part / whole : 0; }
    };
    std::map<QString, Share> found;
    Share emergencies;
    Share alarms;
    Share doctor;
    for (const auto& line : lines(QStringLiteral("paraphrases-%1").arg(QLatin1String(QTest::currentDataTag())))) {
        const auto json = base::parseJson(line);
        QVERIFY(json);
        const auto judged = urgencyOf(line);
        const auto wanted = base::textAt(*json, "urgency");
        const bool alarm = judged == QLatin1String("EMERGENCY");
        if (wanted == QLatin1String("EMERGENCY")) {
            auto& own = found[base::textAt(*json, "class")];
            ++own.whole;
            own.part += alarm;
            ++emergencies.whole;
            emergencies.part += alarm;
        } else if (wanted == QLatin1String("DOCTOR_REQUIRED")) {
            ++doctor.whole;
            doctor.part += judged != QLatin1String("ROUTINE");
        } else {
            ++alarms.whole;
            alarms.part += alarm;
        }
    }
    for (const auto& [name, share] : found) {
        qInfo("%s: %d of %d", qPrintable(name), share.part, share.whole);
    }
    qInfo("emergencies %d of %d (%.1f %%), false alarms %d of %d (%.1f %%), doctor's not lowered %d of %d (%.1f %%)",
          emergencies.part, emergencies.whole, emergencies.percent(), alarms.part, alarms.whole, alarms.percent(),
          doctor.part, doctor.whole, doctor.percent());
    QVERIFY(emergencies.whole >= 100);
    QVERIFY(emergencies.percent() >= recall);
    QVERIFY(alarms.percent() <= falseAlarms);
    QVERIFY(doctor.percent() >= kept);
}

/// Each message of a clinic passes here; the bound is wide, for slow machines and unoptimised builds.
void TestProbes::isQuick()
{
    std::vector<double> micros;
    for (const char* name : {"probe-emergency-1", "probe-other-1"}) {
        for (const auto& line : lines(QLatin1String(name))) {
            QElapsedTimer timer;
            timer.start();
            urgencyOf(line);
            micros.push_back(double(timer.nsecsElapsed()) / 1000);
        }
    }
    std::sort(micros.begin(), micros.end());
    QVERIFY(micros.size() > 200);
    const double median = micros[micros.size() / 2];
    qInfo("understanding and triage: median %.0f µs, p99 %.0f µs a message", median, micros[micros.size() * 99 / 100]);
    QVERIFY(median < 20000);
}

QTEST_GUILESS_MAIN(TestProbes)
#include "test_probes.moc"
