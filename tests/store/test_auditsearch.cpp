// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/auditlog.h"
#include "store/auditsearch.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::AuditFilter;
using store::AuditFinds;
using store::AuditLog;
using store::AuditSearch;
using store::Session;

/// Finding entries of the audit log, on both engines.
class TestAuditSearch : public QObject
{
    Q_OBJECT

    Engines m_engines;

    QString location()
    {
        QFETCH_GLOBAL(bool, postgres);
        return m_engines.newLocation(postgres);
    }

    static void note(TestStore& store, const char* actor, const char* action, const QString& subject = {},
                     base::Instant at = noon)
    {
        store.write([=](Session& session) {
            return AuditLog(session).append(QLatin1String(actor), QLatin1String(action), subject, {}, at);
        });
    }

    static AuditFinds page(TestStore& store, const AuditFilter& filter, qint64 before = 0, int limit = 100,
                           qint64 reach = AuditSearch::farthest)
    {
        return store.read([=](Session& session) { return AuditSearch(session).page(filter, before, limit, reach); });
    }

    static QList<qint64> numbers(const AuditFinds& found)
    {
        QList<qint64> all;
        for (const auto& entry : found.entries) {
            all << entry.number;
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void pagesGoFromTheNewestOn()
    {
        TestStore store(location());
        QVERIFY(page(store, {}).entries.empty());
        QCOMPARE(page(store, {}).next, 0);
        for (int i = 0; i < 5; ++i) {
            note(store, "Ruti", "desk.lock");
        }
        const auto first = page(store, {}, 0, 2);
        QCOMPARE(numbers(first), QList<qint64>({5, 4}));
        const auto second = page(store, {}, first.next, 2);
        QCOMPARE(numbers(second), QList<qint64>({3, 2}));
        note(store, "Ruti", "desk.lock"); // what comes meanwhile moves nothing
        const auto last = page(store, {}, second.next, 2);
        QCOMPARE(numbers(last), QList<qint64>({1}));
        QCOMPARE(last.next, 0);
        QCOMPARE(page(store, {}, 0, 6).next, 0);
    }

    void filters_data()
    {
        QTest::addColumn<AuditFilter>("filter");
        QTest::addColumn<QList<qint64>>("found");
        const auto at = [](int hours) { return noon + std::chrono::hours(hours); };
        QTest::newRow("all") << AuditFilter{} << QList<qint64>{6, 5, 4, 3, 2, 1};
        QTest::newRow("who") << AuditFilter{.actor = QStringLiteral("Dana")} << QList<qint64>{5, 2};
        QTest::newRow("an action") << AuditFilter{.actions = {QStringLiteral("message.send")}} << QList<qint64>{2};
        QTest::newRow("a kind") << AuditFilter{.actions = {QStringLiteral("message.")}} << QList<qint64>{3, 2};
        QTest::newRow("kinds") << AuditFilter{.actions = {QStringLiteral("message."), QStringLiteral("desk.lock")}}
                               << QList<qint64>{6, 3, 2};
        QTest::newRow("from") << AuditFilter{.from = at(72)} << QList<qint64>{6, 5, 4};
        QTest::newRow("until") << AuditFilter{.to = at(48)} << QList<qint64>{2, 1};
        QTest::newRow("stretch") << AuditFilter{.from = at(24), .to = at(73)} << QList<qint64>{4, 3, 2};
        QTest::newRow("later than all") << AuditFilter{.from = at(999)} << QList<qint64>{};
        QTest::newRow("earlier than all") << AuditFilter{.to = noon} << QList<qint64>{};
        QTest::newRow("who and when") << AuditFilter{.actor = QStringLiteral("Dana"), .from = at(25)}
                                      << QList<qint64>{5};
    }

    void filters()
    {
        QFETCH(AuditFilter, filter);
        QFETCH(QList<qint64>, found);
        TestStore store(location());
        int day = 0;
        for (const auto& [actor, action] : {std::pair("Ruti", "conversation.read"),
                                            {"Dana", "message.send"},
                                            {"Ruti", "message.takeBack"},
                                            {"system", "conversation.erased"},
                                            {"Dana", "audit.read"},
                                            {"Ruti", "desk.lock"}}) {
            note(store, actor, action, {}, noon + std::chrono::hours(24 * day++));
        }
        QCOMPARE(numbers(page(store, filter)), found);
        QCOMPARE(page(store, filter).next, 0);
        // One at a time, with a reach of two numbers: some looks are empty and all is found.
        QList<qint64> stepwise;
        qint64 next = 0;
        int looks = 0;
        do {
            const auto some = page(store, filter, next, 1, 2);
            stepwise += numbers(some);
            next = some.next;
        } while (next != 0 && ++looks < 20);
        QCOMPARE(stepwise, found);
    }

    /// What concerns a conversation is noted under its messages and escalations, too.
    void aConversationIsFoundWithAllThatBelongsToIt()
    {
        TestStore store(location());
        const auto mine = store.conversation(QStringLiteral("mine"));
        const auto other = store.conversation(QStringLiteral("other"));
        const auto message = store.message(mine.id, domain::AuthorKind::Patient, QStringLiteral("hello"));
        note(store, "Ruti", "conversation.read", QStringLiteral("conversation:%1").arg(mine.id.value));
        note(store, "Ruti", "conversation.read", QStringLiteral("conversation:%1").arg(other.id.value));
        note(store, "Ruti", "file.read", QStringLiteral("message:%1").arg(message.value));
        note(store, "Ruti", "memory.viewed", QStringLiteral("person:%1").arg(mine.person.value));
        note(store, "Ruti", "memory.viewed", QStringLiteral("person:%1").arg(other.person.value));
        note(store, "Ruti", "desk.lock", QStringLiteral("desk"));
        QCOMPARE(numbers(page(store, {.conversation = mine.id})), QList<qint64>({4, 3, 1}));
        QVERIFY(page(store, {.conversation = {99}}).entries.empty());
    }

    void whoStandsInIt()
    {
        TestStore store(location());
        for (const char* actor : {"Ruti", "Dana", "Ruti", "system"}) {
            note(store, actor, "desk.lock");
        }
        const auto actors = [&](int entries) {
            return store.read([=](Session& session) { return AuditSearch(session).actors(entries); });
        };
        QCOMPARE(actors(10).size(), 3);
        QCOMPARE(actors(1), QStringList{QStringLiteral("system")});
    }
};

QTEST_GUILESS_MAIN(TestAuditSearch)
#include "test_auditsearch.moc"
