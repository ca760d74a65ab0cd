// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"
#include "store/store.h"

namespace delpek::desk
{

/// Shifts in our own store; who did what stands in the audit log.
class LocalShifts final : public Shifts
{
public:
    /// References outlive it.
    LocalShifts(store::Store& store, base::Clock& clock, QString staff);

    Future<ShiftState> state() override;
    Future<BegunShift> begin() override;
    Future<HandOverSheet> draft() override;
    Future<Done> keepWords(const QString& words) override;
    Future<domain::ShiftId> end(const ShiftEnd& end) override;
    Future<std::vector<SheetHead>> sheets(int limit) override;
    Future<HandOverSheet> sheet(domain::ShiftId id) override;
    Future<Done> acknowledge(domain::ShiftId id) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_staff;
};

} // namespace delpek::desk
