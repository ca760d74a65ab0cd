// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"
#include "store/quickreplies.h"

using namespace delpek;
using domain::QuickReply;
using domain::QuickReplyId;
using store::QuickReplies;
using store::Session;
using test::Engines;
using test::TestStore;

/// The clinic's quick replies in the database.
class TestQuickReplies : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static QuickReply named(const char* name)
    {
        const QString word = QString::fromLatin1(name);
        return {
            {}, {QStringLiteral("שם ") + word, word}, {QStringLiteral("שלום ") + word, QStringLiteral("Hi ") + word}};
    }

    static QuickReplyId add(TestStore& store, const char* name)
    {
        return store.write([=](Session& session) { return QuickReplies(session).add(named(name)); });
    }

    static std::vector<QuickReply> all(TestStore& store)
    {
        return store.read([](Session& session) { return QuickReplies(session).all(); });
    }

    static QString names(TestStore& store)
    {
        QStringList found;
        for (const auto& one : all(store)) {
            found << one.name.en;
        }
        return found.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void whatIsAddedStandsAtTheEnd()
    {
        auto store = open();
        add(store, "a");
        const auto id = add(store, "b");
        const auto kept = all(store);
        QCOMPARE(kept.size(), size_t(2));
        QuickReply expected = named("b");
        expected.id = id;
        expected.version = 1;
        QVERIFY(kept[1] == expected);
    }

    void aChangeMeetsAChangeOfSomebodyElse()
    {
        auto store = open();
        add(store, "a");
        QuickReply mine = all(store)[0];
        QuickReply other = mine;
        other.text.en = QStringLiteral("other");
        store.write([=](Session& session) { return QuickReplies(session).change(other); });
        mine.text.en = QStringLiteral("mine");
        const auto refused =
            store->write([=](Session& session) { return QuickReplies(session).change(mine); }).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().key, QStringLiteral("quickreply.changed"));
        QCOMPARE(all(store)[0].text.en, QStringLiteral("other"));
        mine.version = all(store)[0].version;
        store.write([=](Session& session) { return QuickReplies(session).change(mine); });
        QCOMPARE(all(store)[0].text.en, QStringLiteral("mine"));
    }

    void whatIsGoneIsGone()
    {
        auto store = open();
        add(store, "a");
        const QuickReply one = all(store)[0];
        const auto remove = [=](Session& session) { return QuickReplies(session).remove(one.id); };
        store.write(remove);
        QVERIFY(all(store).empty());
        QCOMPARE(store->write(remove).result().error().code, ErrorCode::NotFound);
        const auto change = store->write([=](Session& session) { return QuickReplies(session).change(one); }).result();
        QCOMPARE(change.error().key, QStringLiteral("quickreply.gone"));
    }

    void theClinicOrdersThem()
    {
        auto store = open();
        const auto a = add(store, "a");
        add(store, "b");
        const auto c = add(store, "c");
        store.write([=](Session& session) { return QuickReplies(session).order({c, a, {999}}); });
        QCOMPARE(names(store), QStringLiteral("c a b"));
        add(store, "d");
        QCOMPARE(names(store), QStringLiteral("c a b d"));
    }

    void theFirstOnesComeOnce()
    {
        auto store = open();
        const auto begin = [](Session& session) { return QuickReplies(session).begin({named("a"), named("b")}); };
        QVERIFY(store.write(begin));
        QCOMPARE(names(store), QStringLiteral("a b"));
        const auto id = all(store)[0].id;
        store.write([=](Session& session) { return QuickReplies(session).remove(id); });
        QVERIFY(!store.write(begin));
        QCOMPARE(names(store), QStringLiteral("b"));
    }

    void everyChangeIsTold()
    {
        auto store = open();
        std::mutex mutex;
        int told = 0;
        const auto subscription = store->subscribe([&](const std::vector<domain::Change>& changes) {
            const std::lock_guard lock(mutex);
            told += int(std::ranges::count(changes, domain::Topic::QuickReply, &domain::Change::topic));
        });
        const auto now = [&] {
            const std::lock_guard lock(mutex);
            return told;
        };
        const auto id = add(store, "a");
        QTRY_COMPARE(now(), 1);
        store.write([=](Session& session) { return QuickReplies(session).order({id}); });
        QTRY_COMPARE(now(), 2);
        store.write([=](Session& session) { return QuickReplies(session).remove(id); });
        QTRY_COMPARE(now(), 3);
    }
};

QTEST_GUILESS_MAIN(TestQuickReplies)
#include "test_quickreplies.moc"
