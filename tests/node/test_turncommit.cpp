// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "node/intake.h"
#include "node/turncommit.h"
#include "store/escalations.h"
#include "store/outbox.h"

#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::HolderKind;
using store::Session;
using test::must;
using test::noon;

/// What happens to a turn's change of the clinic's records when the conversation moves on under it.
class TestTurnCommit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<test::TestStore>(
            QStringLiteral("sqlite:%1").arg(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files))));
        receive(QStringLiteral("wamid.1"), QStringLiteral("yes"));
    }
    void cleanup() { m_store.reset(); }

    void anEditedConfirmationDoesNotHideTheBooking()
    {
        const auto input = read();
        intend(input);
        edit(QStringLiteral("wamid.1"), QStringLiteral("no, not yet"));

        must(commit(input, booked()));

        QCOMPARE(queued(), QStringList{QStringLiteral("Booked.")});
        const auto next = read();
        QCOMPARE(next.burst.size(), 1u);
        QCOMPARE(next.burst.front().text, QStringLiteral("no, not yet"));
        QCOMPARE(escalations().size(), 0u);
    }

    void anEditBeforeAnyChangeVoidsTheTurn()
    {
        const auto input = read();
        edit(QStringLiteral("wamid.1"), QStringLiteral("no"));
        agent::TurnResult result;
        result.replies.push_back({{QStringLiteral("Shall I book?"), domain::Asks::Confirm, {}}, store::Fence::Agent});
        QCOMPARE(commit(input, result).error().code, ErrorCode::StaleEpoch);
        QCOMPARE(read().burst.front().text, QStringLiteral("no"));
        QVERIFY(queued().isEmpty());
    }

    void aTurnThatWasCutReadsTheSameWordsAgain()
    {
        intend(read()); // and the process is killed
        edit(QStringLiteral("wamid.1"), QStringLiteral("no"));
        edit(QStringLiteral("wamid.1"), QStringLiteral("no!"));
        receive(QStringLiteral("wamid.2"), QStringLiteral("hello?"));

        const auto again = read();
        QCOMPARE(again.burst.size(), 1u);
        QCOMPARE(again.burst.front().text, QStringLiteral("yes"));
        intend(again);
        must(commit(again, booked()));

        const auto next = read();
        QCOMPARE(next.burst.size(), 2u);
        QCOMPARE(next.burst.front().text, QStringLiteral("no!"));
        QCOMPARE(next.burst.back().text, QStringLiteral("hello?"));
        QCOMPARE(queued(), QStringList{QStringLiteral("Booked.")});
    }

    void newerWordsDoNotWaitBehindAChangeThatCannotBeMade()
    {
        intend(read()); // and the process is killed
        edit(QStringLiteral("wamid.1"), QStringLiteral("I cannot breathe"));
        must(commit(read(), {})); // the records are away now

        QCOMPARE(escalations().front().reason, QStringLiteral("records.unsettled"));
        const auto next = read();
        QCOMPARE(next.burst.size(), 1u);
        QCOMPARE(next.burst.front().text, QStringLiteral("I cannot breathe"));
    }

    void aChangeThatNobodyWasToldOfIsForAPerson_data()
    {
        QTest::addColumn<bool>("settled");
        QTest::addColumn<bool>("held");
        QTest::addColumn<int>("escalations");
        QTest::newRow("the outcome was seen") << true << false << 0;
        QTest::newRow("the records were away when it was looked for") << false << false << 1;
        QTest::newRow("a person took over before it was looked for") << false << true << 1;
    }
    void aChangeThatNobodyWasToldOfIsForAPerson()
    {
        QFETCH(bool, settled);
        QFETCH(bool, held);
        intend(read());
        if (held) {
            m_store->write([this](Session& session) {
                return store::Conversations(session).setHolder(m_conversation, {HolderKind::Staff, {}}, noon);
            });
        }
        agent::TurnResult result = settled ? booked() : agent::TurnResult{};
        must(commit(read(), result));
        const auto raised = escalations();
        QTEST(int(raised.size()), "escalations");
        if (!raised.empty()) {
            QCOMPARE(raised.front().reason, QStringLiteral("records.unsettled"));
        }
        // It is looked at once; the conversation goes on.
        receive(QStringLiteral("wamid.2"), QStringLiteral("hello?"));
        must(commit(read(), {}));
        QTEST(int(escalations().size()), "escalations");
    }

    void aLongReplyIsSeveralMessagesInOrder()
    {
        channels::Capabilities limits;
        limits.maxText = 60;
        limits.buttons = true;
        limits.maxButtons = 3;
        limits.maxButtonLabel = 20;
        limits.maxInteractive = 30;
        agent::TurnResult result;
        agent::Reply reply;
        reply.text = QStringLiteral("Dr. Levi works on Sundays and Mondays. He is away on 3.12. Which day suits you?");
        reply.asks = domain::Asks::When;
        reply.options = {{QStringLiteral("sun"), QStringLiteral("Sunday")},
                         {QStringLiteral("mon"), QStringLiteral("Monday")}};
        result.replies.push_back({reply, store::Fence::Agent});
        must(commit(read(), result, limits));

        QCOMPARE(queued(), (QStringList{QStringLiteral("Dr. Levi works on Sundays and Mondays. He is away on 3.12."),
                                        QStringLiteral("Which day suits you?")}));
        const auto rows = m_store->read(
            [](Session& session) { return store::Outbox(session).inState(store::OutboxState::Queued, 100); });
        QCOMPARE(rows.size(), 2u);
        const auto first = m_store->message(rows.front().message);
        const auto last = m_store->message(rows.back().message);
        QVERIFY(first.options.empty() && first.asks == domain::Asks::Nothing);
        QVERIFY(last.options == reply.options && last.asks == domain::Asks::When);
        QVERIFY(first.decision.isValid() && first.decision == last.decision);
    }

    /// Both parts go when the patient writes before they left, and the turn is made anew.
    void partsOfAnOvertakenReplyAreWithdrawnTogether()
    {
        channels::Capabilities limits;
        limits.maxText = 20;
        agent::TurnResult result;
        result.replies.push_back(
            {{QStringLiteral("This is one part. This is another."), domain::Asks::Nothing, {}}, store::Fence::Agent});
        must(commit(read(), result, limits));
        receive(QStringLiteral("wamid.2"), QStringLiteral("wait"));
        QCOMPARE(read().burst.size(), 2u);
        QVERIFY(
            m_store
                ->read([](Session& session) { return store::Outbox(session).inState(store::OutboxState::Queued, 100); })
                .empty());
    }

    void anAnnouncedChangeIsLookedForHoweverOldItsWordsAre()
    {
        const auto late = [this](base::Instant now) {
            return *m_store->read(
                [this, now](Session& session) { return node::readTurn(session, m_conversation, now); });
        };
        QVERIFY(late(noon + 13h).stale);
        QVERIFY(!late(noon + 11h).stale);
        intend(read()); // and the program was off for a day
        QVERIFY(!late(noon + 24h).stale);
    }

private:
    const QString m_reference = QStringLiteral("delpek-c1-m1-create_appointment-0");

    void apply(const domain::Event& event)
    {
        const auto work = m_store->write([&](Session& session) -> Result<std::set<node::Work>> {
            std::set<node::Work> found;
            return node::applyEvent(session, event, QStringLiteral("c"), noon, found).map([&](Done) { return found; });
        });
        m_conversation = work.begin()->conversation;
    }
    static domain::Sender sender()
    {
        domain::Sender sender;
        sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("clinic"), QStringLiteral("972541234567")};
        return sender;
    }
    void receive(const QString& id, const QString& text)
    {
        domain::MessageReceived event;
        event.sender = sender();
        event.providerId = id;
        event.text = text;
        event.sentAt = noon;
        apply(event);
    }
    void edit(const QString& id, const QString& text)
    {
        domain::MessageEdited event;
        event.sender = sender();
        event.providerId = id;
        event.text = text;
        event.editedAt = noon;
        apply(event);
    }
    agent::TurnInput read()
    {
        return *m_store->read([this](Session& session) { return node::readTurn(session, m_conversation, noon); });
    }
    void intend(const agent::TurnInput& input)
    {
        m_store->write([&](Session& session) {
            return node::intendChange(session, input, m_reference, QStringLiteral("create_appointment"), noon);
        });
    }
    agent::TurnResult booked() const
    {
        agent::TurnResult result;
        result.madeChange = true;
        result.settled = QStringList{m_reference};
        result.replies.push_back({{QStringLiteral("Booked."), domain::Asks::Nothing, {}}, store::Fence::Agent});
        return result;
    }
    Result<Done> commit(const agent::TurnInput& input, agent::TurnResult result,
                        const channels::Capabilities& limits = {})
    {
        result.decision.conversation = m_conversation;
        result.decision.startedAt = noon;
        return base::await((*m_store)->write(
            [&](Session& session) { return node::commitTurn(session, input, result, noon, limits); }));
    }
    QStringList queued()
    {
        QStringList texts;
        for (const auto& message : m_store->read(
                 [this](Session& session) { return store::Messages(session).after(m_conversation, {}, 100); })) {
            if (message.author == domain::AuthorKind::Agent) {
                texts << message.text;
            }
        }
        return texts;
    }
    std::vector<domain::Escalation> escalations()
    {
        return m_store->read(
            [this](Session& session) { return store::Escalations(session).ofConversation(m_conversation); });
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<test::TestStore> m_store;
    domain::ConversationId m_conversation;
};

QTEST_GUILESS_MAIN(TestTurnCommit)
#include "test_turncommit.moc"
