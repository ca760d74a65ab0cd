// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/spelling.h"
#include "language/text.h"
#include "support/paths.h"

#include <QTest>

using namespace delpek;

class TestSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWords_data();
    void readsWords();
    void keepsPlaces_data();
    void keepsPlaces();
    void leavesNumbersAlone();

private:
    std::optional<language::Spelling> m_spelling;
};

void TestSpelling::initTestCase()
{
    auto spelling = language::Spelling::load(test::sourcePath("resources/language"));
    QVERIFY2(spelling, spelling ? "" : qPrintable(spelling.error().detail));
    m_spelling = std::move(*spelling);
}

/// Both are read as the same words.
void TestSpelling::readsWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    const auto row = [](const char* name, const char* typed, const char* meant) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(meant);
    };
    row("Hebrew on the English keyboard", "njr", "מחר");
    row("a whole message", "tpar ,ur knjr cceav", "אפשר תור למחר בבקשה");
    row("marks among the letters", "akuo, njr", "שלום, מחר");
    row("English on the Hebrew keyboard", "יקךךם", "hello");
    row("English stays", "when can I come tomorrow", "when can I come tomorrow");
    row("a name stays", "Levi", "Levi");
    row("Hebrew in Latin letters", "koev li machar", "כואב לי מחר");
    row("with a prefix", "efshar lemachar", "אפשר למחר");
    row("short words beside others", "lo, ani rotze", "לא, אני רוצה");
    row("short words alone are English", "at ten", "at ten");
    row("stretched letters", "תודההההה", "תודה");
    row("niqqud and bidi marks", "שָׁלוֹם\u200F", "שלום");
    row("letters with points of their own", "\uFB2Aלום", "שלום");
    row("wide letters", "ｈｅｌｌｏ", "hello");
    row("gershayim of every kind", "ד״ר", "ד\"ר");
    row("a Latin word with a Hebrew prefix", "ב-Zoom", "ב Zoom");
    row("an emoji of any skin", "👍🏽", "👍");
}

void TestSpelling::readsWords()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const auto keys = [](const language::Text& text) {
        QStringList words;
        for (const auto& token : text.tokens) {
            words.append(token.key);
        }
        return words;
    };
    auto wanted = keys(language::readText(meant));
    wanted.removeAll(QStringLiteral("ב"));
    QCOMPARE(keys(language::readText(typed, &*m_spelling)), wanted);
}

void TestSpelling::keepsPlaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("word");
    QTest::addColumn<QString>("written");
    QTest::newRow("other keyboard") << QStringLiteral("tpar njr?") << 1 << QStringLiteral("njr");
    QTest::newRow("Latin letters") << QStringLiteral("koev  li machar!") << 2 << QStringLiteral("machar");
    QTest::newRow("marks") << QStringLiteral("שָׁלוֹם, מָחָר") << 1 << QStringLiteral("מָחָר");
    QTest::newRow("own points") << QStringLiteral("\uFB2Aלום \uFB2Aן") << 1 << QStringLiteral("\uFB2Aן");
}

void TestSpelling::keepsPlaces()
{
    QFETCH(QString, text);
    QFETCH(int, word);
    QFETCH(QString, written);
    const auto read = language::readText(text, &*m_spelling);
    QVERIFY(int(read.tokens.size()) > word);
    QCOMPARE(read.at(read.tokens[std::size_t(word)].span).toString(), written);
}

void TestSpelling::leavesNumbersAlone()
{
    const auto read = language::readText(QStringLiteral("njr 10:30 15/3 050-1234567"), &*m_spelling);
    QCOMPARE(read.tokens[1].key, QStringLiteral("10:30"));
    QCOMPARE(read.tokens[2].key, QStringLiteral("15/3"));
    QVERIFY(read.tokens[1].number && read.tokens[2].number);
}

QTEST_GUILESS_MAIN(TestSpelling)
#include "test_spelling.moc"
