// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "node/intake.h"
#include "node/unanswered.h"
#include "store/escalations.h"
#include "store/messages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::Urgency;
using store::Session;
using test::noon;

/// The clock behind the question whether there is danger.
class TestUnanswered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<test::TestStore>(
            QStringLiteral("sqlite:%1").arg(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files))));
        m_clock = std::make_unique<base::VirtualClock>(noon);
        receive(QStringLiteral("wamid.1"), QStringLiteral("my gum is swollen"));
        ask();
    }
    void cleanup()
    {
        m_store.reset();
        m_clock.reset();
    }

    void silenceRaises()
    {
        node::UnansweredQuestions questions(**m_store, *m_clock, m_activity, 10min);
        questions.watch(m_conversation);
        pass(9min);
        QCOMPARE(escalation().urgency, Urgency::DoctorRequired);
        pass(1min);
        QCOMPARE(escalation().urgency, Urgency::Emergency);
        QCOMPARE(escalation().reason, QStringLiteral("triage.unanswered"));
        QVERIFY(escalation().rules.contains(QStringLiteral("question-unanswered")));
        questions.stop();
    }

    void aRestartForgetsNothing()
    {
        pass(30min);
        node::UnansweredQuestions questions(**m_store, *m_clock, m_activity, 10min);
        QVERIFY(questions.start());
        pass(0min);
        QCOMPARE(escalation().urgency, Urgency::Emergency);
        questions.stop();
    }

    void anAnswerStopsTheClock()
    {
        node::UnansweredQuestions questions(**m_store, *m_clock, m_activity, 10min);
        questions.watch(m_conversation);
        pass(1min);
        receive(QStringLiteral("wamid.2"), QStringLiteral("no"));
        pass(1h);
        QCOMPARE(escalation().urgency, Urgency::DoctorRequired);
        questions.stop();
    }

    void aReplyThatWasTakenBackDoesNotStopIt()
    {
        node::UnansweredQuestions questions(**m_store, *m_clock, m_activity, 10min);
        questions.watch(m_conversation);
        pass(1min);
        says(domain::AuthorKind::Staff, domain::Asks::Nothing, domain::DeliveryState::Withdrawn);
        pass(9min);
        QCOMPARE(escalation().urgency, Urgency::Emergency);
        questions.stop();
    }

    void aReplyStopsIt()
    {
        node::UnansweredQuestions questions(**m_store, *m_clock, m_activity, 10min);
        questions.watch(m_conversation);
        pass(1min);
        says(domain::AuthorKind::Staff, domain::Asks::Nothing, domain::DeliveryState::Sent);
        pass(1h);
        QCOMPARE(escalation().urgency, Urgency::DoctorRequired);
        questions.stop();
    }

    /// A person sent the agent's draft.
    void whoeverAsks()
    {
        says(domain::AuthorKind::Staff, domain::Asks::Danger, domain::DeliveryState::Sent);
        node::UnansweredQuestions questions(**m_store, *m_clock, m_activity, 10min);
        questions.watch(m_conversation);
        pass(10min);
        QCOMPARE(escalation().urgency, Urgency::Emergency);
        questions.stop();
    }

    void whoLooksAlreadyIsNotCalledAgain()
    {
        node::UnansweredQuestions questions(**m_store, *m_clock, m_activity, 10min);
        questions.watch(m_conversation);
        m_store->write([this](Session& session) {
            return store::Escalations(session).acknowledge(escalationId(session), QStringLiteral("Dana"), noon);
        });
        pass(1h);
        QCOMPARE(escalation().urgency, Urgency::DoctorRequired);
        questions.stop();
    }

private:
    void receive(const QString& id, const QString& text)
    {
        domain::MessageReceived event;
        event.sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("clinic"),
                                QStringLiteral("972541234567")};
        event.providerId = id;
        event.text = text;
        event.sentAt = m_clock->now();
        const auto work = m_store->write([&](Session& session) -> Result<std::set<node::Work>> {
            std::set<node::Work> found;
            return node::applyEvent(session, event, QStringLiteral("c"), m_clock->now(), found).map([&](Done) {
                return found;
            });
        });
        m_conversation = work.begin()->conversation;
    }
    void ask()
    {
        m_store->write([this](Session& session) {
            domain::Message question;
            question.conversation = m_conversation;
            question.author = domain::AuthorKind::Agent;
            question.text = QStringLiteral("Does it reach the eye?");
            question.asks = domain::Asks::Danger;
            question.createdAt = noon;
            domain::Escalation escalation;
            escalation.conversation = m_conversation;
            escalation.urgency = Urgency::DoctorRequired;
            escalation.reason = QStringLiteral("triage.doctor");
            escalation.openedAt = noon;
            return store::Messages(session).add(question).and_then(
                [&](std::optional<domain::MessageId>) { return store::Escalations(session).open(escalation); });
        });
    }
    void says(domain::AuthorKind author, domain::Asks asks, domain::DeliveryState delivery)
    {
        m_store->write([&](Session& session) {
            domain::Message message;
            message.conversation = m_conversation;
            message.author = author;
            message.authorName = QStringLiteral("Ruti");
            message.text = QStringLiteral("Does it reach the eye?");
            message.asks = asks;
            message.delivery = delivery;
            message.createdAt = m_clock->now();
            return store::Messages(session).add(message);
        });
    }
    domain::EscalationId escalationId(Session& session)
    {
        return store::Escalations(session).ofConversation(m_conversation)->front().id;
    }
    domain::Escalation escalation()
    {
        return m_store
            ->read([this](Session& session) { return store::Escalations(session).ofConversation(m_conversation); })
            .front();
    }
    void pass(base::Duration time)
    {
        m_activity.waitIdle();
        m_clock->advance(time);
        m_activity.waitIdle();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<base::VirtualClock> m_clock;
    std::unique_ptr<test::TestStore> m_store;
    base::Activity m_activity;
    domain::ConversationId m_conversation;
};

QTEST_GUILESS_MAIN(TestUnanswered)
#include "test_unanswered.moc"
