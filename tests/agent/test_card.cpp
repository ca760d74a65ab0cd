// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

using namespace delpek;
using namespace delpek::test;
using domain::Asks;
using domain::Language;

namespace
{

const QString Noa = QStringLiteral("+972550010101");
const QString Azoulay = QStringLiteral("+972550010107");

} // namespace

/// What patients ask of their own, with the offline brain: who they are, invoices, plan, allergies, and what is said
/// while the records answer out of a cache.
class TestCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsEnoughForTheOnlyPatientOfThePhone()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("כמה אני חייבת לכם?"));
        QCOMPARE(talk.asks(), Asks::Identity);
        const QString said = talk.say(QStringLiteral("נועה שרעבי"));
        QVERIFY2(said.contains(QStringLiteral("INV/2026/0007")), qPrintable(said));
    }

    void aNameThatSettlesNothingAsksForTheBirthDate_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("name");
        QTest::newRow("family") << Azoulay << QStringLiteral("רונית אזולאי");
        QTest::newRow("not of this phone") << Noa << QStringLiteral("רונית אזולאי");
        QTest::newRow("unknown phone") << QStringLiteral("+972550029999") << QStringLiteral("רונית אזולאי");
    }
    void aNameThatSettlesNothingAsksForTheBirthDate()
    {
        QFETCH(QString, phone);
        QFETCH(QString, name);
        Dialogue talk(m_gates, phone, Language::Hebrew);
        talk.say(QStringLiteral("כמה אני חייבת לכם?"));
        QCOMPARE(talk.say(name), QStringLiteral("תודה. ומה תאריך הלידה?"));
        QCOMPARE(talk.asks(), Asks::Identity);
        const QString said = talk.say(QStringLiteral("30.1.1986"));
        QCOMPARE(said.contains(QStringLiteral("אין יתרה פתוחה")), phone == Azoulay);
        QVERIFY(!talk.last.escalation);
    }

    void afterThreeTriesAPersonDecides()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("כמה אני חייבת לכם?"));
        const QString first = talk.say(QStringLiteral("דנה כהן, 1.1.1990"));
        QCOMPARE(talk.asks(), Asks::Identity);
        QCOMPARE(talk.say(QStringLiteral("דנה כהן, 2.1.1990")), first);
        const QString last = talk.say(QStringLiteral("דנה כהן, 3.1.1990"));
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("identity.unconfirmed"));
        // Handed back the same day, even the right details are for a person.
        talk.conversation.holder = {domain::HolderKind::Agent, {}};
        talk.clock.advance(std::chrono::hours(2));
        QCOMPARE(talk.say(QStringLiteral("כמה אני חייבת לכם?")), last);
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("identity.unconfirmed"));
        talk.conversation.holder = {domain::HolderKind::Agent, {}};
        talk.clock.advance(std::chrono::hours(24));
        talk.say(QStringLiteral("כמה אני חייבת לכם?"));
        QCOMPARE(talk.asks(), Asks::Identity);
        QVERIFY(talk.say(QStringLiteral("נועה שרעבי, 29.4.1991")).contains(QStringLiteral("INV/2026/0007")));
    }

    void startingOverGivesNoNewTry()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        for (const char* day : {"1.1.1990", "2.1.1990", "3.1.1990"}) {
            talk.say({QStringLiteral("/start")}, QStringLiteral("start:"));
            talk.say(QStringLiteral("כמה אני חייבת לכם?"));
            talk.say(QStringLiteral("דנה כהן, ") + QString::fromLatin1(day));
        }
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("identity.unconfirmed"));
    }

    void tellsWhatAnInvoiceIsFor_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("identity");
        QTest::addColumn<QString>("says");
        const auto row = [](const QString& phone, const char* question, const char* identity, const char* says) {
            QTest::newRow(question) << phone << QString::fromUtf8(question) << QString::fromUtf8(identity)
                                    << QString::fromUtf8(says);
        };
        row(QStringLiteral("+972550010116"), "Can I get a breakdown of my bill?", "Sarah Goldstein, 14 February 1988",
            "Emergency visit: ₪380");
        row(Noa, "אפשר פירוט של החשבונית שלי?", "נועה שרעבי, 29.4.1991", "סתימה: 480");
        row(Noa, "על מה החשבונית INV/2026/0007?", "נועה שרעבי, 29.4.1991", "סתימה: 480");
        row(Azoulay, "על מה החשבונית INV/2026/0005?", "רונית אזולאי, 30.1.1986", "לא מצאתי חשבונית כזאת");
        row(Azoulay, "מה כוללת חשבונית INV/2026/9999?", "רונית אזולאי, 30.1.1986", "לא מצאתי חשבונית כזאת");
    }
    void tellsWhatAnInvoiceIsFor()
    {
        QFETCH(QString, phone);
        QFETCH(QString, question);
        QFETCH(QString, identity);
        QFETCH(QString, says);
        Dialogue talk(m_gates, phone, question.startsWith(QLatin1Char('C')) ? Language::English : Language::Hebrew);
        talk.say(question);
        QCOMPARE(talk.asks(), Asks::Identity);
        const QString said = talk.say(identity);
        QVERIFY2(said.contains(says), qPrintable(said));
    }

    void tellsThePlan_data()
    {
        QTest::addColumn<QString>("question");
        QTest::newRow("he") << QStringLiteral("מה תוכנית הטיפול שלי?");
        QTest::newRow("he, other words") << QStringLiteral("אילו טיפולים נשארו לי?");
        QTest::newRow("en") << QStringLiteral("What does my treatment plan look like?");
    }
    void tellsThePlan()
    {
        QFETCH(QString, question);
        Dialogue talk(m_gates, QStringLiteral("+972550010110"),
                      question.startsWith(QLatin1Char('W')) ? Language::English : Language::Hebrew);
        talk.say(question);
        QCOMPARE(talk.asks(), Asks::Identity);
        const QString said = talk.say(QStringLiteral("Olga Morozov, 25.3.1982"));
        QVERIFY2(said.contains(QStringLiteral("26")) &&
                     (said.contains(QStringLiteral("טיפול שורש")) || said.contains(QStringLiteral("Root canal"))),
                 qPrintable(said));
        QVERIFY(!talk.last.escalation);
    }

    void whoWritesOfAnAllergyReachesTheDoctor()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("רשום אצלכם שאני אלרגית לפניצילין?"));
        QCOMPARE(talk.last.escalation->urgency, domain::Urgency::DoctorRequired);
        QVERIFY(!talk.said().contains(QStringLiteral("פניצילין")));
    }

    void aMedicalQuestionAboutThePlanIsForTheDoctor()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("בתוכנית הטיפול כתוב טיפול שורש, זה מסוכן לעשות אותו עכשיו?"));
        QVERIFY(talk.last.escalation);
        QCOMPARE(talk.last.escalation->urgency, domain::Urgency::DoctorRequired);
    }

    void theWaitingListIsNoOptOut()
    {
        Dialogue talk(m_gates, Noa, Language::English);
        talk.say(QStringLiteral("Then put me on the waiting list please"));
        QVERIFY(!talk.last.optOut);
        QVERIFY(!talk.last.escalation);
    }

    void saysFromWhenACacheIs()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("כמה אני חייבת לכם?"));
        talk.cachedAt = talk.clock.now() - std::chrono::minutes(25);
        const QString said = talk.say(QStringLiteral("נועה שרעבי, 29.4.1991"));
        QVERIFY2(said.contains(QStringLiteral("INV/2026/0007")) && said.contains(QStringLiteral("09:35")),
                 qPrintable(said));
        QVERIFY(!talk.last.escalation);
        talk.cachedAt = talk.clock.now() - std::chrono::hours(20);
        const QString yesterday = talk.say(QStringLiteral("ומתי התור הבא שלי?"));
        QVERIFY2(yesterday.contains(QStringLiteral("2.3")) && yesterday.contains(QStringLiteral("14:00")),
                 qPrintable(yesterday));
    }

    void changesNothingOutOfACache_data()
    {
        QTest::addColumn<QString>("wish");
        for (const char* wish : {"אפשר לקבוע סתימה ביום ראשון בבוקר?", "אני צריכה לבטל את התור שלי",
                                 "אפשר להזיז את התור שלי ליום ראשון?"}) {
            QTest::newRow(wish) << QString::fromUtf8(wish);
        }
    }
    void changesNothingOutOfACache()
    {
        QFETCH(QString, wish);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const auto before = talk.visits();
        talk.cachedAt = talk.clock.now() - std::chrono::minutes(5);
        const QString said = talk.say(wish);
        QVERIFY2(said.contains(QStringLiteral("תקלה")), qPrintable(said));
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("records.unavailable"));
        QVERIFY(talk.last.replies.back().reply.options.empty());
        QCOMPARE(talk.visits(), before);
        QCOMPARE(talk.held(), QStringList());
    }

    void aCacheInTheMiddleOfABookingIsSaidToo()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        talk.say(QStringLiteral("תור לניקוי אבנית ביום חמישי הקרוב ב-9:30 בבקשה. נועה שרעבי, 29.4.1991"));
        QCOMPARE(talk.asks(), Asks::Confirm);
        const auto before = talk.visits();
        talk.cachedAt = talk.clock.now();
        const QString said = talk.say(QStringLiteral("כן"));
        QVERIFY2(said.contains(QStringLiteral("תקלה")), qPrintable(said));
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("records.unavailable"));
        QCOMPARE(talk.visits(), before);
    }

private:
    Gates m_gates;
};

QTEST_GUILESS_MAIN(TestCard)
#include "test_card.moc"
