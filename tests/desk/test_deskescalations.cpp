// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "agent/spokenmark.h"
#include "desk/clinicalconsent.h"
#include "desk/resumebrief.h"
#include "domain/isolate.h"
#include "store/escalations.h"
#include "store/staff.h"

using namespace delpek;
using namespace std::chrono_literals;
using domain::ConsentState;
using domain::EscalationState;
using domain::HolderKind;
using domain::Urgency;
using store::Session;
using test::AuthorKind;
using test::must;
using test::noon;
using test::OutboxState;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

domain::Message said(AuthorKind author, const char* name, const char* text)
{
    domain::Message message;
    message.author = author;
    message.authorName = u(name);
    message.text = u(text);
    return message;
}

} // namespace

/// What people do with an escalation at the desk.
class TestDeskEscalations : public QObject, private test::RutisDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_book = std::move(agent::EscalationBook::load(QStringLiteral(":/delpek")).value());
        m_triage = std::move(safety::Triage::load(QStringLiteral(":/delpek/rules")).value());
    }
    void init()
    {
        desk::Means means;
        means.escalations = m_book.get();
        means.triage = m_triage.get();
        open(std::move(means));
    }
    void cleanup() { close(); }

    void aColleagueCallsTheDoctor()
    {
        const auto id = patient();
        QCOMPARE(m_desk->raiseEscalation(id, Urgency::DoctorRequired, u(" ")).result().error().key,
                 u("escalation.noReason"));
        const auto escalation =
            must(m_desk->raiseEscalation(id, Urgency::DoctorRequired, u("asks about aspirin")).result());
        const auto card = must(m_desk->escalationCard(escalation).result());
        QCOMPARE(card.escalation.reason, u("staff.raised"));
        QCOMPARE(card.escalation.summary, u("Hello"));
        QCOMPARE(*card.escalation.dueAt, noon + 24h);
        QCOMPARE(card.history.front().by, u("Ruti"));
        QCOMPARE(card.history.front().detail, u("asks about aspirin"));
        QCOMPARE(card.conversation.holder.kind, HolderKind::Nobody);
        QCOMPARE(card.conversation.urgency, Urgency::DoctorRequired);
    }

    void theDoctorsAnswerAnswers()
    {
        const auto id = patient();
        const auto escalation = raise(id);
        must(m_desk->answerEscalation(escalation, u("Dr. Levi"), u("Come at four.")).result());
        const auto card = must(m_desk->escalationCard(escalation).result());
        QCOMPARE(card.escalation.state(), EscalationState::Answered);
        QCOMPARE(card.escalation.answeredBy, u("Dr. Levi"));
        QCOMPARE(card.escalation.acknowledgedBy, u("Dr. Levi"));
        QCOMPARE(card.conversation.holder.kind, HolderKind::Doctor);
        must(m_desk->closeEscalation(escalation, u("visit agreed")).result());
        QCOMPARE(m_desk->answerEscalation(escalation, u("Dr. Levi"), u("More.")).result().error().key,
                 u("escalation.closed"));
    }

    void closingGivesBackWhatNobodyOfStaffHolds_data()
    {
        QTest::addColumn<int>("holder");
        QTest::addColumn<int>("after");
        QTest::newRow("nobody") << int(HolderKind::Nobody) << int(HolderKind::Agent);
        QTest::newRow("a doctor") << int(HolderKind::Doctor) << int(HolderKind::Agent);
        QTest::newRow("staff") << int(HolderKind::Staff) << int(HolderKind::Staff);
    }

    void closingGivesBackWhatNobodyOfStaffHolds()
    {
        QFETCH(int, holder);
        QFETCH(int, after);
        const auto id = patient();
        const auto escalation = raise(id);
        if (HolderKind(holder) == HolderKind::Staff) {
            must(m_desk->takeOver(id).result());
        } else if (HolderKind(holder) == HolderKind::Doctor) {
            must(m_desk->doctorReply(id, u("Dr. Levi"), u("Come.")).result());
        }
        must(m_desk->closeEscalation(escalation, u("done")).result());
        QCOMPARE(int(m_store->reload(id).holder.kind), after);
        QCOMPARE(m_store->reload(id).urgency, Urgency::Routine);
        QCOMPARE(must(m_desk->closedEscalations(5).result()).size(), size_t(1));

        must(m_desk->reopenEscalation(escalation, u("it hurts again")).result());
        QVERIFY(m_store->reload(id).holder.kind != HolderKind::Agent);
        QCOMPARE(must(m_desk->openEscalations().result()).size(), size_t(1));
    }

    void aPersonLowers()
    {
        const auto escalation = raise(patient(), Urgency::Emergency);
        must(m_desk->lowerEscalation(escalation, Urgency::Routine, u("a joke, spoke by phone")).result());
        const auto card = must(m_desk->escalationCard(escalation).result());
        QCOMPARE(card.escalation.urgency, Urgency::Routine);
        QVERIFY(card.escalation.loweredFrom == Urgency::Emergency);
    }

    void theCardTellsWhatThePatientSaid()
    {
        const auto id = patient();
        const auto escalation = raise(id);
        m_store->message(id, AuthorKind::Patient, u("It hurts since yesterday, no fever. I take warfarin."), u("m1"));
        const auto card = must(m_desk->escalationCard(escalation).result());
        const auto has = [&](const char* key, const char* value) {
            return std::ranges::count(card.facts, domain::IntakeFact{u(key), u(value)}) == 1;
        };
        QVERIFY(has("since", "It hurts since yesterday"));
        QVERIFY(has("fever", "no"));
        QVERIFY(has("medicines", "I take warfarin"));
        QVERIFY(card.flags.contains(u("blood_thinners")));
        QVERIFY(card.answers.size() >= 2);
    }

    void theAgentIsToldWhatWasPromised()
    {
        const auto id = patient();
        QCOMPARE(m_desk->handBackWithBrief(id, u("x")).result().error().key, u("escalation.none"));
        const auto escalation = raise(id);
        QVERIFY(must(m_desk->resumeBrief(escalation).result()).isEmpty());
        must(m_desk->doctorReply(id, u("Dr. Levi"), u("Hello! Come on Sunday at nine. We keep the time for you."))
                 .result());
        m_store->message(id, AuthorKind::Patient, u("ok thank you"), u("m2"));
        const QString draft = must(m_desk->resumeBrief(escalation).result());
        QCOMPARE(draft, u("Dr. Levi: Come on Sunday at nine.\nDr. Levi: We keep the time for you.\n> ok thank you"));
        must(m_desk->handBackWithBrief(id, u("A visit on Sunday at nine.")).result());
        QCOMPARE(m_store->reload(id).holder.kind, HolderKind::Agent);
        QCOMPARE(must(m_desk->resumeBrief(escalation).result()), u("A visit on Sunday at nine."));
    }

    void consentDecides_data()
    {
        QTest::addColumn<Urgency>("urgency");
        QTest::addColumn<ConsentState>("consent");
        QTest::addColumn<bool>("needed");
        QTest::addColumn<QString>("fault");
        const QString refused = u("consent.answerRefused");
        const QString missing = u("consent.answerMissing");
        const auto row = [](const char* name, Urgency urgency, ConsentState consent, bool needed,
                            const QString& fault) { QTest::newRow(name) << urgency << consent << needed << fault; };
        row("given", Urgency::DoctorRequired, ConsentState::Given, true, {});
        row("refused", Urgency::DoctorRequired, ConsentState::Refused, false, refused);
        row("refused, a yes needed", Urgency::DoctorRequired, ConsentState::Refused, true, refused);
        row("refused, lowered since", Urgency::Routine, ConsentState::Refused, false, refused);
        row("not answered", Urgency::DoctorRequired, ConsentState::Asked, false, {});
        row("not answered, a yes needed", Urgency::DoctorRequired, ConsentState::Asked, true, missing);
        row("not asked, a yes needed", Urgency::DoctorRequired, ConsentState::NotAsked, true, missing);
        row("emergency, refused before", Urgency::Emergency, ConsentState::Refused, true, {});
        row("emergency, never asked", Urgency::Emergency, ConsentState::NotAsked, true, {});
    }

    void consentDecides()
    {
        QFETCH(Urgency, urgency);
        QFETCH(ConsentState, consent);
        QFETCH(bool, needed);
        QFETCH(QString, fault);
        QCOMPARE(desk::answerFault(urgency, consent, needed), fault);
    }

    /// By whichever way the words of a doctor would go.
    void aRefusalKeepsADoctorsWordsBack()
    {
        const auto id = patient();
        const auto escalation = raise(id);
        const auto failed = must(m_desk->answerEscalation(escalation, u("Dr. Levi"), u("Take two.")).result());
        bring(failed, OutboxState::Failed);
        m_store->write([](Session& session) {
            domain::StaffMember member;
            member.name = u("Ruti");
            member.role = domain::Role::Doctor;
            return store::Staff(session).add(member);
        });
        must(m_desk->noteConsent(id, false).result());
        const auto before = thread(id).size();
        const QString refused = u("consent.answerRefused");
        QCOMPARE(m_desk->answerEscalation(escalation, u("Dr. Levi"), u("Rest.")).result().error().key, refused);
        QCOMPARE(m_desk->doctorReply(id, u("Dr. Levi"), u("Rest.")).result().error().key, refused);
        QCOMPARE(m_desk->sendAgain(failed).result().error().key, refused);
        QCOMPARE(m_desk->reply(id, u("Rest.")).result().error().key, refused);
        QCOMPARE(thread(id).size(), before);
        QCOMPARE(must(m_desk->draft(id).result()), u("Rest."));
        const auto state = must(m_desk->composer(id).result());
        QVERIFY(!state.canSendText);
        QCOMPARE(state.reason, refused);
        const auto card = must(m_desk->escalationCard(escalation).result());
        QCOMPARE(card.answerFault, refused);
        QCOMPARE(card.history.back().kind, u("consent.refused"));
        QCOMPARE(card.history.back().by, u("Ruti"));
        must(m_desk->noteConsent(id, true).result());
        must(m_desk->answerEscalation(escalation, u("Dr. Levi"), u("Rest.")).result());
        QCOMPARE(thread(id).size(), before + 1);
    }

    void theFrontDeskMayWriteAllTheSame()
    {
        const auto id = patient();
        raise(id);
        must(m_desk->noteConsent(id, false).result());
        must(m_desk->reply(id, u("When can we call you?")).result());
        QVERIFY(must(m_desk->composer(id).result()).canSendText);
    }

    void anEmergencyIsAnsweredWithoutConsent()
    {
        const auto id = patient();
        const auto escalation = raise(id, Urgency::Emergency);
        must(m_desk->noteConsent(id, false).result());
        must(m_desk->answerEscalation(escalation, u("Dr. Levi"), u("Go to the emergency room now.")).result());
    }

    void aCallTakesThePlaceOfAnAnswer()
    {
        const auto id = patient();
        const auto escalation = raise(id);
        must(m_desk->noteConsent(id, false).result());
        const auto before = thread(id).size();
        must(m_desk->promiseCall(escalation, u("Dr. Levi")).result());
        must(m_desk->promiseCall(escalation, u("Dr. Levi")).result());
        const auto messages = thread(id);
        QCOMPARE(messages.size(), before + 1);
        const auto card = must(m_desk->escalationCard(escalation).result());
        QCOMPARE(messages.back().text, card.callText);
        QVERIFY(!card.callText.isEmpty());
        QCOMPARE(card.escalation.state(), EscalationState::Acknowledged);
        QCOMPARE(card.escalation.acknowledgedBy, u("Dr. Levi"));
        QCOMPARE(card.conversation.holder.kind, HolderKind::Doctor);
        must(m_desk->closeEscalation(escalation, u("spoke")).result());
        QCOMPARE(m_desk->promiseCall(escalation, u("Dr. Levi")).result().error().key, u("escalation.closed"));
        must(m_desk->reopenEscalation(escalation, u("again")).result());
        must(m_desk->promiseCall(escalation, u("Dr. Levi")).result());
        QCOMPARE(thread(id).size(), before + 2);
    }

    /// Where the channel tells no number the patient is asked for one.
    void aCallNeedsANumber()
    {
        const auto known = raise(patient());
        const auto unknown = raise(patient(u("700100"), u("dana"), test::ChannelKind::Telegram));
        const auto textOf = [&](domain::EscalationId id) { return must(m_desk->escalationCard(id).result()).callText; };
        QVERIFY(textOf(known) != textOf(unknown));
        QVERIFY(textOf(unknown).contains(QLatin1Char('?')));
    }

    void aBriefLeavesOutWhatWasNotSaid()
    {
        auto withdrawn = said(AuthorKind::Doctor, "Dr. Levi", "Come on Monday.");
        withdrawn.delivery = domain::DeliveryState::Withdrawn;
        QCOMPARE(desk::draftBrief({said(AuthorKind::Patient, "", "hi"), said(AuthorKind::Agent, "Alex", "Hello"),
                                   withdrawn, said(AuthorKind::Staff, "Ruti", "תודה רבה!")}),
                 QString());
        std::vector<domain::Message> many(30, said(AuthorKind::Staff, "Ruti", "We call you."));
        QCOMPARE(desk::draftBrief(many).split(QLatin1Char('\n')).size(), 12);
    }

    void aBriefTellsWhatNobodyWroteDown()
    {
        auto note = said(AuthorKind::Doctor, "Dr. Levi", "");
        note.attachment = domain::Attachment{};
        note.attachment->voice = true;
        note.attachment->seconds = 83;
        const auto mark = [this](const domain::Attachment& attachment) {
            return agent::spokenMark(attachment, m_book->texts(), domain::Language::English);
        };
        const auto thanks = said(AuthorKind::Patient, "", "At six then.");
        QCOMPARE(desk::draftBrief({note, thanks}, mark), u("Dr. Levi: (voice message, 1:23)\n> At six then."));
        QCOMPARE(desk::draftBrief({note, thanks}), QString());
        note.text = u("I call you at six.");
        QCOMPARE(desk::draftBrief({note, thanks}, mark), u("Dr. Levi: I call you at six.\n> At six then."));
    }

    void aBriefKeepsEachSentenceInItsOwnDirection()
    {
        const QString draft = desk::draftBrief({said(AuthorKind::Doctor, "ד\"ר לוי", "I call you at six.")});
        QCOMPARE(draft, u("ד\"ר לוי: ") + domain::isolate(u("I call you at six.")));
        const auto id = patient();
        const auto escalation = raise(id);
        must(m_desk->handBackWithBrief(id, draft).result());
        QCOMPARE(must(m_desk->resumeBrief(escalation).result()), domain::withoutIsolates(draft));
    }

private:
    domain::EscalationId raise(domain::ConversationId id, Urgency urgency = Urgency::DoctorRequired)
    {
        return must(m_desk->raiseEscalation(id, urgency, u("a question")).result());
    }

    std::vector<domain::Message> thread(domain::ConversationId id)
    {
        return must(m_desk->threadBefore(id, {}, 100).result()).messages;
    }

    std::unique_ptr<agent::EscalationBook> m_book;
    std::unique_ptr<safety::Triage> m_triage;
};

QTEST_GUILESS_MAIN(TestDeskEscalations)
#include "test_deskescalations.moc"
