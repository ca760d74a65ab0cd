// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

using namespace delpek;
using namespace delpek::test;
using domain::Asks;
using domain::Language;

namespace
{

const QString Noa = QStringLiteral("+972550010101");
const QStringList Menu{QStringLiteral("menu:book"), QStringLiteral("menu:invoice"), QStringLiteral("menu:doctor")};

} // namespace

/// The three standing buttons, the waiting list and the slots that are held while somebody decides.
class TestMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsWithTheFirstAnswerAndWhereItIsAskedFor_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words :
             {"שלום", "כמה עולה סתימה?", "תפריט", "menu", "Menu!", "/help", "/menu", "עזרה", "help"}) {
            QTest::newRow(words) << QString::fromUtf8(words);
        }
    }
    void standsWithTheFirstAnswerAndWhereItIsAskedFor()
    {
        QFETCH(QString, words);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(words);
        QCOMPARE(talk.offered(), Menu);
        QVERIFY(!talk.last.escalation);
        talk.say(QStringLiteral("כמה עולה כתר?"));
        QVERIFY(talk.offered().isEmpty()); // once, not with every answer
        talk.say(QStringLiteral("תפריט"));
        QCOMPARE(talk.offered(), Menu);
    }

    void fitsTheSmallestButtons()
    {
        for (const auto language : {Language::Hebrew, Language::English}) {
            Dialogue talk(m_gates, Noa, language);
            talk.say(language == Language::Hebrew ? QStringLiteral("תפריט") : QStringLiteral("menu"));
            QCOMPARE(talk.offered(), Menu);
            for (const auto& option : talk.last.replies.back().reply.options) {
                QVERIFY2(option.label.size() <= 20, qPrintable(option.label)); // WhatsApp's reply buttons
                QVERIFY(option.value.toUtf8().size() <= 64);                   // Telegram's callback data
            }
        }
    }

    void doesNotHideAQuestion()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.asks(), Asks::Slot);
        QVERIFY(!talk.offered().contains(QStringLiteral("menu:book")));
    }

    void isPressed_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<int>("asks");
        const auto row = [](const char* name, const char* words, const char* choice, Asks asks) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromLatin1(choice) << int(asks);
        };
        row("book", "קביעת תור", "menu:book", Asks::Treatment);
        row("invoice", "בדיקת חשבונית", "menu:invoice", Asks::Identity);
        row("doctor", "שיחה עם רופא/ה", "menu:doctor", Asks::Nothing);
        row("book, typed", "קביעת תור", "", Asks::Treatment);
        row("doctor, typed", "Talk to doctor", "", Asks::Nothing);
        row("book, by number", "1", "", Asks::Treatment);
        row("invoice, by number", "2.", "", Asks::Identity);
        row("doctor, by number", "3", "", Asks::Nothing);
    }
    void isPressed()
    {
        QFETCH(QString, words);
        QFETCH(QString, choice);
        QFETCH(int, asks);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("שלום"));
        talk.say({words}, choice);
        QCOMPARE(int(talk.asks()), asks);
        QCOMPARE(talk.last.escalation.has_value(), Asks(asks) == Asks::Nothing);
        if (talk.last.escalation) {
            QCOMPARE(talk.last.escalation->reason, QStringLiteral("doctor.requested"));
        }
    }

    void worksDaysLater()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("שלום"));
        talk.say(QStringLiteral("כמה עולה כתר?"));
        talk.clock.advance(std::chrono::hours(100));
        talk.say({QStringLiteral("קביעת תור")}, QStringLiteral("menu:book"));
        QCOMPARE(talk.asks(), Asks::Treatment);
    }

    void aBareNumberMeansTheMenuOnlyBelowIt()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("שלום"));
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.asks(), Asks::Slot);
        talk.say(QStringLiteral("3"));
        QVERIFY(!talk.last.escalation); // the third slot, not the doctor
        QCOMPARE(talk.asks(), Asks::Identity);
    }

    void aRunningFlowIsAskedBeforeItIsDropped_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<int>("asks");
        QTest::newRow("yes") << QStringLiteral("כן, לעבור") << QStringLiteral("yes") << int(Asks::Identity);
        QTest::newRow("no") << QStringLiteral("לא, להמשיך") << QStringLiteral("no") << int(Asks::Slot);
        QTest::newRow("yes, typed") << QStringLiteral("כן") << QString() << int(Asks::Identity);
        QTest::newRow("no, typed") << QStringLiteral("לא") << QString() << int(Asks::Slot);
        QTest::newRow("something else") << QStringLiteral("יום שני בבוקר") << QString() << int(Asks::Slot);
    }
    void aRunningFlowIsAskedBeforeItIsDropped()
    {
        QFETCH(QString, answer);
        QFETCH(QString, choice);
        QFETCH(int, asks);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.asks(), Asks::Slot);
        const QString question = talk.say({QStringLiteral("בדיקת חשבונית")}, QStringLiteral("menu:invoice"));
        QVERIFY2(question.contains(QStringLiteral("באמצע")), qPrintable(question));
        QCOMPARE(talk.offered(), (QStringList{QStringLiteral("yes"), QStringLiteral("no")}));
        talk.say({answer}, choice);
        QCOMPARE(int(talk.asks()), asks);
    }

    void askingWhetherToDropIsNoConsent()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("תור לניקוי אבנית ביום חמישי הקרוב ב-9:30 בבקשה. נועה שרעבי, 29.4.1991"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        const auto before = talk.visits();
        talk.say({QStringLiteral("בדיקת חשבונית")}, QStringLiteral("menu:invoice"));
        talk.say(QStringLiteral("לא"));
        QCOMPARE(talk.asks(), Asks::Confirm); // asked again, nothing is lost
        QCOMPARE(talk.visits(), before);
        talk.say(QStringLiteral("תפריט"));
        talk.say(QStringLiteral("כן"));
        QCOMPARE(talk.visits(), before); // yes to a menu is yes to nothing
    }

    void theSameButtonGoesOnWithWhatRuns()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        const auto slots_ = talk.offered();
        talk.say({QStringLiteral("קביעת תור")}, QStringLiteral("menu:book"));
        QCOMPARE(talk.asks(), Asks::Slot);
        QCOMPARE(talk.offered(), slots_);
    }

    void theDoctorIsCalledAtOnceFromEverywhere()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("תור לניקוי אבנית ביום חמישי הקרוב ב-9:30 בבקשה. נועה שרעבי, 29.4.1991"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        talk.say({QStringLiteral("שיחה עם רופא/ה")}, QStringLiteral("menu:doctor"));
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("doctor.requested"));
        QCOMPARE(talk.conversation.holder.kind, domain::HolderKind::Nobody);
    }

    void aButtonLowersNoUrgency()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("שלום"));
        const auto burst = [&] {
            auto messages = talk.burst({QStringLiteral("קשה לי לנשום והצוואר מתנפח")});
            const auto pressed = talk.burst({QStringLiteral("שיחה עם רופא/ה")}, QStringLiteral("menu:doctor"));
            messages.insert(messages.end(), pressed.begin(), pressed.end());
            return messages;
        }();
        const auto result = talk.run(burst);
        QCOMPARE(result.decision.outcome, domain::Outcome::Emergency);
        QCOMPARE(result.escalation->urgency, domain::Urgency::Emergency);
    }

    void waitsWhenNothingSuits_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("choice");
        QTest::newRow("button") << QStringLiteral("רשימת המתנה") << QStringLiteral("wait");
        QTest::newRow("words") << QStringLiteral("אז תכניסו אותי לרשימת המתנה") << QString();
    }
    void waitsWhenNothingSuits()
    {
        QFETCH(QString, words);
        QFETCH(QString, choice);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.asks(), Asks::Slot);
        talk.say(QStringLiteral("לא, לא מתאים לי"));
        QCOMPARE(talk.asks(), Asks::When);
        QCOMPARE(talk.offered(), QStringList(QStringLiteral("wait")));
        QCOMPARE(talk.state["offer"]["slots"].size(), 0u);
        talk.say({words}, choice);
        QCOMPARE(talk.asks(), Asks::Identity);
        talk.say(QStringLiteral("נועה שרעבי, 29.4.1991"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        QVERIFY(orEnd(base::await(talk.book.waitingList())).empty());
        const QString done = talk.say(QStringLiteral("כן"));
        QVERIFY2(done.contains(QStringLiteral("אינה תור")), qPrintable(done));
        const auto list = orEnd(base::await(talk.book.waitingList()));
        QCOMPARE(list.size(), 1u);
        QCOMPARE(list.front().patient, QStringLiteral("p1"));
        QCOMPARE(list.front().treatment, QStringLiteral("filling"));
        QVERIFY(talk.last.madeChange);
    }

    void askedForAtOnce()
    {
        Dialogue talk(m_gates, QStringLiteral("+972550029999"), Language::English);
        talk.say(QStringLiteral("Can you put me on the waiting list for a cleaning next week?"));
        QCOMPARE(talk.asks(), Asks::Identity);
        talk.say(QStringLiteral("Maya Stein, 14 July 1997"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        talk.say(QStringLiteral("No"));
        QVERIFY(orEnd(base::await(talk.book.waitingList())).empty());
        QCOMPARE(talk.asks(), Asks::Nothing);
    }

    void theChosenSlotIsHeldAlone()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע סתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.held().size(), qsizetype(talk.last.replies.back().reply.options.size()));
        talk.say(QStringLiteral("2"));
        QCOMPARE(talk.asks(), Asks::Identity);
        QCOMPARE(talk.held().size(), 1);
        talk.clock.advance(std::chrono::minutes(8));
        talk.say(QStringLiteral("נועה שרעבי, 29.4.1991"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        talk.clock.advance(std::chrono::minutes(8)); // held anew with each step
        QCOMPARE(talk.held().size(), 1);
        talk.say(QStringLiteral("כן"));
        QCOMPARE(talk.held(), QStringList());
    }

    void aSlotLostWhileDecidingIsSaidBeforeAnythingIsAsked()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("אפשר לקבוע ניקוי אבנית ביום חמישי הקרוב?"));
        QCOMPARE(talk.asks(), Asks::Slot);
        talk.clock.advance(std::chrono::minutes(30)); // nothing is held any more
        const auto offered = talk.state["offer"]["slots"][0];
        orEnd(base::await(talk.book.book({QStringLiteral("desk"), QStringLiteral("p20"), QStringLiteral("shaked"),
                                          QStringLiteral("cleaning"),
                                          domain::LocalTime::fromText(base::textAt(offered, "start")), 45})));
        const QString said = talk.say(QStringLiteral("1"));
        QVERIFY2(said.contains(QStringLiteral("נתפס")), qPrintable(said));
        QCOMPARE(talk.asks(), Asks::Slot);
    }

private:
    Gates m_gates;
};

QTEST_GUILESS_MAIN(TestMenu)
#include "test_menu.moc"
