// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "desk/auditroom.h"
#include "store/store.h"

#include <atomic>

namespace delpek::desk
{

/// The audit log of our store. References outlive it.
class LocalAuditRoom final : public AuditRoom
{
public:
    explicit LocalAuditRoom(store::Store& store)
        : m_store(store)
    {
    }
    ~LocalAuditRoom() override;

    Future<AuditPage> page(const AuditRequest& request) override;
    Future<QStringList> actors() override;
    /// What is found at the end is told to all desks, as at the start of the program.
    Future<domain::AuditState> follow(const domain::AuditState& from) override;
    Future<qint64> exportTo(const QString& path) override;

private:
    /// On the worker.
    Result<qint64> writeAll(const QString& path);

    store::Store& m_store;
    std::atomic<bool> m_stopped = false;
    base::Workers m_worker{1};
};

} // namespace delpek::desk
