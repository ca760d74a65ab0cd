// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odooasker.h"

using namespace delpek;
using namespace delpek::clinic::odoo;
using namespace delpek::tests;
using base::at;
using simulation::OdooDouble;

/// The double refuses what an Odoo refuses, and spoils in silence what an Odoo spoils.
class TestOdooDouble : public AskedOdoo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void valuesAreTakenAsOdooTakesThem_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("given"); // JSON
        QTest::addColumn<QString>("read");  // JSON, or the end of the refusal's key
        const auto row = [](const char* name, const char* field, const char* given, const char* read) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(given)
                                << QString::fromLatin1(read);
        };
        row("an id", "country_id", "1", R"([1,"Israel"])");
        row("an id as text empties", "country_id", R"("1")", "false");
        row("an id as a pair empties", "country_id", R"([1,"Israel"])", "false");
        row("an id as a float empties", "country_id", "1.0", "false");
        row("true empties", "country_id", "true", "false");
        row("an id that is not there", "country_id", "999", "Rule");
        row("empty text stays text", "street", R"("")", R"("")");
        row("false empties text", "street", "false", "false");
        row("a list is no text", "street", "[1]", "Mapping");
        row("a choice", "company_type", R"("company")", R"("company")");
        row("no choice", "company_type", R"("robot")", "Mapping");
        row("a script is stripped", "comment", R"("<p>a</p><script>x()</script>")", R"("<p>a</p>")");
        row("a number as text", "customer_rank", R"("7")", "7");
        row("no number", "customer_rank", R"("seven")", "Mapping");
        row("beyond 32 bits", "customer_rank", "3000000000", "Fault");
        row("ids set", "category_id", "[]", "[]");
        row("clear", "category_id", "[[5]]", "[]");
        row("no command", "category_id", R"(["a"])", "Mapping");
        row("an unknown field", "shoe_size", "1", "Mapping");
    }

    void valuesAreTakenAsOdooTakesThem()
    {
        QFETCH(QString, field);
        QFETCH(QString, given);
        QFETCH(QString, read);
        const std::string name = field.toStdString();
        const qint64 id = m_clinic->odoo->create(partner, {{"name", "Test"}, {"country_id", 1}});
        const auto written =
            ask(partner, "write", Json::array({Json::array({id}), Json{{name, Json::parse(given.toStdString())}}}));
        if (!written) {
            QCOMPARE(keyOf(written), read);
            return;
        }
        QCOMPARE(QString::fromStdString(readOne(partner, id, name.c_str()).dump()), read);
    }

    void momentsAreTakenInOneForm_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* start, const char* read) {
            QTest::newRow(start) << QString::fromLatin1(start) << QString::fromLatin1(read);
        };
        row("2026-02-12 09:00:00", "2026-02-12 09:00:00");
        row("2026-02-12 09:00", "2026-02-12 09:00:00");
        row("2026-02-12", "2026-02-12 00:00:00");
        row("2026-02-12T09:00:00", "Mapping");
        row("2026-02-12 09:00:00Z", "Mapping");
        row("2026-02-12 09:00:00+02:00", "Mapping");
        row("2026-02-12 09:00:00.5", "Mapping");
        row("tomorrow", "Mapping");
    }

    void momentsAreTakenInOneForm()
    {
        QFETCH(QString, start);
        QFETCH(QString, read);
        const auto made =
            ask(eventModel, "create", Json::array({visit(*m_clinic, qPrintable(start), "2026-02-12 10:00:00")}));
        QCOMPARE(made ? QString::fromStdString(readOne(eventModel, *made, "start").get<std::string>()) : keyOf(made),
                 read);
    }

    void emptyIsFalse()
    {
        const auto id = m_clinic->odoo->create(partner, {{"name", "Empty"}});
        const auto rows = ask(
            partner, "read", Json::array({Json::array({id}), {"phone", "country_id", "category_id", "customer_rank"}}));
        QVERIFY(rows);
        QCOMPARE(rows->front().dump(), std::string(R"({"category_id":[],"country_id":false,"customer_rank":0,"id":)" +
                                                   std::to_string(id) + R"(,"phone":false})"));
        // Text that was written as empty is not found as empty.
        m_clinic->odoo->write(partner, id, {{"phone", ""}});
        const auto found = ask(partner, "search", Json::array({{{"id", "=", id}, {"phone", "=", false}}}));
        QVERIFY(found->empty());
    }

    void domainsAreReadAsOdooReadsThem_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("found"); // clinic ids, or the end of the refusal's key
        const auto row = [](const char* name, const char* domain, const char* found) {
            QTest::newRow(name) << QString::fromUtf8(domain) << QString::fromLatin1(found);
        };
        row("equal", R"([["ref","=","p1"]])", "p1");
        row("or", R"(["|",["ref","=","p1"],["ref","=","p2"]])", "p1 p2");
        row("not", R"(["!",["ref","!=","p1"]])", "p1");
        row("in", R"([["ref","in",["p2","p1","nobody"]]])", "p1 p2");
        row("not in leaves empty ones in", R"([["ref","not in",["p1"]],["ref","=","p1"]])", "");
        row("ilike wraps", R"([["name","ilike","שרעבי"],["ref","=","p1"]])", "p1");
        row("a percent is a wildcard", R"([["phone","ilike","5%0%0%1%0%1%0%1"]])", "p1");
        row("a backslash takes that away", R"([["phone","ilike","5\\%1"]])", "");
        row("=like does not wrap", R"([["ref","=like","p"]])", "");
        row("a path", R"([["country_id.code","=","IL"],["ref","=","p1"]])", "p1");
        row("a relation's name", R"([["category_id","ilike","penicillin"],["ref","=","p1"]])", "p1");
        row("true", R"([[1,"=",1],["ref","=","p1"]])", "p1");
        row("too few terms", R"(["|",["ref","=","p1"]])", "Mapping");
        row("no term", R"([["ref","="]])", "Mapping");
        row("unknown operator", R"([["ref","similar","p1"]])", "Mapping");
        row("unknown field", R"([["shoe_size","=",1]])", "Mapping");
        row("a path through text", R"([["name.code","=","IL"]])", "Mapping");
        row("too short a number", R"([["phone_mobile_search","ilike","05"]])", "Rule");
    }

    void domainsAreReadAsOdooReadsThem()
    {
        QFETCH(QString, domain);
        QFETCH(QString, found);
        const auto rows = ask(partner, "search_read", Json::array({Json::parse(domain.toStdString()), {"ref"}}),
                              {{"order", "ref, id"}});
        if (!rows) {
            QCOMPARE(keyOf(rows), found);
            return;
        }
        QStringList refs;
        for (const Json& one : *rows) {
            refs.append(wire::text(at(one, "ref")));
        }
        QCOMPARE(refs.join(QLatin1Char(' ')), found);
    }

    void momentsInDomainsLoseTheirOffset()
    {
        m_clinic->odoo->create(eventModel, visit(*m_clinic, "2026-02-14 09:00:00", "2026-02-14 10:00:00"));
        const auto count = [&](const char* op, const char* value) {
            return ask(eventModel, "search_count",
                       Json::array(
                           {{{"start", op, value}, {"start", ">=", "2026-02-14"}, {"start", "<=", "2026-02-14"}}}))
                ->get<int>();
        };
        QCOMPARE(count("=", "2026-02-14T09:00:00+02:00"), 1);
        QCOMPARE(count("<", "2026-02-14 09:00:00"), 0);
        QCOMPARE(count("<=", "2026-02-14"), 1); // to the end of the day
        QCOMPARE(count(">", "2026-02-14"), 0);  // after its end
    }

    void phonesAreFoundAsTheSmsModuleFindsThem()
    {
        const qint64 foreign = m_clinic->odoo->create(partner, {{"name", "A"}, {"phone", "+972 52 234 5678"}});
        const qint64 local = m_clinic->odoo->create(partner, {{"name", "B"}, {"phone", "050-223-4567"}});
        const qint64 unreal = m_clinic->odoo->create(partner, {{"name", "C"}, {"phone", "050-123-4567"}});
        const auto by = [&](const char* field, const char* op, const char* value) {
            return *ask(partner, "search", Json::array({{{field, op, value}}}));
        };
        COMPARE_JSON(by("phone_mobile_search", "ilike", "0522345678"), Json::array());
        COMPARE_JSON(by("phone_mobile_search", "ilike", "+972522345678"), Json::array({foreign}));
        COMPARE_JSON(by("phone_mobile_search", "ilike", "00972522345678"), Json::array({foreign}));
        COMPARE_JSON(by("phone_mobile_search", "ilike", "502234567"), Json::array({local}));
        COMPARE_JSON(by("phone_sanitized", "=", "+972502234567"), Json::array({local}));
        COMPARE_JSON(by("phone_sanitized", "=", "+972501234567"), Json::array());
        COMPARE_JSON(by("phone", "ilike", "0522345678"), Json::array());
        QVERIFY(unreal > 0);
    }

    void argumentsAreBoundStrictly_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("args");
        QTest::addColumn<QString>("kwargs");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const char* model, const char* method, const char* args,
                            const char* kwargs, const char* outcome) {
            QTest::newRow(name) << QString::fromLatin1(model) << QString::fromLatin1(method)
                                << QString::fromLatin1(args) << QString::fromLatin1(kwargs)
                                << QString::fromLatin1(outcome);
        };
        row("search", "res.partner", "search", "[[]]", R"({"limit":1})", "taken");
        row("limit as text", "res.partner", "search", "[[]]", R"({"limit":"1"})", "taken");
        row("no domain", "res.partner", "search", "[]", "{}", "Mapping");
        row("count is gone", "res.partner", "search", "[[]]", R"({"count":true})", "Mapping");
        row("twice", "res.partner", "search", "[[],0]", R"({"offset":1})", "Mapping");
        row("too many", "res.partner", "exists", "[[1],2]", "{}", "Mapping");
        row("no ids", "res.partner", "read", "[]", "{}", "Mapping");
        row("a negative offset", "res.partner", "search", "[[],-1]", "{}", "Fault");
        row("a private method", "res.partner", "_write", "[[1],{}]", "{}", "Rights");
        row("an unknown method", "res.partner", "shave", "[[1]]", "{}", "Mapping");
        row("an unknown model", "dental.beard", "search", "[[]]", "{}", "Mapping");
        row("has_access came later", "res.partner", "has_access", R"([[],"read"])", "{}", "Mapping");
        row("a group", "res.users", "has_group", R"(["base.group_user"])", "{}", "taken");
        row("all fields of a partner", "res.partner", "search_read", "[[]]", R"({"limit":1})", "Rights");
        row("a foreign company", "res.partner", "search", "[[]]", R"({"context":{"allowed_company_ids":[9]}})",
            "Rights");
        row("an unknown order", "res.partner", "search", "[[]]", R"({"order":"beard"})", "Mapping");
        row("an order that is not stored", "res.partner", "search", "[[]]", R"({"order":"phone_sanitized"})", "taken");
        row("a missing id is not read", "res.partner", "read", R"([[99999],["name"]])", "{}", "taken");
        row("a missing id is not written", "res.partner", "write", R"([[99999],{"name":"x"}])", "{}", "Gone");
        row("a contact without a name", "res.partner", "create", "[{}]", "{}", "Rule");
    }

    void argumentsAreBoundStrictly()
    {
        QFETCH(QString, model);
        QFETCH(QString, method);
        QFETCH(QString, args);
        QFETCH(QString, kwargs);
        QFETCH(QString, outcome);
        QCOMPARE(keyOf(ask(model, method.toLatin1().constData(), Json::parse(args.toStdString()),
                           Json::parse(kwargs.toStdString()))),
                 outcome);
    }

    void rightsGoByGroup_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("may");
        const auto row = [](const char* group, const char* model, const char* may) {
            QTest::newRow(QByteArray(group) + " " + model)
                << QString::fromLatin1(group) << QString::fromLatin1(model) << QString::fromLatin1(may);
        };
        row("", "res.partner", "r");
        row("", "calendar.event", "rwcu");
        row("", "resource.calendar", "r");
        row("", "resource.calendar.leaves", "rwcu");
        row("", "account.move", "");
        row("", "hr.employee", "");
        row("", "hr.employee.public", "r");
        row("base.group_partner_manager", "res.partner", "rwcu");
        row("account.group_account_readonly", "account.move", "r");
        row("account.group_account_readonly", "res.partner", "r");
        row("account.group_account_invoice", "account.move", "rwcu");
        row("account.group_account_invoice", "account.payment.register", "rwc");
    }

    void rightsGoByGroup()
    {
        QFETCH(QString, group);
        QFETCH(QString, model);
        QFETCH(QString, may);
        const qint64 user = m_clinic->odoo->addUser(QStringLiteral("other"), QStringLiteral("secret"),
                                                    group.isEmpty() ? QStringList() : QStringList(group));
        m_clinic->connection.login = QStringLiteral("other");
        m_clinic->connection.secret = m_clinic->odoo->addKey(user);
        m_ask = std::make_unique<Asker>(*m_clinic);
        QString told;
        for (const char* operation : {"read", "write", "create", "unlink"}) {
            const auto allowed = ask(model, "check_access_rights", Json::array({operation, false}));
            told += *allowed == Json(true)
                        ? QString::fromLatin1(operation).replace(QStringLiteral("unlink"), QStringLiteral("u")).left(1)
                        : QString();
        }
        QCOMPARE(told, may);
        if (!may.contains(QLatin1Char('r')) && model != QLatin1String("hr.employee")) {
            QCOMPARE(keyOf(ask(model, "search_read", Json::array({Json::array(), {"id"}}))), QStringLiteral("Rights"));
        }
    }

    void aWriteIsDatedWithAHiddenFraction()
    {
        const qint64 id = m_clinic->odoo->create(partner, {{"name", "Dated"}});
        const Json date = readOne(partner, id, "write_date");
        COMPARE_JSON(date, Json("2026-02-11 08:00:00"));
        const auto count = [&](const char* op) {
            return ask(partner, "search_count", Json::array({{{"id", "=", id}, {"write_date", op, date}}}))->get<int>();
        };
        QCOMPARE(count("="), 0);
        QCOMPARE(count(">"), 1);
        QVERIFY(ask(partner, "message_post", Json::array({{id}}), {{"body", "x"}}));
        m_clinic->clock.advance(std::chrono::minutes(1));
        COMPARE_JSON(readOne(partner, id, "write_date"), date);
        QVERIFY(ask(partner, "write", Json::array({{id}, {{"name", "Dated"}}})));
        COMPARE_JSON(readOne(partner, id, "write_date"), Json("2026-02-11 08:01:00"));
    }

    void whatTheVersionsDiffer_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("hasMobile");
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("kind");
        QTest::newRow("14") << 14 << true << QStringLiteral("groups_id") << QStringLiteral("type");
        QTest::newRow("16") << 16 << true << QStringLiteral("groups_id") << QStringLiteral("detailed_type");
        QTest::newRow("17") << 17 << true << QStringLiteral("groups_id") << QStringLiteral("detailed_type");
        QTest::newRow("18") << 18 << true << QStringLiteral("groups_id") << QStringLiteral("type");
        QTest::newRow("19") << 19 << false << QStringLiteral("group_ids") << QStringLiteral("type");
    }

    void whatTheVersionsDiffer()
    {
        QFETCH(int, version);
        QFETCH(bool, hasMobile);
        QFETCH(QString, groups);
        QFETCH(QString, kind);
        OdooDouble::Setup setup;
        setup.version = version;
        OdooClinic clinic(setup);
        clinic.loadDemo();
        Asker other(clinic);
        const auto fields = [&](const char* model) {
            return *other(QString::fromLatin1(model), "fields_get", Json::array());
        };
        QCOMPARE(fields("res.partner").contains("mobile"), hasMobile);
        QVERIFY(fields("res.users").contains(groups.toStdString()));
        QVERIFY(fields("product.product").contains(kind.toStdString()));
    }

    void anAddOnHasItsOwnModel()
    {
        OdooDouble::Model model;
        model.name = QStringLiteral("dental.appointment");
        model.fields = {{"name", {{"type", "char"}}},
                        {"patient_id", {{"type", "many2one"}, {"relation", "res.partner"}, {"required", true}}},
                        {"state", {{"type", "selection"}, {"selection", {"draft", "done", "cancel"}}}}};
        model.sets = {{"action_cancel", {{"state", "cancel"}}}};
        model.group = QStringLiteral("dental.group_manager");
        m_clinic->odoo->addModel(model);
        QCOMPARE(keyOf(ask(model.name, "search", Json::array({Json::array()}))), QStringLiteral("Rights"));
        const qint64 id = m_clinic->odoo->create(
            model.name, {{"patient_id", m_clinic->odoo->idOf(partner, QStringLiteral("p1"))}, {"state", "draft"}});
        const qint64 user = m_clinic->odoo->addUser(QStringLiteral("manager"), QStringLiteral("x"), {model.group});
        m_clinic->connection.login = QStringLiteral("manager");
        m_clinic->connection.secret = m_clinic->odoo->addKey(user);
        Asker manager(*m_clinic);
        COMPARE_JSON(*manager(model.name, "action_cancel", Json::array({{id}})), Json());
        COMPARE_JSON(at(m_clinic->odoo->record(model.name, id), "state"), Json("cancel"));
    }

    void theDemoClinicIsThere()
    {
        const auto count = [&](const QString& model, const Json& domain) {
            return m_clinic->odoo->search(model, domain).size();
        };
        QCOMPARE(count(partner, Json::array({{"ref", "=like", "p%"}})), std::size_t(24));
        QCOMPARE(count(eventModel, Json::array()), std::size_t(60));
        QCOMPARE(count(QStringLiteral("account.move"), Json::array()), std::size_t(30));
        QCOMPARE(count(QStringLiteral("hr.employee"), Json::array()), std::size_t(5));
        QCOMPARE(count(QStringLiteral("product.product"), Json::array()), std::size_t(15));
        QVERIFY(m_clinic->odoo->misdeeds().isEmpty());
        QVERIFY(m_clinic->odoo->mails().empty());
        // 08:30 in winter.
        const Json first = m_clinic->odoo->record(eventModel, m_clinic->odoo->idOf(eventModel, QStringLiteral("a1")));
        COMPARE_JSON(at(first, "start"), Json("2026-03-01 06:30:00"));
    }

    void aRefusedCallLeavesNothing()
    {
        const auto before = m_clinic->odoo->search(partner, Json::array()).size();
        QCOMPARE(keyOf(ask(partner, "create", Json::array({Json::array({Json{{"name", "One"}}, Json::object()})}))),
                 QStringLiteral("Rule"));
        QCOMPARE(m_clinic->odoo->search(partner, Json::array()).size(), before);
    }
};

QTEST_GUILESS_MAIN(TestOdooDouble)
#include "test_odoodouble.moc"
