// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signeddutyroom.h"

namespace delpek::desk
{

using domain::Right;

Future<DutyState> SignedDutyRoom::state()
{
    return m_acts.run<DutyState>(Right::See, [](Desk& desk) { return desk.dutyRoom().state(); });
}

Future<Done> SignedDutyRoom::add(const std::vector<domain::DutySpan>& spans)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.dutyRoom().add(spans); });
}

Future<Done> SignedDutyRoom::add(const domain::DutyException& exception)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.dutyRoom().add(exception); });
}

Future<Done> SignedDutyRoom::change(const domain::DutySpan& span)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.dutyRoom().change(span); });
}

Future<Done> SignedDutyRoom::remove(domain::DutySpanId id)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.dutyRoom().remove(id); });
}

Future<Done> SignedDutyRoom::remove(domain::DutyExceptionId id)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.dutyRoom().remove(id); });
}

} // namespace delpek::desk
