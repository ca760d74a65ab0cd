// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

#include "agent/offline/format.h"
#include "agent/offline/texts.h"

using namespace delpek;
using namespace delpek::test;
using domain::Asks;
using domain::HolderKind;
using domain::Language;

namespace
{

const QString Noa = QStringLiteral("+972550010101");
const QString NoaCleaning = QStringLiteral("cleaning shaked 2026-03-05T09:30 p1");

QString writeTexts(const QTemporaryDir& folder, const char* json)
{
    const QString path = folder.filePath(QStringLiteral("texts.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) < 0) {
        qFatal("cannot write");
    }
    return path;
}

} // namespace

class TestOfflineBrain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceThatAnAssistantAnswers()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const QString first = talk.say(QStringLiteral("כמה עולה סתימה?"));
        QVERIFY2(first.contains(QStringLiteral("העוזר האוטומטי")) && first.contains(QStringLiteral("נציג")),
                 qPrintable(first));
        QVERIFY(first.contains(QStringLiteral("480")));
        QCOMPARE(talk.last.replies.size(), 1u);
        QVERIFY(!talk.say(QStringLiteral("וכמה עולה כתר?")).contains(QStringLiteral("העוזר האוטומטי")));
    }

    /// Nothing is free of charge because nobody entered its price.
    void aPriceThatNobodyEnteredIsNotTold()
    {
        auto clinic = demoClinic();
        for (auto& treatment : clinic.treatments) {
            if (treatment.id == QLatin1String("filling")) {
                treatment.price.minor = 0;
            }
        }
        Dialogue talk(m_gates, Noa, Language::Hebrew, clinic);
        const QString one = talk.say(QStringLiteral("כמה עולה סתימה?"));
        QVERIFY2(one.contains(QStringLiteral("את המחיר מוסרים במרפאה")) && !one.contains(QStringLiteral("₪")),
                 qPrintable(one));
        const QString all = talk.say(QStringLiteral("מה המחירים שלכם?"));
        QVERIFY2(all.contains(QStringLiteral("את המחיר מוסרים במרפאה")) && all.contains(QStringLiteral("2,900")),
                 qPrintable(all));
    }

    void aMessengersStartButtonIsAGreeting()
    {
        for (const char* choice : {"start:", "start:recall_2026"}) {
            Dialogue talk(m_gates, {}, Language::Hebrew);
            const QString said = talk.say({QStringLiteral("/start")}, QLatin1String(choice));
            QVERIFY2(said.contains(QStringLiteral("העוזר האוטומטי")), qPrintable(said));
            QVERIFY(!said.contains(QStringLiteral("recall")));
            QCOMPARE(talk.asks(), Asks::Other);
            QVERIFY(!talk.last.escalation);
        }
    }

    void answersQuestions_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* question, const char* answer) {
            QTest::newRow(question) << QString::fromUtf8(question) << QString::fromUtf8(answer);
        };
        row("איפה אתם נמצאים?", "אבן גבירול 112");
        row("עד מתי אתם פתוחים ביום שישי?", "13:00");
        row("What are your opening hours?", "19:00");
        row("אתם עובדים עם מכבי?", "מכבי");
        row("Do you work with Clalit?", "Clalit");
        row("איזה רופא עושה יישור שיניים?", "ח'ורי");
        row("how much is a crown?", "2,900");
    }
    void answersQuestions()
    {
        QFETCH(QString, question);
        QFETCH(QString, answer);
        Dialogue talk(m_gates, {}, Language::Hebrew);
        const QString said = talk.say(question);
        QVERIFY2(said.contains(answer), qPrintable(said));
        QCOMPARE(talk.asks(), Asks::Nothing);
    }

    void booksAnExactTime()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("היי, אפשר תור לניקוי אבנית ביום חמישי הקרוב ב-9:30?"));
        QCOMPARE(talk.asks(), Asks::Identity);
        const QString summary = talk.say(QStringLiteral("נועה שרעבי, 29.4.1991"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        QVERIFY(summary.contains(QStringLiteral("יום חמישי, 5.3, בשעה 09:30")));
        QVERIFY(!talk.visits().contains(NoaCleaning));
        QVERIFY(talk.say(QStringLiteral("כן")).contains(QStringLiteral("התור נקבע")));
        QVERIFY(talk.visits().contains(NoaCleaning));
        QCOMPARE(talk.asks(), Asks::Nothing);
    }

    void aTurnCutAfterTheBookingSaysBookedAgain()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("תור לניקוי אבנית ביום חמישי הקרוב ב-9:30 בבקשה. נועה שרעבי, 29.4.1991"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        const auto before = talk.visits().size();
        const auto burst = talk.burst({QStringLiteral("כן")});
        talk.run(burst); // booked, but the turn's commit is lost
        const auto again = talk.run(burst);
        QVERIFY(again.replies.front().reply.text.contains(QStringLiteral("התור נקבע")));
        QCOMPARE(talk.visits().size(), before + 1);
    }

    void aSlotLostInBetweenIsSaid()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("תור לניקוי אבנית ביום חמישי הקרוב ב-9:30 בבקשה. נועה שרעבי, 29.4.1991"));
        talk.clock.advance(std::chrono::minutes(11)); // it is not kept any more
        orEnd(base::await(talk.book.book({QStringLiteral("desk"), QStringLiteral("p20"), QStringLiteral("shaked"),
                                          QStringLiteral("cleaning"),
                                          domain::LocalTime::fromText(QStringLiteral("2026-03-05T09:30")), 45})));
        const QString said = talk.say(QStringLiteral("כן"));
        QVERIFY2(said.contains(QStringLiteral("נתפס")), qPrintable(said));
        QCOMPARE(talk.asks(), Asks::Slot);
        QVERIFY(!talk.visits().contains(NoaCleaning));
        QVERIFY(!talk.last.escalation);
    }

    void booksForANewPatientOnlyAfterYes()
    {
        Dialogue talk(m_gates, QStringLiteral("+972550029999"), Language::English);
        const auto before = talk.visits().size();
        talk.say(QStringLiteral("Hi, I'd like to book a filling"));
        QCOMPARE(talk.asks(), Asks::When);
        talk.say(QStringLiteral("Sunday morning"));
        QCOMPARE(talk.asks(), Asks::Slot);
        QVERIFY(talk.last.replies.back().reply.options.size() > 1);
        for (const auto& option : talk.last.replies.back().reply.options) {
            QVERIFY(option.value.toUtf8().size() <= 64);
        }
        talk.say(QStringLiteral("2"));
        QCOMPARE(talk.asks(), Asks::Identity);
        talk.say(QStringLiteral("Maya Stein, 14 July 1997"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        QCOMPARE(talk.visits().size(), before);
        talk.say(QStringLiteral("No"));
        QCOMPARE(talk.visits().size(), before);
        QCOMPARE(talk.asks(), Asks::When);
        talk.say(QStringLiteral("Tuesday morning then"));
        QCOMPARE(talk.asks(), Asks::Slot);
        talk.say(talk.last.replies.back().reply.options.front().label);
        QCOMPARE(talk.asks(), Asks::Confirm); // the identity is asked once
        talk.say(QStringLiteral("Yes"));
        QCOMPARE(talk.visits().size(), before + 1);
    }

    void aQuestionInBetweenKeepsTheFlow()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.asks(), Asks::Slot);
        const QString said = talk.say(QStringLiteral("כמה זה עולה?"));
        QVERIFY2(said.contains(QStringLiteral("480")), qPrintable(said));
        QCOMPARE(talk.asks(), Asks::Slot);
    }

    void impossibleTimesAreExplained_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* wish, const char* reason) {
            QTest::newRow(wish) << QString::fromUtf8(wish) << QString::fromUtf8(reason);
        };
        row("תור לביקורת בשבת 7.3", "סגורה");
        row("תור לביקורת ביום חמישי 2.4", "סגורה");
        row("תור לביקורת ביום ראשון 8.3 בשעה 21:00", "פתוחה רק");
        row("תור לניקוי אבנית ביום שני 9.3", "אין מקום פנוי");
        row("I'd like an implant with Dr. Bergman on Wednesday 11 March", "doesn't see patients");
        row("Can I book an implant with Dr. Bergman on Tuesday 10 March at 18:00", "sees patients");
    }
    void impossibleTimesAreExplained()
    {
        QFETCH(QString, wish);
        QFETCH(QString, reason);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const QString said = talk.say(wish);
        QVERIFY2(said.contains(reason), qPrintable(said));
        QCOMPARE(talk.asks(), Asks::Slot);
        QVERIFY(!talk.last.replies.back().reply.options.empty());
    }

    void followsTheLanguage()
    {
        Dialogue talk(m_gates, QStringLiteral("+972550020011"), Language::Hebrew);
        talk.say(QStringLiteral("היי, אפשר לקבוע תור לסתימה אצל ד\"ר לוי ביום רביעי הקרוב?"));
        const QString said = talk.say(
            QStringLiteral("Sorry, can we go on in English? And actually Sunday morning, 8 March, instead please."));
        QCOMPARE(talk.conversation.language, Language::English);
        const auto& options = talk.last.replies.back().reply.options;
        QVERIFY(!options.empty());
        const QString& first = options.front().label;
        QVERIFY2(first.contains(QStringLiteral("8 Mar")) && !first.contains(QStringLiteral("יום")), qPrintable(first));
        QVERIFY2(said.contains(QStringLiteral("Levi")), qPrintable(said));
    }

    void handsOver_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* wish, const char* reason) {
            QTest::newRow(wish) << QString::fromUtf8(wish) << QString::fromUtf8(reason);
        };
        row("אפשר לדבר עם נציגה אנושית בבקשה?", "human.requested");
        row("Under the privacy law I want all of my data deleted", "privacy.requested");
    }
    void handsOver()
    {
        QFETCH(QString, wish);
        QFETCH(QString, reason);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        QVERIFY(!talk.say(wish).isEmpty());
        QVERIFY(talk.last.escalation);
        QCOMPARE(talk.last.escalation->reason, reason);
        QVERIFY(!talk.last.optOut);
        QCOMPARE(talk.conversation.holder.kind, HolderKind::Nobody);
        QVERIFY(talk.say(QStringLiteral("כמה עולה סתימה?")).isEmpty()); // waits for the person
    }

    void isLostTwiceAtMost()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("asdkjh ;; דגכעי 99"));
        QVERIFY(!talk.last.escalation);
        talk.say(QStringLiteral("qwe דגכ zxcv"));
        QVERIFY(talk.last.escalation);
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("agent.lost"));
    }

    void thanksEndsByItself()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("כמה עולה סתימה?"));
        QVERIFY(!talk.say(QStringLiteral("תודה!")).isEmpty());
        QVERIFY(talk.say(QStringLiteral("תודה רבה")).isEmpty());
        QVERIFY(talk.say(QStringLiteral("👍")).isEmpty());
        QVERIFY(!talk.last.escalation);
    }

    void saysSoWhenTheBookIsOutOfReach()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.asks(), Asks::Slot);
        talk.fault = Error{ErrorCode::Unavailable, {}, QStringLiteral("down"), {}};
        const QString said = talk.say(QStringLiteral("1"));
        QVERIFY2(said.contains(QStringLiteral("תקלה")), qPrintable(said));
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("records.unavailable"));
    }

    void wrongAndUnknownDetailsGetTheSameAnswer()
    {
        Dialogue known(m_gates, QStringLiteral("+972550010107"), Language::Hebrew);
        Dialogue unknown(m_gates, QStringLiteral("+972550029999"), Language::Hebrew);
        for (auto* talk : {&known, &unknown}) {
            talk->say(QStringLiteral("מתי התור שלי?"));
            QCOMPARE(talk->asks(), Asks::Identity);
        }
        const QString wrong = known.say(QStringLiteral("יעל אזולאי, 3.10.2019"));
        QCOMPARE(wrong, unknown.say(QStringLiteral("יעל אזולאי, 3.10.2019")));
        QVERIFY(!wrong.contains(QStringLiteral("18.3")));
    }

    void cancelsOnlyWhatIsAgreed()
    {
        Dialogue talk(m_gates, QStringLiteral("+972550010118"), Language::Hebrew);
        const QString filling = QStringLiteral("filling levi 2026-03-11T14:00 p18");
        talk.say(QStringLiteral("שלום, אני צריך לבטל את התור לסתימה ב-11.3"));
        QCOMPARE(talk.asks(), Asks::Identity);
        talk.say(QStringLiteral("מוחמד עאבד, 9.1.1999"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        QVERIFY(talk.visits().contains(filling));
        QVERIFY(talk.say(QStringLiteral("כן, לבטל")).contains(QStringLiteral("בוטל")));
        QVERIFY(!talk.visits().contains(filling));
    }

    void refusesBadTexts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no english") << QByteArray(R"({"a":{"he":"שלום"}})");
        QTest::newRow("other placeholders") << QByteArray(R"({"a":{"he":"{name}","en":"{when}"}})");
        QTest::newRow("missing form") << QByteArray(R"({"a":{"he":{"neutral":"א","female":"ב"},"en":"a"}})");
        QTest::newRow("no json") << QByteArray("{");
    }
    void refusesBadTexts()
    {
        QFETCH(QByteArray, json);
        QTemporaryDir folder;
        QVERIFY(!agent::Texts::load(writeTexts(folder, json.constData())));
    }

    void fillsPlaceholdersOnce()
    {
        QTemporaryDir folder;
        const auto texts = orEnd(agent::Texts::load(writeTexts(folder, R"({"a":{"he":"{x}-{y}","en":"{x} {y}"}})")));
        QCOMPARE(texts.text(QStringLiteral("a"), Language::English, domain::Gender::Female,
                            {{QStringLiteral("x"), QStringLiteral("{y}")}, {QStringLiteral("y"), QStringLiteral("1")}}),
                 QStringLiteral("{y} 1"));
    }

    void writesDatesAsPeopleDo()
    {
        const domain::LocalTime time{QDate(2026, 3, 5), QTime(9, 30)};
        QCOMPARE(agent::whenText(time, Language::Hebrew), QStringLiteral("יום חמישי, 5.3, בשעה 09:30"));
        QCOMPARE(agent::whenText(time, Language::English), QStringLiteral("Thursday, 5 March, at 09:30"));
        QCOMPARE(agent::shortWhenText(time, Language::Hebrew), QStringLiteral("יום ה׳ 5.3 בשעה 09:30"));
        QCOMPARE(agent::listText({QStringLiteral("א"), QStringLiteral("ב"), QStringLiteral("ג")}, Language::Hebrew),
                 QStringLiteral("א, ב וג"));
    }

private:
    Gates m_gates;
};

QTEST_GUILESS_MAIN(TestOfflineBrain)
#include "test_offlinebrain.moc"
