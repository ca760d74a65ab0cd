// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/odooclinic.h"
#include "clinic/odoo/races.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;
using base::Json;

namespace
{

constexpr int Rounds = 200;
/// A call that was lost is done before the first call after it (the look finds its record), before the second (after
/// the look), before the third, the fourth and the fifth (after the same was asked for again and is there), or much
/// later.
constexpr std::array Delays{1, 2, 3, 4, 5, 12};

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

clinic::Booking wish(const OdooClinic& clinic, const QString& reference, const domain::LocalTime& start)
{
    auto wish = raceWish(clinic, reference, 0, "dor");
    wish.start = start;
    return wish;
}

/// Time passes at the server: whatever is under way there is done.
void pass(OdooDesk& desk, const OdooClinic& clinic)
{
    for (int n = 0; n < 15; ++n) {
        value(desk.records().appointments(clinic.idOf(text("megan")), when("2026-03-03T10:00")));
    }
}

void profiles()
{
    QTest::addColumn<QString>("profile");
    QTest::newRow("community") << text("community");
    QTest::newRow("dental") << text("dental");
}

} // namespace

/// A server commits when it does: also long after the desk gave up waiting, looked and asked again.
class TestOdooLate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVisitIsThereOnceHoweverLateItCommits_data() { profiles(); }
    void aVisitIsThereOnceHoweverLateItCommits()
    {
        QFETCH(QString, profile);
        OdooClinic clinic(17, profile);
        OdooDesk desk(clinic);
        value(desk.records().info());
        const auto before = clinic.visits(true).size();
        const int rounds = profile == QLatin1String("community") ? Rounds : Rounds / 4;
        for (int round = 0; round < rounds; ++round) {
            clinic.odoo().loseForLong(Delays[size_t(round) % Delays.size()], clinic.visitModel(), text("load"));
            const auto booking = wish(clinic, QStringLiteral("late-%1").arg(round), wednesday(round % 64));
            const auto first = base::await(desk.records().book(booking));
            QVERIFY(first || first.error().code == ErrorCode::Timeout);
            if (round / 6 % 2 == 0) {
                desk.restart();
            }
            const auto again = value(desk.records().book(booking));
            QVERIFY(!first || first->id == again.id);
            pass(desk, clinic);
            QCOMPARE(value(desk.records().book(booking)).id, again.id);
            QCOMPARE(clinic.visits(true).size(), before + size_t(round) + 1);
            clinic.cancelVisit(again.id.toLongLong());
        }
    }

    void aLateAnswerDoesNotMoveAVisitBack()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        value(desk.records().info());
        clinic.odoo().loseForLong(12, clinic.visitModel(), text("load"));
        const auto booking = wish(clinic, text("late"), wednesday(0));
        QVERIFY(!base::await(desk.records().book(booking)));
        const auto visit = value(desk.records().book(booking));
        const domain::Slot to{clinic.idOf(text("tamir")), clinic.idOf(text("checkup")), wednesday(3), 30};
        value(desk.records().move(visit.id, to, text("m")));
        pass(desk, clinic);
        const auto mine = value(desk.records().appointments(clinic.idOf(text("dor")), when("2026-03-10T00:00")));
        QCOMPARE(mine.size(), 1U);
        QCOMPARE(mine.front().start, wednesday(3));
        // The same once more is told where the visit is, though somebody else has its first time by now.
        domain::Appointment other;
        other.patient = clinic.idOf(text("megan"));
        other.doctor = clinic.idOf(text("tamir"));
        other.start = wednesday(0);
        clinic.addVisit(other);
        QCOMPARE(value(desk.records().book(booking)).start, wednesday(3));
    }

    /// Withdrawn once, a reference can still book: its record of then is not woken.
    void whatWasGivenUpIsMadeAnew()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        value(desk.records().info());
        domain::Appointment other;
        other.patient = clinic.idOf(text("megan"));
        other.doctor = clinic.idOf(text("tamir"));
        other.start = wednesday(0);
        qint64 rival = 0;
        clinic.odoo().afterNext(text("load"), [&] { rival = clinic.addVisit(other); });
        const auto booking = wish(clinic, text("b"), wednesday(0));
        const auto lost = base::await(desk.records().book(booking));
        QVERIFY(!lost);
        QCOMPARE(lost.error().key, text("clinic.slot-taken"));
        clinic.cancelVisit(rival);
        const auto before = clinic.visits().size();
        const auto visit = value(desk.records().book(booking));
        QCOMPARE(visit.start, wednesday(0));
        QCOMPARE(clinic.visits().size(), before + 1);
        QCOMPARE(value(desk.records().book(booking)).id, visit.id);
    }

    /// Another program, with a store of its own, asks for what is there and cancelled already.
    void aStoreThatForgotFindsTheCancelledVisit()
    {
        OdooClinic clinic(17, text("community"));
        const auto booking = wish(clinic, text("b"), wednesday(0));
        OdooDesk first(clinic);
        const auto visit = value(first.records().book(booking));
        value(first.records().cancel(visit.id, text("c")));
        OdooDesk second(clinic);
        const auto told = value(second.records().book(booking));
        QCOMPARE(told.id, visit.id);
        QCOMPARE(told.state, domain::AppointmentState::Cancelled);
    }

    void whereNobodyMayLoadAPlainCreateBooks_data() { profiles(); }
    void whereNobodyMayLoadAPlainCreateBooks()
    {
        QFETCH(QString, profile);
        OdooClinic clinic(17, profile);
        clinic.odoo().refuseLoads();
        OdooDesk desk(clinic);
        value(desk.records().info());
        const auto before = clinic.visits().size();
        for (int round = 0; round < 4; ++round) {
            clinic.odoo().lose(round % 2, Loss::After, clinic.visitModel(), text("create"));
            const auto booking = wish(clinic, QStringLiteral("plain-%1").arg(round), wednesday(round));
            value(desk.records().book(booking));
            value(desk.records().book(booking));
            QCOMPARE(clinic.visits().size(), before + size_t(round) + 1);
        }
        int loads = 0;
        for (const auto& call : clinic.odoo().calls()) {
            loads += call.method == text("load");
        }
        QCOMPARE(loads, 2); // the first, and the question whether it is the right that is missing
    }

    void aPatientIsThereOnceHoweverLateTheCardCommits()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        value(desk.records().info());
        for (int round = 0; round < 20; ++round) {
            clinic::NewPatient wanted;
            wanted.reference = QStringLiteral("new-%1").arg(round);
            wanted.name.he = QStringLiteral("נועה שגב %1").arg(round);
            wanted.phone =
                domain::Phone::parse(QStringLiteral("055-005-01%1").arg(round, 2, 10, QLatin1Char('0'))).value();
            wanted.birthDate = QDate(1990, 5, 17);
            clinic.odoo().loseForLong(Delays[size_t(round) % Delays.size()], text("res.partner"), text("load"));
            (void)base::await(desk.records().addPatient(wanted));
            const auto card = value(desk.records().addPatient(wanted));
            pass(desk, clinic);
            const auto found = value(desk.records().findPatients(*wanted.phone));
            QCOMPARE(found.size(), 1U);
            QCOMPARE(found.front().id, card.id);
            QCOMPARE(found.front().birthDate, wanted.birthDate);
        }
    }
};

QTEST_GUILESS_MAIN(TestOdooLate)
#include "test_odoolate.moc"
