// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/doubleclinic.h"
#include "clinic/odoo/races.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;
using simulation::OdooFault;

namespace
{

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

} // namespace

/// Races against the strict double: each program with a gateway, a login and requests of its own.
class TestOdooDoubleRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfThreeGetsTheTimeAndEverybodyIsToldTheTruth()
    {
        DoubleClinic clinic(17, text("community"));
        std::array<std::unique_ptr<DoubleDesk>, 3> desks;
        for (auto& desk : desks) {
            desk = std::make_unique<DoubleDesk>(clinic);
            value(desk->records().info());
        }
        const RaceTruth truth = raceForOneTime(clinic, desks, RaceRounds);
        QCOMPARE(truth.doubles, 0);
        QCOMPARE(truth.nobody, 0);
        QCOMPARE(truth.lies, 0);
        QCOMPARE(truth.strange, 0);
        QCOMPARE(clinic.odoo().misdeeds(), QStringList());
    }

    /// The server commits after the desk's patience, its look and its next try.
    void aVisitIsThereOnceHoweverLateItCommits()
    {
        constexpr int Rounds = 12;
        DoubleClinic clinic(17, text("community"));
        clinic.setPatience(std::chrono::milliseconds(400));
        DoubleDesk desk(clinic);
        value(desk.records().info());
        const auto before = clinic.visits(true).size();
        for (int round = 0; round < Rounds; ++round) {
            const auto delay = std::chrono::milliseconds(410 + 25 * round);
            clinic.odoo().failNext(1, {OdooFault::Kind::LateCommit, 0, delay, text("calendar.event"), text("load")});
            const auto wish = raceWish(clinic, QStringLiteral("late-%1").arg(round), round, "dor");
            (void)base::await(desk.records().book(wish));
            const auto visit = value(desk.records().book(wish));
            QTRY_COMPARE(clinic.odoo().underWay(), 0);
            QCOMPARE(value(desk.records().book(wish)).id, visit.id);
            QCOMPARE(clinic.visits(true).size(), before + size_t(round) + 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestOdooDoubleRaces)
#include "test_odoodoubleraces.moc"
