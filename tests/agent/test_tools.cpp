// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolbench.h"

using namespace delpek;
using namespace delpek::test;
using base::Json;

namespace
{

const QString NoaPhone = QStringLiteral("+972550010101");
const QString AzoulayPhone = QStringLiteral("+972550010107"); // a mother and two children
const Json Noa{{"name", "נועה שרעבי"}, {"birth_date", "1991-04-29"}};
const QString MohammadPhone = QStringLiteral("+972550010118"); // has a visit
const Json Mohammad{{"name", "מוחמד עאבד"}, {"birth_date", "1999-01-09"}};
const Json Ronit{{"name", "רונית אזולאי"}, {"birth_date", "1986-01-30"}};
const Json Slot{{"doctor", "shaked"}, {"treatment", "cleaning"}, {"start", "2026-03-05T09:30"}, {"minutes", 45}};

Json with(Json base, const Json& more)
{
    base.update(more);
    return base;
}

/// For a readable difference.
QString text(const Json& json)
{
    return base::toCompactText(json);
}

Json without(Json base, const char* key)
{
    base.erase(key);
    return base;
}

} // namespace

/// Every tool as a brain meets it: what it refuses and in which words, what it gives, what it does.
class TestTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ToolBench>(NoaPhone); }

    void thereAreFifteenWithClosedSchemas()
    {
        QStringList names;
        for (const auto& [name, tool] : m_bench->tools()) {
            names << name;
            const Json schema = tool->schema();
            QVERIFY2(!base::boolAt(schema, "additionalProperties", true), qPrintable(name));
            QVERIFY2(!base::textAt(schema, "description").isEmpty(), qPrintable(name));
            QCOMPARE(base::textAt(schema, "type"), QStringLiteral("object"));
            for (const auto& required : base::at(schema, "required")) {
                QVERIFY2(base::at(schema, "properties").contains(required.get<std::string>()), qPrintable(name));
            }
        }
        QCOMPARE(names.join(QLatin1Char(' ')),
                 QStringLiteral("cancel_appointment create_appointment get_available_slots get_clinic_info "
                                "get_invoice_details get_patient_allergies get_patient_appointments "
                                "get_patient_invoices get_patient_notes get_prices get_treatment_plan hold_slot "
                                "join_waiting_list move_appointment search_patient"));
    }

    void refusesWhatDoesNotBelong_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* tool, const Json& arguments, const char* says) {
            QTest::addRow("%s: %s", tool, says)
                << QByteArray(tool) << base::toBytes(arguments) << QString::fromLatin1(says);
        };
        row("get_clinic_info", {{"a", 1}}, "arguments.a is no member of this tool; leave it out");
        row("get_clinic_info", Json::array(), "arguments must be of type object");
        row("get_prices", {{"treatment", 3}}, "arguments.treatment must be of type string");
        row("get_prices", {{"treatment", std::string(41, 'a')}}, "arguments.treatment must have at most 40 characters");
        row("get_prices", {{"price", "x"}}, "arguments.price is no member of this tool; leave it out");
        row("get_available_slots", Json::object(), "arguments lacks the member treatment; add it");
        row("get_available_slots", {{"treatment", "cleaning"}, {"date", "5.3.2026"}},
            "arguments.date must be a day such as 2026-03-05");
        row("get_available_slots", {{"treatment", "cleaning"}, {"date", "2026-02-30"}},
            "arguments.date must be a day such as 2026-03-05");
        row("get_available_slots", {{"treatment", "cleaning"}, {"time", "9:30"}},
            "arguments.time must be a time of the day such as 09:30");
        row("get_available_slots", {{"treatment", "cleaning"}, {"time", "24:00"}},
            "arguments.time must be a time of the day such as 09:30");
        row("get_available_slots", {{"treatment", "cleaning"}, {"part", "night"}},
            R"(arguments.part must be one of ["morning","noon","afternoon","evening"])");
        row("get_available_slots", {{"treatment", "cleaning"}, {"without", "2026-03-05"}},
            "arguments.without must be of type array");
        row("get_available_slots", {{"treatment", "cleaning"}, {"without", {"2026-03-05", "soon"}}},
            "arguments.without[1] must be a day such as 2026-03-05");
        row("get_available_slots", {{"treatment", "cleaning"}, {"soonest", "yes"}},
            "arguments.soonest must be of type boolean");
        row("hold_slot", without(Slot, "start"), "arguments lacks the member start; add it");
        row("hold_slot", with(Slot, {{"start", "2026-03-05"}}),
            "arguments.start must be a day and time such as 2026-03-05T09:30");
        row("hold_slot", with(Slot, {{"start", "2026-03-05T09:30:00"}}),
            "arguments.start must be a day and time such as 2026-03-05T09:30");
        row("hold_slot", with(Slot, {{"minutes", 0}}), "arguments.minutes must be between 5 and 480");
        row("hold_slot", with(Slot, {{"minutes", 45.5}}), "arguments.minutes must be of type integer");
        row("hold_slot", with(Slot, {{"name", "x"}}), "arguments.name is no member of this tool; leave it out");
        row("search_patient", Json::object(), "arguments lacks the member name; add it");
        row("search_patient", {{"name", ""}}, "arguments.name must have at least 1 characters");
        row("search_patient", {{"name", "נועה"}, {"birth_date", "29.4.1991"}},
            "arguments.birth_date must be a day such as 2026-03-05");
        row("search_patient", with(Noa, {{"phone", "050"}}), "arguments.phone is no member of this tool; leave it out");
        row("get_patient_appointments", {{"birth_date", "1991-04-29"}}, "arguments lacks the member name; add it");
        row("get_patient_invoices", with(Noa, {{"patient", "p1"}}),
            "arguments.patient is no member of this tool; leave it out");
        row("get_invoice_details", Noa, "arguments lacks the member number; add it");
        row("get_invoice_details", with(Noa, {{"number", 7}}), "arguments.number must be of type string");
        row("get_patient_notes", {{"name", Json::array()}}, "arguments.name must be of type string");
        row("get_treatment_plan", {{"id", "p1"}}, "arguments lacks the member name; add it");
        row("get_patient_allergies", with(Noa, {{"birth_date", nullptr}}),
            "arguments.birth_date must be of type string");
        row("create_appointment", with(Slot, without(Noa, "birth_date")),
            "arguments lacks the member birth_date; add it");
        row("create_appointment", with(with(Slot, Noa), {{"person", "boss"}}),
            R"(arguments.person must be one of ["","child","spouse","parent","other"])");
        row("create_appointment", with(with(Slot, Noa), {{"price", 1}}),
            "arguments.price is no member of this tool; leave it out");
        row("move_appointment", with(Slot, Noa), "arguments lacks the member appointment; add it");
        row("cancel_appointment", Noa, "arguments lacks the member appointment; add it");
        row("cancel_appointment", with(Noa, {{"appointment", std::string(65, 'a')}}),
            "arguments.appointment must have at most 64 characters");
        row("join_waiting_list", with(Noa, {{"treatment", "cleaning"}, {"from", "soon"}}),
            "arguments.from must be a day such as 2026-03-05");
        row("join_waiting_list", Noa, "arguments lacks the member treatment; add it");
    }
    void refusesWhatDoesNotBelong()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, arguments);
        QFETCH(QString, says);
        const auto result = m_bench->call(tool.constData(), orEnd(base::parseJson(arguments)));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QCOMPARE(result.error().detail, says);
    }

    void tellsOfTheClinic()
    {
        const Json info = orEnd(m_bench->call("get_clinic_info", Json::object()));
        QCOMPARE(base::textAt(base::at(info, "name"), "en"), QStringLiteral("HaShen Dental"));
        QCOMPARE(info["hours"]["fri"][0].get<std::string>(), std::string("08:00-13:00"));
        QCOMPARE(info["doctors"].size(), 5u);
        QVERIFY(!info.contains("as_of"));
    }

    void tellsPrices_data()
    {
        QTest::addColumn<QString>("treatment");
        QTest::addColumn<int>("count");
        QTest::newRow("one") << QStringLiteral("crown") << 1;
        QTest::newRow("all") << QString() << 15;
        QTest::newRow("unknown") << QStringLiteral("haircut") << 0;
    }
    void tellsPrices()
    {
        QFETCH(QString, treatment);
        QFETCH(int, count);
        const Json arguments = treatment.isEmpty() ? Json::object() : Json{{"treatment", base::utf8(treatment)}};
        const Json prices = orEnd(m_bench->call("get_prices", arguments));
        QCOMPARE(int(prices["prices"].size()), count);
        if (count == 1) {
            QCOMPARE(prices["prices"][0]["minor"].get<int>(), 290000);
        }
    }

    void whatIsOfferedIsHeld_data()
    {
        QTest::addColumn<QByteArray>("wish");
        QTest::addColumn<int>("held");
        const auto row = [](const char* name, const Json& wish, int held) {
            QTest::newRow(name) << base::toBytes(wish) << held;
        };
        row("a few", {{"treatment", "cleaning"}, {"date", "2026-03-05"}}, 3);
        row("one exact time", {{"treatment", "cleaning"}, {"date", "2026-03-05"}, {"time", "09:30"}}, 1);
        row("what there is instead", {{"treatment", "cleaning"}, {"date", "2026-03-07"}}, 3);
    }
    void whatIsOfferedIsHeld()
    {
        QFETCH(QByteArray, wish);
        QFETCH(int, held);
        const Json answer = orEnd(m_bench->call("get_available_slots", orEnd(base::parseJson(wish))));
        const auto& told = answer["slots"].empty() ? answer["alternatives"] : answer["slots"];
        QCOMPARE(int(m_bench->held().size()), held);
        for (size_t i = 0; i < size_t(held); ++i) {
            const QString slot = QStringLiteral("conversation:7 %1 %2")
                                     .arg(base::textAt(told[i], "doctor"), base::textAt(told[i], "start"));
            QVERIFY2(m_bench->held().contains(slot), qPrintable(slot));
        }
    }

    void aHeldSlotIsNotOfferedToOthersUntilItIsOver()
    {
        const Json wish{{"treatment", "cleaning"}, {"date", "2026-03-05"}, {"time", "09:30"}};
        QVERIFY(base::boolAt(orEnd(m_bench->call("get_available_slots", wish)), "exact"));
        m_bench->turn.conversation.id = {8};
        QVERIFY(!base::boolAt(orEnd(m_bench->call("get_available_slots", wish)), "exact"));
        m_bench->clock.advance(std::chrono::minutes(11));
        QVERIFY(base::boolAt(orEnd(m_bench->call("get_available_slots", wish)), "exact"));
        QCOMPARE(m_bench->held(), QStringList(QStringLiteral("conversation:8 shaked 2026-03-05T09:30")));
    }

    void anotherOfferReplacesTheLast()
    {
        orEnd(m_bench->call("get_available_slots", {{"treatment", "cleaning"}, {"date", "2026-03-05"}}));
        orEnd(m_bench->call("get_available_slots", {{"treatment", "filling"}, {"date", "2026-03-08"}}));
        for (const QString& held : m_bench->held()) {
            QVERIFY2(held.contains(QStringLiteral(" levi 2026-03-08")), qPrintable(held));
        }
    }

    void holdsOneAndLetsTheOthersGo()
    {
        orEnd(m_bench->call("get_available_slots", {{"treatment", "cleaning"}, {"date", "2026-03-05"}}));
        const Json held = orEnd(m_bench->call("hold_slot", Slot));
        QCOMPARE(text(held), text(Json{{"held", true}, {"until", "2026-03-03T10:10"}}));
        QCOMPARE(m_bench->held(), QStringList(QStringLiteral("conversation:7 shaked 2026-03-05T09:30")));
    }

    void saysWhenASlotCannotBeHeldAnyMore()
    {
        orEnd(base::await(m_bench->book.book({QStringLiteral("desk"), QStringLiteral("p20"), QStringLiteral("shaked"),
                                              QStringLiteral("cleaning"),
                                              domain::LocalTime::fromText(QStringLiteral("2026-03-05T09:30")), 45})));
        QCOMPARE(text(orEnd(m_bench->call("hold_slot", Slot))), text(Json{{"held", false}}));
    }

    void whoIsEstablished_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("birthDate");
        QTest::addColumn<bool>("confirmed");
        const auto row = [](const char* label, const QString& phone, const char* name, const char* birthDate,
                            bool confirmed) {
            QTest::newRow(label) << phone << QString::fromUtf8(name) << QString::fromLatin1(birthDate) << confirmed;
        };
        row("one patient, name", NoaPhone, "נועה שרעבי", "", true);
        row("one patient, name in English", NoaPhone, "Noa Sharabi", "", true);
        row("one patient, words in turn", NoaPhone, "שרעבי נועה", "", true);
        row("one patient, a slip", NoaPhone, "נועה שרעבבי", "", true);
        row("one patient, first name alone", NoaPhone, "נועה", "", false);
        row("one patient, family name alone", NoaPhone, "שרעבי", "", false);
        row("one patient, other name", NoaPhone, "דנה כהן", "", false);
        row("one patient, name and date", NoaPhone, "נועה שרעבי", "1991-04-29", true);
        row("one patient, wrong date", NoaPhone, "נועה שרעבי", "1991-04-28", false);
        row("one patient, other name, right date", NoaPhone, "דנה כהן", "1991-04-29", false);
        row("family, name alone", AzoulayPhone, "רונית אזולאי", "", false);
        row("family, name and date", AzoulayPhone, "רונית אזולאי", "1986-01-30", true);
        row("family, the child's", AzoulayPhone, "יעל אזולאי", "2019-10-02", true);
        row("family, one's name with another's date", AzoulayPhone, "רונית אזולאי", "2019-10-02", false);
        row("family, date alone right", AzoulayPhone, "אזולאי", "2019-10-02", false);
        row("another's phone", QStringLiteral("+972550010102"), "נועה שרעבי", "1991-04-29", false);
        row("unknown phone", QStringLiteral("+972550029999"), "נועה שרעבי", "1991-04-29", false);
        row("no phone", QString(), "נועה שרעבי", "1991-04-29", false);
        row("two on the phone, other alphabet", QStringLiteral("+972550010110"), "Dmitry Morozov", "1979-12-19", true);
    }
    void whoIsEstablished()
    {
        QFETCH(QString, phone);
        QFETCH(QString, name);
        QFETCH(QString, birthDate);
        QFETCH(bool, confirmed);
        Json identity{{"name", base::utf8(name)}};
        if (!birthDate.isEmpty()) {
            identity["birth_date"] = base::utf8(birthDate);
        }
        for (const char* tool : {"search_patient", "get_patient_appointments", "get_patient_invoices",
                                 "get_patient_notes", "get_treatment_plan", "get_patient_allergies"}) {
            ToolBench bench(phone);
            const Json answer = orEnd(bench.call(tool, identity));
            QCOMPARE(base::boolAt(answer, "confirmed"), confirmed);
            if (!confirmed) {
                QCOMPARE(text(answer), text(Json{{"confirmed", false}, {"tries_left", 2}}));
            }
        }
    }

    void rightDetailsAreNotLookedAtOnceNoTryIsLeft()
    {
        const Json wrong{{"name", "דנה כהן"}, {"birth_date", "1990-01-01"}};
        for (int i = 0; i < 3; ++i) {
            Json guess = wrong;
            guess["birth_date"] = "1990-01-0" + std::to_string(i + 1);
            QCOMPARE(text(orEnd(m_bench->call("search_patient", guess))),
                     text(Json{{"confirmed", false}, {"tries_left", 2 - i}}));
        }
        QCOMPARE(text(orEnd(m_bench->call("get_patient_invoices", Noa))),
                 text(Json{{"confirmed", false}, {"tries_left", 0}}));
    }

    void tellsVisitsAndInvoicesOfThePatientAlone()
    {
        ToolBench bench(AzoulayPhone);
        const Json invoices = orEnd(bench.call("get_patient_invoices", Ronit));
        QCOMPARE(invoices["invoices"].size(), 1u);
        QCOMPARE(invoices["invoices"][0]["number"].get<std::string>(), std::string("INV/2026/0002"));
        const Json visits = orEnd(bench.call("get_patient_appointments", Ronit));
        QVERIFY(base::boolAt(visits, "confirmed"));
        QVERIFY(visits["appointments"].is_array());
    }

    void tellsWhatAnInvoiceIsFor_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("found");
        QTest::newRow("own") << QStringLiteral("INV/2026/0002") << true;
        QTest::newRow("own, in small letters") << QStringLiteral(" inv/2026/0002 ") << true;
        QTest::newRow("the child's") << QStringLiteral("INV/2026/0005") << false;
        QTest::newRow("somebody else's") << QStringLiteral("INV/2026/0007") << false;
        QTest::newRow("none") << QStringLiteral("INV/2026/9999") << false;
    }
    void tellsWhatAnInvoiceIsFor()
    {
        QFETCH(QString, number);
        QFETCH(bool, found);
        ToolBench bench(AzoulayPhone);
        const Json answer = orEnd(bench.call("get_invoice_details", with(Ronit, {{"number", base::utf8(number)}})));
        if (!found) {
            QCOMPARE(text(answer), text(Json{{"confirmed", true}, {"found", false}}));
            return;
        }
        QCOMPARE(answer["invoice"]["lines"].size(), 1u);
        QCOMPARE(answer["invoice"]["lines"][0]["amount"]["minor"].get<int>(), 22000);
        QVERIFY(answer["invoice"]["payments"].is_array());
    }

    void draftsAreNoInvoices()
    {
        ToolBench bench(QStringLiteral("+972550010113"));
        const Json yosef{{"name", "יוסף ביטון"}};
        const QString all = base::toCompactText(orEnd(bench.call("get_patient_invoices", yosef)));
        QVERIFY(all.contains(QStringLiteral("INV/2025/0401")) && !all.contains(QStringLiteral("INV/2026/0018")));
        QVERIFY(!base::boolAt(orEnd(bench.call("get_invoice_details", with(yosef, {{"number", "INV/2026/0018"}}))),
                              "found"));
    }

    void notesTellNoWord()
    {
        const Json answer = orEnd(m_bench->call("get_patient_notes", Noa));
        QCOMPARE(answer["notes"].size(), 1u);
        QCOMPARE(text(answer["notes"][0]),
                 text(Json{{"date", "2026-01-22"}, {"by", {{"he", "ד\"ר רון לוי"}, {"en", "Dr. Ron Levi"}}}}));
    }

    void tellsThePlan()
    {
        ToolBench bench(QStringLiteral("+972550010110"));
        const Json answer =
            orEnd(bench.call("get_treatment_plan", {{"name", "אולגה מורוזוב"}, {"birth_date", "1982-03-25"}}));
        QCOMPARE(answer["plan"].size(), 2u);
        QCOMPARE(answer["plan"][0]["treatment"].get<std::string>(), std::string("root_canal"));
        QCOMPARE(answer["plan"][0]["tooth"].get<std::string>(), std::string("26"));
        QCOMPARE(answer["plan"][0]["name"]["he"].get<std::string>(), std::string("טיפול שורש"));
    }

    void tellsAllergies()
    {
        QCOMPARE(text(orEnd(m_bench->call("get_patient_allergies", Noa))),
                 text(Json{{"confirmed", true}, {"allergies", Json::array({"penicillin"})}}));
    }

    void booksOnceByReferenceAndHoldsNothingAfter()
    {
        orEnd(m_bench->call("get_available_slots", {{"treatment", "cleaning"}, {"date", "2026-03-05"}}));
        const Json first = orEnd(m_bench->call("create_appointment", with(Slot, Noa)));
        QVERIFY(base::boolAt(first, "booked"));
        QCOMPARE(m_bench->held(), QStringList());
        QCOMPARE(text(orEnd(m_bench->call("create_appointment", with(Slot, Noa)))), text(first));
        const auto other = m_bench->call("create_appointment", with(Slot, Noa), "r2");
        QCOMPARE(other.error().code, ErrorCode::Conflict);
    }

    void aSlotThatAnotherHoldsIsNotBooked()
    {
        m_bench->turn.conversation.id = {8};
        orEnd(m_bench->call("hold_slot", Slot));
        m_bench->turn.conversation.id = {7};
        QCOMPARE(m_bench->call("create_appointment", with(Slot, Noa)).error().code, ErrorCode::Conflict);
        m_bench->turn.conversation.id = {8};
        QVERIFY(m_bench->call("create_appointment", with(Slot, Noa), "r2"));
    }

    void changesOnlyTheOwnVisits()
    {
        ToolBench bench(MohammadPhone);
        const Json visits = orEnd(bench.call("get_patient_appointments", Mohammad));
        QVERIFY(!visits["appointments"].empty());
        const Json own{{"appointment", visits["appointments"][0]["id"]}};
        const Json others{{"appointment", "a31"}};
        QCOMPARE(bench.call("cancel_appointment", with(Mohammad, others)).error().code, ErrorCode::NotFound);
        QCOMPARE(bench.call("move_appointment", with(with(Slot, Mohammad), others)).error().code, ErrorCode::NotFound);
        const Json stranger{{"name", "דנה כהן"}, {"birth_date", "1991-04-29"}};
        QCOMPARE(bench.call("cancel_appointment", with(stranger, own)).error().code, ErrorCode::Forbidden);
        QVERIFY(base::boolAt(orEnd(bench.call("move_appointment", with(with(Slot, Mohammad), own))), "moved"));
        QCOMPARE(bench.held(), QStringList());
        QVERIFY(base::boolAt(orEnd(bench.call("cancel_appointment", with(Mohammad, own), "r3")), "cancelled"));
    }

    void waitsOnceByReference_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QByteArray>("wish");
        QTest::addColumn<QString>("patient");
        const Json wish = with(Noa, {{"treatment", "cleaning"}, {"from", "2026-03-09"}, {"to", "2026-03-12"}});
        QTest::newRow("known") << NoaPhone << base::toBytes(with(wish, {{"not_before", "15:00"}}))
                               << QStringLiteral("p1");
        QTest::newRow("unknown") << QStringLiteral("+972550029999") << base::toBytes(wish) << QString();
        QTest::newRow("by a stated phone")
            << QString() << base::toBytes(with(wish, {{"phone", "055-001-0101"}})) << QStringLiteral("p1");
    }
    void waitsOnceByReference()
    {
        QFETCH(QString, phone);
        QFETCH(QByteArray, wish);
        QFETCH(QString, patient);
        ToolBench bench(phone);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(text(orEnd(bench.call("join_waiting_list", orEnd(base::parseJson(wish))))),
                     text(Json{{"waiting", true}}));
        }
        const auto list = orEnd(base::await(bench.book.waitingList()));
        QCOMPARE(list.size(), 1u);
        QCOMPARE(list.front().patient, patient);
        QCOMPARE(list.front().name, QStringLiteral("נועה שרעבי"));
        QVERIFY(list.front().phone);
        QCOMPARE(list.front().from, QDate(2026, 3, 9));
    }

    void waitingNeedsAPhone()
    {
        ToolBench bench({});
        const auto result = bench.call("join_waiting_list", with(Noa, {{"treatment", "cleaning"}, {"phone", "*1234"}}));
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    }

    void aCacheSaysItsAgeAndTakesNoChange()
    {
        ToolBench bench(MohammadPhone);
        const Json visits = orEnd(bench.call("get_patient_appointments", Mohammad));
        bench.cachedAt = bench.clock.now() - std::chrono::minutes(40);
        for (const char* tool : {"search_patient", "get_patient_appointments", "get_patient_invoices",
                                 "get_patient_notes", "get_treatment_plan", "get_patient_allergies"}) {
            QCOMPARE(base::textAt(orEnd(bench.call(tool, Mohammad)), "as_of"), QStringLiteral("2026-03-03T09:20"));
        }
        QCOMPARE(base::textAt(orEnd(bench.call("get_prices", Json::object())), "as_of"),
                 QStringLiteral("2026-03-03T09:20"));
        const Json own{{"appointment", visits["appointments"][0]["id"]}};
        const std::pair<const char*, Json> changes[] = {
            {"get_available_slots", {{"treatment", "cleaning"}}},
            {"create_appointment", with(Slot, Mohammad)},
            {"move_appointment", with(with(Slot, Mohammad), own)},
            {"cancel_appointment", with(Mohammad, own)},
        };
        for (const auto& [tool, arguments] : changes) {
            const auto result = bench.call(tool, arguments);
            QVERIFY2(!result && result.error().code == ErrorCode::Unavailable, tool);
        }
        QCOMPARE(bench.held(), QStringList());
    }

    void recordsOutOfReachAreAnError()
    {
        m_bench->fault = Error{ErrorCode::Unavailable, {}, QStringLiteral("down"), {}};
        for (const char* tool : {"search_patient", "get_patient_appointments", "get_patient_invoices",
                                 "get_patient_notes", "get_treatment_plan", "get_patient_allergies"}) {
            QCOMPARE(m_bench->call(tool, Noa).error().code, ErrorCode::Unavailable);
        }
        QCOMPARE(m_bench->gate.left(), 3); // nobody was tried
    }

private:
    std::unique_ptr<ToolBench> m_bench;
};

QTEST_GUILESS_MAIN(TestTools)
#include "test_tools.moc"
