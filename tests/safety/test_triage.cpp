// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "safety/gates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;

class TestTriage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesTwins_data();
    void judgesTwins();
    void joinsMessages();
    void readsBrokenSentences();
    void deniesOnlyWhatIsDenied();
    void usesTheRecord();
    void writesFixedTexts();
    void refusesBrokenRules();

private:
    std::unique_ptr<safety::Triage> m_triage;
};

void TestTriage::initTestCase()
{
    auto loaded = safety::Triage::load(QStringLiteral(DELPEK_SOURCE_DIR "/resources/rules"));
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
    m_triage = std::move(*loaded);
    QVERIFY(!m_triage->version().isEmpty());
}

/// Each rule of triage.json brings what must fire and the twin that must not.
void TestTriage::judgesTwins_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("fires");
    QFile file(QStringLiteral(DELPEK_SOURCE_DIR "/resources/rules/triage.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = base::parseJson(file.readAll());
    QVERIFY(json);
    int rows = 0;
    for (const auto& rule : base::at(*json, "rules")) {
        const auto id = base::textAt(rule, "id");
        for (const char* kind : {"fires", "silent"}) {
            int number = 0;
            const auto& examples = base::at(base::at(rule, "examples"), kind);
            QVERIFY2(!examples.empty(), qPrintable(id + QStringLiteral(" has no examples")));
            for (const auto& words : examples) {
                QTest::addRow("%s %s %d", qPrintable(id), kind, ++number)
                    << id << QString::fromStdString(words.get<std::string>()) << (kind[0] == 'f');
                ++rows;
            }
        }
    }
    QVERIFY(rows >= 200);
}

void TestTriage::judgesTwins()
{
    QFETCH(QString, rule);
    QFETCH(QString, words);
    QFETCH(bool, fires);
    const auto result = m_triage->judge(words);
    const bool hit =
        std::any_of(result.hits.begin(), result.hits.end(), [&](const safety::Hit& one) { return one.rule == rule; });
    QVERIFY2(hit == fires, qPrintable(words));
    for (const auto& one : result.hits) {
        QVERIFY(one.span.begin >= 0 && one.span.begin < one.span.end && one.span.end <= words.size());
    }
}

void TestTriage::joinsMessages()
{
    const safety::TriageContext earlier{{}, {QStringLiteral("הלחי שלי נפוחה")}};
    QCOMPARE(m_triage->judge(QStringLiteral("ויש לי 39 חום"), earlier).urgency, domain::Urgency::Emergency);
    QVERIFY(m_triage->judge(QStringLiteral("ויש לי 39 חום")).urgency != domain::Urgency::Emergency);
    // What was judged before does not fire again on a thank-you.
    QCOMPARE(m_triage->judge(QStringLiteral("תודה"), earlier).urgency, domain::Urgency::Routine);
    const auto burst = QStringLiteral("הצוואר שלי נפוח\nקצת קשה לי לבלוע");
    QCOMPARE(m_triage->judge(burst).urgency, domain::Urgency::Emergency);
}

/// A burst is joined by line ends; what is said over one must not be lost, and nothing said over one calls off.
void TestTriage::readsBrokenSentences()
{
    QCOMPARE(m_triage->judge(QStringLiteral("אני לא\nמצליח\nלנשום")).urgency, domain::Urgency::Emergency);
    QCOMPARE(m_triage->judge(QStringLiteral("I can't\nbreathe")).urgency, domain::Urgency::Emergency);
    QCOMPARE(m_triage->judge(QStringLiteral("לא מצליחה... לבלוע")).urgency, domain::Urgency::Emergency);
    QCOMPARE(m_triage->judge(QStringLiteral("הדם לא נעצר כבר שעה, הדימום\nנעצר אצל אחותי מהר")).urgency,
             domain::Urgency::Emergency);
}

void TestTriage::deniesOnlyWhatIsDenied()
{
    // "אין לי" ends a clause or opens the next one.
    QCOMPARE(m_triage->judge(QStringLiteral("לחי נפוחה וחום, אין לי כוח לקום")).urgency, domain::Urgency::Emergency);
    QVERIFY(m_triage->judge(QStringLiteral("לחי קצת נפוחה. חום אין לי, כאב יש")).urgency != domain::Urgency::Emergency);
}

void TestTriage::usesTheRecord()
{
    const auto words = QStringLiteral("יש לי דם מהפה אחרי העקירה");
    const safety::TriageContext thinned{{QStringLiteral("blood_thinners")}, {}};
    QCOMPARE(m_triage->judge(words, thinned).urgency, domain::Urgency::Emergency);
    QCOMPARE(m_triage->judge(words).urgency, domain::Urgency::DoctorRequired);
}

void TestTriage::writesFixedTexts()
{
    const QStringList never = {QStringLiteral("אפשר לחכות"), QStringLiteral("אין מה לדאוג"), QStringLiteral("can wait"),
                               QStringLiteral("ibuprofen"),  QStringLiteral("אקמול"),        QStringLiteral("mg"),
                               QStringLiteral("מ\"ג")};
    for (const char* key : {"ambulance", "knocked-out-tooth", "doctor", "self-harm"}) {
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            for (const auto gender : {domain::Gender::Unknown, domain::Gender::Female, domain::Gender::Male}) {
                const auto text =
                    m_triage->response(QLatin1String(key), language, gender, QStringLiteral("03-5550100"));
                QVERIFY2(text.contains(QStringLiteral("101")), key);
                QVERIFY2(!text.contains(QLatin1Char('{')), key);
                for (const auto& words : never) {
                    QVERIFY2(!text.contains(words, Qt::CaseInsensitive), qPrintable(words));
                }
            }
        }
    }
}

void TestTriage::refusesBrokenRules()
{
    QTemporaryDir folder;
    QVERIFY(!safety::Triage::load(folder.path()));
    QFile file(folder.filePath(QStringLiteral("triage.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"version": "1", "signs": {}, "rules": [{"id": "r1", "urgency": "EMERGENCY", "response": "doctor", "when": ["ghost"]}]})");
    file.close();
    const auto loaded = safety::Triage::load(folder.path());
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().detail.contains(QStringLiteral("triage.json, r1")), qPrintable(loaded.error().detail));
}

QTEST_GUILESS_MAIN(TestTriage)
#include "test_triage.moc"
