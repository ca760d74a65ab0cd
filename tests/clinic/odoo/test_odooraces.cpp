// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/odooclinic.h"
#include "clinic/odoo/races.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;
using base::Json;
using Code = std::optional<ErrorCode>;

namespace
{

constexpr int Cuts = 200;

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

clinic::Booking wish(const OdooClinic& clinic, const QString& reference, const domain::LocalTime& start,
                     const char* patient)
{
    auto wish = raceWish(clinic, reference, 0, patient);
    wish.start = start;
    return wish;
}

template <typename T>
Code codeOf(const Result<T>& result)
{
    return result ? std::nullopt : Code(result.error().code);
}

} // namespace

class TestOdooRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Two desks and an agent, each a program with a store and a connection of its own.
    void oneOfThreeGetsTheTimeAndEverybodyIsToldTheTruth_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::newRow("community") << text("community");
        QTest::newRow("dental") << text("dental");
    }
    void oneOfThreeGetsTheTimeAndEverybodyIsToldTheTruth()
    {
        QFETCH(QString, profile);
        const int rounds = profile == QLatin1String("community") ? RaceRounds : RaceRounds / 10;
        OdooClinic clinic(17, profile);
        std::array<std::unique_ptr<OdooDesk>, 3> desks;
        for (auto& desk : desks) {
            desk = std::make_unique<OdooDesk>(clinic);
            value(desk->records().info());
        }
        const RaceTruth truth = raceForOneTime(clinic, desks, rounds);
        QCOMPARE(truth.doubles, 0);
        QCOMPARE(truth.nobody, 0);
        QCOMPARE(truth.lies, 0);
        QCOMPARE(truth.strange, 0);
    }

    /// The answer is lost, before or after the server did its work; the program starts again and asks once more.
    void aCutBetweenRequestAndAnswerGivesOneVisit()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        value(desk.records().info());
        const std::array losses{Loss::After, Loss::Before, Loss::NothingDone};
        const auto before = clinic.visits(true).size();
        int visits = 0;
        for (int round = 0; round < Cuts; ++round) {
            // Now and then it is the look afterwards that fails.
            clinic.odoo().lose(1, losses[size_t(round) % losses.size()], clinic.visitModel(),
                               text(round % 4 == 3 ? "search_read" : "load"));
            const auto booking = wish(clinic, QStringLiteral("cut-%1").arg(round), wednesday(round % 64), "dor");
            const auto first = base::await(desk.records().book(booking));
            desk.restart();
            const auto second = base::await(desk.records().book(booking));
            QVERIFY2(second, second ? "" : qPrintable(base::describe(second.error())));
            if (first) {
                QCOMPARE(first->id, second->id);
            } else {
                QVERIFY2(first.error().code == ErrorCode::Timeout || first.error().code == ErrorCode::Unavailable,
                         qPrintable(base::describe(first.error())));
            }
            ++visits;
            QCOMPARE(clinic.visits(true).size(), before + size_t(visits));
            QCOMPARE(value(desk.records().book(booking)).id, second->id);
            clinic.cancelVisit(second->id.toLongLong());
        }
    }

    /// The forced case of the server: the lower number is committed last.
    void whoComesLaterButWasNumberedEarlierGivesWay()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        value(desk.records().info());
        domain::Appointment other;
        other.patient = clinic.idOf(text("megan"));
        other.doctor = clinic.idOf(text("tamir"));
        other.start = wednesday(0);
        clinic.odoo().afterNext(text("load"), [&] { clinic.addVisit(other); });
        const auto told = base::await(desk.records().book(wish(clinic, text("late"), wednesday(0), "dor")));
        QCOMPARE(codeOf(told), Code(ErrorCode::Conflict));
        QCOMPARE(told.error().key, text("clinic.slot-taken"));
    }

    void aMoveThatLosesGoesBack()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        const auto visit = value(desk.records().book(wish(clinic, text("b"), wednesday(0), "dor")));
        domain::Appointment other;
        other.patient = clinic.idOf(text("megan"));
        other.doctor = clinic.idOf(text("tamir"));
        other.start = wednesday(3);
        clinic.odoo().afterNext(text("write"), [&] { clinic.addVisit(other); });
        const domain::Slot to{clinic.idOf(text("tamir")), clinic.idOf(text("checkup")), wednesday(3), 30};
        QCOMPARE(codeOf(base::await(desk.records().move(visit.id, to, text("m")))), Code(ErrorCode::Conflict));
        const auto mine =
            value(desk.records().appointments(clinic.idOf(text("dor")), {QDate(2026, 3, 10), QTime(0, 0)}));
        QCOMPARE(mine.size(), 1U);
        QCOMPARE(mine.front().start, wednesday(0));
        QCOMPARE(mine.front().reference, text("b"));
    }

    /// Both times were taken meanwhile: the visit is where the patient was told that it is, and a person is needed.
    void aMoveThatLosesBothTimesIsForAPerson_data()
    {
        QTest::addColumn<bool>("gives");
        QTest::newRow("who took the old time stays") << false;
        QTest::newRow("who took the old time sees us and goes") << true;
    }
    void aMoveThatLosesBothTimesIsForAPerson()
    {
        QFETCH(bool, gives);
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        const auto visit = value(desk.records().book(wish(clinic, text("b"), wednesday(0), "dor")));
        domain::Appointment other;
        other.patient = clinic.idOf(text("megan"));
        other.doctor = clinic.idOf(text("tamir"));
        qint64 usurper = 0;
        clinic.odoo().afterNext(text("write"), [&] {
            other.start = wednesday(3);
            clinic.addVisit(other);
            other.start = wednesday(0);
            usurper = clinic.addVisit(other);
            if (gives) {
                // It goes when the visit is back: after the write that puts it back.
                clinic.odoo().afterNext(text("write"), [&] { clinic.cancelVisit(usurper); });
            }
        });
        const domain::Slot to{clinic.idOf(text("tamir")), clinic.idOf(text("checkup")), wednesday(3), 30};
        const auto expected = gives ? ErrorCode::Conflict : ErrorCode::Internal;
        QCOMPARE(codeOf(base::await(desk.records().move(visit.id, to, text("m")))), Code(expected));
        const auto mine = [&] {
            return value(desk.records().appointments(clinic.idOf(text("dor")), {QDate(2026, 3, 10), QTime(0, 0)}));
        };
        QCOMPARE(mine().size(), 1U);
        QCOMPARE(mine().front().start, wednesday(0));
        // A program that was cut before it could tell anybody gives the same answer again.
        desk.restart();
        QCOMPARE(codeOf(base::await(desk.records().move(visit.id, to, text("m")))), Code(expected));
        QCOMPARE(mine().front().start, wednesday(0));
        clinic.cancelVisit(usurper);
        QCOMPARE(codeOf(base::await(desk.records().move(visit.id, to, text("m")))), Code(ErrorCode::Conflict));
    }

    void aPatientAndANoteAreThereOnceAfterALostAnswer()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        value(desk.records().info());
        clinic::NewPatient wanted;
        wanted.reference = text("new-1");
        wanted.name.he = QStringLiteral("נועה שגב");
        wanted.phone = domain::Phone::parse(text("055-005-0091")).value();
        clinic.odoo().lose(1, Loss::After, text("res.partner"), text("load"));
        const auto first = base::await(desk.records().addPatient(wanted));
        desk.restart();
        const auto card = value(desk.records().addPatient(wanted));
        QVERIFY(!first || first->id == card.id);
        QCOMPARE(value(desk.records().findPatients(*wanted.phone)).size(), 1U);

        clinic.odoo().lose(1, Loss::After, text("res.partner"), text("message_post"));
        const domain::Note note{QDate(2026, 3, 3), text("Delpek"), QStringLiteral("ביקשה תור"), text("note-1")};
        (void)base::await(desk.records().appendNote(card.id, note));
        desk.restart();
        value(desk.records().appendNote(card.id, note));
        QCOMPARE(value(desk.records().patient(card.id)).notes.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestOdooRaces)
#include "test_odooraces.moc"
