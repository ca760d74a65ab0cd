// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odooasker.h"

using namespace delpek;
using namespace delpek::clinic::odoo;
using namespace delpek::tests;
using base::at;
using simulation::OdooDouble;

/// What the calendar, the chatter and the accounts of the double do of their own.
class TestOdooDoubleApps : public AskedOdoo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aVisitNeedsItsEndAndItsPeople()
    {
        Json half = visit(*m_clinic, "2026-02-20 09:00:00", "x");
        half.erase("stop");
        half["duration"] = 1.0;
        QCOMPARE(keyOf(ask(eventModel, "create", Json::array({half}))), QStringLiteral("Rule"));
        Json alone = visit(*m_clinic, "2026-02-20 09:00:00", "2026-02-20 10:00:00");
        alone.erase("partner_ids");
        const auto id = ask(eventModel, "create", Json::array({alone}));
        const qint64 own =
            wire::id(at(m_clinic->odoo->record(QStringLiteral("res.users"), m_clinic->user), "partner_id"));
        COMPARE_JSON(readOne(eventModel, *id, "partner_ids"), Json::array({own}));
        const auto state =
            ask(QStringLiteral("calendar.attendee"), "search_read", Json::array({{{"event_id", "=", *id}}, {"state"}}));
        QCOMPARE(wire::text(at(state->front(), "state")), QStringLiteral("accepted"));
    }

    void aMovedStartTakesTheEndAlong()
    {
        const auto id =
            *ask(eventModel, "create", Json::array({visit(*m_clinic, "2026-02-20 09:00:00", "2026-02-20 09:45:00")}));
        QVERIFY(ask(eventModel, "write", Json::array({{id}, {{"start", "2026-02-21 10:00:00"}}})));
        COMPARE_JSON(readOne(eventModel, id, "stop"), Json("2026-02-21 10:45:00"));
        QVERIFY(ask(eventModel, "write", Json::array({{id}, {{"duration", 2}}})));
        COMPARE_JSON(readOne(eventModel, id, "stop"), Json("2026-02-21 12:00:00"));
    }

    void nothingStopsADoubleBooking()
    {
        const Json same = visit(*m_clinic, "2026-02-20 09:00:00", "2026-02-20 10:00:00");
        QVERIFY(ask(eventModel, "create", Json::array({same})));
        QVERIFY(ask(eventModel, "create", Json::array({same})));
    }

    void anIdMayBeSeenLate()
    {
        m_clinic->odoo->failNext(1,
                                 {simulation::OdooFault::Kind::LateCommit, 0, std::chrono::seconds(3), eventModel, {}});
        Gateway other(m_clinic->connection, m_clinic->client, m_clinic->clock);
        const Json same = visit(*m_clinic, "2026-02-20 09:00:00", "2026-02-20 10:00:00");
        QVERIFY(m_clinic->wait(other.session()));
        const auto late = other.call({eventModel, QStringLiteral("create"), Json::array({same})});
        while (m_clinic->clock.nextDue() == std::nullopt) {
            QTest::qWait(2);
        }
        const qint64 second = m_clinic->odoo->create(eventModel, same);
        const auto seen = [&] {
            return m_clinic->odoo->search(eventModel,
                                          Json::array({Json::array({"start", "=", "2026-02-20 09:00:00"})}));
        };
        QCOMPARE(seen(), std::vector<qint64>{second});
        const auto first = m_clinic->wait(late);
        QVERIFY(first);
        QVERIFY(first->get<qint64>() < second);
        QCOMPARE(seen().size(), std::size_t(2));
    }

    void onlyTheQuietContextMailsNobody()
    {
        const qint64 reader = m_clinic->odoo->create(partner, {{"name", "Mail"}, {"email", "mail@patient.example"}});
        Json loud = visit(*m_clinic, "2026-02-20 09:00:00", "2026-02-20 10:00:00");
        loud["partner_ids"] = Json::array({wire::set({reader})});
        QVERIFY(ask(eventModel, "create", Json::array({loud}), {{"context", wire::quietContext()}}));
        QVERIFY(m_clinic->odoo->mails().empty());
        const auto id = *ask(eventModel, "create", Json::array({loud}));
        QCOMPARE(m_clinic->odoo->mails().size(), std::size_t(1));
        QVERIFY(ask(eventModel, "write", Json::array({{id}, {{"start", "2026-02-21 09:00:00"}}})));
        QCOMPARE(m_clinic->odoo->mails().back().why, QStringLiteral("changed"));
        QVERIFY(m_clinic->odoo->misdeeds().isEmpty());
        QVERIFY(
            ask(eventModel, "message_post", Json::array({{id}}), {{"body", "x"}, {"subtype_xmlid", "mail.mt_note"}}));
        QVERIFY(m_clinic->odoo->misdeeds().isEmpty());
        QVERIFY(ask(eventModel, "message_post", Json::array({{id}}),
                    {{"body", "x"}, {"subtype_xmlid", "mail.mt_comment"}}));
        QCOMPARE(m_clinic->odoo->misdeeds().size(), 1);
    }

    void notesAreEscapedUnlessTheyAreHtml()
    {
        const qint64 id = m_clinic->odoo->idOf(partner, QStringLiteral("p1"));
        const auto body = [&](const Json& kwargs) {
            const auto message = ask(partner, "message_post", Json::array({{id}}), kwargs);
            return readOne(QStringLiteral("mail.message"), *message, "body").get<std::string>();
        };
        QCOMPARE(body({{"body", "<b>a</b>"}}), std::string("<p>&lt;b&gt;a&lt;/b&gt;</p>"));
        QCOMPARE(body({{"body", "<b>a</b><script>x</script>"}, {"body_is_html", true}}), std::string("<b>a</b>"));
    }

    void invoicesArePostedAndPaid()
    {
        const auto move = QStringLiteral("account.move");
        const auto wizard = QStringLiteral("account.payment.register");
        const auto id = *ask(
            move, "create",
            Json::array({{{"move_type", "out_invoice"},
                          {"partner_id", m_clinic->odoo->idOf(partner, QStringLiteral("p1"))},
                          {"invoice_line_ids", Json::array({wire::create({{"name", "x"}, {"price_unit", 100.0}})})}}}));
        COMPARE_JSON(readOne(move, id, "name"), Json("/"));
        COMPARE_JSON(*ask(move, "action_post", Json::array({{id}})), Json(false));
        COMPARE_JSON(readOne(move, id, "amount_residual"), Json(100.0)); // no tax unless it is named
        QCOMPARE(keyOf(ask(wizard, "create", Json::array({{{"amount", 40.0}, {"journal_id", 2}}}))),
                 QStringLiteral("Rule"));
        const auto pay = [&](double amount) {
            const auto made = ask(wizard, "create", Json::array({{{"amount", amount}, {"journal_id", 2}}}),
                                  {{"context", {{"active_model", "account.move"}, {"active_ids", {id}}}}});
            return ask(wizard, "action_create_payments", Json::array({{*made}}));
        };
        QVERIFY(pay(40));
        COMPARE_JSON(readOne(move, id, "payment_state"), Json("partial"));
        QVERIFY(m_clinic->odoo->misdeeds().isEmpty());
        QVERIFY(pay(100));
        COMPARE_JSON(readOne(move, id, "payment_state"), Json("paid"));
        QCOMPARE(m_clinic->odoo->misdeeds().size(), 1); // more than was owed
        QCOMPARE(keyOf(ask(move, "unlink", Json::array({{id}}))), QStringLiteral("Rule"));
        COMPARE_JSON(*ask(move, "button_draft", Json::array({{id}})), Json());
        COMPARE_JSON(readOne(move, id, "payment_state"), Json("not_paid"));
        QCOMPARE(m_clinic->odoo->misdeeds().size(), 2);
    }

    void debtsAreSummed()
    {
        const auto rows = ask(QStringLiteral("account.move"), "read_group",
                              Json::array({{{"state", "=", "posted"}, {"payment_state", "in", {"not_paid", "partial"}}},
                                           {"amount_residual:sum"},
                                           {"partner_id"}}));
        QVERIFY(rows);
        QVERIFY(!rows->empty());
        QVERIFY(rows->front().contains("partner_id_count"));
        QVERIFY(at(rows->front(), "amount_residual").get<double>() > 0);
    }
};

QTEST_GUILESS_MAIN(TestOdooDoubleApps)
#include "test_odoodoubleapps.moc"
