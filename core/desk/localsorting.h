// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sorting.h"
#include "store/store.h"

namespace delpek::desk
{

/// Labels and order in our store. Who puts off, labels and changes labels stands in the audit log. References outlive
/// it.
class LocalSorting final : public Sorting
{
public:
    LocalSorting(store::Store& store, base::Clock& clock, QString staff);

    Future<std::vector<domain::Label>> labels() override;
    Future<std::vector<domain::LabelId>> labelsOf(domain::ConversationId id) override;
    Future<domain::LabelId> addLabel(const domain::Label& label) override;
    Future<Done> changeLabel(const domain::Label& was, const domain::Label& to) override;
    Future<Done> removeLabel(domain::LabelId id) override;
    Future<Sorted> sort(const std::vector<domain::ConversationId>& ids, const SortAct& act) override;
    Future<int> undo(const Sorted& done) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_staff;
};

} // namespace delpek::desk
