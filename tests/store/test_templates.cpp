// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/connection.h"
#include "store/location.h"
#include "store/migrations.h"
#include "store/notification.h"
#include "store/templates.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::ChannelKind;
using store::Session;
using store::Templates;
using store::TemplateState;

/// A patient's message as version 4 kept it.
constexpr std::array<const char*, 3> OldRows{
    "INSERT INTO person (key) VALUES ('p')",
    "INSERT INTO conversation (channel, account, user_key, person, display_name, phone, search, language, holder_kind, "
    "holder_name, epoch, mode, urgency, needs_person, last_activity, preview, preview_author, unread, opted_out) "
    "VALUES ('whatsapp', 'clinic', '972550010101', 1, 'Dana', '', 'dana', 'he', 'agent', '', 1, 'autopilot', "
    "'ROUTINE', 0, 0, '', 'patient', 0, 0)",
    "INSERT INTO message (conversation, author, author_name, kind, text, choice, provider_id, quoted_provider_id, "
    "sent_at, created_at, epoch, delivery, delivery_error, asks, options, version, deleted, reaction, correlation, "
    "waiting) VALUES (1, 'patient', '', 'text', 'שלום', '', 'm1', '', 0, 0, 1, 'none', '', '', '[]', 1, 0, "
    "'', '', 0)"};

/// What was heard of the clinic's templates; and what every change of the schema keeps.
class TestTemplates : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }
    static TemplateState heard(const char* state, base::Instant at, const char* name = "reminder",
                               const char* language = "he")
    {
        TemplateState news;
        news.account = QStringLiteral("clinic");
        news.name = QString::fromLatin1(name);
        news.language = QString::fromLatin1(language);
        news.state = QString::fromLatin1(state);
        news.updatedAt = at;
        return news;
    }
    static void note(TestStore& store, const TemplateState& news)
    {
        store.write([=](Session& session) { return Templates(session).note(news); });
    }
    static std::optional<TemplateState> known(TestStore& store, const char* name = "reminder")
    {
        return store.read([=](Session& session) {
            return Templates(session).find(ChannelKind::WhatsApp, QStringLiteral("clinic"), QString::fromLatin1(name),
                                           QStringLiteral("he"));
        });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void theNewestWordCounts()
    {
        auto store = open();
        QVERIFY(!known(store));
        note(store, heard("approved", noon));
        note(store, heard("pending", noon - 1h));
        QCOMPARE(known(store)->state, QStringLiteral("approved"));
        auto paused = heard("paused", noon + 1h);
        paused.reason = QStringLiteral("quality");
        note(store, paused);
        QCOMPARE(known(store)->state, QStringLiteral("paused"));
        QCOMPARE(known(store)->reason, QStringLiteral("quality"));
        note(store, heard("approved", noon + 2h));
        QVERIFY2(known(store)->reason.isEmpty(), "a reason belongs to the state it was given with");
    }

    void whatIsNotToldStays()
    {
        auto store = open();
        auto first = heard("approved", noon);
        first.category = QStringLiteral("utility");
        first.providerId = QStringLiteral("12");
        note(store, first);
        auto moved = heard("", noon + 1h);
        moved.category = QStringLiteral("marketing");
        note(store, moved);
        QCOMPARE(known(store)->state, QStringLiteral("approved"));
        QCOMPARE(known(store)->category, QStringLiteral("marketing"));
        QCOMPARE(known(store)->providerId, QStringLiteral("12"));
    }

    void theyAreListedByNameAndLanguage()
    {
        auto store = open();
        note(store, heard("approved", noon, "reminder", "he"));
        note(store, heard("approved", noon, "reminder", "en"));
        note(store, heard("approved", noon, "confirmation", "he"));
        auto other = heard("approved", noon);
        other.account = QStringLiteral("other");
        note(store, other);
        QStringList names;
        for (const auto& one : store.read([](Session& session) {
                 return Templates(session).of(ChannelKind::WhatsApp, QStringLiteral("clinic"));
             })) {
            names << one.name + QLatin1Char('/') + one.language;
        }
        QCOMPARE(names, (QStringList{QStringLiteral("confirmation/he"), QStringLiteral("reminder/en"),
                                     QStringLiteral("reminder/he")}));
    }

    void everyTopicTravels()
    {
        std::vector<domain::Change> changes;
        for (int topic = 0; topic <= int(domain::Topic::LaterSend); ++topic) {
            changes.push_back({domain::Topic(topic), 7 + topic, 70 + topic});
        }
        std::vector<domain::Change> arrived;
        for (const QString& payload : store::toPayloads(QStringLiteral("node"), changes)) {
            const auto notification = store::fromPayload(payload);
            QVERIFY(notification);
            QCOMPARE(notification->node, QStringLiteral("node"));
            arrived.insert(arrived.end(), notification->changes.begin(), notification->changes.end());
        }
        QVERIFY(arrived == changes);
        QCOMPARE(store::anything().size(), changes.size());
    }

    /// A database of the version before files, with a message in it, is brought up to date with the message.
    void anOldDatabaseIsMigrated()
    {
        QFETCH_GLOBAL(bool, postgres);
        const QString location = m_engines.newLocation(postgres);
        {
            const auto connection =
                must(store::Connection::open(must(store::Location::parse(location)), store::Access::Write));
            const auto steps = store::migrations();
            must(store::migrate(connection->session(), {steps.begin(), steps.begin() + 4}));
            for (const char* statement : OldRows) {
                must(connection->session().command(QString::fromUtf8(statement)));
            }
        }
        const domain::MessageId message{1};
        TestStore store(location);
        QCOMPARE(store.read([](Session& session) { return store::schemaVersion(session); }),
                 store::migrations().back().version);
        const auto kept = store.message(message);
        QCOMPARE(kept.text, QStringLiteral("שלום"));
        QVERIFY(!kept.attachment && !kept.place && !kept.forwarded);
        QVERIFY(!store.reload(kept.conversation).blocked);
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "test_templates.moc"
