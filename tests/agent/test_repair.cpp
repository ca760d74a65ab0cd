// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

using namespace delpek;
using namespace delpek::test;
using domain::Asks;
using domain::Language;

namespace
{

const QString Noa = QStringLiteral("+972550010101");
const QString NoaSays = QStringLiteral("נועה שרעבי, 29.4.1991");
const QString Wish = QStringLiteral("אפשר לקבוע תור לסתימה ביום ראשון בבוקר?");

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What patients say about the conversation itself: stop, go back, again, that is not it; and what comes in between.
class TestRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsWhereItIsToldTo_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words : {"עזוב", "לא משנה, עזוב", "התחרטתי", "never mind", "Forget it", "כבר לא צריך"}) {
            QTest::newRow(words) << u(words);
        }
    }
    void stopsWhereItIsToldTo()
    {
        QFETCH(QString, words);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const auto before = talk.visits();
        talk.say(Wish);
        QCOMPARE(talk.asks(), Asks::Slot);
        QVERIFY(!talk.say(words).isEmpty());
        QCOMPARE(talk.asks(), Asks::Nothing);
        QVERIFY(!talk.last.escalation);
        QCOMPARE(talk.visits(), before);
        QCOMPARE(base::textAt(talk.state, "flow"), QString());
    }

    void goesBackOneQuestionAtATime()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(Wish);
        const auto offered = talk.offered();
        talk.say(QStringLiteral("2"));
        QCOMPARE(talk.asks(), Asks::Identity);
        talk.say(QStringLiteral("רגע, אחורה"));
        QCOMPARE(talk.asks(), Asks::Slot);
        QCOMPARE(talk.offered(), offered);
        talk.say(QStringLiteral("go back"));
        QCOMPARE(talk.asks(), Asks::When);
        talk.say(QStringLiteral("אחורה"));
        QCOMPARE(talk.asks(), Asks::Treatment);
        talk.say(QStringLiteral("אחורה"));
        QCOMPARE(talk.asks(), Asks::Nothing);
        QVERIFY(!talk.last.escalation);
    }

    void saysItsQuestionAgain_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words : {"מה?", "לא הבנתי", "מה אמרת?", "say that again please", "What do you mean?"}) {
            QTest::newRow(words) << u(words);
        }
    }
    void saysItsQuestionAgain()
    {
        QFETCH(QString, words);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(Wish);
        const auto offered = talk.offered();
        for (int i = 0; i < 3; ++i) {
            talk.say(words);
            QCOMPARE(talk.asks(), Asks::Slot);
            QCOMPARE(talk.offered(), offered);
            QVERIFY(!talk.last.escalation); // asking again is no failure
        }
    }

    void aLaterTimeIsNoYes()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const auto before = talk.visits();
        talk.say(Wish);
        talk.say(QStringLiteral("1"));
        const QString summary = talk.say(NoaSays);
        QCOMPARE(talk.asks(), Asks::Confirm);
        QVERIFY2(summary.contains(QStringLiteral("08:00")), qPrintable(summary));
        talk.say(QStringLiteral("בעצם עדיף שעה יותר מאוחר"));
        QCOMPARE(talk.asks(), Asks::Slot);
        for (const QString& slot : talk.offered()) {
            QVERIFY2(slot.contains(QStringLiteral("2026-03-08")) && !slot.contains(QStringLiteral("T08:00")),
                     qPrintable(slot));
        }
        talk.say(QStringLiteral("אפשר אולי קצת לפני?"));
        QCOMPARE(talk.visits(), before);
        QVERIFY(!talk.last.escalation);
    }

    void apologisesOnceAndThenFetchesAPerson()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("איפה אתם נמצאים?"));
        QVERIFY(talk.say(QStringLiteral("לא זה מה ששאלתי")).contains(QStringLiteral("סליחה")));
        QVERIFY(!talk.last.escalation);
        talk.say(QStringLiteral("זה לא מה ששאלתי!"));
        QVERIFY(talk.last.escalation);
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("agent.lost"));
    }

    void answersWhatIsSaidBesideTheReproach()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("איפה אתם נמצאים?"));
        QVERIFY(talk.say(QStringLiteral("לא זה מה ששאלתי, שאלתי כמה עולה סתימה")).contains(QStringLiteral("480")));
    }

    void saysThatItIsAMachine_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words :
             {"את בוט?", "אתה בן אדם או רובוט? זה בוט?", "Are you a bot?", "am I talking to a machine"}) {
            QTest::newRow(words) << u(words);
        }
    }
    void saysThatItIsAMachine()
    {
        QFETCH(QString, words);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(Wish);
        const auto offered = talk.offered();
        const QString said = talk.say(words);
        QVERIFY2(said.contains(QStringLiteral("האוטומטי")) || said.contains(QStringLiteral("automated")),
                 qPrintable(said));
        QCOMPARE(talk.offered(), offered); // and goes on
    }

    void chatsBrieflyWhereNothingIsOpen()
    {
        Dialogue talk(m_gates, Noa, Language::English);
        talk.say(QStringLiteral("Where are you?"));
        talk.say(QStringLiteral("how are you?"));
        QCOMPARE(talk.asks(), Asks::Other);
        QVERIFY(!talk.last.escalation);
    }

    void goesOnAfterALookupInBetween()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(Wish);
        const auto offered = talk.offered();
        talk.say(QStringLiteral("רגע, מתי התור הבא שלי?"));
        QCOMPARE(talk.asks(), Asks::Identity);
        const QString said = talk.say(NoaSays);
        QVERIFY2(said.contains(QStringLiteral("ובחזרה")), qPrintable(said));
        QCOMPARE(talk.asks(), Asks::Slot);
        QCOMPARE(talk.offered(), offered);
        talk.say(QStringLiteral("1"));
        QCOMPARE(talk.asks(), Asks::Confirm); // who they are is known by now
        const auto before = talk.visits().size();
        talk.say(QStringLiteral("כן"));
        QCOMPARE(talk.visits().size(), before + 1);
    }

    void doesOneWishAfterTheOther()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("כמה אני חייבת לכם? ואני רוצה לקבוע תור לסתימה ביום ראשון בבוקר"));
        QCOMPARE(talk.asks(), Asks::Identity);
        const QString said = talk.say(NoaSays);
        QVERIFY2(said.contains(QStringLiteral("יתרה")) || said.contains(QStringLiteral("חשבונית")), qPrintable(said));
        QCOMPARE(talk.asks(), Asks::Slot);
    }

    void leavesTheListAndComesBack()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        QVERIFY(!talk.say(QStringLiteral("תפסיקו לשלוח לי הודעות")).isEmpty());
        QCOMPARE(talk.last.optOut, std::optional(true));
        QVERIFY(!talk.last.escalation); // it is done; nobody has to do anything
        talk.say(QStringLiteral("כמה עולה סתימה?"));
        QCOMPARE(talk.last.optOut, std::nullopt); // asking is no wish for messages of our own accord
        talk.say(QStringLiteral("אני רוצה לחזור לקבל הודעות. אפשר תור לסתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.last.optOut, std::optional(false));
        QCOMPARE(talk.asks(), Asks::Slot);
    }

private:
    Gates m_gates;
};

QTEST_GUILESS_MAIN(TestRepair)
#include "test_repair.moc"
