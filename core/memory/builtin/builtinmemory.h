// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memory/memory.h"
#include "store/store.h"

namespace delpek::memory
{

/// The memory in the clinic's own database.
class BuiltinMemory final : public Memory
{
public:
    /// The store outlives it.
    explicit BuiltinMemory(store::Store& store)
        : m_store(store)
    {
    }

    QString name() const override { return QStringLiteral("builtin"); }
    Future<Done> remember(std::vector<Episode> episodes) override;
    Future<Recollection> recall(const Query& query) override;
    Future<UserMemory> list(domain::PersonId user) override;
    Future<Done> correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                         base::Instant at) override;
    Future<Done> forget(domain::PersonId user, base::Instant at) override;
    Future<int> sweep(base::Instant before) override;
    Future<Done> health() override;

private:
    store::Store& m_store;
};

} // namespace delpek::memory
