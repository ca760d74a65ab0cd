// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/staffdesks.h"

namespace delpek::api
{

StaffDesks::StaffDesks(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString region,
                       desk::Means means)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_region(std::move(region))
    , m_means(std::move(means))
{
}

desk::Desk& StaffDesks::of(const QString& staffName)
{
    const std::lock_guard lock(m_mutex);
    auto& desk = m_desks[staffName];
    if (!desk) {
        desk =
            std::make_unique<desk::LocalDesk>(m_store, m_records, m_clock, desk::Actor{staffName}, m_region, m_means);
    }
    return *desk;
}

} // namespace delpek::api
