// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/staffdesks.h"

namespace delpek::desk
{

StaffDesks::StaffDesks(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString region,
                       Means means)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_region(std::move(region))
    , m_means(std::move(means))
{
}

Desk& StaffDesks::of(const QString& staffName)
{
    const std::lock_guard lock(m_mutex);
    auto& desk = m_desks[staffName];
    if (!desk) {
        desk = std::make_unique<LocalDesk>(m_store, m_records, m_clock, Actor{staffName}, m_region, m_means);
    }
    return *desk;
}

} // namespace delpek::desk
