// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/searchwords.h"
#include "store/engines.h"
#include "store/search.h"
#include "store/searchindex.h"

#include <set>

using namespace delpek;
using namespace delpek::test;
using store::SearchIndex;
using store::Session;

namespace
{

const auto patient = domain::AuthorKind::Patient;

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

store::SearchQuery queryOf(const QString& typed, int limit = 50)
{
    store::SearchQuery query;
    query.terms = domain::searchTerms(typed);
    query.digits = domain::searchDigits(typed);
    query.limit = limit;
    return query;
}

} // namespace

/// What messages and names are found by, on both engines.
class TestSearchIndex : public QObject
{
    Q_OBJECT

    Engines m_engines;

    QString location()
    {
        QFETCH_GLOBAL(bool, postgres);
        return m_engines.newLocation(postgres);
    }

    static QStringList texts(TestStore& store, const store::SearchQuery& query)
    {
        const auto page = store.read([&](Session& session) { return store::Search(session).messages(query); });
        QStringList found;
        for (const auto& message : page.messages) {
            found.append(message.text);
        }
        return found;
    }

    static QStringList texts(TestStore& store, const QString& typed) { return texts(store, queryOf(typed)); }

    static QStringList names(TestStore& store, const QString& typed)
    {
        const auto found = store.read([&](Session& session) { return store::Search(session).names(queryOf(typed)); });
        QStringList shown;
        for (const auto& conversation : found) {
            shown.append(conversation.displayName);
        }
        return shown;
    }

    static domain::Conversation patientOf(TestStore& store, const QString& waId, const QString& name)
    {
        return store.write([=](Session& session) {
            domain::Sender sender;
            sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("clinic"), waId};
            sender.displayName = name;
            if (auto phone = domain::Phone::fromWaId(waId)) {
                sender.phone = *phone;
            }
            return store::Conversations(session).findOrCreate(sender, noon);
        });
    }

    static SearchIndex::Remaining fillOnce(TestStore& store, int limit)
    {
        return store.write([=](Session& session) { return SearchIndex(session).fill(limit); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void messagesAreFoundByAllWords()
    {
        TestStore store(location());
        const auto one = store.conversation(u("a")).id;
        const auto two = store.conversation(u("b")).id;
        store.message(one, patient, u("כמה עולה כתר?"));
        store.message(two, domain::AuthorKind::Agent, u("המחיר לכתר הוא 1,400"));
        store.message(two, patient, u("כתרים? לא צריך"));
        QCOMPARE(texts(store, u("כתר ")), (QStringList{u("המחיר לכתר הוא 1,400"), u("כמה עולה כתר?")}));
        QCOMPARE(texts(store, u("כתר")).size(), 3);
        QCOMPARE(texts(store, u("כתר מחיר ")), (QStringList{u("המחיר לכתר הוא 1,400")}));
        QCOMPARE(texts(store, u("\"לכתר הוא\"")), (QStringList{u("המחיר לכתר הוא 1,400")}));
        QCOMPARE(texts(store, u("\"הוא לכתר\"")), QStringList());
        QCOMPARE(texts(store, u("שתל")), QStringList());
    }

    void nothingTypedBreaksTheQuery_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"a\"b* OR c", "'; DROP TABLE message; --", "NEAR(a b)", "words : a", "a & !b | (c)",
                                  "\\", "\"", "''", "*", ":*", "^a", "{a}", "\xF3\xA0\x80\x81", "1"}) {
            QTest::newRow(typed) << u(typed);
        }
    }

    void nothingTypedBreaksTheQuery()
    {
        QFETCH(QString, typed);
        TestStore store(location());
        const auto one = store.conversation().id;
        store.message(one, patient, typed);
        for (const QString& asked : {typed, typed + u(" "), u("\"%1\"").arg(typed)}) {
            const bool hasWords = !domain::searchTerms(asked).empty();
            QCOMPARE(texts(store, asked).size(), hasWords ? 1 : 0);
        }
    }

    void pagesGoOnWhereTheLastEnded()
    {
        TestStore store(location());
        const auto one = store.conversation(u("a")).id;
        const auto two = store.conversation(u("b")).id;
        for (int i = 0; i < 25; ++i) {
            store.message(i % 5 == 0 ? two : one, patient, u("שן %1").arg(i));
        }
        for (const char* typed : {"שן", "\"שן 1\"", "\"שן"}) {
            const auto all = texts(store, queryOf(u(typed), 100));
            QStringList paged;
            auto query = queryOf(u(typed), 4);
            for (int pages = 0; pages < 30; ++pages) {
                const auto page = store.read([&](Session& session) { return store::Search(session).messages(query); });
                for (const auto& message : page.messages) {
                    paged.append(message.text);
                }
                if (!page.next.isValid()) {
                    break;
                }
                query.before = page.next;
            }
            QCOMPARE(paged, all);
            QVERIFY(!all.isEmpty());
        }
        auto within = queryOf(u("שן"));
        within.conversation = two;
        QCOMPARE(texts(store, within), (QStringList{u("שן 20"), u("שן 15"), u("שן 10"), u("שן 5"), u("שן 0")}));
        const auto middle = store.read([&](Session& session) { return store::Search(session).messages(within); });
        within.after = middle.messages[2].id;
        within.limit = 1;
        QCOMPARE(texts(store, within), (QStringList{u("שן 15")}));
    }

    void anEditAndADeletionCountAtOnce()
    {
        TestStore store(location());
        const auto one = store.conversation().id;
        const auto id = store.message(one, patient, u("כואב בשן העליונה"));
        store.write([=](Session& session) { return store::Messages(session).edit(id, u("כואב בשן התחתונה"), noon); });
        QCOMPARE(texts(store, u("עליונה")), QStringList());
        QCOMPARE(texts(store, u("תחתונה כואב")), (QStringList{u("כואב בשן התחתונה")}));
        store.write([=](Session& session) { return store::Messages(session).markDeleted(id); });
        store.write([=](Session& session) { return store::Messages(session).markDeleted(id); });
        store.write([=](Session& session) { return store::Messages(session).edit(id, u("שן חדשה"), noon); });
        QCOMPARE(texts(store, u("שן")), QStringList());
    }

    void aWriteThatFailsLeavesNoTrace()
    {
        TestStore store(location());
        const auto one = store.conversation().id;
        const auto failed = store
                                ->write([=](Session& session) -> Result<Done> {
                                    domain::Message message;
                                    message.conversation = one;
                                    message.text = u("לא נשמר");
                                    (void)store::Messages(session).add(message);
                                    return fail(ErrorCode::Conflict, u("not this one"));
                                })
                                .result();
        QVERIFY(!failed);
        store.message(one, patient, u("נשמר"));
        QCOMPARE(texts(store, u("נשמר")), (QStringList{u("נשמר")}));
    }

    void namesAndNumbersAreFoundInAnyFormat_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QStringList noa{u("נועה כהן")};
        QTest::newRow("name") << u("כהן נועה") << noa;
        QTest::newRow("half a name") << u("נוע") << noa;
        QTest::newRow("final letter typed plain") << u("כהנ ") << noa;
        QTest::newRow("case") << u("DAVID lev") << QStringList{u("David Levi")};
        QTest::newRow("home") << u("054-123-4567") << noa;
        QTest::newRow("country") << u("+972 54 123 4567") << noa;
        QTest::newRow("beginning") << u("05412") << noa;
        QTest::newRow("beginning with country") << u("97254") << noa;
        QTest::newRow("last digits") << u("4567") << noa;
        QTest::newRow("inside") << u("12-345") << noa;
        QTest::newRow("name and number") << u("נועה 054") << noa;
        QTest::newRow("both") << u("9725") << QStringList{u("David Levi"), u("נועה כהן")};
        QTest::newRow("nobody") << u("0509999999") << QStringList();
    }

    void namesAndNumbersAreFoundInAnyFormat()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        TestStore store(location());
        patientOf(store, u("972541234567"), u("נועה כהן"));
        patientOf(store, u("972521112233"), u("David Levi"));
        QCOMPARE(names(store, typed), found);
    }

    void aNewNameTakesThePlaceOfTheOld()
    {
        TestStore store(location());
        patientOf(store, u("972541234567"), u("Noa"));
        patientOf(store, u("972541234567"), u("Noa Cohen"));
        QCOMPARE(names(store, u("noa ")), (QStringList{u("Noa Cohen")}));
        patientOf(store, u("972541234567"), u("Mrs. Levi"));
        QCOMPARE(names(store, u("noa")), QStringList());
        QCOMPARE(names(store, u("4567")), (QStringList{u("Mrs. Levi")}));
    }

    /// A database from before: nothing is indexed; it is filled in batches, the process may end between any two.
    void whatWasThereBeforeIsFilledInOnce()
    {
        const auto place = location();
        {
            TestStore store(place);
            const auto one = store.conversation(u("old patient")).id;
            for (int i = 0; i < 23; ++i) {
                store.message(one, patient, u("ישן מספר%1").arg(i));
            }
            // As the migration finds it.
            store.write([](Session& session) {
                return session.execute(u("UPDATE search_fill SET version = 0")).and_then([&](int) {
                    return SearchIndex(session).prepare();
                });
            });
            QCOMPARE(texts(store, u("ישן")), QStringList());
            QCOMPARE(fillOnce(store, 10).messages, 23); // the names first
            QCOMPARE(names(store, u("old")), (QStringList{u("old patient")}));
            QCOMPARE(fillOnce(store, 10).messages, 13);
            QCOMPARE(texts(store, u("ישן")).size(), 10);
        }
        TestStore store(place);
        const auto one = store.conversation(u("old patient")).id;
        // What changes meanwhile is found as it is now, on either side of where the filling is.
        store.write([=](Session& session) { return store::Messages(session).edit({5}, u("אחר לגמרי"), noon); });
        store.write([=](Session& session) { return store::Messages(session).edit({20}, u("אחר לגמרי"), noon); });
        store.write([=](Session& session) { return store::Messages(session).markDeleted({6}); });
        store.message(one, patient, u("ישן וחדש"));
        int batches = 0;
        while (fillOnce(store, 10).any()) {
            ++batches;
        }
        QCOMPARE(batches, 1);
        QCOMPARE(texts(store, u("ישן")).size(), 21);
        QCOMPARE(texts(store, u("לגמרי")).size(), 2);
        const auto all = texts(store, queryOf(u("ישן"), 100));
        QCOMPARE(std::set<QString>(all.begin(), all.end()).size(), size_t(all.size()));
        // Each can be taken out again: it went in exactly once.
        store.write([=](Session& session) { return store::Messages(session).markDeleted({22}); });
        QCOMPARE(texts(store, u("ישן")).size(), 20);
    }

    void aForgottenConversationIsFoundByNothing()
    {
        TestStore store(location());
        const auto gone = patientOf(store, u("972541234567"), u("נועה כהן"));
        const auto other = patientOf(store, u("972521112233"), u("נועה לוי"));
        store.message(gone.id, patient, u("כואבת לי השן"));
        store.message(other.id, patient, u("כואבת לי הרגל"));
        store.write([=](Session& session) { return SearchIndex(session).forget(gone.id); });
        QCOMPARE(texts(store, u("כואבת")), (QStringList{u("כואבת לי הרגל")}));
        QCOMPARE(names(store, u("נועה")), (QStringList{u("נועה לוי")}));
        QCOMPARE(names(store, u("4567")), QStringList());
    }

    void anOvertakenSearchEnds()
    {
        TestStore store(location());
        const auto one = store.conversation().id;
        store.message(one, patient, u("שן"));
        const auto ended = store
                               ->read([](Session& session) {
                                   return store::Search(session, [] { return true; }).messages(queryOf(u("שן")));
                               })
                               .result();
        QVERIFY(!ended);
        QVERIFY(ended.error().code == ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "test_searchindex.moc"
