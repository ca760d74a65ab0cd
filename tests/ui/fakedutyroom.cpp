// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakedutyroom.h"

#include <algorithm>
#include <utility>

namespace delpek::test
{

using domain::DutyException;
using domain::DutySpan;
using domain::StaffId;

namespace
{

constexpr int dutyHour = 60;
constexpr StaffId dutyCohen{2};
constexpr StaffId dutyLevi{6};
constexpr StaffId dutyRivka{1};

} // namespace

FakeDutyRoom::FakeDutyRoom(std::function<void(const std::vector<domain::Change>&)> publish)
    : m_publish(std::move(publish))
{
    now.roster.zone = QTimeZone("Asia/Jerusalem");
    now.hasWays = true;
    now.staff = {{dutyCohen, QStringLiteral("ד״ר יעל כהן"), domain::Role::Doctor, true, true},
                 {dutyLevi, QStringLiteral("Dr. Amir Levi"), domain::Role::Doctor, true, true},
                 {dutyRivka, QStringLiteral("רבקה"), domain::Role::Receptionist, true, false}};
    for (int day = 0; day < 5; ++day) {
        now.roster.weekly.push_back({{++m_last}, dutyCohen, day, 8 * dutyHour, 20 * dutyHour, 1});
        now.roster.weekly.push_back({{++m_last}, dutyLevi, day, 8 * dutyHour, 20 * dutyHour, 2});
        now.roster.weekly.push_back({{++m_last}, dutyLevi, day, 20 * dutyHour, 8 * dutyHour, 1});
    }
    now.roster.exceptions = {{{++m_last}, dutyCohen, QDate(2026, 3, 12), false, 0, domain::minutesOfDay, 1},
                             {{++m_last}, dutyRivka, QDate(2026, 3, 13), true, 8 * dutyHour, 13 * dutyHour, 3}};
    now.line = {{dutyCohen}, {dutyLevi}};
    now.fallback = {{dutyCohen, dutyLevi}};
    now.uncovered = {now.roster.exceptions.front().id};
    now.gaps = {{(5 * 24 + 8) * dutyHour, 7 * 24 * dutyHour + 8 * dutyHour}};
}

Future<desk::DutyState> FakeDutyRoom::state()
{
    return base::ready(stateFailure ? Result<desk::DutyState>(fail(*stateFailure)) : Result<desk::DutyState>(now));
}

Future<Done> FakeDutyRoom::outcome(const std::function<void()>& work)
{
    if (failure) {
        return base::ready<Done>(fail(*std::exchange(failure, std::nullopt)));
    }
    work();
    std::ranges::stable_sort(now.roster.weekly, {},
                             [](const DutySpan& span) { return std::tuple(span.weekday, span.from, span.order); });
    m_publish({{domain::Topic::Setting, 0, 0}});
    return base::ready(Result<Done>(Done{}));
}

Future<Done> FakeDutyRoom::add(const std::vector<DutySpan>& spans)
{
    return outcome([&] {
        for (DutySpan span : spans) {
            span.id = {++m_last};
            now.roster.weekly.push_back(span);
        }
    });
}

Future<Done> FakeDutyRoom::add(const DutyException& exception)
{
    return outcome([&] {
        now.roster.exceptions.push_back(exception);
        now.roster.exceptions.back().id = {++m_last};
    });
}

Future<Done> FakeDutyRoom::change(const DutySpan& span)
{
    return outcome([&] { *std::ranges::find(now.roster.weekly, span.id, &DutySpan::id) = span; });
}

Future<Done> FakeDutyRoom::remove(domain::DutySpanId id)
{
    return outcome([&] { std::erase_if(now.roster.weekly, [id](const auto& one) { return one.id == id; }); });
}

Future<Done> FakeDutyRoom::remove(domain::DutyExceptionId id)
{
    return outcome([&] { std::erase_if(now.roster.exceptions, [id](const auto& one) { return one.id == id; }); });
}

} // namespace delpek::test
