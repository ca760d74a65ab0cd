// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signedshifts.h"

// The local ones note themselves who changes what.

namespace delpek::desk
{

using domain::Right;

Future<ShiftState> SignedShifts::state()
{
    return m_acts.run<ShiftState>(Right::See, [](Desk& desk) { return desk.shifts().state(); });
}

Future<BegunShift> SignedShifts::begin()
{
    return m_acts.run<BegunShift>(Right::Converse, [](Desk& desk) { return desk.shifts().begin(); });
}

Future<HandOverSheet> SignedShifts::draft()
{
    return m_acts.run<HandOverSheet>(Right::Converse, [](Desk& desk) { return desk.shifts().draft(); });
}

/// Also while the desk is locked: what was being written is kept.
Future<Done> SignedShifts::keepWords(const QString& words)
{
    const bool isLocked = m_acts.signIn().state().entry == Entry::Locked;
    return m_acts.run<Done>(isLocked ? Right::See : Right::Converse,
                            [&](Desk& desk) { return desk.shifts().keepWords(words); });
}

Future<domain::ShiftId> SignedShifts::end(const ShiftEnd& end)
{
    return m_acts.run<domain::ShiftId>(Right::Converse, [&](Desk& desk) { return desk.shifts().end(end); });
}

Future<std::vector<SheetHead>> SignedShifts::sheets(int limit)
{
    return m_acts.run<std::vector<SheetHead>>(Right::See, [&](Desk& desk) { return desk.shifts().sheets(limit); });
}

Future<HandOverSheet> SignedShifts::sheet(domain::ShiftId id)
{
    m_acts.noteRead(QStringLiteral("shift.read"), QStringLiteral("shift:%1").arg(id.value));
    return m_acts.run<HandOverSheet>(Right::See, [&](Desk& desk) { return desk.shifts().sheet(id); });
}

Future<Done> SignedShifts::acknowledge(domain::ShiftId id)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.shifts().acknowledge(id); });
}

} // namespace delpek::desk
