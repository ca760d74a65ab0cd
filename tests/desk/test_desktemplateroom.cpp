// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localtemplateroom.h"
#include "desk/owntemplates.h"
#include "store/engines.h"
#include "store/templates.h"

#include <optional>

using namespace delpek;
using channels::whatsapp::RemoteTemplate;
using desk::LocalTemplateRoom;
using test::must;
using test::noon;
using test::TestStore;

namespace
{

const auto account = QStringLiteral("770011");
const auto reminder = QStringLiteral("payment_reminder");
const auto hebrew = QStringLiteral("he");

RemoteTemplate remote(const QString& name, const char* language, const char* state, const char* reason = "")
{
    RemoteTemplate one;
    one.id = name + QLatin1Char(':') + QLatin1String(language);
    one.name = name;
    one.language = QLatin1String(language);
    one.state = QLatin1String(state);
    one.category = QStringLiteral("utility");
    one.reason = QLatin1String(reason);
    return one;
}

domain::OwnTemplate parking()
{
    domain::OwnTemplate one;
    one.name = QStringLiteral("parking");
    one.language = hebrew;
    one.category = QStringLiteral("utility");
    one.header = QStringLiteral("חניה");
    one.body = QStringLiteral("שלום {{patient_name}}, החניה ברחוב {{street}} פתוחה.");
    one.footer = QStringLiteral("מרפאת רימון");
    one.buttons = {QStringLiteral("תודה")};
    one.examples = {{QStringLiteral("patient_name"), QStringLiteral("דנה")},
                    {QStringLiteral("street"), QStringLiteral("הרצל")}};
    return one;
}

/// The provider has this one in these words.
RemoteTemplate remoteOf(const domain::OwnTemplate& one, const char* state, const char* reason = "")
{
    auto made = remote(one.name, qPrintable(one.language), state, reason);
    made.words = channels::whatsapp::wordsOf(desk::templateOf(one));
    return made;
}

/// Meta, as far as templates go.
struct FakeProvider {
    std::vector<RemoteTemplate> known;
    std::optional<Error> failure;
    int created = 0;
    QStringList changed; ///< id and body
    QStringList removed;

    std::shared_ptr<const desk::TemplateProvider> provider()
    {
        return std::make_shared<const desk::TemplateProvider>(
            desk::TemplateProvider{account,
                                   [this] {
                                       return base::ready(failure ? Result<std::vector<RemoteTemplate>>(fail(*failure))
                                                                  : Result<std::vector<RemoteTemplate>>(known));
                                   },
                                   [this](const channels::whatsapp::Template& one) {
                                       ++created;
                                       auto made = remote(one.name, qPrintable(one.language), "pending");
                                       made.words = channels::whatsapp::wordsOf(one);
                                       known.push_back(made);
                                       return base::ready(Result<RemoteTemplate>(made));
                                   },
                                   [this](const QString& id, const channels::whatsapp::Template& one) {
                                       changed << id + QLatin1Char(' ') + one.body;
                                       auto made = remote(one.name, qPrintable(one.language), "pending");
                                       made.words = channels::whatsapp::wordsOf(one);
                                       std::erase_if(known, [&](const auto& other) { return other.id == id; });
                                       known.push_back(made);
                                       return base::ready(Result<RemoteTemplate>(made));
                                   },
                                   [this](const RemoteTemplate& one) {
                                       removed << one.id;
                                       std::erase_if(known, [&](const auto& other) { return other.id == one.id; });
                                       return base::ready(Result<Done>(Done{}));
                                   }});
    }
};

struct Fixture {
    explicit Fixture(const QString& location, bool hasProvider = true)
        : store(location)
        , room(*store, clock, account, hasProvider ? meta.provider() : nullptr)
    {
    }

    desk::TemplateOverview all() { return must(room.all().result()); }
    desk::TemplateText text(const QString& name, const char* language)
    {
        for (const auto& entry : all().templates) {
            for (const auto& one : entry.texts) {
                if (entry.name == name && one.language == QLatin1String(language)) {
                    return one;
                }
            }
        }
        return {};
    }

    FakeProvider meta;
    TestStore store;
    base::VirtualClock clock{noon};
    LocalTemplateRoom room;
};

} // namespace

/// The message templates and what the provider says of them, on both engines.
class TestDeskTemplateRoom : public QObject
{
    Q_OBJECT

    test::Engines m_engines;

    QString location()
    {
        QFETCH_GLOBAL(bool, postgres);
        return m_engines.newLocation(postgres);
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void allAreThereInBothLanguagesWithExamples()
    {
        Fixture f(location());
        const auto overview = f.all();
        QVERIFY(overview.hasProvider && !overview.heardAt);
        QCOMPARE(overview.templates.size(), size_t(4));
        for (const auto& entry : overview.templates) {
            QCOMPARE(entry.texts.size(), size_t(2));
            for (const auto& text : entry.texts) {
                QVERIFY(text.state.isEmpty() && !text.heardAt && !text.body.isEmpty() && !text.fields.empty());
                for (const auto& [field, example] : text.fields) {
                    QVERIFY2(!example.isEmpty(), qPrintable(field));
                }
            }
        }
    }

    void whatTheProviderSaysIsAskedAndKept()
    {
        Fixture f(location());
        f.meta.known = {remote(reminder, "he", "approved"), remote(reminder, "en", "rejected", "promotional")};
        must(f.room.refresh().result());
        QCOMPARE(f.text(reminder, "he").state, QStringLiteral("approved"));
        QVERIFY(f.text(reminder, "he").heardAt == noon);
        QCOMPARE(f.text(reminder, "en").state, QStringLiteral("rejected"));
        QCOMPARE(f.text(reminder, "en").reason, QStringLiteral("promotional"));
        QVERIFY(f.all().heardAt == noon);
    }

    void whatTheProviderToldLaterIsNotUndoneByAnOlderAnswer()
    {
        Fixture f(location());
        f.meta.known = {remote(reminder, "he", "pending")};
        f.store.write([](store::Session& session) {
            return store::Templates(session).note({domain::ChannelKind::WhatsApp,
                                                   account,
                                                   reminder,
                                                   hebrew,
                                                   QStringLiteral("approved"),
                                                   {},
                                                   {},
                                                   {},
                                                   noon + std::chrono::minutes(1)});
        });
        must(f.room.refresh().result());
        QCOMPARE(f.text(reminder, "he").state, QStringLiteral("approved"));
    }

    void oneIsHandedInOnce()
    {
        Fixture f(location());
        must(f.room.handIn(reminder, hebrew).result());
        QCOMPARE(f.meta.created, 1);
        QCOMPARE(f.text(reminder, "he").state, QStringLiteral("pending"));
        const auto again = f.room.handIn(reminder, hebrew).result();
        QCOMPARE(again.error().key, QStringLiteral("template.known"));
        QCOMPARE(f.meta.created, 1);
    }

    void oneThatWasHandedInElsewhereIsSeenFirst()
    {
        Fixture f(location());
        f.meta.known = {remote(reminder, "he", "approved")};
        QCOMPARE(f.room.handIn(reminder, hebrew).result().error().key, QStringLiteral("template.known"));
        QCOMPARE(f.meta.created, 0);
        QCOMPARE(f.text(reminder, "he").state, QStringLiteral("approved"));
    }

    void oneThatWasTakenAwayCanBeHandedInAgain()
    {
        Fixture f(location());
        must(f.room.handIn(reminder, hebrew).result());
        f.meta.known.clear();
        f.clock.advance(std::chrono::minutes(1));
        must(f.room.refresh().result());
        QCOMPARE(f.text(reminder, "he").state, QString());
        must(f.room.handIn(reminder, hebrew).result());
        QCOMPARE(f.meta.created, 2);
        QCOMPARE(f.text(reminder, "he").state, QStringLiteral("pending"));
    }

    void aProviderThatDoesNotAnswerChangesNothing()
    {
        Fixture f(location());
        must(f.room.handIn(reminder, hebrew).result());
        f.meta.failure = Error{ErrorCode::Unavailable, {}, QStringLiteral("away")};
        QVERIFY(f.room.refresh().result().error().code == ErrorCode::Unavailable);
        QVERIFY(f.room.handIn(reminder, QStringLiteral("en")).result().error().code == ErrorCode::Unavailable);
        QCOMPARE(f.meta.created, 1);
        QCOMPARE(f.text(reminder, "he").state, QStringLiteral("pending"));
    }

    void withoutAProviderTheyAreOnlyRead()
    {
        Fixture f(location(), false);
        QVERIFY(!f.all().hasProvider);
        QCOMPARE(f.room.refresh().result().error().key, QStringLiteral("template.none"));
        QCOMPARE(f.room.handIn(reminder, hebrew).result().error().key, QStringLiteral("template.none"));
        QVERIFY(f.room.handIn(QStringLiteral("nothing"), hebrew).result().error().code == ErrorCode::Unsupported);
    }

    void oneOfTheClinicsOwnIsWrittenAndHandedIn()
    {
        Fixture f(location());
        must(f.room.keep(parking()).result());
        const auto text = f.text(QStringLiteral("parking"), "he");
        QVERIFY(text.isOwn() && text.mayChange() && text.state.isEmpty());
        QCOMPARE(text.header, parking().header);
        QCOMPARE(text.buttons, parking().buttons);
        QVERIFY(text.fields == parking().examples);
        must(f.room.handIn(QStringLiteral("parking"), hebrew).result());
        QCOMPARE(f.meta.created, 1);
        const auto pending = f.text(QStringLiteral("parking"), "he");
        QCOMPARE(pending.state, QStringLiteral("pending"));
        QVERIFY2(!pending.mayChange(), "the provider is looking at it");
        auto other = parking();
        other.version = pending.version;
        QCOMPARE(f.room.keep(other).result().error().key, QStringLiteral("template.judged"));
        QCOMPARE(f.room.handIn(QStringLiteral("parking"), hebrew).result().error().key,
                 QStringLiteral("template.known"));
    }

    void oneThatWasRefusedGoesInAgainWithOtherWords()
    {
        Fixture f(location());
        must(f.room.keep(parking()).result());
        must(f.room.handIn(QStringLiteral("parking"), hebrew).result());
        f.meta.known = {remoteOf(parking(), "rejected", "promotional")};
        f.clock.advance(std::chrono::minutes(1));
        must(f.room.refresh().result());
        auto text = f.text(QStringLiteral("parking"), "he");
        QVERIFY(text.mayChange() && text.state == QLatin1String("rejected"));
        QCOMPARE(f.room.handIn(QStringLiteral("parking"), hebrew).result().error().key,
                 QStringLiteral("template.known"));
        auto other = parking();
        other.body = QStringLiteral("שלום {{patient_name}}, החניה ברחוב {{street}} סגורה מחר.");
        other.version = text.version;
        must(f.room.keep(other).result());
        // What was said of the old words says nothing of these, also when it changes meanwhile.
        f.meta.known.front().state = QStringLiteral("approved");
        f.clock.advance(std::chrono::minutes(1));
        must(f.room.refresh().result());
        QCOMPARE(f.text(QStringLiteral("parking"), "he").state, QString());
        QCOMPARE(f.room.handIn(QStringLiteral("parking"), hebrew).result().error().key,
                 QStringLiteral("template.taken"));
        f.meta.known.front().state = QStringLiteral("rejected");
        must(f.room.handIn(QStringLiteral("parking"), hebrew).result());
        QCOMPARE(f.meta.created, 1);
        QCOMPARE(f.meta.changed, QStringList{QStringLiteral("parking:he ") + other.body});
        QCOMPARE(f.text(QStringLiteral("parking"), "he").state, QStringLiteral("pending"));
    }

    /// The process ended behind the provider's yes, or its answer was lost: the next look tells.
    void whatArrivedWithoutAnAnswerIsFound()
    {
        Fixture f(location());
        must(f.room.keep(parking()).result());
        f.meta.known = {remoteOf(parking(), "approved")};
        must(f.room.refresh().result());
        QCOMPARE(f.text(QStringLiteral("parking"), "he").state, QStringLiteral("approved"));
        QVERIFY(!f.text(QStringLiteral("parking"), "he").mayChange());
    }

    /// Somebody made one of that name at the provider itself: it is neither changed nor taken away.
    void anothersOfTheSameNameIsLeftAlone()
    {
        Fixture f(location());
        must(f.room.keep(parking()).result());
        auto theirs = parking();
        theirs.body = QStringLiteral("אחר לגמרי");
        f.meta.known = {remoteOf(theirs, "approved")};
        QCOMPARE(f.room.handIn(QStringLiteral("parking"), hebrew).result().error().key,
                 QStringLiteral("template.taken"));
        QCOMPARE(f.text(QStringLiteral("parking"), "he").state, QString());
        must(f.room.remove(QStringLiteral("parking"), hebrew).result());
        QVERIFY(f.meta.removed.isEmpty() && f.meta.changed.isEmpty());
        QCOMPARE(f.meta.known.size(), size_t(1));
    }

    void aDraftIsRemovedWithoutTheProvider()
    {
        Fixture f(location(), false);
        must(f.room.keep(parking()).result());
        must(f.room.remove(QStringLiteral("parking"), hebrew).result());
        QCOMPARE(f.all().templates.size(), size_t(4));
    }

    void whatTheProviderWouldRefuseIsNotKept_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("rule");
        QTest::newRow("empty") << QString() << QString() << QStringLiteral("body-length");
        QTest::newRow("at the end") << QStringLiteral("Hello {{street}}") << QString()
                                    << QStringLiteral("variable-at-end");
        QTest::newRow("no example") << QStringLiteral("Hello {{other}} there") << QString()
                                    << QStringLiteral("example");
        QTest::newRow("a field above") << QStringLiteral("Hello there") << QStringLiteral("To {{street}} now")
                                       << QStringLiteral("header-field");
    }
    void whatTheProviderWouldRefuseIsNotKept()
    {
        QFETCH(QString, body);
        QFETCH(QString, header);
        QFETCH(QString, rule);
        Fixture f(location());
        auto one = parking();
        one.body = body;
        one.header = header;
        const auto findings = must(f.room.check(one).result());
        QVERIFY(std::ranges::find(findings, rule, &desk::TemplateFinding::rule) != findings.end());
        QCOMPARE(f.room.keep(one).result().error().key, QStringLiteral("template.fault"));
        QCOMPARE(f.all().templates.size(), size_t(4));
    }

    void aNameBelongsToOne()
    {
        Fixture f(location());
        auto one = parking();
        one.name = reminder;
        QCOMPARE(f.room.keep(one).result().error().key, QStringLiteral("template.taken"));
        f.meta.known = {remote(QStringLiteral("parking"), "he", "approved")};
        must(f.room.refresh().result());
        QCOMPARE(f.room.keep(parking()).result().error().key, QStringLiteral("template.taken"));
        auto english = parking();
        english.language = QStringLiteral("en");
        must(f.room.keep(english).result());
        QCOMPARE(f.room.keep(english).result().error().key, QStringLiteral("template.taken"));
    }

    void whoeverComesSecondIsTold()
    {
        Fixture f(location());
        must(f.room.keep(parking()).result());
        auto one = parking();
        one.version = 1;
        must(f.room.keep(one).result());
        QCOMPARE(f.room.keep(one).result().error().key, QStringLiteral("template.changed"));
        must(f.room.remove(QStringLiteral("parking"), hebrew).result());
        QCOMPARE(f.room.keep(one).result().error().key, QStringLiteral("template.gone"));
    }

    void oneIsRemovedAtTheProviderToo()
    {
        Fixture f(location());
        must(f.room.keep(parking()).result());
        must(f.room.handIn(QStringLiteral("parking"), hebrew).result());
        f.meta.failure = Error{ErrorCode::Unavailable, {}, QStringLiteral("away")};
        QVERIFY(f.room.remove(QStringLiteral("parking"), hebrew).result().error().code == ErrorCode::Unavailable);
        QVERIFY(f.text(QStringLiteral("parking"), "he").isOwn());
        f.meta.failure.reset();
        must(f.room.remove(QStringLiteral("parking"), hebrew).result());
        QCOMPARE(f.meta.removed, QStringList{QStringLiteral("parking:he")});
        QCOMPARE(f.all().templates.size(), size_t(4));
        QCOMPARE(f.room.remove(QStringLiteral("parking"), hebrew).result().error().key,
                 QStringLiteral("template.gone"));
        must(f.room.keep(parking()).result());
        QCOMPARE(f.room.remove(reminder, hebrew).result().error().key, QStringLiteral("template.gone"));
    }

    void whatIsNoTemplateIsNotFound()
    {
        Fixture f(location());
        QVERIFY(f.room.handIn(QStringLiteral("nothing"), hebrew).result().error().code == ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDeskTemplateRoom)
#include "test_desktemplateroom.moc"
