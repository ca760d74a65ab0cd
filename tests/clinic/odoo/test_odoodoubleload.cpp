// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odooasker.h"

using namespace delpek;
using namespace delpek::clinic::odoo;
using namespace delpek::tests;
using base::at;
using simulation::OdooDouble;

namespace
{

const auto columns = Json::array({"id", "name", "start", "stop", "user_id/.id", "partner_ids/.id"});

} // namespace

/// `load` of the double: records by external ids.
class TestOdooDoubleLoad : public AskedOdoo
{
    Q_OBJECT

    Json row(const char* id, const char* name = "visit", const char* start = "2026-02-20 09:00:00")
    {
        const qint64 user = m_clinic->odoo->idOf(QStringLiteral("res.users"), QStringLiteral("levi"));
        const qint64 first = m_clinic->odoo->idOf(partner, QStringLiteral("p1"));
        const qint64 second = m_clinic->odoo->idOf(partner, QStringLiteral("p2"));
        return Json::array({id, name, start, "2026-02-20 12:00:00", std::to_string(user),
                            std::to_string(first) + "," + std::to_string(second)});
    }
    Result<Json> load(const Json& rows, Json context = {{"tz", "UTC"}}, const Json& fields = columns)
    {
        context.update(wire::quietContext());
        return ask(eventModel, "load", Json::array({fields, rows}), {{"context", context}});
    }
    qint64 loaded(const Json& rows, const Json& context = {{"tz", "UTC"}})
    {
        const auto answer = load(rows, context);
        const auto ids = answer ? wire::ids(at(*answer, "ids")) : std::vector<qint64>();
        return ids.size() == 1 ? ids.front() : 0;
    }
    std::size_t events() { return m_clinic->odoo->search(eventModel, Json::array()).size(); }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void anExternalIdMakesOneRecord()
    {
        const auto before = events();
        const qint64 id = loaded(Json::array({row("clinic.visit_1")}));
        QVERIFY(id != 0);
        QCOMPARE(readOne(eventModel, id, "partner_ids").size(), std::size_t(2));
        COMPARE_JSON(readOne(eventModel, id, "start"), Json("2026-02-20 09:00:00"));
        QCOMPARE(loaded(Json::array({row("clinic.visit_1")})), id);
        QVERIFY(loaded(Json::array({row("clinic.visit_2")})) != id);
        QCOMPARE(events(), before + 2);
    }

    /// A repetition writes over what was edited since, unless its context and the first one's say that it must not.
    void aRepetitionOverwritesUnlessItIsToldNotTo()
    {
        const qint64 plain = loaded(Json::array({row("clinic.plain")}));
        const Json once{{"tz", "UTC"}, {"mode", "update"}, {"noupdate", true}};
        const qint64 kept = loaded(Json::array({row("clinic.kept")}), once);
        QCOMPARE(loaded(Json::array({row("clinic.plain", "again")}), once), plain);
        QCOMPARE(loaded(Json::array({row("clinic.kept", "again")}), once), kept);
        COMPARE_JSON(readOne(eventModel, plain, "name"), Json("again"));
        COMPARE_JSON(readOne(eventModel, kept, "name"), Json("visit"));
        QCOMPARE(loaded(Json::array({row("clinic.kept", "again")})), kept);
        COMPARE_JSON(readOne(eventModel, kept, "name"), Json("again"));
    }

    void momentsAreOfTheContextsZone()
    {
        const qint64 id = loaded(Json::array({row("clinic.local")}), {{"tz", "Asia/Jerusalem"}});
        COMPARE_JSON(readOne(eventModel, id, "start"), Json("2026-02-20 07:00:00"));
        const qint64 users = loaded(Json::array({row("clinic.users")}), Json::object());
        COMPARE_JSON(readOne(eventModel, users, "start"), Json("2026-02-20 07:00:00"));
    }

    void whatIsWrongIsToldInMessagesAndNothingIsDone()
    {
        const auto before = events();
        Json unknown = row("clinic.wrong");
        unknown[5] = "99999";
        const auto answer = load(Json::array({row("clinic.right"), unknown}));
        QVERIFY(answer);
        COMPARE_JSON(at(*answer, "ids"), Json(false));
        QCOMPARE(at(*answer, "messages").size(), std::size_t(1));
        QCOMPARE(base::textAt(at(*answer, "messages")[0], "type"), QStringLiteral("error"));
        QCOMPARE(events(), before);
        QCOMPARE(keyOf(load(Json::array({row("x")}), {}, Json::array({"id", "nothing"}))), QStringLiteral("Mapping"));
        const auto none = load(Json::array());
        COMPARE_JSON(at(*none, "ids"), Json::array());
        COMPARE_JSON(at(*none, "messages"), Json::array());
    }

    /// What one load made and has not committed, another one cannot make.
    void whoseTransactionBeganBeforeLoses()
    {
        m_clinic->odoo->failNext(1, {simulation::OdooFault::Kind::LateCommit, 0, std::chrono::seconds(3), eventModel,
                                     QStringLiteral("load")});
        Gateway other(m_clinic->connection, m_clinic->client, m_clinic->clock);
        QVERIFY(m_clinic->wait(other.session()));
        const auto late =
            other.call({eventModel, QStringLiteral("load"), Json::array({columns, Json::array({row("clinic.one")})}),
                        Json{{"context", {{"tz", "UTC"}}}}});
        while (m_clinic->clock.nextDue() == std::nullopt) {
            QTest::qWait(2);
        }
        const auto before = events();
        // The clock stands still meanwhile.
        const auto first = base::await(m_ask->gateway.call({eventModel, QStringLiteral("load"),
                                                            Json::array({columns, Json::array({row("clinic.one")})}),
                                                            Json{{"context", {{"tz", "UTC"}}}}}));
        QVERIFY(first);
        QCOMPARE(at(*first, "ids").size(), std::size_t(1));
        const auto told = m_clinic->wait(late);
        QVERIFY(told);
        COMPARE_JSON(at(*told, "ids"), Json(false));
        QCOMPARE(events(), before + 1);
    }

    void aDeletedRecordFreesItsId()
    {
        const qint64 id = loaded(Json::array({row("clinic.gone")}));
        m_clinic->odoo->erase(eventModel, id);
        const qint64 next = loaded(Json::array({row("clinic.gone")}));
        QVERIFY(next != 0 && next != id);
    }

    void aModuleMayKeepItToItsGroup()
    {
        OdooDouble::Setup setup;
        setup.allowsLoad = false;
        m_ask.reset();
        m_clinic = std::make_unique<OdooClinic>(setup);
        m_ask = std::make_unique<Asker>(*m_clinic);
        const auto answer = load(Json::array());
        QVERIFY(answer);
        COMPARE_JSON(at(*answer, "ids"), Json());
        QCOMPARE(at(*answer, "messages").size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestOdooDoubleLoad)
#include "test_odoodoubleload.moc"
