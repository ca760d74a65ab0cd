// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/inbox.h"
#include "store/outbox.h"
#include "store/traffic.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::ChannelKind;
using store::Session;
using store::Traffic;

/// What the integration check reads of an account's coming and going.
class TestTraffic : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static domain::InboxId deliver(TestStore& store, const QByteArray& body, base::Instant at,
                                   const QString& account = QStringLiteral("clinic"))
    {
        return *store.write([=](Session& session) {
            store::Delivery delivery;
            delivery.account = account;
            delivery.body = body;
            delivery.receivedAt = at;
            return store::Inbox(session).add(delivery, store::digestOf(body));
        });
    }

    static store::OutboxRow queue(TestStore& store, domain::ConversationId conversation, const QString& reference)
    {
        store::OutboxRow row;
        row.conversation = conversation;
        row.message = store.message(conversation, domain::AuthorKind::Staff, reference);
        row.epoch = store.reload(conversation).epoch;
        row.fence = store::Fence::None;
        row.reference = reference;
        row.nextAttempt = noon;
        row.id = store.write([=](Session& session) { return store::Outbox(session).add(row); });
        return row;
    }

    static Traffic traffic(TestStore& store, const QString& account = QStringLiteral("clinic"))
    {
        return store.read(
            [=](Session& session) { return store::trafficOf(session, ChannelKind::WhatsApp, account, noon + 1min); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void anEmptyAccountHasNone()
    {
        auto store = open();
        const Traffic none = traffic(store);
        QVERIFY(!none.lastDelivery && !none.queuedSince);
        QCOMPARE(none.notTakenIn + none.unreadable + none.queued + none.heldBack, 0);
    }

    void deliveriesCountForTheirAccount()
    {
        auto store = open();
        const auto old = deliver(store, "a", noon - 48h);
        const auto bad = deliver(store, "b", noon - 1h);
        deliver(store, "c", noon);
        deliver(store, "d", noon + 30s, QStringLiteral("another"));
        store.write(
            [=](Session& session) { return store::Inbox(session).markFailed(old, QStringLiteral("entry[0]")); });
        store.write(
            [=](Session& session) { return store::Inbox(session).markFailed(bad, QStringLiteral("entry[0]")); });
        const Traffic seen = traffic(store);
        QVERIFY(seen.lastDelivery == noon);
        QCOMPARE(seen.notTakenIn, 1);
        QCOMPARE(seen.unreadable, 1);
        QVERIFY(traffic(store, QStringLiteral("another")).lastDelivery == noon + 30s);
    }

    void whatWaitsToGoOutIsCounted()
    {
        auto store = open();
        const auto conversation = store.conversation().id;
        const auto first = queue(store, conversation, QStringLiteral("first"));
        queue(store, conversation, QStringLiteral("second"));
        QCOMPARE(traffic(store).queued, 2);
        QVERIFY(traffic(store).queuedSince == noon);
        store.write([=](Session& session) { return store::Outbox(session).claim(first.id, noon); });
        store.write([=](Session& session) {
            return store::Outbox(session).retryAt(first.id, noon + 2min, QStringLiteral("send.rateLimited"));
        });
        QCOMPARE(traffic(store).heldBack, 1);
        QCOMPARE(traffic(store).queued, 2);
        const auto later = store.read([](Session& session) {
            return store::trafficOf(session, ChannelKind::WhatsApp, QStringLiteral("clinic"), noon + 2h);
        });
        QCOMPARE(later.heldBack, 0);
        QCOMPARE(traffic(store, QStringLiteral("another")).queued, 0);
    }
};

QTEST_GUILESS_MAIN(TestTraffic)
#include "test_traffic.moc"
