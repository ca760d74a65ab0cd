// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/outbox.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::AuthorKind;
using domain::DeliveryState;
using domain::HolderKind;
using store::Fence;
using store::Outbox;
using store::OutboxState;
using store::Session;

class TestOutbox : public QObject
{
    Q_OBJECT

    Engines m_engines;
    int m_references = 0;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    store::OutboxRow queue(TestStore& store, domain::ConversationId conversation, Fence fence, base::Instant due = noon)
    {
        store::OutboxRow row;
        row.conversation = conversation;
        row.message = store.message(conversation, fence == Fence::None ? AuthorKind::Staff : AuthorKind::Agent,
                                    QStringLiteral("text"));
        row.epoch = store.reload(conversation).epoch;
        row.fence = fence;
        row.reference = QStringLiteral("ref-%1").arg(++m_references);
        row.nextAttempt = due;
        row.id = store.write([=](Session& session) { return Outbox(session).add(row); });
        return row;
    }

    static Result<store::OutboxRow> claim(TestStore& store, domain::OutboxId id)
    {
        return store->write([=](Session& session) { return Outbox(session).claim(id, noon + 1h); }).result();
    }

    static store::OutboxRow reload(TestStore& store, const store::OutboxRow& row)
    {
        return *store.read([=](Session& session) { return Outbox(session).findByReference(row.reference); });
    }

    static std::vector<qint64> due(TestStore& store, base::Instant now)
    {
        std::vector<qint64> ids;
        for (const auto& row : store.read([=](Session& session) { return Outbox(session).due(now, 100); })) {
            ids.push_back(row.id.value);
        }
        return ids;
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void aReferenceComesOnce()
    {
        auto store = open();
        const auto row = queue(store, store.conversation().id, Fence::None);
        const auto again = store->write([=](Session& session) { return Outbox(session).add(row); }).result();
        QVERIFY(!again && again.error().code == ErrorCode::Conflict);
        QVERIFY(store.message(row.message).delivery == DeliveryState::Queued);
        const auto found = store.read([=](Session& session) { return Outbox(session).findByMessage(row.message); });
        QCOMPARE(found->reference, row.reference);
    }

    void aConversationSendsOneAtATimeInOrder()
    {
        auto store = open();
        const auto a = store.conversation(QStringLiteral("a")).id;
        const auto b = store.conversation(QStringLiteral("b")).id;
        const auto first = queue(store, a, Fence::None, noon + 1min);
        const auto second = queue(store, a, Fence::None, noon);
        const auto other = queue(store, b, Fence::None, noon + 2min);
        const auto nextDue = [&] { return store.read([](Session& session) { return Outbox(session).nextDue(); }); };
        using Ids = std::vector<qint64>;
        QCOMPARE(due(store, noon), Ids{}); // the second waits for the first
        QVERIFY(nextDue() == noon + 1min);
        QCOMPARE(due(store, noon + 2min), (Ids{first.id.value, other.id.value}));
        QVERIFY(claim(store, first.id));
        QCOMPARE(due(store, noon + 2min), Ids{other.id.value});
        store.write(
            [=](Session& session) { return Outbox(session).retryAt(first.id, noon + 5min, QStringLiteral("busy")); });
        QCOMPARE(due(store, noon + 2min), Ids{other.id.value});
        QVERIFY(store.message(first.message).delivery == DeliveryState::Queued);
        QVERIFY(claim(store, first.id));
        QCOMPARE(reload(store, first).attempts, 2);
        store.write([=](Session& session) { return Outbox(session).markSent(first.id, QStringLiteral("wamid.1")); });
        QCOMPARE(due(store, noon + 2min), (Ids{second.id.value, other.id.value}));
        QVERIFY(nextDue() == noon);
    }

    void aRowIsClaimedOnce()
    {
        auto store = open();
        const auto row = queue(store, store.conversation().id, Fence::Agent);
        const auto claimed = claim(store, row.id);
        QVERIFY(claimed);
        QVERIFY(claimed->state == OutboxState::Sending && claimed->claimedAt == noon + 1h);
        QCOMPARE(claimed->attempts, 1);
        QVERIFY(store.message(row.message).delivery == DeliveryState::Sending);
        const auto again = claim(store, row.id);
        QVERIFY(!again && again.error().code == ErrorCode::NotFound);
        QVERIFY(store.read([=](Session& session) { return Outbox(session).hasSendingByAgent(row.conversation); }));
    }

    void theFenceStops_data()
    {
        QTest::addColumn<int>("fence");
        QTest::addColumn<QString>("event");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char* name, Fence fence, const char* event, bool passes) {
            QTest::newRow(name) << int(fence) << QString::fromLatin1(event) << passes;
        };
        row("agent, nothing happened", Fence::Agent, "", true);
        row("agent, new message", Fence::Agent, "epoch", false);
        row("agent, taken over", Fence::Agent, "staff", false);
        row("agent, handed to nobody", Fence::Agent, "nobody", false);
        row("agent, copilot", Fence::Agent, "copilot", false);
        row("safety, new message", Fence::Safety, "epoch", true);
        row("safety, handed to nobody", Fence::Safety, "nobody", true);
        row("safety, taken over", Fence::Safety, "staff", false);
        row("safety, doctor", Fence::Safety, "doctor", false);
        row("person, taken over by another", Fence::None, "staff", true);
    }

    void theFenceStops()
    {
        QFETCH(int, fence);
        QFETCH(QString, event);
        QFETCH(bool, passes);
        auto store = open();
        const auto id = store.conversation().id;
        const auto claimedLater = queue(store, id, Fence(fence));
        const auto withdrawn = queue(store, id, Fence(fence));
        store.write([=](Session& session) -> Result<Done> {
            store::Conversations conversations(session);
            if (event == QLatin1String("epoch")) {
                (void)must(conversations.raiseEpoch(id));
            } else if (event == QLatin1String("copilot")) {
                (void)must(conversations.setMode(id, domain::Mode::Copilot));
            } else if (const auto kind = base::fromText<HolderKind>(event)) {
                (void)must(conversations.setHolder(id, {*kind, QStringLiteral("noa")}, noon));
            }
            return Done{};
        });
        const auto claimed = claim(store, claimedLater.id);
        const int stale = store.write([=](Session& session) { return Outbox(session).withdrawStale(id); });
        QCOMPARE(claimed.has_value(), passes);
        QCOMPARE(stale, passes ? 0 : 1);
        if (!passes) {
            QVERIFY(claimed.error().code == ErrorCode::StaleEpoch);
            for (const auto& row : {claimedLater, withdrawn}) {
                // Committed although the claim itself was an error.
                QVERIFY(reload(store, row).state == OutboxState::Withdrawn);
                QVERIFY(store.message(row.message).delivery == DeliveryState::Withdrawn);
            }
        }
    }

    void settlingShowsOnTheMessage()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto row = queue(store, id, Fence::None);
        const auto unknownTooEarly =
            store->write([=](Session& session) { return Outbox(session).markUnknown(row.id); }).result();
        QVERIFY(!unknownTooEarly && unknownTooEarly.error().code == ErrorCode::Conflict);
        QVERIFY(claim(store, row.id));
        store.write([=](Session& session) { return Outbox(session).markUnknown(row.id); });
        QVERIFY(store.message(row.message).delivery == DeliveryState::Unknown);
        const auto next = queue(store, id, Fence::None);
        QCOMPARE(due(store, noon), std::vector<qint64>{next.id.value});
        store.write([=](Session& session) { return Outbox(session).markSent(row.id, QStringLiteral("wamid.2")); });
        QVERIFY(store.message(row.message).delivery == DeliveryState::Sent);
        QCOMPARE(store.message(row.message).providerId, QStringLiteral("wamid.2"));
        QVERIFY(claim(store, next.id));
        // The same id again (an echo kept before) must not cost the receipt.
        store.write([=](Session& session) { return Outbox(session).markSent(next.id, QStringLiteral("wamid.2")); });
        QVERIFY(reload(store, next).state == OutboxState::Sent);
    }

    void aFailedSendCanBeTriedAgain()
    {
        auto store = open();
        const auto row = queue(store, store.conversation().id, Fence::None);
        QVERIFY(claim(store, row.id));
        store.write([=](Session& session) { return Outbox(session).markFailed(row.id, QStringLiteral("no_window")); });
        QVERIFY(store.message(row.message).delivery == DeliveryState::Failed);
        QCOMPARE(store.message(row.message).deliveryError, QStringLiteral("no_window"));
        const auto failed =
            store.read([](Session& session) { return Outbox(session).inState(OutboxState::Failed, 9); });
        QCOMPARE(failed.size(), 1u);
        store.write([=](Session& session) { return Outbox(session).retryAt(row.id, noon, {}); });
        QVERIFY(claim(store, row.id));
        store.write([=](Session& session) { return Outbox(session).markSent(row.id, QStringLiteral("wamid.3")); });
        QVERIFY(store.message(row.message).delivery == DeliveryState::Sent);
        const auto late =
            store->write([=](Session& session) { return Outbox(session).retryAt(row.id, noon, {}); }).result();
        QVERIFY(!late && late.error().code == ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "test_outbox.moc"
