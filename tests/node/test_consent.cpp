// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include "store/consents.h"
#include "store/escalations.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::ConsentState;
using domain::Urgency;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

test::DaySetup offline()
{
    test::DaySetup setup;
    setup.offline = true;
    return setup;
}

const QString toothache = u("I have a terrible toothache and cannot sleep");
const QString question = u("Shall we answer here?");

} // namespace

/// Consent to a doctor's answer in the chat, who writes again while waiting, and what the agent knows after a
/// hand-back.
class TestConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAskedOnceAndKept_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<ConsentState>("state");
        QTest::newRow("yes") << u("yes") << ConsentState::Given;
        QTest::newRow("no") << u("no") << ConsentState::Refused;
        QTest::newRow("something else") << u("what is the address?") << ConsentState::Asked;
    }

    void itIsAskedOnceAndKept()
    {
        QFETCH(QString, answer);
        QFETCH(ConsentState, state);
        test::ClinicDay day(offline());
        says(day, toothache);
        QCOMPARE(asked(day), 1);
        QCOMPARE(consent(day).state, ConsentState::Asked);
        says(day, answer);
        day.restart();
        QCOMPARE(consent(day).state, state);
        QCOMPARE(consent(day).wording.isEmpty(), false);
        says(day, u("the pain is severe and it is getting worse"));
        QCOMPARE(asked(day), 1);
    }

    void anEmergencyAsksNothing()
    {
        test::ClinicDay day(offline());
        says(day, u("I cannot breathe, my throat is closing"));
        QCOMPARE(asked(day), 0);
        QCOMPARE(consent(day).state, ConsentState::NotAsked);
    }

    void aYesToDangerIsNoConsent()
    {
        test::ClinicDay day(offline());
        says(day, u("my gum is swollen"));
        QCOMPARE(day.thread().back().asks, domain::Asks::Danger);
        QCOMPARE(asked(day), 0);
        says(day, u("yes"));
        QCOMPARE(consent(day).state, ConsentState::NotAsked);
        QCOMPARE(day.conversation().urgency, Urgency::Emergency);
    }

    void itIsAskedWhenDangerIsDenied()
    {
        test::ClinicDay day(offline());
        says(day, u("my gum is swollen"));
        says(day, u("no"));
        QCOMPARE(asked(day), 1);
        says(day, u("yes"));
        QCOMPARE(consent(day).state, ConsentState::Given);
        QCOMPARE(day.conversation().urgency, Urgency::DoctorRequired);
    }

    void whoWritesAgainIsToldOnce()
    {
        test::ClinicDay day(offline());
        says(day, toothache);
        // Behind what is still asked for the doctor.
        for (const char* words : {"what is the address?", "hello?", "are you there?", "hello?", "please", "hello?"}) {
            says(day, u(words));
        }
        QCOMPARE(day.sentTexts().filter(u("is added to the one that waits")).size(), 1);
        QCOMPARE(day.conversation().holder.kind, domain::HolderKind::Nobody);
        QCOMPARE(day.escalations().size(), 1);
    }

    void theAgentKnowsWhatWasAgreed()
    {
        test::ClinicDay day(offline());
        says(day, toothache);
        const auto id = day.conversation().id;
        (void)base::await(day.desk().doctorReply(id, u("Dr. Levi"), u("Come on Sunday at nine.")));
        day.pass(1min);
        (void)base::await(day.desk().handBackWithBrief(id, u("A visit on Sunday at nine.")));
        (void)base::await(day.desk().closeEscalations(id));
        says(day, u("sorry, what did we agree?"));
        QVERIFY2(day.sentTexts().last().contains(u("A visit on Sunday at nine.")), qPrintable(day.sentTexts().last()));
        const auto decision = base::await(day.desk().decisions(id, {}, 1)).value().front();
        QCOMPARE(base::textAt(decision.steps.front().detail, "brief"), u("A visit on Sunday at nine."));
    }

private:
    static void says(test::ClinicDay& day, const QString& text)
    {
        day.says(text);
        day.pass(20s);
    }
    static int asked(const test::ClinicDay& day) { return int(day.sentTexts().filter(question).size()); }
    static store::Consent consent(test::ClinicDay& day)
    {
        return day.read(
            [id = day.conversation().id](store::Session& session) { return store::Consents(session).of(id); });
    }
};

QTEST_GUILESS_MAIN(TestConsent)
#include "test_consent.moc"
