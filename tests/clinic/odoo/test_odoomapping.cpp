// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/calendar.h"
#include "clinic/odoo/notes.h"
#include "clinic/odoo/partners.h"
#include "clinic/odoo/profile.h"
#include "support/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace delpek;
using namespace delpek::clinic;
using namespace delpek::clinic::odoo;
using base::Json;

namespace
{

QString folder()
{
    return test::sourcePath("resources/odoo");
}

Json profileJson(const char* name)
{
    QFile file(folder() + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".json"));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    return base::parseJson(file.readAll()).value();
}

Mapping profile(const QString& name)
{
    return loadMapping(name, folder()).value();
}

/// A field as fields_get tells it.
Json field(const char* type)
{
    return Json{{"type", type}};
}

Json selection(std::initializer_list<const char*> words)
{
    Json options = Json::array();
    for (const char* word : words) {
        options.push_back(Json::array({word, "label"}));
    }
    return Json{{"type", "selection"}, {"selection", options}};
}

/// Every field of a mapping, each of the first type that its role takes; optional ones too when asked for.
ModelFields databaseOf(const Mapping& mapping, bool withOptional)
{
    static const std::map<QString, const char*> types{
        {QStringLiteral("start"), "datetime"},     {QStringLiteral("end"), "datetime"},
        {QStringLiteral("allDay"), "boolean"},     {QStringLiteral("firstDay"), "date"},
        {QStringLiteral("lastDay"), "date"},       {QStringLiteral("attendees"), "many2many"},
        {QStringLiteral("organiser"), "many2one"}, {QStringLiteral("active"), "boolean"},
        {QStringLiteral("busy"), "selection"},     {QStringLiteral("state"), "selection"},
        {QStringLiteral("text"), "text"},          {QStringLiteral("patient"), "many2one"},
        {QStringLiteral("doctor"), "many2one"},    {QStringLiteral("treatment"), "many2one"},
        {QStringLiteral("user"), "many2one"},      {QStringLiteral("calendar"), "many2one"},
        {QStringLiteral("resource"), "many2one"},  {QStringLiteral("birthDate"), "date"},
        {QStringLiteral("date"), "date"},          {QStringLiteral("dueDate"), "date"},
        {QStringLiteral("total"), "monetary"},     {QStringLiteral("due"), "monetary"},
        {QStringLiteral("currency"), "many2one"},  {QStringLiteral("lines"), "one2many"},
        {QStringLiteral("tags"), "many2many"},     {QStringLiteral("price"), "float"},
        {QStringLiteral("minutes"), "integer"},    {QStringLiteral("amount"), "monetary"},
        {QStringLiteral("record"), "integer"},     {QStringLiteral("country"), "many2one"},
        {QStringLiteral("payments"), "binary"},    {QStringLiteral("comment"), "html"}};
    ModelFields fields;
    for (const auto& [name, entity] : mapping.entities) {
        Json& model = fields[entity.model];
        for (const auto& [role, column] : entity.columns) {
            if ((withOptional || !column.isOptional) && column.field != QLatin1String("id")) {
                const auto type = types.find(role);
                model[base::utf8(column.field)] = field(type == types.end() ? "char" : type->second);
            }
        }
        for (const auto& term : entity.filter) {
            if (!model.contains(term[0].get<std::string>())) {
                model[term[0].get<std::string>()] = field("boolean");
            }
        }
        for (const auto& [constant, value] : entity.create.items()) {
            if (!constant.ends_with('?') && !model.contains(constant)) {
                model[constant] = field("char");
            }
        }
    }
    return fields;
}

std::vector<Mapping> profiles()
{
    return loadProfiles(folder()).value();
}

} // namespace

class TestOdooMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedProfilesAreWhole()
    {
        const auto all = loadProfiles(folder());
        QVERIFY2(all, all ? "" : qPrintable(all.error().detail));
        QCOMPARE(all->size(), 2U);
        for (const auto& mapping : *all) {
            QVERIFY(!mapping.title.he.isEmpty() && !mapping.title.en.isEmpty());
            QVERIFY(mapping.treatments.size() >= 15);
        }
        QVERIFY(profile(QStringLiteral("community")).hasAttendees());
        QVERIFY(!profile(QStringLiteral("dental")).hasAttendees());
    }

    void aFlawNamesPlaceAndRemedy_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* patch, const char* place) {
            QTest::newRow(name) << QString::fromLatin1(patch) << QString::fromLatin1(place);
        };
        row("unknown entity", R"([{"op":"add","path":"/appointmnt","value":{}}])", "/appointmnt");
        row("no name", R"([{"op":"remove","path":"/name"}])", "/name");
        row("no patients", R"([{"op":"remove","path":"/patient"}])", "/patient");
        row("model", R"([{"op":"replace","path":"/patient/model","value":"Res Partner"}])", "/patient/model");
        row("unknown role", R"([{"op":"add","path":"/patient/fields/shoe","value":"x_shoe"}])", "/patient/fields/shoe");
        row("field", R"([{"op":"replace","path":"/patient/fields/phone","value":"phone number"}])",
            "/patient/fields/phone");
        row("needed role", R"([{"op":"remove","path":"/patient/fields/name"}])", "/patient/fields/name");
        row("filter", R"([{"op":"add","path":"/patient/filter","value":["|"]}])", "/patient/filter");
        row("no end", R"([{"op":"remove","path":"/appointment/fields/end"}])", "/appointment/fields/start");
        row("nobody", R"([{"op":"remove","path":"/appointment/fields/attendees"}])", "/appointment/fields/patient");
        row("no mark", R"([{"op":"remove","path":"/appointment/fields/text"},
                           {"op":"remove","path":"/appointment/fields/reference"}])",
            "/appointment/fields/reference");
        row("no cancelling", R"([{"op":"remove","path":"/appointment/cancel"}])", "/appointment/cancel");
        row("deleting", R"([{"op":"replace","path":"/appointment/cancel","value":{"method":"unlink"}}])",
            "/appointment/cancel/method");
        row("private method", R"([{"op":"replace","path":"/appointment/cancel","value":{"method":"_cancel"}}])",
            "/appointment/cancel/method");
        row("values", R"([{"op":"replace","path":"/patient/values/gender","value":{"male":"m"}}])",
            "/patient/values/gender");
        row("twice", R"([{"op":"replace","path":"/treatments/1/id","value":"checkup"}])", "/treatments/1/id");
        row("zone", R"([{"op":"replace","path":"/clinic/timezone","value":"Israel/Haifa"}])", "/clinic/timezone");
        row("hours", R"([{"op":"add","path":"/clinic/hours","value":{"sun":["19:00-08:00"]}}])", "/clinic/hours/sun");
        row("grid", R"([{"op":"replace","path":"/grid","value":1}])", "/grid");
    }
    void aFlawNamesPlaceAndRemedy()
    {
        QFETCH(QString, patch);
        QFETCH(QString, place);
        const Json broken = profileJson("community").patch(base::parseJson(patch.toUtf8()).value());
        const auto flaws = flawsOf(broken);
        QCOMPARE(flaws.size(), 1U);
        QCOMPARE(flaws.front().place, place);
        QVERIFY(flaws.front().remedy.size() > 10);
        const auto parsed = parseMapping(broken);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
        QVERIFY(parsed.error().detail.contains(place));
    }

    void anOwnFileExtendsAProfile()
    {
        QTemporaryDir own;
        QFile file(own.filePath(QStringLiteral("ours.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"name": "ours", "extends": "dental", "grid": 10})");
        file.close();
        const auto mapping = loadMapping(file.fileName(), folder());
        QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().detail));
        QCOMPARE(mapping->grid, 10);
        QCOMPARE(mapping->entity("appointment").model, QStringLiteral("dental.appointment"));
        QCOMPARE(mapping->entity("invoice").model, QStringLiteral("account.move"));
        const auto missing = loadMapping(own.filePath(QStringLiteral("none.json")), folder());
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(missing.error().detail.contains(QStringLiteral("community")));
    }

    void theProfileIsFoundByItsFields()
    {
        const auto community = databaseOf(profile(QStringLiteral("community")), false);
        const QStringList installed{QStringLiteral("calendar"), QStringLiteral("contacts")};
        QCOMPARE(detect(profiles(), community, installed).mapping.name, QStringLiteral("community"));

        auto dental = community;
        for (const auto& [model, fields] : databaseOf(profile(QStringLiteral("dental")), true)) {
            dental[model].update(fields);
        }
        const auto found = detect(profiles(), dental, installed);
        QVERIFY2(found.flaws.empty(), qPrintable(describe(found.flaws)));
        QCOMPARE(found.mapping.name, QStringLiteral("dental"));

        // A module with the same model's name and other fields: a date and a shift, no time of day.
        auto other = dental;
        other[QStringLiteral("dental.appointment")] = Json{{"patient_id", field("many2one")},
                                                           {"doctor_id", field("many2one")},
                                                           {"date", field("date")},
                                                           {"shift_id", field("many2one")},
                                                           {"state", field("selection")}};
        QCOMPARE(detect(profiles(), other, installed).mapping.name, QStringLiteral("community"));
    }

    void whatIsMissingIsNamed()
    {
        auto fields = databaseOf(profile(QStringLiteral("community")), false);
        fields[QStringLiteral("calendar.event")].erase("stop");
        fields[QStringLiteral("res.partner")]["phone"] = field("many2one");
        const auto fitted = fit(profile(QStringLiteral("community")), fields);
        QCOMPARE(fitted.flaws.size(), 2U);
        QCOMPARE(fitted.flaws[0].place, QStringLiteral("/appointment/fields/end"));
        QCOMPARE(fitted.flaws[1].place, QStringLiteral("/patient/fields/phone"));
        QVERIFY(fitted.flaws[1].remedy.contains(QStringLiteral("many2one")));
    }

    void optionalFieldsAreLeftOutWhereTheyAreMissing()
    {
        const auto fitted =
            fit(profile(QStringLiteral("community")), databaseOf(profile(QStringLiteral("community")), false));
        QVERIFY2(fitted.flaws.empty(), qPrintable(describe(fitted.flaws)));
        QVERIFY(!fitted.mapping.entity("patient").has("mobile"));
        QVERIFY(fitted.mapping.entity("patient").create.empty());
        QVERIFY(fitted.mapping.entity("patient").has("phone"));
        auto withoutAccounting = databaseOf(profile(QStringLiteral("community")), false);
        withoutAccounting.erase(QStringLiteral("account.move"));
        QVERIFY(!fit(profile(QStringLiteral("community")), withoutAccounting).mapping.has("invoice"));
    }

    void theStateThatIsWrittenIsOneTheModuleHas()
    {
        auto fields = databaseOf(profile(QStringLiteral("dental")), true);
        fields[QStringLiteral("dental.appointment")]["state"] = selection({"draft", "cancelled"});
        const auto fitted = fit(profile(QStringLiteral("dental")), fields);
        QVERIFY2(fitted.flaws.empty(), qPrintable(describe(fitted.flaws)));
        QCOMPARE(fitted.mapping.entity("appointment").raw("state", QStringLiteral("booked")), Json("draft"));
        QCOMPARE(fitted.mapping.entity("appointment").raw("state", QStringLiteral("cancelled")), Json("cancelled"));
        fields[QStringLiteral("dental.appointment")]["state"] = selection({"new", "gone"});
        const auto strange = fit(profile(QStringLiteral("dental")), fields);
        QCOMPARE(strange.flaws.size(), 2U);
        QCOMPARE(strange.flaws[0].place, QStringLiteral("/appointment/values/state/booked"));
    }

    void numbersAreSearchedAndComparedInAnySpelling_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<bool>("same");
        for (const char* stored :
             {"055-005-0123", "+972 55 005 0123", "00972550050123", "972-55-0050123", "(055) 005 01 23",
              "+972-(0)55-005-0123", "055.005.0123", "03-555-0100 / 055-005-0123"}) {
            QTest::newRow(stored) << QString::fromLatin1(stored) << true;
        }
        QTest::newRow("marks of direction") << QStringLiteral("\u202a055\u00a0005\u20110123\u202c") << true;
        QTest::newRow("another end") << QStringLiteral("055-005-0124") << false;
        QTest::newRow("another area") << QStringLiteral("052-005-0123") << false;
        QTest::newRow("empty") << QString() << false;
    }
    void numbersAreSearchedAndComparedInAnySpelling()
    {
        QFETCH(QString, stored);
        QFETCH(bool, same);
        const auto mapping = profile(QStringLiteral("community"));
        const auto phone = domain::Phone::parse(QStringLiteral("0550050123")).value();
        const Json row{
            {"id", 7}, {"phone", stored.isEmpty() ? Json(false) : Json(base::utf8(stored))}, {"mobile", false}};
        QCOMPARE(hasPhone(mapping.entity("patient"), row, phone, QStringLiteral("IL")), same);
        const Call call = findByPhone(mapping.entity("patient"), phone);
        QVERIFY(call.args.dump().find("5%0%0%5%0%1%2%3") != std::string::npos);
    }

    void marksAreFoundAgainAndNotSeen()
    {
        const Mark mark{MarkKind::Booked, QStringLiteral("turn:17_ב% [x]"), QStringLiteral("a b")};
        const QString html = withMark(QStringLiteral("<p>Call first &amp; bring x-rays<br>שורה</p>"), mark);
        QVERIFY(html.contains(toText(mark)));
        QVERIFY(toText(mark).startsWith(searchText(MarkKind::Booked, mark.reference)));
        for (const char* special : {"%", "_", "\\", "<", "&"}) {
            QVERIFY(!toText(mark).contains(QLatin1String(special)));
        }
        const QString text = textFromHtml(html);
        QCOMPARE(marksIn(text), std::vector<Mark>{mark});
        QCOMPARE(withoutMarks(text).trimmed(), QStringLiteral("Call first & bring x-rays\nשורה"));
        QVERIFY(marksIn(withoutMark(html, MarkKind::Booked)).empty());
        QVERIFY(marksIn(withoutMark(html, MarkKind::Booked, QStringLiteral("other"))).size() == 1);
    }

    void notesAreReadAsText_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("כאב בלעיסה") << QStringLiteral("כאב בלעיסה");
        QTest::newRow("paragraphs") << QStringLiteral("<div><p>One</p><p>Two&nbsp;3 &lt; 4</p></div>")
                                    << QStringLiteral("One\nTwo 3 < 4");
        QTest::newRow("script") << QStringLiteral("<p>a</p><script>alert(1)</script><style>p{}</style>b")
                                << QStringLiteral("a\nb");
        QTest::newRow("numbers") << QStringLiteral("&#1488;&#x5d1; &amp;lt;") << QStringLiteral("אב &lt;");
    }
    void notesAreReadAsText()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(textFromHtml(html), text);
    }

    void hoursFollowTheZoneOverTheChangeOfTheClocks()
    {
        // 08:00 in Jerusalem is 06:00 UTC in winter and 05:00 in summer; the calendar is in UTC, as a fresh Odoo's.
        WorkCalendar calendar;
        calendar.id = 1;
        calendar.zone = QTimeZone::utc();
        for (int weekday = 1; weekday <= 7; ++weekday) {
            calendar.attendances.push_back({weekday, 6 * 60, 10 * 60, {}, {}, {}, 0});
        }
        const QTimeZone clinic("Asia/Jerusalem");
        const auto winter =
            presence(calendar, 0, calendar.zone, clinic, QStringLiteral("5"), QDate(2026, 3, 22), QDate(2026, 3, 26));
        QCOMPARE(winter.hours[0].front().from, QTime(8, 0));
        const auto both =
            presence(calendar, 0, calendar.zone, clinic, QStringLiteral("5"), QDate(2026, 3, 22), QDate(2026, 4, 4));
        QCOMPARE(both.hours[0].front().from, QTime(8, 0));
        QCOMPARE(both.hours[0].front().to, QTime(13, 0));
        // Each Sunday lacks an hour at one end.
        const BusySpan first{
            QStringLiteral("5"), {QDate(2026, 3, 22), QTime(12, 0)}, {QDate(2026, 3, 22), QTime(13, 0)}};
        const BusySpan second{
            QStringLiteral("5"), {QDate(2026, 3, 29), QTime(8, 0)}, {QDate(2026, 3, 29), QTime(9, 0)}};
        const auto has = [&](const BusySpan& wanted) {
            return std::any_of(both.gaps.begin(), both.gaps.end(), [&](const BusySpan& gap) {
                return gap.doctor == wanted.doctor && gap.from == wanted.from && gap.to == wanted.to;
            });
        };
        QVERIFY(has(first));
        QVERIFY(has(second));
    }

    void twoWeeksAlternate()
    {
        // The server's rule: the parity of whole weeks since the year one.
        QCOMPARE(weekParity(QDate(2026, 3, 1)), 1 - weekParity(QDate(2026, 3, 8)));
        QCOMPARE(weekParity(QDate(2026, 3, 2)), weekParity(QDate(2026, 3, 8)));
        WorkCalendar calendar;
        calendar.isTwoWeeks = true;
        calendar.zone = QTimeZone("Asia/Jerusalem");
        calendar.attendances.push_back({1, 8 * 60, 12 * 60, 0, {}, {}, 0});
        calendar.attendances.push_back({1, 13 * 60, 17 * 60, 1, {}, {}, 0});
        const auto there = presence(calendar, 0, calendar.zone, calendar.zone, QStringLiteral("5"), QDate(2026, 3, 1),
                                    QDate(2026, 3, 14));
        QCOMPARE(there.hours[1].size(), 2U);
        QCOMPARE(there.gaps.size(), 2U);
        QCOMPARE(there.gaps[0].from.date, QDate(2026, 3, 2));
        QCOMPARE(there.gaps[1].from.date, QDate(2026, 3, 9));
        QVERIFY(there.gaps[0].from.time != there.gaps[1].from.time);
    }

    void breaksAndOthersHoursDoNotCount()
    {
        const Json calendars = Json::array({{{"id", 3}, {"tz", "Asia/Jerusalem"}, {"two_weeks_calendar", false}}});
        const auto attendance = [](const char* day, double from, double to, const char* period, Json resource) {
            return Json{{"id", 1},
                        {"calendar_id", {3, "Week"}},
                        {"dayofweek", day},
                        {"hour_from", from},
                        {"hour_to", to},
                        {"day_period", period},
                        {"date_from", false},
                        {"date_to", "2026-12-31"},
                        {"resource_id", std::move(resource)}};
        };
        const auto read =
            calendarsFrom(calendars, Json::array({attendance("6", 8, 12.5, "morning", false),
                                                  attendance("6", 12.5, 13, "lunch", false),
                                                  attendance("6", 13, 24, "afternoon", false),
                                                  attendance("6", 6, 8, "morning", Json::array({9, "Another"}))}));
        const auto there = presence(read.at(3), 4, read.at(3).zone, read.at(3).zone, QStringLiteral("5"),
                                    QDate(2026, 3, 1), QDate(2026, 3, 7));
        QCOMPARE(there.hours[0].size(), 2U);
        QCOMPARE(there.hours[0][0].from, QTime(8, 0));
        QCOMPARE(there.hours[0][0].to, QTime(12, 30));
        QCOMPARE(there.hours[0][1].to, QTime(23, 59, 59, 999));
        const auto later = presence(read.at(3), 4, read.at(3).zone, read.at(3).zone, QStringLiteral("5"),
                                    QDate(2027, 1, 3), QDate(2027, 1, 9));
        QVERIFY(later.hours[0].empty());
    }

    void aDayOfTheHolidayIsClosedAndItsEveIsNot()
    {
        const QTimeZone zone("Asia/Jerusalem");
        domain::WeeklyHours hours;
        hours.fill({{QTime(8, 0), QTime(19, 0)}});
        const auto at = [&](QDate date, int hour) { return domain::toInstant({date, QTime(hour, 0)}, zone); };
        const std::vector<Leave> leaves{{0, 0, at({2026, 4, 1}, 13), at({2026, 4, 3}, 0), {}},
                                        {0, 7, at({2026, 4, 5}, 0), at({2026, 4, 7}, 0), {}}};
        QCOMPARE(closedDays(leaves, 1, hours, zone), std::vector<QDate>{QDate(2026, 4, 2)});
    }
};

QTEST_GUILESS_MAIN(TestOdooMapping)
#include "test_odoomapping.moc"
