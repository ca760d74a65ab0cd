// SPDX-License-Identifier: GPL-3.0-or-later
// bench_slots [repeats]: free time in four weeks of six dentists with 5,000 visits, asked of the built-in book on
// SQLite, beside a search that tries every start against every visit.
#include "base/await.h"
#include "bench/figures.h"
#include "clinic/builtin/builtinrecords.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <random>

using namespace delpek;

namespace
{

constexpr int Dentists = 6;
constexpr int Visits = 5000;
constexpr int Searches = 200;
const QDate FirstDay(2026, 3, 1); // a Sunday
const QDate LastDay = FirstDay.addDays(27);
const auto Milliseconds = QStringLiteral("ms");

domain::WeeklyHours openHours()
{
    domain::WeeklyHours hours;
    for (size_t day = 0; day < 6; ++day) {
        hours[day] = {{QTime(8, 0), QTime(18, 0)}};
    }
    return hours;
}

domain::Bilingual name(const QString& text)
{
    return {{}, text};
}

/// Visits of a quarter of an hour, spread over dentists and days as `seed` has it.
clinic::ClinicFile busyClinic(unsigned seed)
{
    clinic::ClinicFile file;
    file.info.name = name(QStringLiteral("Busy Dental"));
    file.info.zone = QTimeZone("Asia/Jerusalem");
    file.info.hours = openHours();
    file.treatments = {{QStringLiteral("checkup"), name(QStringLiteral("Check-up")), 30, {}},
                       {QStringLiteral("implant"), name(QStringLiteral("Implant")), 240, {}}};
    std::vector<std::pair<int, domain::LocalTime>> quarters;
    for (int n = 0; n < Dentists; ++n) {
        domain::Doctor doctor;
        doctor.id = QStringLiteral("d%1").arg(n);
        doctor.name = name(doctor.id);
        doctor.treatments = {QStringLiteral("checkup"), QStringLiteral("implant")};
        doctor.hours = openHours();
        file.doctors.push_back(doctor);
        for (QDate day = FirstDay; day <= LastDay; day = day.addDays(1)) {
            for (int quarter = 0; quarter < 40 && day.dayOfWeek() != 6; ++quarter) {
                quarters.emplace_back(n, domain::LocalTime{day, QTime(8, 0).addSecs(quarter * 15 * 60)});
            }
        }
    }
    for (int n = 0; n < Visits / 5; ++n) {
        domain::Patient patient;
        patient.id = QStringLiteral("p%1").arg(n);
        patient.name = name(patient.id);
        file.patients.push_back(patient);
    }
    std::mt19937 random(seed);
    std::shuffle(quarters.begin(), quarters.end(), random);
    for (int n = 0; n < Visits; ++n) {
        const auto& [dentist, start] = quarters[static_cast<size_t>(n)];
        file.appointments.push_back({QStringLiteral("a%1").arg(n),
                                     QStringLiteral("p%1").arg(n % (Visits / 5)),
                                     QStringLiteral("d%1").arg(dentist),
                                     QStringLiteral("checkup"),
                                     start,
                                     15,
                                     domain::AppointmentState::Booked,
                                     {}});
    }
    return file;
}

clinic::SlotQuery query(const QString& treatment, int limit)
{
    clinic::SlotQuery query;
    query.treatment = treatment;
    query.from = FirstDay;
    query.to = LastDay;
    query.earliest = {FirstDay, QTime(0, 0)};
    query.limit = limit;
    return query;
}

/// Every quarter of an hour of every dentist against every visit.
std::size_t naive(clinic::BuiltinRecords& records, int minutes)
{
    const auto visits = bench::orEnd(base::await(records.allAppointments()));
    std::size_t found = 0;
    for (QDate day = FirstDay; day <= LastDay; day = day.addDays(1)) {
        for (int n = 0; n < Dentists && day.dayOfWeek() != 6; ++n) {
            const QString doctor = QStringLiteral("d%1").arg(n);
            for (QTime start(8, 0); start.secsTo(QTime(18, 0)) >= minutes * 60; start = start.addSecs(15 * 60)) {
                const auto meets = [&](const domain::Appointment& visit) {
                    return visit.doctor == doctor && visit.start.date == day &&
                           visit.start.time < start.addSecs(minutes * 60) &&
                           start < visit.start.time.addSecs(visit.minutes * 60);
                };
                found += std::none_of(visits.begin(), visits.end(), meets);
            }
        }
    }
    return found;
}

struct Bench {
    clinic::BuiltinRecords& records;
    bench::Table table;
    int repeats;

    void measure(const QString& figure, const clinic::SlotQuery& wish, const QString& target) const
    {
        std::vector<double> medians;
        std::vector<double> slow;
        std::size_t found = 0;
        for (int repeat = 0; repeat < repeats; ++repeat) {
            std::vector<double> times;
            for (int n = 0; n < Searches; ++n) {
                times.push_back(
                    bench::millisecondsOf([&] { found = bench::orEnd(base::await(records.freeSlots(wish))).size(); }));
            }
            medians.push_back(bench::quantile(times, 0.5));
            slow.push_back(bench::quantile(times, 0.95));
        }
        table.row(QStringLiteral("%1 (%2 found), median").arg(figure).arg(found), medians, Milliseconds, target);
        table.row(QStringLiteral("%1, 95 of 100 within").arg(figure), slow, Milliseconds);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int repeats = std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("5")).toInt());
    const QTemporaryDir folder;
    const auto store =
        bench::orEnd(store::Store::open({QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("book.db"))}));
    base::VirtualClock clock(domain::toInstant({FirstDay, QTime(0, 0)}, QTimeZone("Asia/Jerusalem")));
    clinic::BuiltinRecords records(*store, clock);
    bench::orEnd(base::await(records.import(busyClinic(1))));

    const Bench bench{records, bench::Table(QStringLiteral("bench_slots %1").arg(repeats)), repeats};
    const auto target = QStringLiteral("< 5 ms");
    bench.measure(QStringLiteral("an offer of three"), query(QStringLiteral("checkup"), 3), target);
    bench.measure(QStringLiteral("every free half-hour"), query(QStringLiteral("checkup"), 10'000), target);
    auto one = query(QStringLiteral("checkup"), 10'000);
    one.doctor = QStringLiteral("d0");
    bench.measure(QStringLiteral("every free half-hour of one dentist"), one, target);
    bench.measure(QStringLiteral("four hours that nobody has"), query(QStringLiteral("implant"), 3), target);

    const auto all = bench::orEnd(base::await(records.freeSlots(query(QStringLiteral("checkup"), 10'000)))).size();
    std::vector<double> times;
    std::size_t found = 0;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        times.push_back(bench::millisecondsOf([&] { found = naive(records, 30); }));
    }
    if (found != all) {
        qFatal("the naive search found %zu, the book %zu", found, all);
    }
    bench.table.row(QStringLiteral("every free half-hour, each start against each visit"), times, Milliseconds);
    return 0;
}
