// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include "desk/agentdrafts.h"
#include "node/intake.h"
#include "store/agentdrafts.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::AgentDraft;
using domain::AgentDraftState;
using domain::HolderKind;
using domain::Mode;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

const QString whereAreYou = u("what is the address?");
const QString cannotBreathe = u("I cannot breathe, my throat is closing");

} // namespace

/// What an agent drafts and a person sends.
class TestDrafting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copilotDraftsAndSendsNothing()
    {
        auto day = copilot();
        const auto sent = day->sentTexts();
        says(*day, whereAreYou);

        const auto draft = current(*day);
        QVERIFY(draft);
        QCOMPARE(draft->state, AgentDraftState::Open);
        QVERIFY2(draft->text.contains(u("112 Ibn Gabirol")), qPrintable(draft->text));
        QVERIFY2(draft->askedBy.isEmpty(), "the mode asks for it");
        QCOMPARE(day->sentTexts(), sent);
        QVERIFY2(day->conversation().needsPerson, "somebody has to send it");
        QCOMPARE(lastDecision(*day).outcome, domain::Outcome::Drafted);
        QCOMPARE(lastDecision(*day).id, draft->decision);
    }

    void whatIsSentSettlesIt_data()
    {
        QTest::addColumn<bool>("taken");
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("asIs");
        QTest::addColumn<AgentDraftState>("state");
        QTest::newRow("as it was") << true << QString() << true << AgentDraftState::Sent;
        QTest::newRow("with changes") << true << u("Hi Dana! ") << true << AgentDraftState::Sent;
        QTest::newRow("something else") << false << u("Call us please") << false << AgentDraftState::PassedOver;
        QTest::newRow("taken, then something else") << true << u("Call us please") << false << AgentDraftState::Sent;
    }
    void whatIsSentSettlesIt()
    {
        QFETCH(bool, taken);
        QFETCH(QString, before);
        QFETCH(bool, asIs);
        auto day = copilot();
        says(*day, whereAreYou);
        const auto draft = *current(*day);
        if (taken) {
            QCOMPARE(base::await(day->desk().agentDrafts().take(draft.id)).value(), draft.text);
            QCOMPARE(current(*day)->takenBy, u("Ruti"));
        }
        const QString words = before + (asIs ? draft.text : QString());
        const auto message = base::await(day->desk().reply(day->conversation().id, words)).value();
        day->pass(10s);

        QCOMPARE(day->sentTexts().last(), words);
        QVERIFY(!current(*day));
        const auto past = base::await(day->desk().agentDrafts().past(day->conversation().id, 10)).value();
        QCOMPARE(past.size(), 1u);
        QTEST(past.front().state, "state");
        QCOMPARE(past.front().text, draft.text);
        QCOMPARE(past.front().sentText, words);
        QCOMPARE(past.front().sent, message);
        QCOMPARE(day->conversation().holder.name, u("Ruti"));
    }

    void theNextWordsAreDraftedThoughAPersonHolds()
    {
        auto day = copilot();
        says(*day, whereAreYou);
        (void)base::await(day->desk().reply(day->conversation().id, u("Herzl 12")));
        says(*day, u("when are you open on sunday?"));

        QCOMPARE(current(*day)->state, AgentDraftState::Open);
        QCOMPARE(day->conversation().holder.name, u("Ruti"));
        QCOMPARE(day->sentTexts().last(), u("Herzl 12"));
    }

    /// A dialogue that is led by drafts, sent as they were, comes to the booking; the booking is a person's.
    void theRecordsAreAPersonsToChange()
    {
        auto day = copilot(domain::Phone::parse(u("055-001-0102")).value());
        for (const char* words : {"I would like to book a cleaning", "as soon as possible", "the first one",
                                  "Daniel Friedman, 3.11.1978", "yes", "yes"}) {
            says(*day, u(words));
            const auto draft = current(*day);
            QVERIFY2(draft, words);
            if (draft->text.isEmpty()) {
                break;
            }
            (void)base::await(day->desk().agentDrafts().take(draft->id));
            (void)base::await(day->desk().reply(day->conversation().id, draft->text));
            day->pass(10s);
        }
        const auto draft = current(*day);
        QVERIFY(draft);
        QCOMPARE(draft->state, AgentDraftState::Empty);
        QCOMPARE(draft->tool, u("create_appointment"));
        QCOMPARE(draft->reason, u("draft.change"));
        const auto today = QDate(2026, 3, 3);
        const auto book = base::await(day->records().bookDays(today, today.addDays(10))).value();
        QVERIFY(std::ranges::none_of(book.visits, [](const auto& visit) { return !visit.reference.isEmpty(); }));
    }

    void aPersonAsksForOne()
    {
        auto day = open();
        says(*day, u("hello"));
        (void)base::await(day->desk().takeOver(day->conversation().id));
        says(*day, whereAreYou);
        QVERIFY2(!current(*day), "nobody asked");
        const auto sent = day->sentTexts();

        QVERIFY(base::await(day->desk().agentDrafts().ask(day->conversation().id)));
        day->quiesce(); // no quiet window: nobody waits for more of the patient's words
        const auto draft = current(*day);
        QVERIFY(draft);
        QCOMPARE(draft->state, AgentDraftState::Open);
        QCOMPARE(draft->askedBy, u("Ruti"));
        QVERIFY2(draft->text.contains(u("112 Ibn Gabirol")), qPrintable(draft->text));
        QCOMPARE(day->sentTexts(), sent);
        QCOMPARE(day->conversation().holder.name, u("Ruti"));
    }

    void itIsRefusedWhereNothingIsToBeDrafted_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("key");
        QTest::newRow("the agent answers") << u("agent") << u("draft.agent");
        QTest::newRow("a doctor holds") << u("doctor") << u("draft.doctor");
        QTest::newRow("a person answered") << u("answered") << u("draft.answered");
        QTest::newRow("no messages are wanted") << u("opted out") << u("draft.noMessages");
    }
    void itIsRefusedWhereNothingIsToBeDrafted()
    {
        QFETCH(QString, where);
        auto day = open();
        says(*day, whereAreYou);
        const auto id = day->conversation().id;
        if (where == u("doctor")) {
            (void)base::await(day->desk().doctorReply(id, u("Dr. Levi"), u("Tell me more.")));
        } else if (where == u("opted out")) {
            (void)base::await(day->store().write(
                [id](store::Session& session) { return store::Conversations(session).setOptedOut(id, true); }));
        } else if (where == u("answered")) {
            (void)base::await(day->desk().reply(id, u("Herzl 12")));
        }
        const auto asked = base::await(day->desk().agentDrafts().ask(id));
        QVERIFY(!asked);
        QTEST(asked.error().key, "key");
    }

    /// Words that were judged, and whose escalation a person closed, open none again.
    void askingJudgesNothingAgain()
    {
        auto day = open();
        says(*day, cannotBreathe);
        const auto id = day->conversation().id;
        (void)base::await(day->desk().takeOver(id));
        (void)base::await(day->desk().closeEscalations(id));
        (void)base::await(day->desk().takeOver(id));
        says(*day, cannotBreathe);
        (void)base::await(day->desk().closeEscalations(id));
        (void)base::await(day->desk().takeOver(id));
        const auto before = openEscalations(*day);

        const auto asked = base::await(day->desk().agentDrafts().ask(id));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().key));
        day->quiesce();
        const auto draft = current(*day);
        QVERIFY(draft);
        QCOMPARE(draft->state, AgentDraftState::Empty);
        QCOMPARE(draft->reason, u("triage.ambulance"));
        QCOMPARE(openEscalations(*day), before);
    }

    void anEmergencyStandsAboveDrafts()
    {
        auto day = copilot();
        says(*day, cannotBreathe);
        QCOMPARE(day->conversation().urgency, domain::Urgency::Emergency);
        QCOMPARE(openEscalations(*day), 1);
        const auto draft = current(*day);
        QVERIFY2(draft, "the approved words lie ready");
        QVERIFY2(draft->text.contains(u("101")), qPrintable(draft->text));
    }

    void approvedWordsStayReadyUntilTheyAreSent()
    {
        auto day = copilot();
        says(*day, cannotBreathe);
        const auto approved = current(*day)->text;
        says(*day, u("please hurry, are you there?"));
        const auto draft = current(*day);
        QVERIFY(draft);
        QCOMPARE(draft->text, approved);
        QVERIFY2(!draft->isStale, "they are as true as before");
        QCOMPARE(base::await(day->desk().agentDrafts().take(draft->id)).value(), approved);
        (void)base::await(day->desk().reply(day->conversation().id, approved));
        says(*day, u("ok"));
        QVERIFY2(!current(*day) || current(*day)->text != approved, "they were sent");
    }

    /// Where a person sends the words, the question whether there is danger goes with them, and silence raises.
    void theQuestionWhetherThereIsDangerGoesWithTheApprovedWords_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<domain::Urgency>("urgency");
        QTest::newRow("yes") << u("yes") << domain::Urgency::Emergency;
        QTest::newRow("no") << u("no") << domain::Urgency::DoctorRequired;
        QTest::newRow("silence") << QString() << domain::Urgency::Emergency;
    }
    void theQuestionWhetherThereIsDangerGoesWithTheApprovedWords()
    {
        QFETCH(QString, answer);
        auto day = copilot();
        says(*day, u("a bit of blood after the extraction"));
        QCOMPARE(day->conversation().urgency, domain::Urgency::DoctorRequired);
        const auto draft = *current(*day);
        QVERIFY2(draft.text.contains(u("half an hour")), qPrintable(draft.text));
        (void)base::await(day->desk().agentDrafts().take(draft.id));
        (void)base::await(day->desk().reply(day->conversation().id, draft.text));
        day->pass(10s);
        if (!answer.isEmpty()) {
            says(*day, answer);
        }
        day->pass(11min);
        QTEST(day->conversation().urgency, "urgency");
    }

    /// "And it hurts a lot" asks for a doctor, which must not push the call for an ambulance out of reach.
    void milderWordsDoNotTakeThePlaceOfAnAmbulance()
    {
        auto day = copilot();
        says(*day, cannotBreathe);
        const auto ambulance = current(*day)->text;
        says(*day, u("and it hurts a lot"));
        QVERIFY(current(*day));
        QCOMPARE(current(*day)->text, ambulance);
        QVERIFY(!current(*day)->isStale);
    }

    /// Who was helped on the phone is not told to call an ambulance the day after.
    void approvedWordsGoWithTheirEmergency()
    {
        auto day = copilot();
        says(*day, cannotBreathe);
        const auto ambulance = current(*day)->text;
        QVERIFY(base::await(day->desk().closeEscalations(day->conversation().id)));
        day->pass(24h);
        says(*day, u("I want to speak with a person please"));
        QVERIFY(!current(*day) || current(*day)->text != ambulance);
    }

    void whatAPersonSettledDoesNotComeUpAgain()
    {
        auto day = copilot();
        says(*day, u("my face is swollen and I have a fever of 39"));
        QCOMPARE(day->conversation().urgency, domain::Urgency::Emergency);
        (void)base::await(day->desk().reply(day->conversation().id, u("We called you, come in now")));
        QVERIFY(base::await(day->desk().closeEscalations(day->conversation().id)));
        QCOMPARE(day->conversation().urgency, domain::Urgency::Routine);
        day->pass(1h);
        says(*day, u("the swelling is smaller, thanks"));
        QVERIFY(day->conversation().urgency != domain::Urgency::Emergency);
    }

    void approvedWordsMayBeUsedWhileThePatientWrites()
    {
        auto day = copilot();
        says(*day, cannotBreathe);
        const auto approved = *current(*day);
        day->says(u("please hurry, are you there?")); // within the quiet window
        QVERIFY(current(*day)->isStale);
        QCOMPARE(base::await(day->desk().agentDrafts().take(approved.id)).value(), approved.text);
    }

    /// A person who sends drafts has not taken the talk from the agent: signs of several messages add up.
    void signsAddUpBehindWhatAPersonSent()
    {
        auto day = copilot();
        says(*day, u("my gum is swollen"));
        const auto first = day->conversation().urgency;
        QVERIFY(first != domain::Urgency::Emergency);
        (void)base::await(day->desk().reply(day->conversation().id, u("Since when?")));
        day->pass(2min);
        says(*day, u("since yesterday, and I have a fever of 39"));
        QCOMPARE(day->conversation().urgency, domain::Urgency::Emergency);
    }

    void anAnswerFromTheClinicsPhoneSettlesIt()
    {
        auto day = copilot();
        says(*day, whereAreYou);
        QVERIFY(current(*day));
        domain::EchoReceived echo;
        echo.patient = day->sender();
        echo.providerId = u("echo-1");
        echo.sentAt = day->clock.now();
        echo.text = u("We are on Ibn Gabirol");
        const auto told = day->store().write([&, now = day->clock.now()](store::Session& session) {
            std::set<node::Work> work;
            return node::applyEvent(session, domain::Event(echo), QString(), now, work, {});
        });
        QVERIFY(base::await(told));
        QVERIFY2(!current(*day), "the patient has an answer");
        QCOMPARE(base::await(day->desk().agentDrafts().past(day->conversation().id, 5)).value().front().state,
                 AgentDraftState::PassedOver);
    }

    void newWordsMakeItStale()
    {
        auto day = copilot();
        says(*day, whereAreYou);
        const auto draft = *current(*day);
        day->says(u("and how much is a cleaning?")); // within the quiet window
        QVERIFY(current(*day)->isStale);
        const auto taken = base::await(day->desk().agentDrafts().take(draft.id));
        QCOMPARE(taken.error().key, u("draft.stale"));
        day->pass(10s);
        QVERIFY(!current(*day)->isStale);
        QVERIFY(current(*day)->id != draft.id);
        QCOMPARE(base::await(day->desk().agentDrafts().take(draft.id)).error().key, u("draft.gone"));
    }

    void whatIsTakenBackIsADraftAgain()
    {
        auto day = copilot();
        says(*day, whereAreYou);
        const auto draft = *current(*day);
        (void)base::await(day->desk().agentDrafts().take(draft.id));
        const auto sent = day->store().write([&](store::Session& session) {
            return desk::sendByPerson(session,
                                      {.conversation = day->conversation().id,
                                       .authorName = u("Ruti"),
                                       .draftOf = u("Ruti"),
                                       .text = draft.text,
                                       .undo = 5s},
                                      day->clock.now());
        });
        const auto message = base::await(sent).value();
        QVERIFY(!current(*day));
        (void)base::await(day->desk().takeBack(message));
        QVERIFY(current(*day));
        QCOMPARE(current(*day)->state, AgentDraftState::Taken);
        QCOMPARE(current(*day)->takenBy, u("Ruti"));
        const auto withdrawn =
            day->read([&](store::Session& session) { return store::Messages(session).find(message); });
        QCOMPARE(withdrawn.asks, domain::Asks::Nothing);
    }

    /// What the agent would have known, had the words gone out, is forgotten with them.
    void aQuestionThatWasTakenBackWasNotAsked()
    {
        auto day = copilot(domain::Phone::parse(u("055-001-0102")).value());
        says(*day, u("I would like to book a cleaning"));
        const auto before = day->read([id = day->conversation().id](store::Session& session) {
            return store::Conversations(session).dialogue(id);
        });
        const auto draft = *current(*day);
        (void)base::await(day->desk().agentDrafts().take(draft.id));
        const auto sent = day->store().write([&](store::Session& session) {
            return desk::sendByPerson(session,
                                      {.conversation = day->conversation().id,
                                       .authorName = u("Ruti"),
                                       .draftOf = u("Ruti"),
                                       .text = draft.text,
                                       .undo = 5s},
                                      day->clock.now());
        });
        const auto message = base::await(sent).value();
        const auto dialogue = [&] {
            return day->read([id = day->conversation().id](store::Session& session) {
                return store::Conversations(session).dialogue(id);
            });
        };
        QVERIFY(dialogue() != before);
        (void)base::await(day->desk().takeBack(message));
        QVERIFY(dialogue() == before);
    }

    void whatWasAskedForIsMadeAfterAStart()
    {
        auto day = open();
        says(*day, u("hello"));
        (void)base::await(day->desk().takeOver(day->conversation().id));
        says(*day, whereAreYou);
        day->stopNode();
        (void)base::await(day->desk().agentDrafts().ask(day->conversation().id));
        QCOMPARE(current(*day)->state, AgentDraftState::Wanted);
        day->restart();
        day->pass(10s);
        QCOMPARE(current(*day)->state, AgentDraftState::Open);
    }

    void whoWritesToNobodyIsSeen()
    {
        auto day = open();
        says(*day, u("hello"));
        (void)base::await(day->desk().setMode(day->conversation().id, Mode::Off));
        QVERIFY(!day->conversation().needsPerson);
        const auto sent = day->sentTexts();
        says(*day, whereAreYou);
        QCOMPARE(day->sentTexts(), sent);
        QVERIFY2(day->conversation().needsPerson, "the agent is off, and nobody else is there");
        QVERIFY(!current(*day));
    }

    void itIsDismissed()
    {
        auto day = copilot();
        says(*day, whereAreYou);
        QVERIFY(base::await(day->desk().agentDrafts().dismiss(current(*day)->id)));
        QVERIFY(!current(*day));
        QCOMPARE(base::await(day->desk().agentDrafts().past(day->conversation().id, 5)).value().front().state,
                 AgentDraftState::Dismissed);
    }

private:
    using Day = std::unique_ptr<test::ClinicDay>;

    static Day open(std::optional<domain::Phone> phone = {})
    {
        test::DaySetup setup;
        setup.offline = true;
        setup.phone = std::move(phone);
        auto day = std::make_unique<test::ClinicDay>(setup);
        day->openBook();
        return day;
    }
    /// A conversation in which agents only draft.
    static Day copilot(std::optional<domain::Phone> phone = {})
    {
        auto day = open(std::move(phone));
        says(*day, u("hello"));
        (void)base::await(day->desk().setMode(day->conversation().id, Mode::Copilot));
        return day;
    }
    static void says(test::ClinicDay& day, const QString& text)
    {
        day.says(text);
        day.pass(10s);
    }
    static std::optional<AgentDraft> current(test::ClinicDay& day)
    {
        return base::await(day.desk().agentDrafts().current(day.conversation().id)).value();
    }
    static domain::Decision lastDecision(test::ClinicDay& day)
    {
        return base::await(day.desk().decisions(day.conversation().id, {}, 1)).value().front();
    }
    static int openEscalations(test::ClinicDay& day)
    {
        const auto all = base::await(day.desk().escalations(day.conversation().id)).value();
        return int(std::ranges::count_if(all, [](const auto& one) { return one.isOpen(); }));
    }
};

QTEST_GUILESS_MAIN(TestDrafting)
#include "test_drafting.moc"
