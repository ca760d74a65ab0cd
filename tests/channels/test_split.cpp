// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/split.h"
#include "domain/isolate.h"

#include <QTest>

#include <random>

using namespace delpek;
using channels::splitText;

/// Long texts in parts that a channel takes.
class TestSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("most");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char* what, const char* text, int most, const QList<const char*>& parts) {
            QStringList expected;
            for (const char* part : parts) {
                expected << QString::fromUtf8(part);
            }
            QTest::newRow(what) << QString::fromUtf8(text) << most << expected;
        };
        row("what fits", "One. Two. Three.", 20, {"One. Two. Three."});
        row("nothing", "", 20, {""});
        row("between paragraphs before sentences", "First here. And more.\n\nSecond one. And more.", 30,
            {"First here. And more.", "Second one. And more."});
        row("between lines before sentences", "First one. So.\nSecond one. So.", 20,
            {"First one. So.", "Second one. So."});
        row("behind a sentence", "This is the first. This is the second.", 24,
            {"This is the first.", "This is the second."});
        row("behind a sentence in Hebrew", "התור נקבע ליום ראשון. נא להגיע עשר דקות לפני.", 30,
            {"התור נקבע ליום ראשון.", "נא להגיע עשר דקות לפני."});
        row("behind a question", "האם נוח לך מחר? יש מקום בעשר.", 20, {"האם נוח לך מחר?", "יש מקום בעשר."});
        row("behind a quoted sentence", "He said \"come now.\" Then he left.", 22,
            {"He said \"come now.\"", "Then he left."});
        row("not in a price or a date", "It costs 1,250.50 on 3.12.2026 at noon. Good.", 42,
            {"It costs 1,250.50 on 3.12.2026 at noon.", "Good."});
        row("not behind a title", "It is with you. Dr. Levi will see you soon.", 24,
            {"It is with you.", "Dr. Levi will see you", "soon."});
        row("not behind the number of a list", "You may choose:\n1. Monday morning", 20,
            {"You may choose:", "1. Monday morning"});
        row("not in an address", "See https://clinic.example/a?b=1.2 today. Bye.", 44,
            {"See https://clinic.example/a?b=1.2 today.", "Bye."});
        row("between words where there is no sentence", "one two three four five six", 16,
            {"one two three", "four five six"});
        row("within a word that is too long", "abcdefghijklmnopqrstuvwxyz", 16, {"abcdefghijklmnop", "qrstuvwxyz"});
        row("not within a character", "aaaaaaaaaaaaaaa👨‍👩‍👧b", 20,
            {"aaaaaaaaaaaaaaa", "👨‍👩‍👧b"});
        row("white space at the ends", "   \n  aaaa bbbb cccc dddd  ", 16, {"aaaa bbbb cccc", "dddd"});
    }
    void cuts()
    {
        QFETCH(QString, text);
        QFETCH(int, most);
        QTEST(splitText(text, most, most), "parts");
    }

    void anInsertedValueIsNotCut()
    {
        const QString text = QStringLiteral("הטלפון הוא ") + domain::isolate(QStringLiteral("054 000 1234")) +
                             QStringLiteral(" ואפשר להתקשר");
        const auto parts = splitText(text, 22, 22);
        QVERIFY(parts.size() > 1);
        QCOMPARE(parts.join(QLatin1Char(' ')).count(QChar(0x2068)), 1);
        for (const auto& part : parts) {
            QCOMPARE(part.count(QChar(0x2068)), part.count(QChar(0x2069)));
        }
    }

    void optionsStayWithTheLastPart()
    {
        channels::Capabilities limits;
        limits.buttons = true;
        limits.maxButtons = 3;
        limits.maxButtonLabel = 20;
        limits.maxText = 100;
        limits.maxInteractive = 40;
        const QString text = QStringLiteral("Here is what we have for you this week. Which one shall it be?");
        const std::vector<domain::Option> options{{QStringLiteral("1"), QStringLiteral("Sunday 10:00")},
                                                  {QStringLiteral("2"), QStringLiteral("Monday 11:00")}};
        QCOMPARE(channels::splitFor(limits, text, {}), QStringList{text});
        const auto asButtons = channels::splitFor(limits, text, options);
        QCOMPARE(asButtons.size(), 2);
        QCOMPARE(asButtons.back(), QStringLiteral("Which one shall it be?"));
        limits.buttons = false;
        limits.maxText = 80;
        const auto asLines = channels::splitFor(limits, text, options);
        QCOMPARE(asLines.size(), 2);
        QVERIFY(asLines.back().size() + QStringLiteral("\n1. Sunday 10:00\n2. Monday 11:00").size() <= 80);
    }

    /// Any text: every part fits, no half character, and the words are all there in their order.
    void nothingIsLost()
    {
        const quint64 seed = qEnvironmentVariableIsSet("DELPEK_TEST_SEED")
                                 ? qEnvironmentVariable("DELPEK_TEST_SEED").toULongLong()
                                 : std::random_device{}();
        qInfo() << "seed" << seed;
        std::mt19937_64 random(seed);
        const QStringList pieces{QStringLiteral("שלום"),
                                 QStringLiteral("a"),
                                 QStringLiteral("12.5"),
                                 QStringLiteral("."),
                                 QStringLiteral(" "),
                                 QStringLiteral("\n"),
                                 QStringLiteral("\n\n"),
                                 QStringLiteral("😀"),
                                 QStringLiteral("? "),
                                 QStringLiteral("e\u0301"),
                                 QStringLiteral("longlonglonglonglong")};
        for (int i = 0; i < 2000; ++i) {
            QString text;
            for (int n = int(random() % 60); n > 0; --n) {
                text += pieces.at(qsizetype(random() % size_t(pieces.size())));
            }
            const int most = 16 + int(random() % 40);
            const int last = 16 + int(random() % size_t(most - 15));
            QString all;
            const auto parts = splitText(text, most, last);
            for (const auto& part : parts) {
                QVERIFY2(part.size() <= most, qPrintable(text));
                QVERIFY(part.isValidUtf16());
                all += part;
            }
            QVERIFY(parts.back().size() <= most);
            const auto bare = [](QString one) { return one.removeIf([](QChar c) { return c.isSpace(); }); };
            QCOMPARE(bare(all), bare(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestSplit)
#include "test_split.moc"
