// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

using namespace delpek;
using namespace delpek::test;
using domain::Asks;
using domain::Language;
using domain::Urgency;

namespace
{

const QString Noa = QStringLiteral("+972550010101");

} // namespace

/// What is asked for the doctor's card while a doctor is awaited.
class TestDoctorIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_book = orEnd(agent::EscalationBook::load(Source + QStringLiteral("/resources"))); }

    void asksAfterTheSafeTextAndOnlyWhatIsMissing()
    {
        Dialogue talk(m_gates, Noa, Language::English);
        begin(talk);
        talk.say(QStringLiteral("My tooth hurts a lot since yesterday, I could not sleep"));
        QCOMPARE(talk.last.escalation->urgency, Urgency::DoctorRequired);
        QVERIFY(talk.last.replies.size() >= 2u);
        QCOMPARE(talk.last.replies.front().reply.asks, Asks::Nothing); // first what has to be said
        QCOMPARE(talk.asks(), Asks::Reason);
        QVERIFY2(!talk.said().contains(QStringLiteral("When did it start")), qPrintable(talk.said()));
    }

    void asksThreeTimesAtMostAndThenLetsWait()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        begin(talk);
        talk.say(QStringLiteral("יש לי כאב שיניים חזק שלא עובר עם משככים"));
        int questions = 0;
        for (int i = 0; i < 8; ++i) {
            questions += talk.asks() == Asks::Reason ? 1 : 0;
            QVERIFY(talk.last.replies.empty() || talk.last.replies.back().reply.text.size() < 300);
            talk.say(QStringLiteral("לא יודעת"));
        }
        QCOMPARE(questions, 3);
    }

    void aYesToTheFeverIsHeard()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        begin(talk);
        talk.say(QStringLiteral("הלחי שלי נפוחה, כאב 7 מתוך 10"));
        QCOMPARE(talk.last.escalation->urgency, Urgency::DoctorRequired);
        for (int i = 0; i < 3 && !talk.said().contains(QStringLiteral("יש חום?")); ++i) {
            talk.say(talk.asks() == Asks::Danger ? QStringLiteral("לא") : QStringLiteral("לא יודעת"));
        }
        QVERIFY2(talk.said().contains(QStringLiteral("יש חום?")), qPrintable(talk.said()));
        talk.say(QStringLiteral("כן"));
        QVERIFY(talk.last.escalation);
        QCOMPARE(talk.last.escalation->urgency, Urgency::Emergency); // a swollen face with a fever
    }

    void anEmergencyIsAskedNothingOfTheKind()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        begin(talk);
        talk.say(QStringLiteral("אני לא מצליחה לנשום והגרון שלי נסגר"));
        QCOMPARE(talk.last.escalation->urgency, Urgency::Emergency);
        for (const auto& reply : talk.last.replies) {
            QVERIFY(reply.reply.asks != Asks::Reason);
        }
        talk.say(QStringLiteral("זה התחיל הרגע"));
        QVERIFY(talk.last.replies.empty() || talk.asks() != Asks::Reason);
    }

    void aQuestionIsAskedAboutMedicinesAlone()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        begin(talk);
        talk.say(QStringLiteral("אפשר לקחת אנטיביוטיקה לפני הטיפול?"));
        QVERIFY(talk.last.escalation);
        QVERIFY(!talk.said().contains(QStringLiteral("מתי זה התחיל")));
    }

private:
    void begin(Dialogue& talk)
    {
        talk.escalations = m_book.get();
        talk.asksConsent = false;
    }

    Gates m_gates;
    std::unique_ptr<agent::EscalationBook> m_book;
};

QTEST_GUILESS_MAIN(TestDoctorIntake)
#include "test_doctorintake.moc"
