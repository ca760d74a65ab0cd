// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"

namespace delpek::test
{

/// A clinic's own data in memory: three treatments, two doctors. Answers at once, on the calling thread.
class FakeClinicRoom final : public desk::ClinicRoom
{
public:
    FakeClinicRoom();

    Future<desk::ClinicState> state() override;
    Future<Done> keepClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info) override;
    Future<QString> keepTreatment(const std::optional<domain::Treatment>& was,
                                  const domain::Treatment& treatment) override;
    Future<Done> retireTreatment(const QString& id) override;
    Future<Done> restoreTreatment(const QString& id) override;
    Future<QString> keepDoctor(const std::optional<domain::Doctor>& was, const domain::Doctor& doctor) override;
    Future<desk::HoursEffect> visitsOf(const QString& doctor) override;
    Future<Done> retireDoctor(const QString& id, const QStringList& seen) override;
    Future<Done> restoreDoctor(const QString& id) override;

    // What a test turns.
    desk::ClinicState now;
    desk::HoursEffect visits;     ///< booked with whoever is asked for
    std::optional<Error> failure; ///< of the next change

private:
    template <typename T>
    Future<T> unlessRefused(const std::function<Result<T>()>& change);
    Result<Done> setRetired(bool isDoctor, const QString& id, bool retired);
};

} // namespace delpek::test
