// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "desk/insights.h"
#include "store/modelspend.h"
#include "store/store.h"

#include <functional>

namespace delpek::desk
{

/// What the clinic pays for language models at most.
struct ModelBudget {
    QString currency = {}; ///< ISO 4217; empty: no model is set up
    store::Spend day = {}; ///< within 24 hours; 0: no limit
};

/// Counts in the store of this process. References outlive it.
class LocalInsights final : public Insights
{
public:
    /// `zone`: the clinic's, where its days begin; called on the caller's thread.
    LocalInsights(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock,
                  std::function<QTimeZone()> zone, ModelBudget budget);

    Future<InsightsReport> report(const InsightsRequest& request) override;
    Future<Health> health() override;

private:
    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    std::function<QTimeZone()> m_zone;
    ModelBudget m_budget;
};

} // namespace delpek::desk
