// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookfixture.h"

#include <barrier>
#include <random>
#include <thread>

using namespace delpek;
using namespace delpek::clinic;
using namespace delpek::test;
using domain::Appointment;
using domain::AppointmentState;
using domain::LocalTime;

namespace
{

QString patientId(int number)
{
    return QStringLiteral("p%1").arg(number);
}

/// Runs `work(n)` on `count` threads that start together.
template <typename Work>
void together(int count, Work work)
{
    std::barrier start(count);
    std::vector<std::jthread> threads;
    for (int n = 0; n < count; ++n) {
        threads.emplace_back([&start, &work, n] {
            start.arrive_and_wait();
            work(n);
        });
    }
}

/// What the book should hold, kept the simple way: a list that is searched from end to end.
class Model
{
public:
    explicit Model(const ClinicFile& file)
        : m_visits(file.appointments)
    {
    }

    std::vector<Appointment>& visits() { return m_visits; }

    std::optional<ErrorCode> check(const Appointment& wish) const
    {
        for (const auto& other : m_visits) {
            const bool concerned = other.doctor == wish.doctor || other.patient == wish.patient;
            if (concerned && other.id != wish.id && other.state == AppointmentState::Booked &&
                other.start.date == wish.start.date && minuteOf(other) < minuteOf(wish) + wish.minutes &&
                minuteOf(wish) < minuteOf(other) + other.minutes) {
                return ErrorCode::Conflict;
            }
        }
        return std::nullopt;
    }

private:
    static int minuteOf(const Appointment& visit) { return visit.start.time.msecsSinceStartOfDay() / 60'000; }

    std::vector<Appointment> m_visits;
};

std::vector<Appointment> sorted(std::vector<Appointment> visits)
{
    std::sort(visits.begin(), visits.end(), [](const Appointment& a, const Appointment& b) { return a.id < b.id; });
    return visits;
}

} // namespace

class TestBookingRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneOfManyGetsTheSlot_data() { eachEngine(); }
    void oneOfManyGetsTheSlot();
    void onePatientSitsInOneChair_data() { eachEngine(); }
    void onePatientSitsInOneChair();
    void oneReferenceBooksOnce_data() { eachEngine(); }
    void oneReferenceBooksOnce();
    void importsRace_data() { eachEngine(); }
    void importsRace();
    void equalsTheModel_data() { eachEngine(); }
    void equalsTheModel();

private:
    /// On PostgreSQL several programs take turns; SQLite belongs to one.
    BuiltinRecords& desk(int n) { return m_desks[static_cast<size_t>(n) % m_desks.size()]->records; }

    Engines m_places;
    QString m_location;
    std::vector<std::unique_ptr<Desk>> m_desks;
};

void TestBookingRaces::init()
{
    QFETCH(bool, postgres);
    m_location = m_places.newLocation(postgres);
    for (int n = postgres ? 3 : 1; n > 0; --n) {
        m_desks.push_back(std::make_unique<Desk>(m_location));
    }
    if (QByteArray(QTest::currentTestFunction()) != "importsRace") {
        got(desk(0).import(demoClinic()));
    }
}

void TestBookingRaces::cleanup()
{
    m_desks.clear();
}

void TestBookingRaces::oneOfManyGetsTheSlot()
{
    for (int round = 0; round < 12; ++round) {
        const LocalTime start{QDate(2026, 4, 12), QTime(8, 0).addSecs(round * 30 * 60)};
        std::array<std::optional<ErrorCode>, 9> codes;
        together(static_cast<int>(codes.size()), [&](int n) {
            const Booking wish{QStringLiteral("race-%1-%2").arg(round).arg(n),
                               patientId(n + 1),
                               QStringLiteral("levi"),
                               QStringLiteral("checkup"),
                               start,
                               30};
            codes[static_cast<size_t>(n)] = codeOf(desk(n).book(wish));
        });
        QCOMPARE(std::count(codes.begin(), codes.end(), std::nullopt), 1);
        QCOMPARE(std::count(codes.begin(), codes.end(), std::optional(ErrorCode::Conflict)),
                 qsizetype(codes.size() - 1));
    }
}

void TestBookingRaces::onePatientSitsInOneChair()
{
    for (int round = 0; round < 8; ++round) {
        // Both are there on Sunday mornings.
        const LocalTime start{QDate(2026, 4, 12).addDays(7 * round), QTime(9, 0)};
        std::array<std::optional<ErrorCode>, 6> codes;
        together(static_cast<int>(codes.size()), [&](int n) {
            const bool cleaning = n % 2 == 0;
            const Booking wish{{},
                               patientId(3),
                               cleaning ? QStringLiteral("shaked") : QStringLiteral("levi"),
                               cleaning ? QStringLiteral("cleaning") : QStringLiteral("checkup"),
                               start,
                               30};
            codes[static_cast<size_t>(n)] = codeOf(desk(n / 2).book(wish));
        });
        QCOMPARE(std::count(codes.begin(), codes.end(), std::nullopt), 1);
    }
}

void TestBookingRaces::oneReferenceBooksOnce()
{
    const auto before = got(desk(0).allAppointments()).size();
    std::array<QString, 9> ids;
    together(static_cast<int>(ids.size()), [&](int n) {
        const Booking wish{QStringLiteral("same"),
                           patientId(5),
                           QStringLiteral("levi"),
                           QStringLiteral("checkup"),
                           LocalTime{QDate(2026, 4, 12), QTime(8, 0)},
                           30};
        ids[static_cast<size_t>(n)] = got(desk(n).book(wish)).id;
    });
    QVERIFY(std::all_of(ids.begin(), ids.end(), [&](const QString& id) { return id == ids[0]; }));
    QCOMPARE(got(desk(0).allAppointments()).size(), before + 1);
}

void TestBookingRaces::importsRace()
{
    const auto file = demoClinic();
    together(6, [&](int n) { got(desk(n).import(file)); });
    QCOMPARE(got(desk(0).allAppointments()).size(), file.appointments.size());
}

void TestBookingRaces::equalsTheModel()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<>(0, most)(random); };
    Model model(demoClinic());
    // Levi is there on these days from eight to two; the demo's own visits are in between.
    const auto anyStart = [&] {
        const QDate day = upTo(1) == 0 ? QDate(2026, 3, 8) : QDate(2026, 3, 10);
        return LocalTime{day, QTime(8, 0).addSecs(15 * 60 * upTo(22))};
    };
    int conflicts = 0;
    for (int step = 0; step < 250; ++step) {
        const QString reference = QStringLiteral("step-%1").arg(step);
        auto& visits = model.visits();
        auto& some = visits[visits.size() - 1 - static_cast<size_t>(upTo(static_cast<int>(visits.size()) - 1))];
        const bool history = some.start < at("2026-03-03T10:00");
        const bool cancelled = some.state == AppointmentState::Cancelled;
        const auto refused = cancelled ? std::optional(ErrorCode::Conflict)
                             : history ? std::optional(ErrorCode::InvalidInput)
                                       : std::nullopt;
        std::optional<ErrorCode> expected;
        std::optional<ErrorCode> actual;
        switch (upTo(3)) {
        case 0: {
            expected = refused;
            actual = codeOf(desk(step).cancel(some.id, reference));
            if (!expected) {
                some.state = AppointmentState::Cancelled;
            }
            break;
        }
        case 1: {
            auto moved = some;
            moved.doctor = QStringLiteral("levi");
            moved.treatment = QStringLiteral("checkup");
            moved.start = anyStart();
            moved.minutes = 30;
            expected = refused ? refused : model.check(moved);
            actual = codeOf(
                desk(step).move(some.id, {moved.doctor, moved.treatment, moved.start, moved.minutes}, reference));
            if (!expected) {
                some = moved;
            }
            break;
        }
        default: {
            const Appointment wish{{},
                                   patientId(1 + upTo(23)),
                                   QStringLiteral("levi"),
                                   QStringLiteral("checkup"),
                                   anyStart(),
                                   30,
                                   AppointmentState::Booked,
                                   reference};
            expected = model.check(wish);
            const auto result = base::await(
                desk(step).book({reference, wish.patient, wish.doctor, wish.treatment, wish.start, wish.minutes}));
            actual = result ? std::nullopt : std::optional(result.error().code);
            if (!expected && result) {
                visits.push_back(wish);
                visits.back().id = result->id;
            }
        }
        }
        QVERIFY2(actual == expected, qPrintable(QStringLiteral("step %1").arg(step)));
        conflicts += expected == ErrorCode::Conflict;
    }
    QVERIFY(conflicts > 0);
    QVERIFY(sorted(got(desk(0).allAppointments())) == sorted(model.visits()));
}

QTEST_GUILESS_MAIN(TestBookingRaces)
#include "test_bookingraces.moc"
