// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// Shifts, for whoever is signed in: who may answer patients begins and ends one, who may see conversations reads
/// sheets.
class SignedShifts final : public Shifts
{
public:
    explicit SignedShifts(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<ShiftState> state() override;
    Future<BegunShift> begin() override;
    Future<HandOverSheet> draft() override;
    Future<Done> keepWords(const QString& words) override;
    Future<domain::ShiftId> end(const ShiftEnd& end) override;
    Future<std::vector<SheetHead>> sheets(int limit) override;
    Future<HandOverSheet> sheet(domain::ShiftId id) override;
    Future<Done> acknowledge(domain::ShiftId id) override;

private:
    SignedActs& m_acts;
};

} // namespace delpek::desk
