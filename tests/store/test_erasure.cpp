// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/searchwords.h"
#include "store/decisions.h"
#include "store/engines.h"
#include "store/erasure.h"
#include "store/inbox.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "store/search.h"
#include "store/searchindex.h"

#include <QSet>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using store::Erasure;
using store::Session;

namespace
{

/// Stands in every text of the one who is erased, and nowhere else.
const auto mark = QStringLiteral("wisdomtooth");
const auto file = QString(64, QLatin1Char('a'));
const auto user = QStringLiteral("972501234567");

struct Column {
    QString name;
    QString type;
    bool isKey = false;
    QString refersTo; ///< a table
};

struct Table {
    QString name;
    std::vector<Column> columns;
};

/// The tables of the newest schema, each behind those it refers to.
std::vector<Table> schema()
{
    QTemporaryDir folder;
    TestStore store(QStringLiteral("sqlite:%1").arg(folder.filePath(QStringLiteral("schema.db"))));
    const auto texts = [&](const QString& sql, const std::vector<int>& columns) {
        return store.read([&](Session& session) -> Result<std::vector<QStringList>> {
            auto rows = session.run(sql);
            if (!rows) {
                return fail(rows.error());
            }
            std::vector<QStringList> found;
            while (rows->next()) {
                QStringList row;
                for (const int column : columns) {
                    row << rows->text(column);
                }
                found.push_back(row);
            }
            return found;
        });
    };
    std::vector<Table> all;
    const auto names = texts(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                            "'search_message%' AND name NOT LIKE 'search_note%' AND name NOT LIKE "
                                            "'search_name%' AND name NOT LIKE "
                                            "'sqlite_%'"),
                             {0});
    for (const auto& name : names) {
        Table table{name[0], {}};
        const auto references = texts(QStringLiteral("PRAGMA foreign_key_list(%1)").arg(name[0]), {3, 2});
        for (const auto& column : texts(QStringLiteral("PRAGMA table_info(%1)").arg(name[0]), {1, 2, 5})) {
            const auto reference = std::ranges::find(references, column[0], [](const auto& row) { return row[0]; });
            table.columns.push_back({column[0], column[1], column[2] != QLatin1String("0"),
                                     reference == references.end() ? QString() : reference->at(1)});
        }
        all.push_back(std::move(table));
    }
    std::vector<Table> sorted;
    QSet<QString> known;
    while (!all.empty()) {
        const auto ready = std::ranges::find_if(all, [&](const Table& table) {
            return std::ranges::all_of(table.columns, [&](const Column& column) {
                return column.refersTo.isEmpty() || column.refersTo == table.name || known.contains(column.refersTo);
            });
        });
        if (ready == all.end()) {
            throw std::runtime_error("tables refer to one another in a ring");
        }
        known.insert(ready->name);
        sorted.push_back(std::move(*ready));
        all.erase(ready);
    }
    return sorted;
}

/// Those that hold something of a conversation or its person: they refer to it, in one step or several.
QSet<QString> tablesOf(const std::vector<Table>& all)
{
    QSet<QString> found{QStringLiteral("conversation"), QStringLiteral("person")};
    for (const auto& table : all) {
        for (const auto& column : table.columns) {
            if (found.contains(column.refersTo)) {
                found.insert(table.name);
            }
        }
    }
    return found;
}

} // namespace

/// That an erasure takes everything of somebody and nothing of anybody else, on both engines.
class TestErasure : public QObject
{
    Q_OBJECT

    Engines m_engines;
    std::vector<Table> m_schema;

    QString location()
    {
        QFETCH_GLOBAL(bool, postgres);
        return m_engines.newLocation(postgres);
    }

    static domain::Conversation conversationOf(TestStore& store, const QString& id, const QString& name)
    {
        return store.write([=](Session& session) {
            domain::Sender sender;
            sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("clinic"), id};
            sender.displayName = name;
            if (auto phone = domain::Phone::fromWaId(id)) {
                sender.phone = *phone;
            }
            return store::Conversations(session).findOrCreate(sender, noon);
        });
    }

    static auto erase(TestStore& store, domain::ConversationId id)
    {
        return store
            ->write([=](Session& session) {
                Erasure erasure(session);
                return erasure.check(id).and_then([&](Done) { return erasure.erase(id); });
            })
            .result();
    }

    static qint64 number(TestStore& store, const QString& sql)
    {
        return store.read([&](Session& session) -> Result<qint64> {
            auto rows = session.run(sql);
            return !rows ? Result<qint64>(fail(rows.error())) : rows->next() ? rows->integer(0) : 0;
        });
    }

    static void run(TestStore& store, const QString& sql)
    {
        store.write([&](Session& session) { return session.execute(sql); });
    }

    /// A row in each table of a conversation that has none yet.
    void fill(TestStore& store, domain::ConversationId conversation, domain::MessageId message) const
    {
        const QHash<QString, QVariant> given{
            {QStringLiteral("transcript.state"), QStringLiteral("filed")},
            {QStringLiteral("outbox.state"), QStringLiteral("sent")},
            {QStringLiteral("effect.is_open"), 0},
            {QStringLiteral("effect.reference"), QStringLiteral("wish")},
            {QStringLiteral("attachment.file"), file},
            {QStringLiteral("shift.person"), QStringLiteral("Ruti")},
            {QStringLiteral("shift_reading.reader"), QStringLiteral("Dana")},
            // The clinic's, not the patient's.
            {QStringLiteral("label.name"), QStringLiteral("Laboratory")},
            {QStringLiteral("label.colour"), QStringLiteral("blue")},
        };
        // By its own class, so that it is found, too.
        const auto note = store.write([=](Session& session) {
            return store::Notes(session).add({{}, conversation, mark, mark + QStringLiteral(" calls"), noon, message});
        });
        QHash<QString, qint64> ids{{QStringLiteral("conversation"), conversation.value},
                                   {QStringLiteral("person"), store.reload(conversation).person.value},
                                   {QStringLiteral("message"), message.value},
                                   {QStringLiteral("internal_note"), note.value}};
        const auto mine = tablesOf(m_schema);
        for (const auto& table : m_schema) {
            const bool isReferredTo = mine.contains(table.name) || table.name == QLatin1String("staff") ||
                                      table.name == QLatin1String("label") || table.name == QLatin1String("shift");
            if (ids.contains(table.name) || !isReferredTo) {
                continue;
            }
            QStringList names;
            QStringList places;
            QVariantList values;
            for (const auto& column : table.columns) {
                const QString path = table.name + QLatin1Char('.') + column.name;
                names << column.name;
                places << QStringLiteral("?");
                if (given.contains(path)) {
                    values << given[path];
                } else if (ids.contains(column.refersTo)) {
                    values << ids[column.refersTo];
                } else if (column.type == QLatin1String("TEXT")) {
                    values << QVariant(mark + QLatin1Char(' ') + path);
                } else if (column.type == QLatin1String("BLOB")) {
                    values << mark.toUtf8();
                } else {
                    values << 7;
                }
            }
            store.write([&](Session& session) {
                return session.execute(
                    QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                        .arg(table.name, names.join(QStringLiteral(", ")), places.join(QStringLiteral(", "))),
                    values);
            });
            ids.insert(table.name, 7);
        }
    }

    /// Every table in which a text with the mark or the number stands.
    QStringList tablesWithWords(TestStore& store) const
    {
        QStringList found;
        for (const auto& table : m_schema) {
            const bool any = store.read([&](Session& session) -> Result<bool> {
                auto rows = session.run(QStringLiteral("SELECT * FROM ") + table.name);
                if (!rows) {
                    return fail(rows.error());
                }
                while (rows->next()) {
                    for (int i = 0; i < int(table.columns.size()); ++i) {
                        const QByteArray bytes = rows->bytes(i) + rows->text(i).toUtf8();
                        if (bytes.contains(mark.toUtf8()) || bytes.contains("501234567")) {
                            return true;
                        }
                    }
                }
                return false;
            });
            if (any) {
                found << table.name;
            }
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }
    void initTestCase() { m_schema = schema(); }

    void everyTableIsEmptyAfterwards()
    {
        TestStore store(location());
        const auto id = conversationOf(store, user, mark).id;
        const auto message = store.message(id, domain::AuthorKind::Patient, mark + QStringLiteral(" hurts"));
        fill(store, id, message);
        const auto mine = tablesOf(m_schema);
        QVERIFY(mine.size() >= 20);
        for (const QString& table : mine) {
            QVERIFY2(number(store, QStringLiteral("SELECT count(*) FROM ") + table) > 0, qPrintable(table));
        }
        const auto amounts = must(erase(store, id));
        QCOMPARE(amounts.messages, 1);
        QCOMPARE(amounts.files, 1);
        QCOMPARE(amounts.decisions, 1);
        QCOMPARE(amounts.escalations, 1);
        QCOMPARE(amounts.notes, 1);
        for (const QString& table : mine) {
            QVERIFY2(number(store, QStringLiteral("SELECT count(*) FROM ") + table) == 0, qPrintable(table));
        }
        QCOMPARE(tablesWithWords(store), QStringList(QStringLiteral("staff"))); // made up by the test itself
        store::SearchQuery query;
        query.terms = domain::searchTerms(mark);
        QVERIFY(store.read([&](Session& session) { return store::Search(session).messages(query); }).messages.empty());
        QVERIFY(store.read([&](Session& session) { return store::Search(session).names(query); }).empty());
        QVERIFY(store.read([&](Session& session) { return store::Search(session).notes(query); }).empty());
    }

    void othersKeepWhatIsTheirs()
    {
        TestStore store(location());
        const auto other = conversationOf(store, QStringLiteral("972529999999"), QStringLiteral("Rivka")).id;
        store.message(other, domain::AuthorKind::Patient, QStringLiteral("a filling please"));
        const auto id = conversationOf(store, user, mark).id;
        fill(store, id, store.message(id, domain::AuthorKind::Patient, mark));
        must(erase(store, id));
        QCOMPARE(store.reload(other).displayName, QStringLiteral("Rivka"));
        QCOMPARE(number(store, QStringLiteral("SELECT count(*) FROM message")), 1);
        QCOMPARE(number(store, QStringLiteral("SELECT count(*) FROM person")), 1);
        store::SearchQuery query;
        query.terms = domain::searchTerms(QStringLiteral("filling"));
        QCOMPARE(store.read([&](Session& session) { return store::Search(session).messages(query); }).messages.size(),
                 1U);
        QCOMPARE(erase(store, id).error().code, ErrorCode::NotFound);
    }

    void deliveriesLoseTheirWordsAndAreStillKnown()
    {
        TestStore store(location());
        const auto deliver = [&](const QByteArray& body, const QString& correlation, bool settled) {
            return store.write([&](Session& session) {
                store::Inbox inbox(session);
                const store::Delivery delivery{
                    {}, domain::ChannelKind::WhatsApp, QStringLiteral("clinic"), body, noon, correlation};
                return inbox.add(delivery, store::digestOf(body)).and_then([&](std::optional<domain::InboxId> id) {
                    return settled && id ? inbox.markDone(*id).map([&](Done) { return id; })
                                         : Result<std::optional<domain::InboxId>>(id);
                });
            });
        };
        const auto id = conversationOf(store, user, mark).id;
        const auto about = QByteArrayLiteral("{\"recipient_id\":\"972501234567\",\"status\":\"read\"}");
        const auto foreign = QByteArrayLiteral("{\"from\":\"972529999999\",\"text\":\"hello\"}");
        const auto waits = QByteArrayLiteral("{\"from\":\"972501234567\",\"text\":\"again\"}");
        deliver(about, QStringLiteral("c1"), true);
        deliver(foreign, QStringLiteral("c2"), true);
        deliver(waits, QStringLiteral("c3"), false);
        must(erase(store, id));
        const auto bodies = store.read([](Session& session) -> Result<QByteArrayList> {
            auto rows = session.run(QStringLiteral("SELECT body FROM inbox ORDER BY id"));
            if (!rows) {
                return fail(rows.error());
            }
            QByteArrayList found;
            while (rows->next()) {
                found << rows->bytes(0);
            }
            return found;
        });
        // What nobody has read yet is no part of what was erased.
        QCOMPARE(bodies, (QByteArrayList{QByteArray(), foreign, waits}));
        QVERIFY(!deliver(about, QStringLiteral("c4"), true));
    }

    void aRefusalOutlastsTheErasure()
    {
        TestStore store(location());
        const auto id = conversationOf(store, user, mark).id;
        store.write([&](Session& session) {
            return store::Conversations(session).setOptedOut(id, true).and_then(
                [&](Done) { return store::Conversations(session).setBlocked(id, true); });
        });
        must(erase(store, id));
        QVERIFY(tablesWithWords(store).isEmpty());
        const auto back = conversationOf(store, user, mark);
        QVERIFY(back.id != id);
        QVERIFY(back.optedOut && back.blocked);
        QVERIFY(store.reload(back.id).optedOut && store.reload(back.id).blocked);
        QCOMPARE(number(store, QStringLiteral("SELECT count(*) FROM kept_refusal")), 0);
        QVERIFY(!conversationOf(store, QStringLiteral("972529999999"), mark).optedOut);
    }

    void whatIsUnderWayComesFirst_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("key");
        QTest::newRow("open escalation") << "UPDATE escalation SET closed_at = NULL"
                                         << "erasure.escalation";
        QTest::newRow("not filed") << "UPDATE transcript SET state = 'waiting'"
                                   << "erasure.unfiled";
        QTest::newRow("whose is it") << "UPDATE transcript SET state = 'choose'"
                                     << "erasure.unfiled";
        QTest::newRow("at the provider") << "UPDATE outbox SET state = 'sending'"
                                         << "erasure.sending";
        QTest::newRow("booking") << "UPDATE effect SET is_open = 1"
                                 << "erasure.change";
    }

    void whatIsUnderWayComesFirst()
    {
        QFETCH(QString, change);
        QFETCH(QString, key);
        TestStore store(location());
        const auto id = conversationOf(store, user, mark).id;
        fill(store, id, store.message(id, domain::AuthorKind::Patient, mark));
        const auto idle = [&] {
            return store.read([](Session& session) { return Erasure(session).idle(noon + 1h, 10); });
        };
        QCOMPARE(idle().size(), 1U);
        run(store, change);
        const auto refused = erase(store, id);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().key, key);
        QVERIFY(idle().empty());
        QCOMPARE(store.reload(id).displayName, mark);
    }

    void onlyFilesThatNobodyNamesAreRemoved()
    {
        TestStore store(location());
        const auto id = conversationOf(store, user, mark).id;
        fill(store, id, store.message(id, domain::AuthorKind::Patient, mark));
        const auto files = [&] {
            return store.write([](Session& session) { return Erasure(session).filesToRemove(9); });
        };
        store.write([&](Session& session) { return Erasure(session).leaveFile(file); });
        QVERIFY(files().isEmpty());
        must(erase(store, id));
        QCOMPARE(files(), QStringList(file));
        QCOMPARE(files(), QStringList(file));
        store.write([&](Session& session) { return Erasure(session).fileRemoved(file); });
        QVERIFY(files().isEmpty());
    }

    void theIndexLetsGoOfTheBytes()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (postgres) {
            return; // its server vacuums by itself
        }
        const QString where = location();
        QString path = where.mid(int(strlen("sqlite:")));
        {
            TestStore store(where);
            const auto other = store.conversation(QStringLiteral("other")).id;
            const auto id = conversationOf(store, user, mark).id;
            for (int i = 0; i < 300; ++i) {
                store.message(i % 2 ? id : other, domain::AuthorKind::Patient,
                              i % 2 ? QStringLiteral("%1 %2").arg(mark).arg(i) : QStringLiteral("filling %1").arg(i));
            }
            must(erase(store, id));
            bool first = true;
            while (store.write([&](Session& session) { return store::SearchIndex(session).compact(50, first); })) {
                first = false;
            }
        }
        QFile database(path);
        QVERIFY(database.open(QIODevice::ReadOnly));
        const QByteArray bytes = database.readAll();
        QVERIFY(bytes.contains("filling"));
        QVERIFY(!bytes.contains(mark.toUtf8()));
        QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal")));
    }
};

QTEST_GUILESS_MAIN(TestErasure)
#include "test_erasure.moc"
