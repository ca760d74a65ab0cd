// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signedhours.h"

namespace delpek::desk
{

using domain::Right;

/// The effect names patients.
void SignedHours::noteLook(const QString& doctor)
{
    if (m_acts.deskFor(Right::ManageClinic)) {
        m_acts.noteRead(QStringLiteral("hours.effect"),
                        doctor.isEmpty() ? QStringLiteral("clinic") : QStringLiteral("doctor:") + doctor);
    }
}

Future<HoursState> SignedHours::state()
{
    return m_acts.run<HoursState>(Right::See, [](Desk& desk) { return desk.hours().state(); });
}

Future<HoursEffect> SignedHours::effectOf(const HoursChange& change)
{
    noteLook(change.doctor);
    return m_acts.run<HoursEffect>(Right::ManageClinic, [&](Desk& desk) { return desk.hours().effectOf(change); });
}

Future<Done> SignedHours::keep(const HoursChange& change, const QStringList& seen)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.hours().keep(change, seen); });
}

Future<HoursEffect> SignedHours::effectOf(const domain::Absence& absence)
{
    noteLook(absence.doctor);
    return m_acts.run<HoursEffect>(Right::ManageClinic, [&](Desk& desk) { return desk.hours().effectOf(absence); });
}

Future<Done> SignedHours::add(const domain::Absence& absence, const QStringList& seen)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.hours().add(absence, seen); });
}

Future<Done> SignedHours::remove(const QString& timeOff)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.hours().remove(timeOff); });
}

} // namespace delpek::desk
