// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/inflection.h"
#include "language/pattern.h"

#include <QTest>

using namespace delpek;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inflects_data();
    void inflects();
    void refusesOtherRoots();
    void knowsMisspellings_data();
    void knowsMisspellings();
    void takesConjunctionsOff();
};

void TestWords::inflects_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QStringList>("has");
    QTest::addColumn<QStringList>("hasNot");
    const auto row = [](const char* entry, const QStringList& has, const QStringList& hasNot = {}) {
        QTest::newRow(entry) << QString::fromUtf8(entry) << has << hasNot;
    };
    row("paal:בלע", {QStringLiteral("בלעתי"), QStringLiteral("בולעת"), QStringLiteral("לבלוע"), QStringLiteral("יבלע"),
                     QStringLiteral("תבלעי"), QStringLiteral("בליעה")});
    row("paal/nfi:נשם", {QStringLiteral("נושם"), QStringLiteral("לנשום")}, {QStringLiteral("נשמה")});
    row("nifal:חנק", {QStringLiteral("נחנקתי"), QStringLiteral("נחנקות"), QStringLiteral("להיחנק"),
                      QStringLiteral("איחנק"), QStringLiteral("תחנק")});
    row("piel:דממ", {QStringLiteral("דיממתי"), QStringLiteral("מדממת"), QStringLiteral("לדממ")});
    row("hifil:פסק", {QStringLiteral("הפסיק"), QStringLiteral("מפסיקה"), QStringLiteral("להפסיק")});
    row("hitpael:נפח", {QStringLiteral("התנפחתי"), QStringLiteral("מתנפחים"), QStringLiteral("התנפחות")});
    row("hitpael:שעל", {QStringLiteral("השתעל"), QStringLiteral("משתעלת"), QStringLiteral("להשתעל")});
    row("hitpael:קשה", {QStringLiteral("מתקשה"), QStringLiteral("מתקשים"), QStringLiteral("התקשיתי")});
    row("adjective:נפוח", {QStringLiteral("נפוח"), QStringLiteral("נפוחה"), QStringLiteral("נפוחות")});
}

void TestWords::inflects()
{
    QFETCH(QString, entry);
    QFETCH(QStringList, has);
    QFETCH(QStringList, hasNot);
    const auto forms = language::inflect(entry);
    QVERIFY(forms);
    for (const auto& form : has) {
        QVERIFY2(forms->contains(form), qPrintable(form));
    }
    for (const auto& form : hasNot) {
        QVERIFY2(!forms->contains(form), qPrintable(form));
    }
}

void TestWords::refusesOtherRoots()
{
    QVERIFY(!language::inflect(QStringLiteral("paal:מוטט")));
    QVERIFY(!language::inflect(QStringLiteral("future:בלע")));
    language::Patterns patterns;
    const auto done = patterns.add(QStringLiteral("=@paal:מוטט"), 0);
    QVERIFY(!done);
    QVERIFY(done.error().detail.contains(QStringLiteral("paal:מוטט")));
}

void TestWords::knowsMisspellings_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("known");
    QTest::newRow("as it is") << QStringLiteral("bleeding") << true;
    QTest::newRow("a letter missing") << QStringLiteral("bleedng") << true;
    QTest::newRow("a letter too many") << QStringLiteral("bleesding") << true;
    QTest::newRow("the next key") << QStringLiteral("bleedong") << true;
    QTest::newRow("another vowel") << QStringLiteral("bleading") << true;
    QTest::newRow("changed about") << QStringLiteral("beleding") << true;
    QTest::newRow("two wrong") << QStringLiteral("bladimg") << false;
    QTest::newRow("a word of its own") << QStringLiteral("breeding") << false;
    QTest::newRow("another first letter") << QStringLiteral("pleeding") << false;
    QTest::newRow("Hebrew, a letter missing") << QStringLiteral("לבלע") << true;
    QTest::newRow("Hebrew, the next key") << QStringLiteral("לבחוע") << true;
    QTest::newRow("Hebrew, another word") << QStringLiteral("לקבוע") << false;
    QTest::newRow("short words stand as they are") << QStringLiteral("jav") << false;
}

void TestWords::knowsMisspellings()
{
    QFETCH(QString, words);
    QFETCH(bool, known);
    language::Patterns patterns;
    QVERIFY(patterns.add(QStringLiteral("bleeding|jaw|לבלוע"), 0));
    QVERIFY(patterns.forgive({QStringLiteral("bleeding|jaw|לבלוע")}, {QStringLiteral("breeding")}));
    QCOMPARE(!patterns.match(language::readText(words)).empty(), known);
}

void TestWords::takesConjunctionsOff()
{
    language::Patterns patterns;
    QVERIFY(patterns.add(QStringLiteral("=שן|=שפתיים"), 0));
    for (const char* word : {"שן", "ושן", "ושפתיים", "ששפתיים", "כששפתיים"}) {
        QVERIFY2(!patterns.match(language::readText(QString::fromUtf8(word))).empty(), word);
    }
    QVERIFY(patterns.match(language::readText(QStringLiteral("בשן"))).empty());
}

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
