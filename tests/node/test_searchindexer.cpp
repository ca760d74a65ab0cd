// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/searchindexer.h"
#include "store/engines.h"
#include "store/search.h"
#include "store/searchindex.h"

using namespace delpek;
using namespace delpek::test;
using store::SearchIndex;
using store::Session;

/// What makes an old database searchable while the program runs.
class TestSearchIndexer : public QObject
{
    Q_OBJECT

    static int found(TestStore& store, const QString& typed)
    {
        store::SearchQuery query;
        query.terms = domain::searchTerms(typed);
        query.limit = 2000;
        return int(
            store.read([&](Session& session) { return store::Search(session).messages(query); }).messages.size());
    }

    static qint64 version(TestStore& store)
    {
        return store.read([](Session& session) -> Result<qint64> {
            auto rows = session.run(QStringLiteral("SELECT version FROM search_fill"));
            return rows && rows->next() ? rows->integer(0) : 0;
        });
    }

private Q_SLOTS:
    void anOldDatabaseIsFilledIn()
    {
        QTemporaryDir folder;
        TestStore store(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("old.db")));
        const auto one = store.conversation(QStringLiteral("Noa")).id;
        store.write([&](Session& session) -> Result<Done> {
            for (int i = 0; i < 700; ++i) {
                domain::Message message;
                message.conversation = one;
                message.text = QStringLiteral("crown number %1").arg(i);
                message.sentAt = message.createdAt = noon;
                if (const auto added = store::Messages(session).add(message); !added) {
                    return fail(added.error());
                }
            }
            // As another version of the words would have left it.
            return session.execute(QStringLiteral("UPDATE search_fill SET version = 99")).map([](int) {
                return Done{};
            });
        });
        base::VirtualClock clock(noon);
        base::Activity activity;
        node::SearchIndexer indexer(*store, clock, activity);
        indexer.wake();
        activity.waitIdle();
        QCOMPARE(found(store, QStringLiteral("crown")), 700);
        QCOMPARE(version(store), qint64(domain::searchWordsVersion));
        QVERIFY(!store.read([](Session& session) { return SearchIndex(session).remaining(); }).any());
        // Nothing is left to do: the same again changes nothing.
        indexer.wake();
        activity.waitIdle();
        QCOMPARE(found(store, QStringLiteral("crown")), 700);
        indexer.stop();
    }
};

QTEST_GUILESS_MAIN(TestSearchIndexer)
#include "test_searchindexer.moc"
