// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/treatmentkinds.h"
#include "language/text.h"

#include <QTemporaryDir>
#include <QTest>

using namespace delpek;

class TestUnderstanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsPlaces();
    void folds_data();
    void folds();
    void understandsAnswers_data();
    void understandsAnswers();
    void findsIdentity_data();
    void findsIdentity();
    void findsDoctor_data();
    void findsDoctor();
    void findsNewPatient();
    void readsGender();
    void knowsTheTreatmentsAClinicBeginsWith();
    void refusesBrokenLexicon();

private:
    std::unique_ptr<language::Understander> m_understander;
    language::UnderstandingContext m_context;
};

void TestUnderstanding::initTestCase()
{
    auto loaded = language::Understander::load(QStringLiteral(":/delpek/language"));
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
    m_understander = std::move(*loaded);
    m_context.now = {QDate(2026, 3, 3), QTime(10, 0)};
    m_context.doctors = {
        {QStringLiteral("levi"), {QStringLiteral("ד\"ר רון לוי"), QStringLiteral("Dr. Ron Levi")}, {}, {}, {}, {}},
        {QStringLiteral("khoury"),
         {QStringLiteral("ד\"ר סאמי ח'ורי"), QStringLiteral("Dr. Sami Khoury")},
         {},
         {},
         {},
         {}},
        {QStringLiteral("bergman"),
         {QStringLiteral("ד\"ר אנה ברגמן"), QStringLiteral("Dr. Anna Bergman")},
         {},
         {},
         {},
         {}}};
}

void TestUnderstanding::keepsPlaces()
{
    const auto text = language::readText(QStringLiteral("שָׁלוֹם\u200F, ב-10:30!"));
    QCOMPARE(int(text.tokens.size()), 2);
    QCOMPARE(text.tokens[0].key, language::wordKey(QStringLiteral("שלום")));
    QCOMPARE(text.at(text.tokens[1].span).toString(), QStringLiteral("10:30"));
    QCOMPARE(text.tokens[1].prefix, QStringLiteral("ב"));
}

void TestUnderstanding::folds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("folded");
    QTest::newRow("gershayim") << QStringLiteral("ד״ר  לוי") << QStringLiteral("ד\"ר לוי");
    QTest::newRow("maqaf") << QStringLiteral("בן־חיים") << QStringLiteral("בן-חיים");
    QTest::newRow("case and bidi") << QStringLiteral("\u2067Dr. LEVI\u2069") << QStringLiteral("dr. levi");
    QTest::newRow("niqqud") << QStringLiteral("נֹעָה") << QStringLiteral("נעה");
    QTest::newRow("final letters stay") << QStringLiteral("מקסים") << QStringLiteral("מקסים");
}

void TestUnderstanding::folds()
{
    QFETCH(QString, words);
    QFETCH(QString, folded);
    QCOMPARE(language::fold(words), folded);
}

void TestUnderstanding::understandsAnswers_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("intent");
    QTest::newRow("yes") << QStringLiteral("confirm") << QStringLiteral("כן") << QStringLiteral("affirm");
    QTest::newRow("yes, cancel") << QStringLiteral("confirm") << QStringLiteral("כן, לבטל") << QStringLiteral("affirm");
    QTest::newRow("yes, all of it") << QStringLiteral("confirm") << QStringLiteral("כן, מאשר הכול")
                                    << QStringLiteral("affirm");
    QTest::newRow("no, keep it") << QStringLiteral("confirm")
                                 << QStringLiteral(
                                        "Hmm, wait. No, don't cancel it, please keep the appointment as it is")
                                 << QStringLiteral("deny");
    QTest::newRow("no") << QStringLiteral("slot") << QStringLiteral("לא, זה לא מתאים לי") << QStringLiteral("deny");
    QTest::newRow("a day") << QStringLiteral("when") << QStringLiteral("יום שלישי 10.3 אחר הצהריים")
                           << QStringLiteral("book_appointment");
    QTest::newRow("a week") << QStringLiteral("when") << QStringLiteral("Any time next week that she works")
                            << QStringLiteral("book_appointment");
    QTest::newRow("thanks") << QString() << QStringLiteral("תודה רבה!") << QStringLiteral("thanks");
    QTest::newRow("nothing") << QString() << QStringLiteral("asdkjh ;; דגכעי 99") << QStringLiteral("other");
}

void TestUnderstanding::understandsAnswers()
{
    QFETCH(QString, asked);
    QFETCH(QString, words);
    QFETCH(QString, intent);
    auto context = m_context;
    context.asked = asked;
    QCOMPARE(m_understander->understand(words, context).intent, intent);
}

void TestUnderstanding::findsIdentity_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDate>("birth");
    const auto identity = QStringLiteral("identity");
    QTest::newRow("date only") << identity << QStringLiteral("29.4.1991") << QString() << QDate(1991, 4, 29);
    QTest::newRow("name and date") << identity << QStringLiteral("נועה שרעבי, 29.4.1991")
                                   << QStringLiteral("נועה שרעבי") << QDate(1991, 4, 29);
    QTest::newRow("three words") << identity << QStringLiteral("ליאור בן חיים, 12.8.1995")
                                 << QStringLiteral("ליאור בן חיים") << QDate(1995, 8, 12);
    QTest::newRow("written birth date") << identity << QStringLiteral("ענת שגב, תאריך לידה 6.5.1982")
                                        << QStringLiteral("ענת שגב") << QDate(1982, 5, 6);
    QTest::newRow("with more") << identity << QStringLiteral("אבי שטרן, 3.3.1972, מטופל חדש")
                               << QStringLiteral("אבי שטרן") << QDate(1972, 3, 3);
    QTest::newRow("child first") << identity
                                 << QStringLiteral("מקסים מורוזוב, 7.8.2018. אני אמא שלו, אולגה מורוזוב, 25.3.1982")
                                 << QStringLiteral("מקסים מורוזוב") << QDate(2018, 8, 7);
    QTest::newRow("for my son") << QStringLiteral("person") << QStringLiteral("בשביל הבן שלי, מקסים מורוזוב, 7.8.2018")
                                << QStringLiteral("מקסים מורוזוב") << QDate(2018, 8, 7);
    QTest::newRow("english") << identity << QStringLiteral("Sarah Goldstein, 14 February 1988")
                             << QStringLiteral("Sarah Goldstein") << QDate(1988, 2, 14);
    QTest::newRow("here")
        << QString()
        << QStringLiteral(
               "Hi, Daniel Friedman here, born 3 November 1978. I think I need to cancel my check-up this Thursday.")
        << QStringLiteral("Daniel Friedman") << QDate(1978, 11, 3);
    QTest::newRow("in passing") << QString() << QStringLiteral("היי, תמר הראל, 16.3.1993. אני בשבוע 20 להיריון")
                                << QStringLiteral("תמר הראל") << QDate(1993, 3, 16);
    QTest::newRow("bare name") << identity << QStringLiteral("נועה שרעבי") << QStringLiteral("נועה שרעבי") << QDate();
    QTest::newRow("bare name with yes") << identity << QStringLiteral("Maya Stein") << QStringLiteral("Maya Stein")
                                        << QDate();
    QTest::newRow("a wish is no name") << QString() << QStringLiteral("אפשר תור לניקוי ביום חמישי") << QString()
                                       << QDate();
}

void TestUnderstanding::findsIdentity()
{
    QFETCH(QString, asked);
    QFETCH(QString, words);
    QFETCH(QString, name);
    QFETCH(QDate, birth);
    auto context = m_context;
    context.asked = asked;
    const auto heard = m_understander->understand(words, context);
    QCOMPARE(heard.identity.name, name);
    QCOMPARE(heard.identity.birthDate, birth);
}

void TestUnderstanding::findsDoctor_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("doctor");
    QTest::newRow("title") << QStringLiteral("תור לד\"ר לוינזון בשבוע הבא") << QStringLiteral("לוינזון");
    QTest::newRow("gershayim") << QStringLiteral("אצל ד״ר נאסר") << QStringLiteral("נאסר");
    QTest::newRow("geresh") << QStringLiteral("אצל ד\"ר ח'ורי") << QStringLiteral("ח'ורי");
    QTest::newRow("english") << QStringLiteral("Could Dr. Khoury renew it") << QStringLiteral("Khoury");
    QTest::newRow("known, no title") << QStringLiteral("תור אצל ברגמן") << QStringLiteral("ברגמן");
    QTest::newRow("a verb is no name") << QStringLiteral("הדוקטור אמר לבוא") << QString();
}

void TestUnderstanding::findsDoctor()
{
    QFETCH(QString, words);
    QFETCH(QString, doctor);
    QCOMPARE(m_understander->understand(words, m_context).doctor, doctor);
}

void TestUnderstanding::findsNewPatient()
{
    QVERIFY(m_understander->understand(QStringLiteral("Maya Stein, 14 July 1997. I'm a new patient"), m_context)
                .newPatient);
    QVERIFY(m_understander->understand(QStringLiteral("אני מטופל חדש"), m_context).newPatient);
    QVERIFY(!m_understander->understand(QStringLiteral("אני מטופלת אצלכם שנים"), m_context).newPatient);
}

void TestUnderstanding::readsGender()
{
    QCOMPARE(m_understander->understand(QStringLiteral("אני צריכה תור"), m_context).gender, domain::Gender::Female);
    QCOMPARE(m_understander->understand(QStringLiteral("אני צריך תור"), m_context).gender, domain::Gender::Male);
    QCOMPARE(m_understander->understand(QStringLiteral("אפשר תור?"), m_context).gender, domain::Gender::Unknown);
}

/// What a clinic takes over from the usual treatments is what a patient is understood to ask for.
void TestUnderstanding::knowsTheTreatmentsAClinicBeginsWith()
{
    for (const auto& kind : domain::treatmentKinds()) {
        for (const QString& name : {kind.name.he, kind.name.en}) {
            QCOMPARE(m_understander->understand(name, m_context).treatment, kind.id);
        }
    }
}

void TestUnderstanding::refusesBrokenLexicon()
{
    QTemporaryDir folder;
    QVERIFY(!language::Understander::load(folder.path()));
    QFile file(folder.filePath(QStringLiteral("intents.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"intents": {"price": [{"weight": 1, "any": ["{nothing}"]}]}})");
    file.close();
    const auto loaded = language::Understander::load(folder.path());
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().detail.contains(QStringLiteral("intents.json, price")), qPrintable(loaded.error().detail));
}

QTEST_GUILESS_MAIN(TestUnderstanding)
#include "test_understanding.moc"
