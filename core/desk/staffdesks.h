// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/localdesk.h"

#include <map>
#include <memory>
#include <mutex>

namespace delpek::desk
{

/// A desk for each member of staff who works from outside, so that what is done stands under his name. Any thread.
class StaffDesks
{
public:
    /// As for LocalDesk; references outlive the desks.
    StaffDesks(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString region, Means means);

    /// Made the first time; it stays.
    Desk& of(const QString& staffName);

private:
    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    QString m_region;
    Means m_means;
    std::mutex m_mutex;
    std::map<QString, std::unique_ptr<LocalDesk>> m_desks;
};

} // namespace delpek::desk
