// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "safety/gates.h"
#include "support/paths.h"

#include <QDir>
#include <QElapsedTimer>
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
    void keepsTwinsApart_data();
    void keepsTwinsApart();
    void findsItAmongOtherMessages_data() { keepsTwinsApart_data(); }
    void findsItAmongOtherMessages();
    void takesNothingForSomething_data();
    void takesNothingForSomething();
    void isQuickWithManyLines();
    void countsThePairs();
    void carriesATier();
    void asksWhenItIsUnclear();
    void secondLookOnlyRaises();
    void givesTheSameTwice();
    void isQuick();
    void joinsMessages();
    void readsBrokenSentences();
    void deniesOnlyWhatIsDenied();
    void usesTheRecord();
    void writesFixedTexts();
    void refusesBrokenRules();
    void isExplainedRuleByRule();

private:
    std::unique_ptr<safety::Triage> m_triage;
};

void TestTriage::initTestCase()
{
    auto loaded = safety::Triage::load(test::sourcePath("resources/rules"));
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
    QFile file(test::sourcePath("resources/rules/triage.json"));
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

/// Messages of all kinds of emergencies, each with one that sounds like it and is none.
void TestTriage::keepsTwinsApart_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("emergency");
    QFile file(test::sourcePath("tests/data/safety/twins.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    for (int number = 1; !file.atEnd(); ++number) {
        const auto columns = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char('\t'));
        QVERIFY2(columns.size() == 3, qPrintable(QString::number(number)));
        QTest::addRow("%s %d fires", qPrintable(columns[0]), number) << columns[1] << true;
        QTest::addRow("%s %d silent", qPrintable(columns[0]), number) << columns[2] << false;
    }
}

void TestTriage::keepsTwinsApart()
{
    QFETCH(QString, words);
    QFETCH(bool, emergency);
    const auto result = m_triage->judge(words);
    QVERIFY2((result.urgency == domain::Urgency::Emergency) == emergency,
             qPrintable(words + (result.hits.empty() ? QString() : QStringLiteral(" ") + result.hits.front().rule)));
}

/// What is an emergency by itself is one wherever it stands in a burst about other things.
void TestTriage::findsItAmongOtherMessages()
{
    QFETCH(QString, words);
    QFETCH(bool, emergency);
    const QStringList others = {QStringLiteral("שלום"), QStringLiteral("כמה עולה ניקוי אבנית?"),
                                QStringLiteral("Do you have parking near the clinic?"),
                                QStringLiteral("ואפשר בבקשה להזיז את התור שלי ליום שלישי הבא בבוקר?"),
                                QStringLiteral("please send me the receipt from last month")};
    for (qsizetype before = 0; before <= others.size() && emergency; ++before) {
        auto burst = others;
        burst.insert(before, words);
        const auto text = burst.join(QLatin1Char('\n'));
        const auto result = m_triage->judge(text);
        QVERIFY2(result.urgency == domain::Urgency::Emergency, qPrintable(text));
        QVERIFY(!result.response.isEmpty() && result.question.isEmpty());
        QCOMPARE(result.hits.front().urgency, domain::Urgency::Emergency);
        for (const auto& hit : result.hits) {
            QVERIFY2(hit.span.begin >= 0 && hit.span.begin < hit.span.end && hit.span.end <= text.size(),
                     qPrintable(hit.rule + QStringLiteral(": ") + text));
        }
    }
}

/// Many messages that say nothing are nothing for the doctor.
void TestTriage::takesNothingForSomething_data()
{
    QTest::addColumn<QString>("burst");
    for (const char* burst : {
             "the first question\nand one more thing\nand one more thing",
             "line 30\nline 13\nline 14\nline 2\nline 0",
             "first thing first\nsecond thing\noh and a third",
             "hey\nhey\nhey\nare you open?",
             "and then I thought\nmaybe ask\nso I'm asking",
             "יש לי בקשה\nועוד בקשה\nואם אפשר עוד אחת",
             "סתם מתלבטת\nרגע\nכבר אומרת",
             "אני אכתוב הכול בהודעה אחת\nאו בשתיים\nאו בשלוש",
             "ניסיון אחד\nניסיון שתיים\nעובד?",
         }) {
        QTest::newRow(burst) << QString::fromUtf8(burst);
    }
    // Who asks the same again and again, of another day each time, has asked one thing.
    QStringList days;
    for (int day = 1; day <= 20; ++day) {
        days += QStringLiteral("What are your opening hours? %1-%2").arg(day / 3).arg(day % 3);
    }
    QTest::newRow("many days") << days.join(QLatin1Char('\n'));
}

void TestTriage::takesNothingForSomething()
{
    QFETCH(QString, burst);
    const auto result = m_triage->judge(burst);
    QVERIFY2(result.urgency == domain::Urgency::Routine,
             qPrintable(result.hits.empty() ? QString() : result.hits.front().rule));
}

/// A page of line breaks after many long messages costs what the words cost, not their product.
void TestTriage::isQuickWithManyLines()
{
    safety::TriageContext context;
    const QString page = QStringLiteral("how much is a crown and when are you open ").repeated(40);
    for (int i = 0; i < 30; ++i) {
        context.earlier.push_back(page);
    }
    const auto took = [&](const QString& text) {
        QElapsedTimer timer;
        timer.start();
        m_triage->judge(text, context);
        return timer.nsecsElapsed();
    };
    took(QStringLiteral("ok"));
    const auto one = took(QStringLiteral("ok"));
    const auto many = took(QStringLiteral("ok\n").repeated(50) + QString(2000, QLatin1Char('\n')));
    QVERIFY2(many < 10 * one, qPrintable(QStringLiteral("%1 and %2 ns").arg(many).arg(one)));
}

void TestTriage::countsThePairs()
{
    QFile file(test::sourcePath("tests/data/safety/twins.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto pairs = file.readAll().count('\n') - 1;
    QFile rules(test::sourcePath("resources/rules/triage.json"));
    QVERIFY(rules.open(QIODevice::ReadOnly));
    const auto json = base::parseJson(rules.readAll());
    for (const auto& rule : base::at(*json, "rules")) {
        const auto& examples = base::at(rule, "examples");
        pairs += qsizetype(std::min(base::at(examples, "fires").size(), base::at(examples, "silent").size()));
    }
    QVERIFY2(pairs >= 300, qPrintable(QString::number(pairs)));
}

void TestTriage::carriesATier()
{
    const auto result = m_triage->judge(QStringLiteral("קשה לי לנשום ויש לי כאב שיניים, אני לוקח קומדין"));
    QVERIFY(result.hits.size() >= 3);
    QCOMPARE(result.hits.front().tier, safety::Tier::E1);
    QVERIFY(std::is_sorted(result.hits.begin(), result.hits.end(),
                           [](const auto& a, const auto& b) { return a.tier > b.tier; }));
    for (const auto& hit : result.hits) {
        QCOMPARE(hit.urgency, safety::urgencyOf(hit.tier));
    }
    QCOMPARE(result.hits.back().tier, safety::Tier::R);
    QCOMPARE(m_triage->judge(QStringLiteral("אני לא בהיריון")).hits.size(), 0u);
}

void TestTriage::asksWhenItIsUnclear()
{
    QCOMPARE(m_triage->judge(QStringLiteral("נפיחות קטנה בחניכיים")).question, QStringLiteral("swelling"));
    QCOMPARE(m_triage->judge(QStringLiteral("a bit of blood after the extraction")).question,
             QStringLiteral("bleeding"));
    QCOMPARE(m_triage->judge(QStringLiteral("hit in the mouth and my tooth hurts")).question, QStringLiteral("trauma"));
    // Nothing is asked of who must call an ambulance, nor of who wants a visit.
    QVERIFY(m_triage->judge(QStringLiteral("נפיחות קטנה בחניכיים וקשה לי לנשום")).question.isEmpty());
    QVERIFY(m_triage->judge(QStringLiteral("אפשר תור לניקוי?")).question.isEmpty());
    for (const char* key : {"swelling", "bleeding", "trauma"}) {
        for (const auto gender : {domain::Gender::Unknown, domain::Gender::Female, domain::Gender::Male}) {
            const auto he = m_triage->question(QLatin1String(key), domain::Language::Hebrew, gender);
            QVERIFY2(he.contains(QStringLiteral("כן או לא")), key);
            const auto en = m_triage->question(QLatin1String(key), domain::Language::English, gender);
            QVERIFY2(en.endsWith(QStringLiteral("yes or no.")), key);
        }
    }
}

/// The model under the rules never takes anything back: where a rule fires the urgency is the rule's or a higher one.
void TestTriage::secondLookOnlyRaises()
{
    QFile file(test::sourcePath("resources/language/training/patient-messages.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        const auto json = base::parseJson(file.readLine());
        QVERIFY(json);
        const auto result = m_triage->judge(base::textAt(*json, "text"));
        for (const auto& hit : result.hits) {
            QVERIFY(hit.urgency <= result.urgency);
        }
    }
}

void TestTriage::givesTheSameTwice()
{
    auto other = safety::Triage::load(test::sourcePath("resources/rules"));
    QVERIFY(other);
    const auto words = QStringLiteral("הלחי נפוחה מאוד וחום 39, אני לוקח אליקוויס ויש דם, קשה לבלוע");
    const auto one = m_triage->judge(words);
    const auto two = (*other)->judge(words);
    QCOMPARE(one.hits.size(), two.hits.size());
    for (std::size_t i = 0; i < one.hits.size(); ++i) {
        QCOMPARE(one.hits[i].rule, two.hits[i].rule);
        QCOMPARE(one.hits[i].span, two.hits[i].span);
    }
}

/// Hostile lengths must not stall a desk: the bound is wide, for slow machines and unoptimised builds.
void TestTriage::isQuick()
{
    for (const char* word : {"לא ", "דם לא נעצר ", "swelling eye not ", "אוויר "}) {
        const auto text = QString::fromUtf8(word).repeated(400);
        QElapsedTimer timer;
        timer.start();
        m_triage->judge(text);
        QVERIFY2(timer.elapsed() < 10000, word);
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
    QTemporaryDir root;
    QVERIFY(!safety::Triage::load(root.path()));
    const QDir folder(root.path());
    QVERIFY(folder.mkdir(QStringLiteral("rules")) && folder.mkdir(QStringLiteral("language")));
    for (const char* needed : {"language/assertion.json", "language/spelling.json", "language/topics.json",
                               "rules/concepts.json", "rules/secondlook.tsv"}) {
        QVERIFY(QFile::copy(test::sourcePath("resources/") + QLatin1String(needed),
                            folder.filePath(QLatin1String(needed))));
    }
    QFile file(folder.filePath(QStringLiteral("rules/triage.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"version": "1", "signs": {}, "rules": [{"id": "r1", "tier": "E1", "response": "doctor", "when": ["ghost"]}]})");
    file.close();
    const auto loaded = safety::Triage::load(folder.filePath(QStringLiteral("rules")));
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().detail.contains(QStringLiteral("triage.json, r1")), qPrintable(loaded.error().detail));
}

/// The page that the dentist signs names every rule with its tier.
void TestTriage::isExplainedRuleByRule()
{
    QFile page(test::sourcePath("docs/safety.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(page.readAll());
    QVERIFY(text.contains(QStringLiteral("Version ") + m_triage->version()));
    QFile file(test::sourcePath("resources/rules/triage.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = base::parseJson(file.readAll());
    for (const auto& rule : base::at(*json, "rules")) {
        const auto row = QStringLiteral("| `%1` | %2 |").arg(base::textAt(rule, "id"), base::textAt(rule, "tier"));
        QVERIFY2(text.contains(row), qPrintable(row));
    }
}

QTEST_GUILESS_MAIN(TestTriage)
#include "test_triage.moc"
