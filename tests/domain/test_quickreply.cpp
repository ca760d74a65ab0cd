// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/quickreply.h"

#include <QTest>

using namespace delpek;
using domain::Language;
using domain::QuickReply;
using domain::ReplyField;

/// What a quick reply says, where it has gaps, and which ones are meant by what was typed.
class TestQuickReply : public QObject
{
    Q_OBJECT

    static domain::ReplyFacts facts()
    {
        domain::ReplyFacts known;
        known[ReplyField::Patient] = {QStringLiteral("נועה כהן"), QStringLiteral("Noa Cohen")};
        known[ReplyField::Clinic] = {QStringLiteral("מרפאת רימון"), QString()};
        known[ReplyField::Phone] = {QStringLiteral("\u206803-1234567\u2069"), QStringLiteral("03-1234567")};
        known[ReplyField::Doctor] = {};
        return known;
    }

    static QuickReply reply(qint64 id, const char* he, const char* en, const char* textHe = "טקסט",
                            const char* textEn = "text")
    {
        return {{id},
                {QString::fromUtf8(he), QString::fromUtf8(en)},
                {QString::fromUtf8(textHe), QString::fromUtf8(textEn)}};
    }

private Q_SLOTS:
    void aFieldIsFilledOrLeavesAGap_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("language");
        QTest::addColumn<QString>("filled");
        QTest::addColumn<int>("gaps");
        const auto row = [](const char* name, const char* text, Language language, const char* filled, int gaps = 0) {
            QTest::newRow(name) << QString::fromUtf8(text) << int(language) << QString::fromUtf8(filled) << gaps;
        };
        row("nothing to fill", "See you.", Language::English, "See you.");
        row("known", "Hello {patient}!", Language::English, "Hello Noa Cohen!");
        row("known, Hebrew word", "שלום {שם המטופל/ת}!", Language::Hebrew, "שלום נועה כהן!");
        row("either word in either text", "שלום {patient}", Language::Hebrew, "שלום נועה כהן");
        row("capitals and blanks", "{ Patient }", Language::English, "Noa Cohen");
        row("known in the other language only", "from {clinic}", Language::English, "from מרפאת רימון");
        row("without marks of direction", "{טלפון המרפאה}", Language::Hebrew, "03-1234567");
        row("not known", "See you {next visit}.", Language::English, "See you ‹next visit›.", 1);
        row("known to be nothing", "with {doctor}", Language::English, "with ‹doctor›", 1);
        row("not known, Hebrew", "נתראה: {next visit}", Language::Hebrew, "נתראה: ‹התור הבא›", 1);
        row("the clinic's own", "about {how many} minutes", Language::English, "about ‹how many› minutes", 1);
        row("twice", "{doctor}, {doctor}", Language::English, "‹doctor›, ‹doctor›", 2);
        row("no field", "a {} b { } c { x", Language::English, "a {} b { } c { x");
        row("over two lines", "{next\nvisit}", Language::English, "{next\nvisit}");
    }

    void aFieldIsFilledOrLeavesAGap()
    {
        QFETCH(QString, text);
        QFETCH(int, language);
        QFETCH(int, gaps);
        const QString filled = domain::fillQuickReply(text, Language(language), facts());
        QTEST(filled, "filled");
        QCOMPARE(int(domain::gapsIn(filled).size()), gaps);
    }

    void aValueIsNoFieldAndNoGap()
    {
        auto known = facts();
        known[ReplyField::Patient] = {{}, QStringLiteral("{clinic}")};
        QCOMPARE(domain::fillQuickReply(QStringLiteral("{patient}"), Language::English, known),
                 QStringLiteral("{clinic}"));
    }

    void gapsHaveTheirPlaces()
    {
        const auto gaps = domain::gapsIn(QStringLiteral("ab ‹c d› e ‹f›"));
        QVERIFY((gaps == std::vector<domain::Gap>{{3, 5}, {11, 3}}));
        QVERIFY(domain::gapsIn(QStringLiteral("a ‹ b, c › d ‹\n›, ‹›")).size() == 1);
    }

    void whatCannotBeKept_data()
    {
        QTest::addColumn<QString>("nameHe");
        QTest::addColumn<QString>("textHe");
        QTest::addColumn<QString>("nameEn");
        QTest::addColumn<QString>("textEn");
        QTest::addColumn<QString>("fault");
        const QString x = QStringLiteral("x");
        QTest::newRow("both") << x << x << x << x << QString();
        QTest::newRow("one language") << x << x << QString() << QString() << QString();
        QTest::newRow("the other") << QString() << QString() << x << x << QString();
        QTest::newRow("nothing") << QString() << QString() << QStringLiteral(" ") << QString() << "quickreply.empty";
        QTest::newRow("no name") << x << x << QStringLiteral(" ") << x << "quickreply.noName";
        QTest::newRow("no text") << x << QString() << x << x << "quickreply.noText";
        QTest::newRow("long name") << x.repeated(61) << x << x << x << "quickreply.tooLong";
        QTest::newRow("long text") << x << x.repeated(1001) << x << x << "quickreply.tooLong";
        QTest::newRow("a gap") << x << "{name}" << QString() << QString() << QString();
        QTest::newRow("empty braces") << x << "x {} y" << QString() << QString() << "quickreply.brace";
        QTest::newRow("an open brace") << x << "{name" << QString() << QString() << "quickreply.brace";
        QTest::newRow("long between braces")
            << x << QStringLiteral("{%1}").arg(x.repeated(41)) << QString() << QString() << "quickreply.brace";
        QTest::newRow("braces over two lines") << x << "{a\nb}" << QString() << QString() << "quickreply.brace";
        QTest::newRow("just not") << x.repeated(60) << x.repeated(1000) << x << x << QString();
    }

    void whatCannotBeKept()
    {
        QFETCH(QString, nameHe);
        QFETCH(QString, textHe);
        QFETCH(QString, nameEn);
        QFETCH(QString, textEn);
        QTEST(domain::quickReplyFault({{}, {nameHe, nameEn}, {textHe, textEn}}), "fault");
    }

    void theOtherLanguageStandsIn()
    {
        const auto onlyHebrew = reply(1, "א", "", "א", " ");
        QCOMPARE(domain::quickReplyLanguage(onlyHebrew, Language::English), Language::Hebrew);
        QCOMPARE(domain::quickReplyLanguage(onlyHebrew, Language::Hebrew), Language::Hebrew);
        QCOMPARE(domain::quickReplyLanguage(reply(1, "א", "a"), Language::English), Language::English);
    }

    void whatIsMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* typed, const char* found) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(found);
        };
        row("", "1 2 3 4");
        row("  ", "1 2 3 4");
        row("visit", "3 2 4");
        row("VISIT", "3 2 4");
        row("תור", "2 3 4");
        row("next v", "2");
        row("שלום", "1");
        row("zebra", "");
    }

    void whatIsMeant()
    {
        QFETCH(QString, typed);
        const std::vector<QuickReply> replies{
            reply(1, "פתיחה", "Greeting", "שלום לך"), reply(2, "תור הבא", "Next visit"),
            reply(3, "ביטול תור", "Visit cancelled"), reply(4, "כתובת", "Address", "לפני התור", "before the visit")};
        QStringList found;
        for (const auto& one : domain::findQuickReplies(replies, typed)) {
            found << QString::number(one.id.value);
        }
        QTEST(found.join(QLatin1Char(' ')), "found");
    }

    void everyFieldHasItsOwnWords()
    {
        QStringList words;
        for (const auto field : domain::replyFields()) {
            for (const Language language : {Language::Hebrew, Language::English}) {
                const QString word = domain::replyFieldWord(field, language);
                QVERIFY(!word.isEmpty() && !words.contains(word));
                words << word;
                const domain::ReplyFacts known{{field, {QStringLiteral("v"), QStringLiteral("v")}}};
                QCOMPARE(domain::fillQuickReply(QStringLiteral("{%1}").arg(word), language, known),
                         QStringLiteral("v"));
            }
        }
        QCOMPARE(words.size(), 14);
    }
};

QTEST_GUILESS_MAIN(TestQuickReply)
#include "test_quickreply.moc"
