// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The clinic's own data, which everybody sees and who manages the clinic keeps. The local room notes itself who
/// changes what.
class SignedClinicRoom final : public ClinicRoom
{
public:
    explicit SignedClinicRoom(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<ClinicState> state() override
    {
        return m_acts.run<ClinicState>(domain::Right::See, [](Desk& desk) { return desk.clinicRoom().state(); });
    }
    Future<Done> keepClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info) override
    {
        return manage<Done>([&](ClinicRoom& room) { return room.keepClinic(was, info); });
    }
    Future<QString> keepTreatment(const std::optional<domain::Treatment>& was,
                                  const domain::Treatment& treatment) override
    {
        return manage<QString>([&](ClinicRoom& room) { return room.keepTreatment(was, treatment); });
    }
    Future<Done> retireTreatment(const QString& id) override
    {
        return manage<Done>([&](ClinicRoom& room) { return room.retireTreatment(id); });
    }
    Future<Done> restoreTreatment(const QString& id) override
    {
        return manage<Done>([&](ClinicRoom& room) { return room.restoreTreatment(id); });
    }
    Future<QString> keepDoctor(const std::optional<domain::Doctor>& was, const domain::Doctor& doctor) override
    {
        return manage<QString>([&](ClinicRoom& room) { return room.keepDoctor(was, doctor); });
    }
    Future<HoursEffect> visitsOf(const QString& doctor) override
    {
        if (m_acts.deskFor(domain::Right::ManageClinic)) {
            m_acts.noteRead(QStringLiteral("clinic.visitsOf"), QStringLiteral("doctor:") + doctor); // names patients
        }
        return manage<HoursEffect>([&](ClinicRoom& room) { return room.visitsOf(doctor); });
    }
    Future<Done> retireDoctor(const QString& id, const QStringList& seen) override
    {
        return manage<Done>([&](ClinicRoom& room) { return room.retireDoctor(id, seen); });
    }
    Future<Done> restoreDoctor(const QString& id) override
    {
        return manage<Done>([&](ClinicRoom& room) { return room.restoreDoctor(id); });
    }

private:
    template <typename T, typename Call>
    Future<T> manage(Call call)
    {
        return m_acts.run<T>(domain::Right::ManageClinic, [&](Desk& desk) { return call(desk.clinicRoom()); });
    }

    SignedActs& m_acts;
};

} // namespace delpek::desk
