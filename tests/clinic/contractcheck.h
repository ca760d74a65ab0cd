// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/contract.h"

#include <algorithm>
#include <stdexcept>

// Words for the cases of the contract: what is asked and what must hold.

namespace delpek::test::contract
{

inline void require(bool holds, const char* what)
{
    if (!holds) {
        throw std::runtime_error(what);
    }
}

/// The value of a call that must succeed.
template <typename T>
T value(Future<T> future)
{
    auto result = base::await(std::move(future));
    if (!result) {
        throw std::runtime_error(base::describe(result.error()).toStdString());
    }
    return std::move(*result);
}

/// A call that must fail in this way.
template <typename T>
void requireError(Future<T> future, ErrorCode code, const char* what)
{
    const auto result = base::await(std::move(future));
    if (result || result.error().code != code) {
        throw std::runtime_error(
            QStringLiteral("%1: %2")
                .arg(QLatin1String(what), result ? QStringLiteral("succeeded") : base::describe(result.error()))
                .toStdString());
    }
}

inline domain::LocalTime when(const char* text)
{
    return domain::LocalTime::fromText(QString::fromLatin1(text));
}

inline clinic::Booking booking(const ContractFixture& fixture, const char* reference, const char* start,
                               const char* patient = "dor", const char* doctor = "tamir",
                               const char* treatment = "checkup", int minutes = 30)
{
    return {QString::fromLatin1(reference),
            fixture.idOf(QString::fromLatin1(patient)),
            fixture.idOf(QString::fromLatin1(doctor)),
            fixture.idOf(QString::fromLatin1(treatment)),
            when(start),
            minutes};
}

inline domain::Slot slot(const ContractFixture& fixture, const char* start, const char* doctor = "tamir",
                         const char* treatment = "checkup", int minutes = 30)
{
    return {fixture.idOf(QString::fromLatin1(doctor)), fixture.idOf(QString::fromLatin1(treatment)), when(start),
            minutes};
}

/// Whether exactly this slot is offered to `holder`.
inline bool isFree(ContractFixture& fixture, const domain::Slot& slot, const QString& holder = {})
{
    clinic::SlotQuery query;
    query.treatment = slot.treatment;
    query.doctor = slot.doctor;
    query.from = query.to = slot.start.date;
    query.exactly = slot.start.time;
    query.earliest = when("2026-03-03T10:00");
    query.holder = holder;
    const auto found = value(fixture.records().freeSlots(query));
    return std::find(found.begin(), found.end(), slot) != found.end();
}

inline std::vector<domain::Appointment> visits(ContractFixture& fixture, const char* patient = "dor")
{
    return value(fixture.records().appointments(fixture.idOf(QString::fromLatin1(patient)), when("2026-03-03T10:00")));
}

inline bool contains(const std::vector<domain::Appointment>& all, const QString& id)
{
    return std::any_of(all.begin(), all.end(), [&](const domain::Appointment& visit) { return visit.id == id; });
}

} // namespace delpek::test::contract
