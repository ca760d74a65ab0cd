// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/book.h"
#include "agent/service/matching.h"
#include "agent/service/servicefile.h"
#include "agent/service/textcheck.h"
#include "base/file.h"
#include "support/paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using agent::service::Book;
using agent::service::Role;
using agent::service::Service;
using base::Json;

namespace
{

const QString resources = test::sourcePath() + QStringLiteral("/resources");

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

Json words(const char* he, const char* en)
{
    return {{"he", he}, {"en", en}};
}

/// A small form that is right.
Json parking()
{
    return {{"id", "parking"},
            {"name", words("חניה", "Parking")},
            {"keywords", {{"he", {"חניה"}}, {"en", {"parking place"}}}},
            {"by", "form"},
            {"fields",
             {{{"key", "plate"}, {"label", words("רכב", "Car")}, {"ask", words("מה מספר הרכב?", "Which car?")}},
              {{"key", "side"},
               {"label", words("צד", "Side")},
               {"ask", words("איזה צד?", "Which side?")},
               {"type", "choice"},
               {"options",
                {{{"value", "left"}, {"label", words("שמאל", "Left")}},
                 {{"value", "right"}, {"label", words("ימין", "Right")}}}}}}},
            {"done", words("תודה.", "Thank you.")}};
}

/// The fault that a service's file has; empty for none.
QString faultOf(const Json& json, const QString& file = QStringLiteral("/own/parking.json"))
{
    const auto parsed = agent::service::parseService(json, file);
    return parsed ? QString() : parsed.error().detail;
}

Json with(const char* place, const Json& value)
{
    Json json = parking();
    json[Json::json_pointer(place)] = value;
    return json;
}

Json without(const char* member)
{
    Json json = parking();
    json.erase(member);
    return json;
}

void write(const QTemporaryDir& folder, const QString& name, const Json& json)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(base::toBytes(json));
}

QStringList idsOf(const Book& book)
{
    QStringList ids;
    for (const auto& service : book.services()) {
        ids << service.id;
    }
    return ids;
}

} // namespace

/// Services as data, and which one a message is routed to.
class TestServiceData : public QObject
{
    Q_OBJECT

    std::unique_ptr<Book> m_shipped;

private Q_SLOTS:
    void initTestCase()
    {
        auto book = Book::load(resources);
        QVERIFY2(book, qPrintable(book ? QString() : book.error().detail));
        m_shipped = std::move(*book);
    }

    void threeComeWithTheProduct()
    {
        QCOMPARE(idsOf(*m_shipped), QStringList({u("human_contact"), u("information"), u("parents")}));
        QVERIFY(m_shipped->find(u("parents"))->asksCode);
        QVERIFY(m_shipped->find(u("human_contact"))->keepsClinicHours);
        QVERIFY(!m_shipped->find(u("parking")));
    }

    void theGuardLetsTheShippedTextsPass()
    {
        const auto guard = safety::Guard::load(resources + u("/rules"));
        QVERIFY(guard);
        for (const auto& service : m_shipped->services()) {
            const QStringList refused = agent::service::refusedTexts(service, **guard);
            QVERIFY2(refused.isEmpty(), qPrintable(service.id + refused.join(u("; "))));
        }
    }

    void theGuardLetsPassWhatIsSaidAroundForms()
    {
        const auto guard = safety::Guard::load(resources + u("/rules"));
        const auto json = base::readJsonFile(resources + u("/agents/servicetexts.json"));
        QStringList refused;
        for (const auto& [key, entry] : json->items()) {
            for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
                safety::GuardContext context;
                context.language = language;
                const QString text = base::textAt(entry, language == domain::Language::Hebrew ? "he" : "en")
                                         .remove(QRegularExpression(u("\\{[a-z]+\\}")));
                const bool isSaid = !key.starts_with("words.");
                if (const auto verdict = (*guard)->judge(text, context); isSaid && !verdict.allowed) {
                    refused << QString::fromStdString(key) + QLatin1Char(' ') + verdict.rules.join(u(", "));
                }
            }
        }
        QVERIFY2(refused.isEmpty(), qPrintable(refused.join(u("; "))));
    }

    void theGuardNamesWhatAFixedTextMayNotSay()
    {
        const auto guard = safety::Guard::load(resources + u("/rules"));
        auto service = **agent::service::parseService(parking(), u("parking.json"));
        service.done.forms[size_t(domain::Language::English)].fill(u("A cleaning costs ₪250. Take ibuprofen."));
        const QStringList refused = agent::service::refusedTexts(service, **guard);
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused[0].startsWith(u("/done/en: ")));
        QVERIFY(refused[0].contains(u("guard.price")));
        QVERIFY(refused[0].contains(u("guard.medicine")));
    }

    void aRightFileIsTaken()
    {
        const auto parsed = agent::service::parseService(parking(), u("/own/parking.json"));
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().detail));
        QVERIFY(parsed->has_value());
        QCOMPARE((*parsed)->fields.size(), size_t(2));
        QCOMPARE((*parsed)->fields[1].options[1].value, u("right"));
        const auto& keywords = (*parsed)->keywords;
        QCOMPARE(keywords.size(), size_t(2));
        QCOMPARE(keywords[0].written, u("חניה"));
        QCOMPARE(keywords[1].written, u("parking place"));
        QCOMPARE((*parsed)->minutes, 60);
    }

    void aWrongFileNamesFilePlaceAndRemedy_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char* name, const Json& json, const char* fault) {
            QTest::newRow(name) << base::toCompactText(json) << u(fault);
        };
        row("another name", with("/id", "garage"), "/id: write the name of the file, parking");
        row("a slip of the pen", with("/keyword", "x"), "\"keyword\" is not known here");
        row("no keywords", without("keywords"), "/keywords: name at least one word");
        row("one language", with("/done", {{"he", "תודה"}}), "/done/en: a text is needed here");
        row("a form of address is missing", with("/done/he", {{"neutral", "א"}, {"female", "ב"}}),
            "/done/he/male: a text is needed here");
        row("a placeholder", with("/done/en", "Call {doctor}."), "\"{doctor}\" is not filled in");
        row("a type", with("/fields/0/type", "number"), "/fields/0/type: write one of text, date, choice");
        row("one option", with("/fields/1/options", Json::array()), "/fields/1/options: a choice needs 2 to 10");
        row("options of a text", with("/fields/0/options", Json::array()), "only a choice has options");
        row("a long label", with("/fields/0/label/en", "The number of your car"), "a label has at most 20 characters");
        row("a key twice", with("/fields/1/key", "plate"), "/fields/1/key: this key is taken");
        row("no fields", without("fields"), "/fields: a form needs at least one");
        row("nothing at the end", without("done"), "/done: say what is answered when the form was handed in");
        row("hours", with("/hours", {{"sun", {"19:00-08:00"}}}), "/hours/sun/0: write the hours as 08:00-19:00");
        row("hours without words", with("/hours", "clinic"), "/closed: say what is answered outside the hours");
        row("an announcement",
            with("/announcements",
                 {{{"from", "2026-04-02T00:00"}, {"until", "2026-04-01T00:00"}, {"text", words("א", "a")}}}),
            "/announcements/0/until: the end comes after the beginning");
        row("a role", with("/roles", {"neighbour"}), "/roles/0: write one of known, new, parent");
        row("a parent without a code", with("/roles", {"parent"}), "/roles: one becomes a parent by the code");
        row("visits without a code", with("/tells_visits", true), "/tells_visits: visits are told");
        row("a prompt of a form", with("/prompt", "Be kind."), "/prompt: only an agent reads a prompt");
        row("minutes", with("/minutes", 0), "/minutes: write a whole number from 1 to 1440");
    }

    void aWrongFileNamesFilePlaceAndRemedy()
    {
        QFETCH(QString, json);
        QFETCH(QString, fault);
        const QString found = faultOf(*base::parseJson(json.toUtf8()));
        QVERIFY2(found.startsWith(u("/own/parking.json, ")), qPrintable(found));
        QVERIFY2(found.contains(fault), qPrintable(found));
    }

    void theClinicsOwnGoBeforeTheShipped()
    {
        const QTemporaryDir own;
        write(own, u("parking.json"), parking());
        write(own, u("information.json"), {{"id", "information"}, {"off", true}});
        const auto book = Book::load(resources, own.path());
        QVERIFY2(book, qPrintable(book ? QString() : book.error().detail));
        QCOMPARE(idsOf(**book), QStringList({u("human_contact"), u("parents"), u("parking")}));
        const auto missing = Book::load(resources, own.filePath(u("none")));
        QVERIFY(!missing);
        QVERIFY(missing.error().detail.contains(u("there is no such folder")));
    }

    void aMessageIsRoutedByItsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("service");
        const auto row = [](const char* text, const char* service) { QTest::newRow(text) << u(text) << u(service); };
        row("אפשר לקבל מידע על המרפאה?", "information");
        row("שלום, מידע כללי בבקשה", "information");
        row("General information, please!", "information");
        row("יש לי קוד הורים", "parents");
        row("צריך אישור לגן", "parents");
        row("I NEED A SCHOOL NOTE", "parents");
        row("נציג", "human_contact");
        row("רוצה לדבר עם הנציגה", "human_contact");
        row("can I talk to a person", "human_contact");
        row("מידע על השתלות", "");
        row("אפשר תור לניקוי?", "");
        row("a note about my appointment at school next week", "");
        // Keywords are whole words, one behind the other.
        row("המידע שקיבלתי היה על מרפאה אחרת", "");
        // A long message is about more.
        row("נציג שלכם התקשר אליי אתמול ואמר שצריך לבוא לביקורת אבל לא הבנתי מתי ולמי", "");
    }

    void aMessageIsRoutedByItsWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, service);
        const auto match = agent::service::matchService(language::readText(text), m_shipped->services(), Role::New,
                                                        domain::LocalTime::fromText(u("2026-03-03T10:00")), {});
        QCOMPARE(match ? match->service->id : QString(), service);
    }

    void theLongestKeywordCounts()
    {
        auto general = **agent::service::parseService(parking(), u("parking.json"));
        auto special = general;
        special.id = u("disabled_parking");
        special.keywords = {u("חניה נגישה")};
        const std::vector<Service> services{general, special};
        const auto match = agent::service::matchService(language::readText(u("יש חניה נגישה?")), services, Role::Known,
                                                        domain::LocalTime::fromText(u("2026-03-03T10:00")), {});
        QVERIFY(match);
        QCOMPARE(match->service->id, u("disabled_parking"));
        QCOMPARE(match->keyword, u("חניה נגישה"));
    }

    void rolesAreKept()
    {
        auto service = **agent::service::parseService(parking(), u("parking.json"));
        QVERIFY(mayUse(service, Role::New));
        service.roles = {Role::Known};
        QVERIFY(mayUse(service, Role::Known));
        QVERIFY(!mayUse(service, Role::New));
        service.roles = {Role::Parent};
        QVERIFY(!mayUse(service, Role::Known));
        service.asksCode = true; // one becomes a parent by the code
        QVERIFY(mayUse(service, Role::Known));
    }

    void hoursAndAnnouncementsAreTimed()
    {
        const auto at = [](const char* text) { return domain::LocalTime::fromText(u(text)); };
        auto service = **agent::service::parseService(parking(), u("parking.json"));
        QVERIFY(isOpenAt(service, at("2026-03-07T03:00"), {}));
        service.hours = domain::WeeklyHours{};
        (*service.hours)[2] = {{QTime(8, 0), QTime(13, 0)}}; // Tuesday
        QVERIFY(isOpenAt(service, at("2026-03-03T08:00"), {}));
        QVERIFY(!isOpenAt(service, at("2026-03-03T13:00"), {}));
        QVERIFY(!isOpenAt(service, at("2026-03-04T10:00"), {}));
        domain::ClinicInfo clinic;
        clinic.hours = *service.hours;
        clinic.closed = {QDate(2026, 3, 10)};
        service.hours.reset();
        service.keepsClinicHours = true;
        QVERIFY(isOpenAt(service, at("2026-03-03T10:00"), clinic));
        QVERIFY(!isOpenAt(service, at("2026-03-03T20:00"), clinic));
        QVERIFY(!isOpenAt(service, at("2026-03-10T10:00"), clinic));
        QVERIFY(isOpenAt(service, at("2026-03-03T20:00"), {})); // not known when the clinic is open
        service.announcements = {{at("2026-03-03T10:00"), at("2026-03-04T10:00"), {}}};
        QVERIFY(announcedAt(service, at("2026-03-03T09:59")).empty());
        QCOMPARE(announcedAt(service, at("2026-03-03T10:00")).size(), size_t(1));
        QVERIFY(announcedAt(service, at("2026-03-04T10:00")).empty());
    }
};

QTEST_GUILESS_MAIN(TestServiceData)
#include "test_servicedata.moc"
