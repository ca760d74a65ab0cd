// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"

namespace delpek::test
{

/// Hours in memory: a clinic with two doctors, a closure and a day off. Answers at once, on the calling thread.
class FakeHours final : public desk::Hours
{
public:
    FakeHours();

    Future<desk::HoursState> state() override;
    Future<desk::HoursEffect> effectOf(const desk::HoursChange& change) override;
    Future<Done> keep(const desk::HoursChange& change, const QStringList& seen) override;
    Future<desk::HoursEffect> effectOf(const domain::Absence& absence) override;
    Future<Done> add(const domain::Absence& absence, const QStringList& seen) override;
    Future<Done> remove(const QString& timeOff) override;

    // What a test turns.
    desk::HoursState now;
    std::vector<desk::TouchedVisit> visits; ///< booked; what a change leaves outside of the hours is touched
    std::optional<Error> failure;           ///< of the next change
    std::vector<desk::HoursChange> kept;
    std::vector<domain::Absence> added;
    QStringList removed;
    int looks = 0;

private:
    Result<Done> outcome(const QStringList& touched, const QStringList& seen);
    desk::HoursEffect touched(const std::function<bool(const domain::Appointment&)>& isTouched) const;
};

} // namespace delpek::test
