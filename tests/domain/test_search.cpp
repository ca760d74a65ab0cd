// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/searchterms.h"

#include <QTest>

using namespace delpek::domain;

class TestSearch : public QObject
{
    Q_OBJECT

    static QString u(const char* text) { return QString::fromUtf8(text); }

    static QString keys(const QString& text)
    {
        QStringList all;
        for (const auto& word : searchWords(text)) {
            all.append(word.key);
        }
        return all.join(QLatin1Char(' '));
    }

    static bool finds(const QString& typed, const QString& text)
    {
        return !findTerms(text, searchTerms(typed)).empty();
    }

private Q_SLOTS:
    void wordsAreComparable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("final letters") << u("שלום לכם") << u("שלומ לכמ");
        QTest::newRow("niqqud") << u("שָׁלוֹם") << u("שלומ");
        QTest::newRow("pointed letters") << u("\uFB2Aלום") << u("שלומ");
        QTest::newRow("marks of direction") << u("\u2068נועה\u2069 \u200Fכהן") << u("נועה כהנ");
        QTest::newRow("gershayim") << u("ד״ר ד\"ר ד''ר") << u("דר דר דר");
        QTest::newRow("geresh") << u("צ׳יפס ג'") << u("ציפס ג");
        QTest::newRow("maqaf") << u("בית־מרקחת") << u("בית מרקחת");
        QTest::newRow("case and accents") << u("Café MÜLLER don’t") << u("cafe muller dont");
        QTest::newRow("wide letters") << u("ＡＢ１２") << u("ab 12");
        QTest::newRow("digits of another script") << u("٠٥٤") << u("054");
        QTest::newRow("letters and digits") << u("ב10:30, iPhone15") << u("ב 10 30 iphone 15");
        QTest::newRow("emoji") << u("כואב 😢 מאוד") << u("כואב מאוד");
        QTest::newRow("nothing") << u("… 😀 !") << u("");
    }

    void wordsAreComparable()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(keys(text), words);
    }

    void numbersAreOneWordHoweverWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("groups") << u("אפשר ב-054-123-4567 בערב");
        QTest::newRow("spaces") << u("054 123 4567");
        QTest::newRow("country code") << u("+972 54-123-4567");
        QTest::newRow("country code at once") << u("call 972541234567");
        QTest::newRow("isolated") << u("\u2068+972 (54) 1234567\u2069");
        QTest::newRow("at once") << u("0541234567");
        QTest::newRow("behind another number") << u("ב-10 054-1234567");
    }

    void numbersAreOneWordHoweverWritten()
    {
        QFETCH(QString, text);
        QVERIFY2(searchKeys(text).contains(QStringLiteral("0541234567")), qPrintable(keys(text)));
        for (const char* typed : {"0541234567", "054-123-4567", "+972 54 123 4567", "972541234567"}) {
            QVERIFY2(finds(u(typed), text), typed);
        }
    }

    void numbersThatAreNoPhone()
    {
        QCOMPARE(keys(u("10-12 2026")), u("10 12 2026"));
        QCOMPARE(keys(u("03-1234567")), u("03 1234567 031234567"));
    }

    void prefixLettersAreTakenOff_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("found");
        for (const char* word :
             {"כתר", "הכתר", "לכתר", "בכתר", "והכתר", "שהכתר", "ושהכתר", "כשהכתר", "ולכשהכתר", "מהכתר", "ושבכתר"}) {
            QTest::newRow(word) << u(word) << true;
        }
        // Begins or ends so, or has the letters in an order that no one writes.
        for (const char* word : {"כתרים", "נכתר", "הוכתר", "המכתר", "כתרי", "תכתר"}) {
            QTest::newRow(word) << u(word) << false;
        }
    }

    void prefixLettersAreTakenOff()
    {
        QFETCH(QString, word);
        QFETCH(bool, found);
        QCOMPARE(finds(u("כתר "), u("צריך %1 חדש").arg(word)), found);
    }

    void aWordMayBeHalfTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const QString text = u("כואב לי בשן האחורית, ד\"ר לוי");
        QTest::newRow("two letters") << u("שן") << text << true;
        QTest::newRow("the beginning") << u("כוא") << text << true;
        QTest::newRow("the beginning behind a prefix") << u("אחור") << text << true;
        QTest::newRow("ended by a space") << u("כוא ") << text << false;
        QTest::newRow("only the last") << u("כוא שן") << text << false;
        QTest::newRow("all, in any order") << u("שן כואב") << text << true;
        QTest::newRow("all of them") << u("שן כואב לוין") << text << false;
        QTest::newRow("quotes in a word") << u("דר לו") << text << true;
        QTest::newRow("one letter is no word yet") << u("שן כ") << text << true;
        QTest::newRow("one letter alone") << u("כ") << text << false;
        QTest::newRow("in a row") << u("\"כואב לי\"") << text << true;
        QTest::newRow("not in a row") << u("\"לי כואב\"") << text << false;
        QTest::newRow("in a row, not ended") << u("\"בשן האח") << text << true;
        QTest::newRow("in a row, behind prefixes") << u("\"שן אחורית\"") << text << true;
        QTest::newRow("a row and a word") << u("\"כואב לי\" לוי") << text << true;
        QTest::newRow("quotes inside a word are none") << u("ד\"ר לוי") << text << true;
        QTest::newRow("nothing") << u(" ") << text << false;
    }

    void aWordMayBeHalfTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(finds(typed, text), found);
    }

    void whatWasFoundIsMarked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("marked");
        QTest::newRow("without the prefix") << u("כתר ") << u("מחיר לכתר?") << QStringList{u("כתר")};
        QTest::newRow("with niqqud, whole") << u("כתר ") << u("הַכֶּתֶר") << QStringList{u("הַכֶּתֶר")};
        QTest::newRow("twice") << u("כן") << u("כן, כן!") << QStringList{u("כן"), u("כן")};
        QTest::newRow("number") << u("0541234567") << u("054-123 4567 בערב") << QStringList{u("054-123 4567")};
    }

    void whatWasFoundIsMarked()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(QStringList, marked);
        QStringList found;
        for (const auto& span : findTerms(text, searchTerms(typed))) {
            found.append(text.mid(span.begin, span.end - span.begin));
        }
        QCOMPARE(found, marked);
    }

    void aSnippetShowsThePlace()
    {
        const QString text =
            u("שורה ראשונה\n") + u("מילים ").repeated(40) + u("ואז הכתר נשבר ") + u("ועוד ").repeated(40);
        const auto snippet = snippetOf(text, findTerms(text, searchTerms(u("כתר "))));
        QVERIFY2(snippet.text.size() <= 112, qPrintable(snippet.text));
        QVERIFY(snippet.text.startsWith(QChar(0x2026)) && snippet.text.endsWith(QChar(0x2026)));
        QCOMPARE(snippet.marks.size(), size_t(1));
        const auto mark = snippet.marks.front();
        QCOMPARE(snippet.text.mid(mark.begin, mark.end - mark.begin), u("כתר"));
        const auto whole = snippetOf(u("הכתר\nנשבר"), {{1, 4}});
        QCOMPARE(whole, (Snippet{u("הכתר נשבר"), {{1, 4}}}));
        // No half of a pair is left over.
        const auto faces = snippetOf(u("😀").repeated(100), {});
        QVERIFY(!faces.text.chopped(1).back().isHighSurrogate());
    }

    void digitsAlone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits");
        QTest::newRow("part") << u("54-12") << u("5412");
        QTest::newRow("whole") << u("+972 (54) 123.4567") << u("972541234567");
        QTest::newRow("abroad") << u("00972541234567") << u("972541234567");
        QTest::newRow("too short") << u("05") << QString();
        QTest::newRow("words too") << u("נועה 050") << QString();
    }

    void digitsAlone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, digits);
        QCOMPARE(searchDigits(typed), digits);
    }

    void aNumberIsFoundByItsEnds()
    {
        const auto keys = phoneKeys(QStringLiteral("972541234567"), QStringLiteral("0541234567"));
        for (const char* key : {"4567", "34567", "541234567", "0541234567", "972541234567"}) {
            QVERIFY2(keys.contains(QLatin1String(key)), key);
        }
        QVERIFY(!keys.contains(QStringLiteral("567")));
    }
};

QTEST_APPLESS_MAIN(TestSearch)
#include "test_search.moc"
