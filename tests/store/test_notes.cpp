// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"
#include "store/erasure.h"
#include "store/notes.h"
#include "store/search.h"
#include "store/searchindex.h"

using namespace delpek;
using domain::ConversationId;
using domain::InternalNote;
using domain::NoteId;
using store::Notes;
using store::Session;
using test::Engines;
using test::noon;
using test::TestStore;

/// Internal notes in the database, and how they are found.
class TestNotes : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static NoteId add(TestStore& store, ConversationId conversation, const char* text)
    {
        const InternalNote note{{},   conversation,        QStringLiteral("Ruti"), QString::fromUtf8(text),
                                noon, domain::MessageId{7}};
        return store.write([=](Session& session) { return Notes(session).add(note); });
    }

    static std::vector<InternalNote> of(TestStore& store, ConversationId id, std::optional<int> limit = {})
    {
        return store.read([=](Session& session) { return Notes(session).of(id, limit); });
    }

    static QString found(TestStore& store, const char* words, ConversationId within = {})
    {
        store::SearchQuery query;
        query.terms = domain::searchTerms(QString::fromUtf8(words));
        query.conversation = within;
        QStringList ids;
        for (const auto& hit : store.read([&](Session& session) { return store::Search(session).notes(query); })) {
            ids << QString::number(hit.note.id.value);
        }
        return ids.join(QLatin1Char(' '));
    }

    static QString text(NoteId id) { return QString::number(id.value); }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void whatIsWrittenIsKept()
    {
        auto store = open();
        const auto one = store.conversation(QStringLiteral("one")).id;
        const auto other = store.conversation(QStringLiteral("other")).id;
        const auto first = add(store, one, "first");
        add(store, other, "of another");
        const auto last = add(store, one, "last");
        const auto notes = of(store, one);
        QCOMPARE(notes.size(), size_t(2));
        QVERIFY((notes[0] == InternalNote{first, one, QStringLiteral("Ruti"), QStringLiteral("first"), noon, {7}}));
        QCOMPARE(notes[1].id, last);
        const auto newest = of(store, one, 1);
        QVERIFY(newest.size() == 1 && newest[0].id == last);
    }

    void whatWasBegunIsKeptAside()
    {
        auto store = open();
        const auto one = store.conversation(QStringLiteral("one")).id;
        const auto save = [&](const char* staff, const char* text) {
            store.write([=](Session& session) {
                return Notes(session).saveDraft(one, QString::fromUtf8(staff), QString::fromUtf8(text));
            });
        };
        const auto draft = [&](const char* staff) {
            return store.read([=](Session& session) { return Notes(session).draft(one, QString::fromUtf8(staff)); });
        };
        QCOMPARE(draft("Ruti"), QString());
        save("Ruti", "hal");
        save("Ruti", "half");
        save("Dana", "hers");
        QCOMPARE(draft("Ruti"), QStringLiteral("half"));
        QVERIFY(of(store, one).empty());
        QVERIFY2(found(store, "half").isEmpty(), "nobody finds it");
        save("Ruti", "");
        QCOMPARE(draft("Ruti"), QString());
        QCOMPARE(draft("Dana"), QStringLiteral("hers"));
    }

    void theyAreFoundAsMessagesAre()
    {
        auto store = open();
        const auto one = store.conversation(QStringLiteral("one")).id;
        const auto other = store.conversation(QStringLiteral("other")).id;
        const auto crown = add(store, one, "רוצה את הכתר אצל ד\"ר לוי");
        const auto both = add(store, other, "wants the crown, הכתר שלה");
        QCOMPARE(found(store, "כתר "), text(both) + QLatin1Char(' ') + text(crown));
        QCOMPARE(found(store, "crown wants"), text(both));
        QCOMPARE(found(store, "\"crown wants\""), QString());
        QCOMPARE(found(store, "\"the crown\""), text(both));
        QCOMPARE(found(store, "כתר ", one), text(crown));
        QCOMPARE(found(store, ""), QString());
        // They are no messages.
        store::SearchQuery query;
        query.terms = domain::searchTerms(QStringLiteral("crown"));
        const auto page = store.read([&](Session& session) { return store::Search(session).messages(query); });
        QVERIFY(page.messages.empty());
    }

    void whatIsTakenOutIsFoundNoMore()
    {
        auto store = open();
        const auto one = store.conversation().id;
        add(store, one, "crown");
        const auto note = of(store, one)[0];
        const auto remove = [=](Session& session) { return Notes(session).remove(note); };
        store.write(remove);
        QVERIFY(of(store, one).empty());
        QCOMPARE(found(store, "crown"), QString());
        QCOMPARE(store->write(remove).result().error().code, ErrorCode::NotFound);
    }

    /// After an update that reads words in another way the notes are found at once.
    void aNewIndexHoldsThem()
    {
        auto store = open();
        const auto id = add(store, store.conversation().id, "crown");
        store.write([](Session& session) {
            return session.execute(QStringLiteral("UPDATE search_fill SET version = 0 WHERE id = 1"));
        });
        store.write([](Session& session) { return store::SearchIndex(session).prepare(); });
        QCOMPARE(found(store, "crown"), text(id));
    }

    void anErasureTakesThem()
    {
        auto store = open();
        const auto one = store.conversation(QStringLiteral("one")).id;
        const auto other = store.conversation(QStringLiteral("other")).id;
        add(store, one, "crown");
        const auto stays = add(store, other, "crown");
        const auto erased = store.write([=](Session& session) { return store::Erasure(session).erase(one); });
        QCOMPARE(erased.notes, 1);
        QVERIFY(of(store, one).empty());
        QCOMPARE(found(store, "crown"), text(stays));
    }

    void aChangeIsTold()
    {
        auto store = open();
        const auto one = store.conversation().id;
        std::mutex mutex;
        std::vector<domain::Change> told;
        const auto subscription = store->subscribe([&](const std::vector<domain::Change>& changes) {
            const std::lock_guard lock(mutex);
            told.insert(told.end(), changes.begin(), changes.end());
        });
        const auto id = add(store, one, "crown");
        const domain::Change wanted{domain::Topic::Note, id.value, one.value};
        const auto heard = [&] {
            const std::lock_guard lock(mutex);
            return std::ranges::count(told, wanted);
        };
        QTRY_COMPARE(heard(), 1);
    }
};

QTEST_GUILESS_MAIN(TestNotes)
#include "test_notes.moc"
