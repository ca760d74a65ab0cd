// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

using namespace delpek;
using namespace delpek::test;
using domain::ChannelAddress;
using domain::ChannelKind;
using store::Conversations;
using store::Session;

namespace
{

ChannelAddress at(const char* user, const char* account = "clinic")
{
    return {ChannelKind::WhatsApp, QString::fromLatin1(account), QString::fromLatin1(user)};
}

domain::Sender senderOf(const char* user, const QStringList& others = {})
{
    domain::Sender sender;
    sender.address = at(user);
    sender.otherIds = others;
    return sender;
}

} // namespace

/// One patient under several ids of an account, and ids that change.
class TestAddresses : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }
    static domain::Conversation of(TestStore& store, const domain::Sender& sender)
    {
        return store.write([=](Session& session) { return Conversations(session).findOrCreate(sender, noon); });
    }
    static std::optional<domain::Conversation> known(TestStore& store, const ChannelAddress& address)
    {
        return store.read([=](Session& session) { return Conversations(session).findByAddress(address); });
    }
    static std::optional<domain::ConversationId> move(TestStore& store, const ChannelAddress& from, const char* user)
    {
        return store.write(
            [=](Session& session) { return Conversations(session).moveAddress(from, QString::fromLatin1(user)); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void everyIdLeadsToTheSameConversation()
    {
        auto store = open();
        const auto id = of(store, senderOf("user-1", {QStringLiteral("05x-phone"), QStringLiteral("lid-1")})).id;
        QCOMPARE(of(store, senderOf("05x-phone")).id, id);
        QCOMPARE(of(store, senderOf("lid-1", {QStringLiteral("lid-2")})).id, id);
        QCOMPARE(of(store, senderOf("lid-2")).id, id);
        QCOMPARE(known(store, at("lid-1"))->address.user, QStringLiteral("user-1"));
        QVERIFY(!known(store, at("lid-1", "other clinic")));
    }

    void anIdLearnedLaterFindsTheOldConversation()
    {
        auto store = open();
        const auto id = of(store, senderOf("05x-phone")).id;
        QCOMPARE(of(store, senderOf("user-1", {QStringLiteral("05x-phone")})).id, id);
        QCOMPARE(of(store, senderOf("user-1")).id, id);
    }

    void anIdThatLeadsSomewhereStaysThere()
    {
        auto store = open();
        const auto first = of(store, senderOf("user-1", {QStringLiteral("shared")})).id;
        const auto second = of(store, senderOf("user-2")).id;
        QVERIFY(first != second);
        of(store, senderOf("user-2", {QStringLiteral("shared")}));
        QCOMPARE(of(store, senderOf("shared")).id, first);
    }

    void whoMovedIsReachedAtTheNewIdAndFoundByTheOld()
    {
        auto store = open();
        const auto id = of(store, senderOf("old")).id;
        QCOMPARE(move(store, at("old"), "new").value_or(domain::ConversationId{}), id);
        QCOMPARE(store.reload(id).address.user, QStringLiteral("new"));
        QCOMPARE(of(store, senderOf("old")).id, id);
        QCOMPARE(of(store, senderOf("new")).id, id);
        // The same news again, and a second move.
        QCOMPARE(move(store, at("old"), "new").value_or(domain::ConversationId{}), id);
        QCOMPARE(move(store, at("old"), "newest").value_or(domain::ConversationId{}), id);
        QCOMPARE(store.reload(id).address.user, QStringLiteral("newest"));
        QCOMPARE(known(store, at("new"))->id, id);
    }

    void aMoveOntoAnotherConversationLeavesBoth()
    {
        auto store = open();
        const auto first = of(store, senderOf("old")).id;
        const auto second = of(store, senderOf("new")).id;
        move(store, at("old"), "new");
        QCOMPARE(store.reload(first).address.user, QStringLiteral("old"));
        QCOMPARE(store.reload(second).address.user, QStringLiteral("new"));
        QVERIFY(!move(store, at("nobody"), "somebody"));
        QVERIFY(!known(store, at("somebody")));
    }

    void blockedIsKept()
    {
        auto store = open();
        const auto id = of(store, senderOf("user")).id;
        QVERIFY(!store.reload(id).blocked);
        for (const bool blocked : {true, false}) {
            store.write([=](Session& session) { return Conversations(session).setBlocked(id, blocked); });
            QCOMPARE(store.reload(id).blocked, blocked);
        }
    }
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "test_addresses.moc"
