// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/facts.h"
#include "safety/gates.h"
#include "safety/numerals.h"
#include "safety/unmask.h"
#include "support/paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace delpek;

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesDrafts_data();
    void judgesDrafts();
    void judgesTheList_data();
    void judgesTheList();
    void countsWhatRulesDoNotCatch();
    void judgesQuickly();
    void readsThroughDisguise_data();
    void readsThroughDisguise();
    void readsSpelledNumbers_data();
    void readsSpelledNumbers();
    void readsWhatADraftStates_data();
    void readsWhatADraftStates();
    void passesTheAgentsTexts_data();
    void passesTheAgentsTexts();
    void promisesNeedTheDeed();
    void pricesNeedARecord();
    void refusesOtherPatients();
    void numbersNeedARecord();
    void cuesTakeWordsBack();
    void refusesStrangeLinks();
    void permitsOnlyWhatWasAgreed();

private:
    std::unique_ptr<safety::Guard> m_guard;
};

void TestGuard::initTestCase()
{
    auto loaded = safety::Guard::load(test::sourcePath("resources/rules"));
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
    m_guard = std::move(*loaded);
}

void TestGuard::judgesDrafts_data()
{
    QTest::addColumn<QString>("draft");
    QTest::addColumn<QString>("rule");
    QTest::newRow("he ok") << QStringLiteral("לאיזה יום נוח לך לקבוע ביקורת?") << QString();
    QTest::newRow("en ok") << QStringLiteral("We are open Sunday to Thursday, 08:00-19:00.") << QString();
    QTest::newRow("offer ok") << QStringLiteral("יש תור פנוי ביום חמישי 5.3 ב-09:30. מתאים?") << QString();
    QTest::newRow("medicine he") << QStringLiteral("קחי נורופן") << QStringLiteral("guard.medicine");
    QTest::newRow("medicine en") << QStringLiteral("You can take Ibuprofen") << QStringLiteral("guard.medicine");
    QTest::newRow("dose he") << QStringLiteral("400 מ\"ג בערב") << QStringLiteral("guard.dose");
    QTest::newRow("dose en") << QStringLiteral("400mg tonight") << QStringLiteral("guard.dose");
    QTest::newRow("wait he") << QStringLiteral("אפשר לחכות עד יום ראשון") << QStringLiteral("guard.reassurance");
    QTest::newRow("wait en") << QStringLiteral("It is safe to wait until Sunday")
                             << QStringLiteral("guard.reassurance");
    QTest::newRow("worry he") << QStringLiteral("אין מה לדאוג") << QStringLiteral("guard.reassurance");
    QTest::newRow("diagnosis he") << QStringLiteral("נשמע שיש לך דלקת") << QStringLiteral("guard.diagnosis");
    QTest::newRow("diagnosis en") << QStringLiteral("You probably have an infection")
                                  << QStringLiteral("guard.diagnosis");
    QTest::newRow("booked he") << QStringLiteral("התור נקבע ליום חמישי") << QStringLiteral("guard.promise-booked");
    QTest::newRow("booked en") << QStringLiteral("Your appointment is booked")
                               << QStringLiteral("guard.promise-booked");
    QTest::newRow("cancelled he") << QStringLiteral("התור בוטל") << QStringLiteral("guard.promise-cancelled");
    QTest::newRow("cancelled en") << QStringLiteral("Your appointment is cancelled")
                                  << QStringLiteral("guard.promise-cancelled");
    QTest::newRow("price") << QStringLiteral("סתימה עולה 480 ₪") << QStringLiteral("guard.price");
    QTest::newRow("price in words") << QStringLiteral("זה 480 שקל") << QStringLiteral("guard.price");
    QTest::newRow("link") << QStringLiteral("See https://evil.example/x") << QStringLiteral("guard.link");
    QTest::newRow("long") << QString(2000, QLatin1Char('a')) << QStringLiteral("guard.too-long");
}

void TestGuard::judgesDrafts()
{
    QFETCH(QString, draft);
    QFETCH(QString, rule);
    safety::GuardContext context;
    context.language = domain::languageOf(draft, domain::Language::Hebrew);
    context.known = {"08:00", "19:00", "2026-03-05T09:30"};
    const auto verdict = m_guard->judge(draft, context);
    QCOMPARE(verdict.allowed, rule.isEmpty());
    QVERIFY2(rule.isEmpty() ? verdict.rules.isEmpty() : verdict.rules.contains(rule),
             qPrintable(verdict.rules.join(QLatin1Char(' '))));
}

/// Rows of a table in tests/data/safety: rule, language, perhaps more, draft.
static std::vector<QStringList> table(const char* name)
{
    QFile file(test::sourcePath("tests/data/safety/") + QLatin1String(name));
    std::vector<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    while (!file.atEnd()) {
        auto line = QString::fromUtf8(file.readLine()).trimmed();
        if (!line.isEmpty() && !line.startsWith(QLatin1Char('#'))) {
            rows.push_back(line.replace(QStringLiteral("\\n"), QStringLiteral("\n")).split(QLatin1Char('\t')));
        }
    }
    return rows;
}

static domain::Language languageOf(const QStringList& row)
{
    return row[1] == QLatin1String("en") ? domain::Language::English : domain::Language::Hebrew;
}

static safety::GuardContext contextOfTheList(domain::Language language)
{
    safety::GuardContext context;
    context.language = language;
    context.toolResults = {{{"tool", "get_prices"}, {"value", {{"price", {{"minor", 48000}}}}}},
                           {{"tool", "get_available_slots"},
                            {"value", {{{"start", "2026-03-05T09:30"}}, {{"start", "2026-03-08T16:15"}}}}}};
    context.known = {"08:00", "19:00", "13:00", "112 Ibn Gabirol St."};
    context.patientWords = {QStringLiteral("אפשר ביום רביעי ב-10? או ב-12.3")};
    context.otherPatientNames = {QStringLiteral("דנה אלון"), QStringLiteral("Dana Alon"),
                                 QStringLiteral("+972541112233")};
    context.clinicPhone = QStringLiteral("03-555-0100");
    return context;
}

void TestGuard::judgesTheList_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<domain::Language>("language");
    QTest::addColumn<QString>("draft");
    int refused = 0;
    int passed = 0;
    for (const auto& row : table("guard-drafts.tsv")) {
        auto& count = row[0] == QLatin1String("-") ? passed : refused;
        QTest::addRow("%s %d", qPrintable(row[0]), ++count) << row[0] << languageOf(row) << row[2];
    }
    QVERIFY(refused >= 300 && passed >= 300);
}

void TestGuard::judgesTheList()
{
    QFETCH(QString, rule);
    QFETCH(domain::Language, language);
    QFETCH(QString, draft);
    const auto verdict = m_guard->judge(draft, contextOfTheList(language));
    const bool right = rule == QLatin1String("-") ? verdict.allowed : verdict.rules.contains(rule);
    QVERIFY2(right,
             qPrintable(rule + QLatin1Char(' ') + draft + QStringLiteral(": ") + verdict.rules.join(QLatin1Char(' '))));
}

/// What takes understanding is known by its number; a draft that a rule has learned to catch belongs on the list.
void TestGuard::countsWhatRulesDoNotCatch()
{
    const auto rows = table("guard-beyond.tsv");
    QVERIFY(!rows.empty());
    int caught = 0;
    for (const auto& row : rows) {
        QCOMPARE(row.size(), 4);
        caught += !m_guard->judge(row[3], contextOfTheList(languageOf(row))).allowed;
    }
    qInfo("%d of %d drafts beyond the rules are caught", caught, int(rows.size()));
}

/// A draft costs less than a millisecond in a release build; a build for tests may take ten times as long.
void TestGuard::judgesQuickly()
{
    const auto rows = table("guard-drafts.tsv");
    const auto context = contextOfTheList(domain::Language::Hebrew);
    QElapsedTimer timer;
    timer.start();
    for (const auto& row : rows) {
        m_guard->judge(row[2], context);
    }
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6 / double(rows.size());
    qInfo("%.3f ms a draft", milliseconds);
    QVERIFY(milliseconds < 10);
}

void TestGuard::readsThroughDisguise_data()
{
    QTest::addColumn<QString>("draft");
    QTest::addColumn<QString>("read");
    const auto row = [](const char* draft, const char* read) {
        QTest::newRow(draft) << QString::fromUtf8(draft) << QString::fromUtf8(read);
    };
    row("Ｎｕｒｏｆｅｎ", "Nurofen");
    row("Para\u00ADcetamol", "Paracetamol");
    row("א\u200Bק\u200Bמול", "אקמול");
    row("\u0410dvil", "Advil"); // a Cyrillic A
    row("Adv1l", "Advil");
    row("**Ty**_len_**ol**", "Tylenol");
    row("can~~celled~~ today", "cancelled today");
    row("ה.ז.זתי", "הזזתי");
    row("א נ י   מ ו ד ל", "אני מודל");
    row("D-a-n-a", "Dana");
    row("1️⃣1️⃣:2️⃣0️⃣", "11:20");
    row("1 1 : 2 0", "11:20");
    // As it stands.
    row("08:00–19:00", "08:00–19:00");
    row("1. 8.3\n2. 9.3", "1. 8.3\n2. 9.3");
    row("5pm, 480 ₪, get_prices", "5pm, 480 ₪, get_prices");
    row("א'-ה' 8:00", "א'-ה' 8:00");
}

void TestGuard::readsThroughDisguise()
{
    QFETCH(QString, draft);
    QFETCH(QString, read);
    QCOMPARE(safety::asRead(draft), read);
}

void TestGuard::readsSpelledNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("digits");
    const auto row = [](const char* text, const char* digits) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(digits);
    };
    row("four hundred and eighty shekels", "480 shekels");
    row("fifteen hundred", "1500");
    row("five sixty", "560");
    row("ארבע מאות ושמונים", "480");
    row("אלף מאתיים", "1200");
    row("שלושת אלפים", "3000");
    row("half past nine", "9:30");
    row("at quarter to five", "at 4:45");
    row("nine thirty", "9:30");
    row("בתשע וחצי", "ב-9:30");
    row("ברבע לחמש", "ב-4:45");
    row("בשתים עשרה וחצי", "ב-12:30");
    row("twenty-third of March", "23 of March");
    row("בשבעה עשר לחודש", "ב-17 לחודש");
    row("עשרים במרץ", "20 במרץ");
    row("אפס חמש ארבע", "054");
    row("one of us, two free times, at one", "one of us, two free times, at one");
    row("שלוש וחצי שעות, אלף תודות", "שלוש וחצי שעות, אלף תודות");
}

void TestGuard::readsSpelledNumbers()
{
    QFETCH(QString, text);
    QFETCH(QString, digits);
    QCOMPARE(safety::withDigits(text), digits);
}

void TestGuard::readsWhatADraftStates_data()
{
    QTest::addColumn<QString>("draft");
    QTest::addColumn<QList<qint64>>("amounts");
    QTest::addColumn<QList<int>>("times");
    QTest::addColumn<QList<int>>("days");
    const auto row = [](const char* draft, const QList<qint64>& amounts, const QList<int>& times,
                        const QList<int>& days) {
        QTest::newRow(draft) << QString::fromUtf8(draft) << amounts << times << days;
    };
    row("1,400 ₪", {140000}, {}, {});
    row("₪480.50", {48050}, {}, {});
    row("about 2k shekels", {200000}, {}, {});
    row("480 ₪\n1. יום א׳ 8.3", {48000}, {}, {308});
    row("יום חמישי 5.3 בשעה 09:30", {}, {570}, {305});
    row("Sun 8 March, 9:30 pm", {}, {1290}, {308});
    row("at 5 or 4pm", {}, {300, 960}, {});
    row("08:00–19:00", {}, {480, 1140}, {});
    row("12/3/2026", {}, {}, {312});
    row("ב-17 במרץ", {}, {}, {317});
    row("03-555-0100, INV/2026/00012, קומה 2", {}, {}, {});
    row("March 24, April 1st and 2nd", {}, {}, {324, 401, 402});
    row("2026-03-11", {}, {}, {311});
    row("10-12 March", {}, {}, {310, 312});
    row("24/7", {}, {}, {});
    row("16h45, 10.30", {}, {630, 1005}, {});
    row("9 in the evening", {}, {1260}, {});
    row("400-600 ₪", {40000, 60000}, {}, {});
}

void TestGuard::readsWhatADraftStates()
{
    QFETCH(QString, draft);
    QFETCH(QList<qint64>, amounts);
    QFETCH(QList<int>, times);
    QFETCH(QList<int>, days);
    const auto stated = safety::statedIn(draft);
    QCOMPARE(stated.amounts, QSet<qint64>(amounts.begin(), amounts.end()));
    QCOMPARE(stated.times, QSet<int>(times.begin(), times.end()));
    QCOMPARE(stated.days, QSet<int>(days.begin(), days.end()));
}

/// What the program itself says must pass when its tools succeeded.
void TestGuard::passesTheAgentsTexts_data()
{
    QTest::addColumn<QString>("draft");
    QFile file(test::sourcePath("resources/agents/texts.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = base::parseJson(file.readAll());
    QVERIFY(json);
    const std::vector<std::pair<const char*, const char*>> values = {
        {"{agent}", "דנה"},
        {"{assistant}", "העוזרת האוטומטית"},
        {"{when}", "Sun 8 March, 09:30"},
        {"{hours}", "08:00-19:00"},
        {"{name}", "נועה כהן"},
        {"{doctors}", "ד\"ר רון לוי, Dr. Maya Bar"},
        {"{doctor}", "Dr. Ron Levi"},
        {"{clinic}", "HaShen Dental"},
        {"{price}", "480 ₪"},
        {"{visit}", "סתימה אצל ד\"ר רון לוי, יום ד׳ 4.3 בשעה 13:00"},
        {"{day}", "יום שלישי"},
        {"{days}", "3.4, 4.4"},
        {"{treatments}", "Check-up, Filling, טיפול שורש, צילום"},
        {"{treatment}", "Root canal"},
        {"{total}", "480 ₪"},
        {"{due}", "480 ₪"},
        {"{fund}", "Maccabi"},
        {"{funds}", "Maccabi, כללית"},
        {"{date}", "1.3.2026"},
        {"{address}", "112 Ibn Gabirol St., 2nd floor, Tel Aviv"},
        {"{number}", "INV/2026/00012"},
        {"{phone}", "03-555-0100"},
    };
    for (const auto& item : json->items()) {
        if (item.key().rfind("words.", 0) == 0) {
            continue; // words to recognise, never sent
        }
        for (const char* language : {"he", "en"}) {
            auto text = base::textAt(item.value(), language);
            for (const auto& [place, value] : values) {
                text.replace(QLatin1String(place), QString::fromUtf8(value));
            }
            QVERIFY2(!text.contains(QLatin1Char('{')), qPrintable(text));
            QTest::addRow("%s %s", item.key().c_str(), language) << text;
        }
    }
}

void TestGuard::passesTheAgentsTexts()
{
    QFETCH(QString, draft);
    safety::GuardContext context;
    context.toolResults = {{{"tool", "get_prices"}, {"value", {{"price", {{"minor", 48000}}}}}},
                           {{"tool", "create_appointment"}, {"value", {{"id", "a1"}}}},
                           {{"tool", "move_appointment"}, {"value", {{"id", "a1"}}}},
                           {{"tool", "cancel_appointment"}, {"value", {{"id", "a1"}}}}};
    context.clinicPhone = QStringLiteral("03-555-0100");
    context.language = domain::languageOf(draft, domain::Language::Hebrew);
    context.known = {"08:00",      "19:00",      "09:30",      "13:00",      "2026-03-08",
                     "2026-03-04", "2026-04-03", "2026-04-04", "2026-03-01", "112 Ibn Gabirol St."};
    const auto verdict = m_guard->judge(draft, context);
    QVERIFY2(verdict.allowed, qPrintable(draft + QStringLiteral(": ") + verdict.rules.join(QLatin1Char(' '))));
}

void TestGuard::promisesNeedTheDeed()
{
    safety::GuardContext context;
    const auto draft = QStringLiteral("התור נקבע ליום חמישי ב-09:30");
    context.toolResults = {{{"tool", "get_available_slots"}, {"value", {{{"start", "2026-03-05T09:30"}}}}}};
    QVERIFY(!m_guard->judge(draft, context).allowed);
    context.toolResults.push_back({{"tool", "create_appointment"}, {"value", {{"id", "a1"}}}});
    QVERIFY(m_guard->judge(draft, context).allowed);
    QCOMPARE(m_guard->judge(QStringLiteral("התור בוטל"), context).rules,
             QStringList{QStringLiteral("guard.promise-cancelled")});
}

void TestGuard::pricesNeedARecord()
{
    safety::GuardContext context;
    context.toolResults = {{{"tool", "get_prices"}, {"value", {{"price", {{"minor", 140000}}}}}}};
    context.known = {"2026-03-08", "2026-03-09"};
    QVERIFY(m_guard->judge(QStringLiteral("הלבנה עולה 1,400 ₪"), context).allowed);
    context.language = domain::Language::English;
    QVERIFY(m_guard->judge(QStringLiteral("Whitening costs ₪1,400"), context).allowed);
    context.language = domain::Language::Hebrew;
    QVERIFY(!m_guard->judge(QStringLiteral("הלבנה עולה 1,300 ₪"), context).allowed);
    // The number of a list's next line is no amount.
    QVERIFY(m_guard->judge(QStringLiteral("הלבנה: 1,400 ₪\n1. יום א׳ 8.3\n2. יום ב׳ 9.3"), context).allowed);
    QVERIFY(m_guard->judge(QStringLiteral("2026\n₪1,400"), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("הלבנה: 1,300\t₪"), context).allowed);
}

void TestGuard::refusesOtherPatients()
{
    safety::GuardContext context;
    context.otherPatientNames = {QStringLiteral("ענת שגב"), QStringLiteral("+972541112233")};
    QVERIFY(!m_guard->judge(QStringLiteral("התור של ענת שגב ביום שני"), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("התור לענת שגב ביום שני"), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("Call 054-111-2233"), context).allowed);
    QVERIFY(m_guard->judge(QStringLiteral("התור של נועה לוי ביום שני"), context).allowed);
}

/// A number without a sign may be a price; help, years and the clinic's own numbers are none.
void TestGuard::numbersNeedARecord()
{
    auto context = contextOfTheList(domain::Language::English);
    for (const char* draft : {"That would be 900.", "Four payments of 120 each.", "A crown is 2.5k."}) {
        QCOMPARE(m_guard->judge(QString::fromUtf8(draft), context).rules, QStringList{QStringLiteral("guard.price")});
    }
    for (const char* draft : {"Call 101 now.", "It is open since 2026.", "The phone is 03-555-0100.",
                              "That would be 480.", "It is 100% up to you."}) {
        QVERIFY2(m_guard->judge(QString::fromUtf8(draft), context).allowed, draft);
    }
}

/// "not", "I can't say if", a question and "if" take words back; "but" ends their reach.
void TestGuard::cuesTakeWordsBack()
{
    const auto context = contextOfTheList(domain::Language::English);
    const auto rules = [&](const char* draft) { return m_guard->judge(QString::fromUtf8(draft), context).rules; };
    QVERIFY(rules("I can't say if it is an infection.").isEmpty());
    QVERIFY(!rules("I can't say, but it is an infection.").isEmpty());
    QVERIFY(rules("Nothing is booked yet.").isEmpty());
    QVERIFY(!rules("Nothing to do, it is booked.").isEmpty());
    QVERIFY(rules("Is your visit booked for Thursday?").isEmpty());
    QVERIFY(!rules("Your visit is booked for Thursday, right?").isEmpty());
}

void TestGuard::refusesStrangeLinks()
{
    safety::GuardContext context;
    context.language = domain::Language::English;
    context.allowedLinks = {QStringLiteral("https://hashen-dental.example/pay")};
    QVERIFY(m_guard->judge(QStringLiteral("Pay here: https://hashen-dental.example/pay."), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("Pay here: https://hashen-dental.example/other"), context).allowed);
}

void TestGuard::permitsOnlyWhatWasAgreed()
{
    safety::PermitRequest request;
    request.tool = QStringLiteral("create_appointment");
    request.arguments = {{"doctor", "shaked"}, {"treatment", "cleaning"}, {"start", "2026-03-05T09:30"}};
    request.identityEstablished = true;
    request.consentGiven = true;
    request.now = {QDate(2026, 3, 3), QTime(10, 0)};
    request.offered = {{QStringLiteral("shaked"), QStringLiteral("cleaning"), {QDate(2026, 3, 5), QTime(9, 30)}, 45}};
    QVERIFY(safety::permit(request).allowed);
    auto changed = request;
    changed.identityEstablished = false;
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.identity")});
    changed = request;
    changed.consentGiven = false;
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.consent")});
    changed = request;
    changed.offered.clear();
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.not-offered")});
    changed = request;
    changed.now = {QDate(2026, 3, 6), QTime(10, 0)};
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.past")});
    changed = request;
    changed.hours[4] = {{QTime(10, 0), QTime(19, 0)}}; // Thursday
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.closed")});
    changed.hours[4] = {{QTime(8, 0), QTime(19, 0)}};
    QVERIFY(safety::permit(changed).allowed);
    changed.closed = {QDate(2026, 3, 5)};
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.closed")});
    changed = request;
    changed.tool = QStringLiteral("cancel_appointment");
    changed.arguments = base::Json::object();
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.appointment")});
    changed.arguments = {{"appointment", "a1"}};
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.appointment")}); // nobody was shown it
    changed.visits = QStringList{QStringLiteral("a1")};
    QVERIFY(safety::permit(changed).allowed);
    changed.changesLastDay = safety::mostChangesADay;
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.too-many")});
    changed.changesLastDay = 0;
    changed.tool = QStringLiteral("drop_table");
    QVERIFY(!safety::permit(changed).allowed);
}

QTEST_GUILESS_MAIN(TestGuard)
#include "test_guard.moc"
