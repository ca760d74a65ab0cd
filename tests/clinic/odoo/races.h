// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/clinicrecords.h"

#include <algorithm>
#include <array>
#include <barrier>
#include <functional>
#include <thread>

// Two desks and an agent who want the same time, whatever Odoo they work in.

namespace delpek::test
{

constexpr int RaceRounds = 1000;

/// Slots of Dr. Tamir's Wednesdays, one after the other.
inline domain::LocalTime wednesday(int number)
{
    return {QDate(2026, 3, 11).addDays(7 * (number / 8)), QTime(8, 0).addSecs(number % 8 * 30 * 60)};
}

template <typename House>
clinic::Booking raceWish(const House& house, const QString& reference, int slot, const char* patient)
{
    return {reference,
            house.idOf(QString::fromLatin1(patient)),
            house.idOf(QStringLiteral("tamir")),
            house.idOf(QStringLiteral("checkup")),
            wednesday(slot),
            30};
}

/// How often it was otherwise than it must be.
struct RaceTruth {
    int doubles = 0; ///< two visits at one time
    int nobody = 0;  ///< a time that nobody got
    int lies = 0;    ///< told "booked" without a visit, or a visit that nobody was told of
    int strange = 0; ///< neither booked nor taken
};

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

/// Each round three programs book one time for three patients; afterwards the house is as before (`restore`).
template <typename House, typename Desk>
RaceTruth raceForOneTime(House& house, std::array<std::unique_ptr<Desk>, 3>& desks, int rounds)
{
    const std::array<const char*, 3> patients{"dor", "yael", "megan"};
    const auto before = house.visits();
    const qint64 last = *std::max_element(before.begin(), before.end());
    const Result<domain::Appointment> none = fail(ErrorCode::Internal, {});
    std::array<Result<domain::Appointment>, 3> told{none, none, none};
    RaceTruth truth;
    race(
        3, rounds,
        [&](int runner, int round) {
            const auto who = size_t(runner);
            told[who] = base::await(desks[who]->records().book(
                raceWish(house, QStringLiteral("race-%1-%2").arg(round).arg(runner), round % 16, patients[who])));
        },
        [&](int) {
            std::vector<qint64> winners;
            for (const auto& one : told) {
                if (one) {
                    winners.push_back(one->id.toLongLong());
                } else if (one.error().code != ErrorCode::Conflict) {
                    ++truth.strange;
                    qWarning("%s", qPrintable(base::describe(one.error())));
                }
            }
            const auto there = house.visits();
            truth.doubles += there.size() > before.size() + 1;
            truth.nobody += winners.empty();
            truth.lies +=
                winners.size() != there.size() - before.size() ||
                (winners.size() == 1 && std::find(there.begin(), there.end(), winners.front()) == there.end());
            house.dropVisitsAfter(last);
        });
    return truth;
}

} // namespace delpek::test
