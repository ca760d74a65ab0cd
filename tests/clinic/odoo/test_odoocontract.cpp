// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/contractrows.h"
#include "clinic/odoo/doubleclinic.h"
#include "clinic/odoo/wire.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;
using base::Json;
namespace wire = clinic::odoo::wire;

namespace
{

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

} // namespace

/// What any keeper of a clinic's records promises, asked of records in the strict double of Odoo, over the wire.
class TestOdooContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data() { eachContractCase(); }
    void holds()
    {
        QFETCH(int, version);
        QFETCH(QString, profile);
        QFETCH(int, number);
        try {
            DoubleContract fixture(version, profile);
            contractCases()[size_t(number)].run(fixture);
            QCOMPARE(fixture.odoo().misdeeds(), QStringList());
            QVERIFY2(fixture.odoo().mails().empty(), "a patient got a mail from Odoo");
        } catch (const std::exception& broken) {
            QFAIL(broken.what());
        }
    }

    /// Somebody else's private event shows nothing but its time, and takes the time of a doctor who comes.
    void whatIsHiddenTakesTheDoctorsTime()
    {
        DoubleContract fixture(17, text("community"));
        auto& odoo = fixture.odoo();
        const auto partnerOf = [&](const char* doctor) {
            const qint64 user = odoo.idOf(text("res.users"), text(doctor));
            return wire::id(odoo.record(text("res.users"), user)["partner_id"]);
        };
        const qint64 event =
            odoo.create(text("calendar.event"), {{"name", "private"},
                                                 {"start", "2026-03-11 09:00:00"},
                                                 {"stop", "2026-03-11 10:00:00"},
                                                 {"privacy", "private"},
                                                 {"user_id", 2},
                                                 {"partner_ids", Json::array({wire::set({partnerOf("tamir"), 2})})}});
        const auto hit = slot(fixture, "2026-03-11T11:00"); // 09:00 in UTC
        QVERIFY(!isFree(fixture, hit));
        QVERIFY(isFree(fixture, slot(fixture, "2026-03-11T10:30")));
        requireError(fixture.records().book(booking(fixture, "hidden", "2026-03-11T11:30")), ErrorCode::Conflict,
                     "a private event is no free time");
        value(
            fixture.records().hold({{text("conversation:1"), hit, fixture.clock().now() + std::chrono::minutes(10)}}));
        QVERIFY(value(fixture.records().holds(hit.start.date, hit.start.date)).empty());

        const auto mine = odoo.search(
            text("calendar.attendee"),
            Json::array({Json::array({"event_id", "=", event}), Json::array({"partner_id", "=", partnerOf("tamir")})}));
        odoo.write(text("calendar.attendee"), mine.front(), {{"state", "declined"}});
        fixture.clock().advance(std::chrono::minutes(6));
        QVERIFY(isFree(fixture, hit));
        value(fixture.records().book(booking(fixture, "declined", "2026-03-11T11:00")));
    }

    /// An event of two doctors, private to the one, hides the other.
    void aPrivateEventOfOneDoctorTakesTheOthersTime()
    {
        DoubleContract fixture(17, text("community"));
        auto& odoo = fixture.odoo();
        const qint64 other = odoo.idOf(text("res.users"), text("naser"));
        const qint64 user = odoo.idOf(text("res.users"), text("tamir"));
        const auto partnerOf = [&](qint64 who) { return wire::id(odoo.record(text("res.users"), who)["partner_id"]); };
        odoo.create(text("calendar.event"),
                    {{"name", "private"},
                     {"start", "2026-03-11 09:00:00"},
                     {"stop", "2026-03-11 10:00:00"},
                     {"privacy", "private"},
                     {"user_id", other},
                     {"partner_ids", Json::array({wire::set({partnerOf(user), partnerOf(other)})})}});
        QVERIFY(!isFree(fixture, slot(fixture, "2026-03-11T11:00")));
    }

    /// The hot path: who is it, what is free, book it. Over sockets, as a clinic has it.
    void aBookingStepIsThreeCalls()
    {
        DoubleContract fixture(17, text("community"), DoubleClinic::Wire::Sockets);
        auto& records = fixture.records();
        const auto phone = domain::Phone::parse(text("055-005-0001")).value();
        value(records.findPatients(phone));
        fixture.odoo().forgetRequests();
        value(records.findPatients(phone));
        clinic::SlotQuery query;
        query.treatment = fixture.idOf(text("checkup"));
        query.from = QDate(2026, 3, 11);
        query.to = QDate(2026, 3, 18);
        QVERIFY(!value(records.freeSlots(query)).empty());
        value(records.book(booking(fixture, "step", "2026-03-11T09:00")));
        QVERIFY(fixture.odoo().requests().size() <= 3);
    }
};

QTEST_GUILESS_MAIN(TestOdooContract)
#include "test_odoocontract.moc"
