// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/ledger.h"
#include "agent/llm/prices.h"
#include "store/modelspend.h"
#include "store/store.h"

namespace delpek::agent::llm
{

/// Keeps the spend in the store. Where a budget of money is set and the model has no price, nothing may be spent: it
/// could not be counted.
class StoreLedger final : public Ledger
{
public:
    /// `store` and `clock` outlive it.
    StoreLedger(store::Store& store, base::Clock& clock, Prices prices, store::SpendLimits limits);

    Result<qint64> reserve(domain::ConversationId conversation, const Prompt& prompt) override;
    void settle(qint64 entry, const Prompt& prompt, const Usage& usage) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    const Prices m_prices;
    const store::SpendLimits m_limits;
};

/// The most that a prompt can cost in tokens: nobody counts fewer bytes than two to a token for long.
Usage mostUsage(const Prompt& prompt);

} // namespace delpek::agent::llm
