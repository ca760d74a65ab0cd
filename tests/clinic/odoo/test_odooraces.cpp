// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/odooclinic.h"

#include <QtTest>

#include <barrier>
#include <thread>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;
using base::Json;
using Code = std::optional<ErrorCode>;

namespace
{

constexpr int Rounds = 1000;
constexpr int Cuts = 200;

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

clinic::Booking wish(const OdooClinic& clinic, const QString& reference, const domain::LocalTime& start,
                     const char* patient)
{
    return {reference, clinic.idOf(text(patient)), clinic.idOf(text("tamir")), clinic.idOf(text("checkup")), start, 30};
}

template <typename T>
Code codeOf(const Result<T>& result)
{
    return result ? std::nullopt : Code(result.error().code);
}

/// Slots of Dr. Tamir's Wednesdays, one after the other.
domain::LocalTime wednesday(int number)
{
    static const std::array<QTime, 8> times{QTime(8, 0),  QTime(8, 30),  QTime(9, 0),  QTime(9, 30),
                                            QTime(10, 0), QTime(10, 30), QTime(11, 0), QTime(11, 30)};
    return {QDate(2026, 3, 11).addDays(7 * (number / 8)), times[size_t(number % 8)]};
}

/// Runs the same round on threads that stay.
template <typename Work>
void race(int runners, int rounds, Work work, const std::function<void(int)>& after)
{
    std::barrier start(runners + 1);
    std::barrier end(runners + 1);
    std::vector<std::jthread> threads;
    for (int runner = 0; runner < runners; ++runner) {
        threads.emplace_back([&, runner] {
            for (int round = 0; round < rounds; ++round) {
                start.arrive_and_wait();
                work(runner, round);
                end.arrive_and_wait();
            }
        });
    }
    for (int round = 0; round < rounds; ++round) {
        start.arrive_and_wait();
        end.arrive_and_wait();
        after(round);
    }
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
        const int rounds = profile == QLatin1String("community") ? Rounds : Rounds / 10;
        OdooClinic clinic(17, profile);
        std::array<std::unique_ptr<OdooDesk>, 3> desks;
        for (auto& desk : desks) {
            desk = std::make_unique<OdooDesk>(clinic);
            value(desk->records().info());
        }
        const std::array<const char*, 3> patients{"dor", "yael", "megan"};
        const size_t before = clinic.visits().size();
        const qint64 last = clinic.visits().back();
        std::array<Result<domain::Appointment>, 3> told{fail(ErrorCode::Internal, {}), fail(ErrorCode::Internal, {}),
                                                        fail(ErrorCode::Internal, {})};
        int lies = 0;
        int doubles = 0;
        int nobody = 0;
        int strange = 0;
        race(
            3, rounds,
            [&](int runner, int round) {
                const auto who = size_t(runner);
                told[who] = base::await(
                    desks[who]->records().book(wish(clinic, QStringLiteral("race-%1-%2").arg(round).arg(runner),
                                                    wednesday(round % 16), patients[who])));
            },
            [&](int) {
                std::vector<qint64> winners;
                for (const auto& one : told) {
                    if (one) {
                        winners.push_back(one->id.toLongLong());
                    } else if (one.error().code != ErrorCode::Conflict) {
                        ++strange;
                        qWarning("%s", qPrintable(base::describe(one.error())));
                    }
                }
                const auto there = clinic.visits();
                doubles += there.size() > before + 1;
                nobody += winners.empty();
                lies += winners.size() != there.size() - before ||
                        (winners.size() == 1 && std::find(there.begin(), there.end(), winners.front()) == there.end());
                clinic.odoo().dropAbove(clinic.visitModel(), last);
                clinic.odoo().forgetCalls();
            });
        QCOMPARE(doubles, 0);
        QCOMPARE(nobody, 0);
        QCOMPARE(lies, 0);
        QCOMPARE(strange, 0);
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
                               text(round % 4 == 3 ? "search_read" : "create"));
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
        clinic.odoo().afterNext(text("create"), [&] { clinic.addVisit(other); });
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

    void aPatientAndANoteAreThereOnceAfterALostAnswer()
    {
        OdooClinic clinic(17, text("community"));
        OdooDesk desk(clinic);
        value(desk.records().info());
        clinic::NewPatient wanted;
        wanted.reference = text("new-1");
        wanted.name.he = QStringLiteral("נועה שגב");
        wanted.phone = domain::Phone::parse(text("055-005-0091")).value();
        clinic.odoo().lose(1, Loss::After, text("res.partner"), text("create"));
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
