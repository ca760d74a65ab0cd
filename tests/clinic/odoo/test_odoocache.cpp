// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/odooclinic.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;

namespace
{

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

constexpr auto Minute = std::chrono::minutes(1);

template <typename T>
std::optional<ErrorCode> codeOf(Future<T> future)
{
    const auto result = base::await(std::move(future));
    return result ? std::nullopt : std::optional(result.error().code);
}

/// What a desk looks at before Odoo goes away.
struct Looked {
    domain::Patient card;
    std::vector<domain::Appointment> visits;
    std::vector<domain::Slot> slots;
};

class Desk
{
public:
    explicit Desk(const QString& location = QStringLiteral("sqlite:"))
        : house(17, text("community"))
        , desk(house, location)
    {
        dor = house.idOf(text("dor"));
        query.treatment = house.idOf(text("checkup"));
        query.from = QDate(2026, 3, 3);
        query.to = QDate(2026, 3, 13);
        query.earliest = when("2026-03-03T10:00");
        query.limit = 100;
    }
    clinic::ClinicRecords& records() { return desk.records(); }
    Looked look()
    {
        value(records().findPatients(phone));
        return {value(records().patient(dor)), value(records().appointments(dor, query.earliest)),
                value(records().freeSlots(query))};
    }
    clinic::Booking wish(const char* reference) const
    {
        return {text(reference), dor, house.idOf(text("tamir")), query.treatment, when("2026-03-11T09:00"), 30};
    }

    OdooClinic house;
    OdooDesk desk;
    QString dor;
    clinic::SlotQuery query;
    domain::Phone phone = domain::Phone::parse(text("055-005-0001")).value();
};

} // namespace

class TestOdooCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whileOdooIsAwayReadsTellHowOldTheyAre()
    {
        Desk desk;
        const auto before = desk.look();
        const auto readAt = desk.house.clock().now();
        QVERIFY(!desk.records().asOf());
        desk.house.odoo().setRunning(false);
        desk.house.clock().advance(20 * Minute);

        const auto during = desk.look();
        QCOMPARE(during.card.name, before.card.name);
        QCOMPARE(during.card.notes.size(), before.card.notes.size());
        QVERIFY(during.visits == before.visits);
        QVERIFY(during.slots == before.slots);
        QCOMPARE(value(desk.records().findPatients(desk.phone)).size(), 2U);
        QVERIFY(desk.records().asOf());
        QCOMPARE(*desk.records().asOf(), readAt);

        desk.house.odoo().setRunning(true);
        desk.house.clock().advance(Minute);
        value(desk.records().appointments(desk.dor, desk.query.earliest));
        QVERIFY(!desk.records().asOf());
    }

    void nothingIsChangedAndNothingIsKeptForLater()
    {
        Desk desk;
        desk.look();
        const auto visits = desk.house.visits(true).size();
        desk.house.odoo().setRunning(false);
        const domain::Slot to{desk.house.idOf(text("tamir")), desk.query.treatment, when("2026-03-11T10:00"), 30};
        const auto booked = codeOf(desk.records().book(desk.wish("b")));
        QVERIFY(booked == ErrorCode::Unavailable || booked == ErrorCode::Timeout);
        QCOMPARE(codeOf(desk.records().move(desk.house.idOf(text("given-1")), to, text("m"))),
                 std::optional(ErrorCode::Unavailable));
        QCOMPARE(codeOf(desk.records().cancel(desk.house.idOf(text("given-1")), text("c"))),
                 std::optional(ErrorCode::Unavailable));
        QCOMPARE(codeOf(desk.records().appendNote(desk.dor, {QDate(2026, 3, 3), text("x"), text("y"), text("n")})),
                 std::optional(ErrorCode::Unavailable));
        clinic::NewPatient wanted;
        wanted.reference = text("p");
        wanted.name.en = text("Noa Segev");
        QCOMPARE(codeOf(desk.records().addPatient(wanted)), std::optional(ErrorCode::Unavailable));

        desk.house.odoo().setRunning(true);
        desk.house.clock().advance(60 * Minute);
        value(desk.records().appointments(desk.dor, desk.query.earliest));
        QCOMPARE(desk.house.visits(true).size(), visits);
        // The same booking again is made now, and once.
        value(desk.records().book(desk.wish("b")));
        QCOMPARE(desk.house.visits(true).size(), visits + 1);
    }

    void whatIsTooOldIsNotGiven()
    {
        Desk desk;
        desk.look();
        desk.house.odoo().setRunning(false);
        desk.house.clock().advance(13 * 60 * Minute);
        const auto code = codeOf(desk.records().appointments(desk.dor, desk.query.earliest));
        QVERIFY(code == ErrorCode::Unavailable || code == ErrorCode::Timeout);
    }

    void theCacheOutlivesTheProgram()
    {
        QTemporaryDir folder;
        Desk desk(QStringLiteral("sqlite:") + folder.filePath(text("desk.db")));
        const auto before = desk.look();
        // The last write is done when a later one is.
        value(desk.records().releaseHolds(text("nobody")));
        desk.house.odoo().setRunning(false);
        desk.desk.restart();
        const auto after = desk.look();
        QCOMPARE(after.card.name, before.card.name);
        QVERIFY(after.slots == before.slots);
        QVERIFY(desk.records().asOf());
    }

    void holdsAndTheWaitingListNeedNoOdoo()
    {
        Desk desk;
        desk.look();
        desk.house.odoo().setRunning(false);
        value(desk.records().releaseHolds(text("conversation:1")));
        clinic::WaitingWish wish;
        wish.reference = text("w");
        wish.name = text("Noa");
        wish.treatment = desk.query.treatment;
        value(desk.records().joinWaitingList(wish));
        QCOMPARE(value(desk.records().waitingList()).size(), 1U);
        QVERIFY(value(desk.records().holds(QDate(2026, 3, 3), QDate(2026, 3, 13))).empty());
    }
};

QTEST_GUILESS_MAIN(TestOdooCache)
#include "test_odoocache.moc"
