// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/deliverystate.h"
#include "store/inbox.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::AuthorKind;
using domain::DeliveryState;
using store::Inbox;
using store::Messages;
using store::Session;

class TestMessages : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static std::vector<qint64> ids(const std::vector<domain::Message>& messages)
    {
        std::vector<qint64> ids;
        for (const auto& message : messages) {
            ids.push_back(message.id.value);
        }
        return ids;
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void everyFieldComesBack()
    {
        auto store = open();
        domain::Message message;
        message.conversation = store.conversation().id;
        message.author = AuthorKind::Agent;
        message.authorName = QStringLiteral("אלכס");
        message.kind = domain::MessageKind::Choice;
        message.text = QStringLiteral("שלום 🦷 ") + QChar(u'\0') + QStringLiteral("'quoted' ? \\ \"end\"");
        message.choice = QStringLiteral("slot:1");
        message.quotedProviderId = QStringLiteral("q");
        message.sentAt = noon;
        message.createdAt = noon + 1s;
        message.epoch = 4;
        message.delivery = DeliveryState::Queued;
        message.asks = domain::Asks::Slot;
        message.options = {{QStringLiteral("a"), QStringLiteral("א")}, {QStringLiteral("b"), QStringLiteral("ב")}};
        message.correlation = QStringLiteral("c");
        const auto id = store.write([=](Session& session) { return Messages(session).add(message); });
        const auto kept = store.message(*id);
        QString text = message.text;
        QCOMPARE(kept.text, text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter)));
        QCOMPARE(kept.authorName, message.authorName);
        QVERIFY(kept.author == message.author && kept.kind == message.kind && kept.asks == message.asks);
        QVERIFY(kept.options == message.options);
        QVERIFY(kept.sentAt == message.sentAt && kept.createdAt == message.createdAt);
        QVERIFY(kept.delivery == DeliveryState::Queued && kept.epoch == 4 && kept.version == 1);
        QVERIFY(kept.providerId.isEmpty() && !kept.decision.isValid());
        QCOMPARE(kept.choice, message.choice);
    }

    void aProviderIdComesOnce()
    {
        auto store = open();
        const auto a = store.conversation(QStringLiteral("a")).id;
        const auto b = store.conversation(QStringLiteral("b")).id;
        const auto first = store.message(a, AuthorKind::Patient, QStringLiteral("x"), QStringLiteral("wamid.1"));
        QVERIFY(first.isValid());
        QVERIFY(!store.message(a, AuthorKind::Patient, QStringLiteral("y"), QStringLiteral("wamid.1")).isValid());
        QVERIFY(store.message(b, AuthorKind::Patient, QStringLiteral("x"), QStringLiteral("wamid.1")).isValid());
        QVERIFY(store.message(a, AuthorKind::Agent, QStringLiteral("x")).isValid());
        QVERIFY(store.message(a, AuthorKind::Agent, QStringLiteral("x")).isValid());
        const auto found = store.read(
            [=](Session& session) { return Messages(session).findByProviderId(a, QStringLiteral("wamid.1")); });
        QCOMPARE(found->id, first);
    }

    void outgoingMessagesAreFoundByAccount()
    {
        auto store = open();
        const auto id = store.conversation().id;
        store.message(id, AuthorKind::Patient, QStringLiteral("x"), QStringLiteral("in"));
        const auto ours = store.message(id, AuthorKind::Agent, QStringLiteral("x"), QStringLiteral("out"));
        const auto find = [&](const char* account, const char* provider) {
            return store.read([=](Session& session) {
                return Messages(session).findOutgoing(domain::ChannelKind::WhatsApp, QString::fromLatin1(account),
                                                      QString::fromLatin1(provider));
            });
        };
        QCOMPARE(find("clinic", "out")->id, ours);
        QVERIFY(!find("clinic", "in"));
        QVERIFY(!find("elsewhere", "out"));
        QVERIFY(!find("clinic", ""));
    }

    void pagesGoBothWays()
    {
        auto store = open();
        const auto id = store.conversation().id;
        std::vector<qint64> all;
        for (int i = 0; i < 5; ++i) {
            all.push_back(store.message(id, AuthorKind::Patient, QString::number(i)).value);
        }
        const auto before = [&](qint64 key, int limit) {
            return ids(store.read([=](Session& session) { return Messages(session).before(id, {key}, limit); }));
        };
        const auto after = [&](qint64 key, int limit) {
            return ids(store.read([=](Session& session) { return Messages(session).after(id, {key}, limit); }));
        };
        using Ids = std::vector<qint64>;
        QCOMPARE(before(0, 2), (Ids{all[3], all[4]}));
        QCOMPARE(before(all[3], 2), (Ids{all[1], all[2]}));
        QCOMPARE(before(all[0], 2), Ids{});
        QCOMPARE(after(0, 2), (Ids{all[0], all[1]}));
        QCOMPARE(after(all[3], 9), (Ids{all[4]}));
    }

    void anEditKeepsTheOldTextAndWaitsAgain()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto message = store.message(id, AuthorKind::Patient, QStringLiteral("one"));
        store.write([=](Session& session) { return Messages(session).markTaken({message}, {12}); });
        const auto waiting = [&] {
            return ids(store.read([=](Session& session) { return Messages(session).waiting(id); })).size();
        };
        QCOMPARE(waiting(), 0u);
        QCOMPARE(store.message(message).decision.value, 12);
        store.write([=](Session& session) -> Result<Done> {
            domain::Message noted = must(Messages(session).find(message));
            (void)must(store::Conversations(session).noteMessage(noted));
            (void)must(Messages(session).edit(message, QStringLiteral("two"), noon));
            return Messages(session).edit(message, QStringLiteral("two"), noon);
        });
        QCOMPARE(waiting(), 1u);
        QCOMPARE(store.message(message).text, QStringLiteral("two"));
        QCOMPARE(store.message(message).version, 2);
        QCOMPARE(store.reload(id).preview, QStringLiteral("two"));
        const auto old = store.read([](Session& session) -> Result<QString> {
            auto rows = session.run(QStringLiteral("SELECT text FROM message_version"));
            return rows->next() ? rows->text(0) : QString();
        });
        QCOMPARE(old, QStringLiteral("one"));
    }

    void onlyPatientsWait()
    {
        auto store = open();
        const auto a = store.conversation(QStringLiteral("a")).id;
        const auto b = store.conversation(QStringLiteral("b")).id;
        store.message(a, AuthorKind::Agent, QStringLiteral("x"));
        const auto waiting = [&] {
            return store.read([](Session& session) { return Messages(session).conversationsWaiting(); });
        };
        QVERIFY(waiting().empty());
        store.message(b, AuthorKind::Patient, QStringLiteral("x"));
        const auto deleted = store.message(b, AuthorKind::Patient, QStringLiteral("y"));
        store.write([=](Session& session) { return Messages(session).markDeleted(deleted); });
        QCOMPARE(waiting().size(), 1u);
        QCOMPARE(waiting().front(), b);
        QVERIFY(store.message(deleted).deleted);
    }

    void anOlderReactionDoesNotCount()
    {
        auto store = open();
        const auto message = store.message(store.conversation().id, AuthorKind::Agent, QStringLiteral("x"));
        const auto react = [&](const QString& emoji, base::Instant at) {
            store.write([=](Session& session) { return Messages(session).setReaction(message, emoji, at); });
        };
        react(QStringLiteral("👍"), noon);
        react(QStringLiteral("❤"), noon - 1s);
        QCOMPARE(store.message(message).reaction, QStringLiteral("👍"));
        react({}, noon + 1s);
        QCOMPARE(store.message(message).reaction, QString());
    }

    void deliveryMovesForwardOnly_data()
    {
        using enum DeliveryState;
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("moves");
        const auto row = [](const char* name, DeliveryState from, DeliveryState to, bool moves) {
            QTest::newRow(name) << int(from) << int(to) << moves;
        };
        row("queued, sending", Queued, Sending, true);
        row("sending, sent", Sending, Sent, true);
        row("sending, read", Sending, Read, true);
        row("read, delivered", Read, Delivered, false);
        row("delivered, delivered", Delivered, Delivered, false);
        row("unknown, delivered", Unknown, Delivered, true);
        row("unknown, sent", Unknown, Sent, true);
        row("sent, unknown", Sent, Unknown, false);
        row("sent, failed", Sent, Failed, true);
        row("read, failed", Read, Failed, false);
        row("failed, delivered", Failed, Delivered, false);
        row("withdrawn, sent", Withdrawn, Sent, false);
        row("queued, withdrawn", Queued, Withdrawn, true);
    }

    void deliveryMovesForwardOnly()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, moves);
        QCOMPARE(store::isForward(DeliveryState(from), DeliveryState(to)), moves);
    }

    void aProvidersWordIsKept()
    {
        auto store = open();
        const auto message = store.message(store.conversation().id, AuthorKind::Agent, QStringLiteral("x"));
        const auto advance = [&](DeliveryState state, const char* error) {
            return store.write([=](Session& session) {
                return Messages(session).advanceDelivery(message, state, QString::fromLatin1(error));
            });
        };
        QVERIFY(advance(DeliveryState::Sent, ""));
        QVERIFY(!advance(DeliveryState::Sending, ""));
        QVERIFY(advance(DeliveryState::Failed, "unreachable"));
        QVERIFY(!advance(DeliveryState::Read, ""));
        QVERIFY(store.message(message).delivery == DeliveryState::Failed);
        QCOMPARE(store.message(message).deliveryError, QStringLiteral("unreachable"));
    }

    void aDeliveryIsTakenInOnce()
    {
        auto store = open();
        const auto add = [&](const char* account, const QByteArray& body) {
            return store.write([=](Session& session) {
                return Inbox(session).add(
                    {{}, domain::ChannelKind::Telegram, QString::fromLatin1(account), body, noon, QStringLiteral("c")},
                    store::digestOf(body));
            });
        };
        const QByteArray odd("\x00\xff'\\{}", 6);
        const auto first = add("a", odd);
        QVERIFY(first);
        QVERIFY(!add("a", odd));
        const auto second = add("b", odd);
        const auto third = add("a", QByteArray());
        QVERIFY(second && third);
        const auto pending = [&](domain::InboxId after) {
            return store.read([=](Session& session) { return Inbox(session).pending(after, 10); });
        };
        QCOMPARE(pending({}).size(), 3u);
        QCOMPARE(pending({}).front().body, odd);
        QVERIFY(pending({}).front().receivedAt == noon);
        QCOMPARE(pending(*first).size(), 2u);
        store.write([=](Session& session) { return Inbox(session).markDone(*first); });
        store.write([=](Session& session) { return Inbox(session).markFailed(*second, QStringLiteral("at /x")); });
        QCOMPARE(pending({}).size(), 1u);
        QVERIFY(!add("a", odd));
        const auto prune = [&](base::Instant done, base::Instant failed) {
            return store.write([=](Session& session) { return Inbox(session).prune(done, failed); });
        };
        QCOMPARE(prune(noon, noon), 0);
        QCOMPARE(prune(noon + 1ms, noon), 1);
        QVERIFY(add("a", odd));
        QCOMPARE(prune(noon, noon + 1ms), 1);
        QCOMPARE(pending({}).size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "test_messages.moc"
