// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

struct Spend {
    qint64 tokens = 0;
    qint64 cost = 0; ///< millionths of the price table's currency
};

/// Zero: no limit.
struct SpendLimits {
    Spend conversation; ///< within 24 hours
    Spend day;          ///< of all conversations within 24 hours
};

/// So long a row of `model_spend` is kept.
inline constexpr auto spendKept = std::chrono::hours(31 * 24);

/// Table `model_spend`: what language models cost. A row is written before a call with the most that the call can cost,
/// and corrected after it, so a crash between leaves too much counted and never too little. Rows of a month ago go.
class ModelSpend
{
public:
    explicit ModelSpend(Session& session)
        : m_session(session)
    {
    }

    /// Forbidden with the key llm.budget when it would go above a limit. Gives the row's number.
    Result<qint64> reserve(domain::ConversationId conversation, const QString& model, const Spend& most,
                           const SpendLimits& limits, base::Instant now);
    Result<Done> settle(qint64 row, const Spend& spent);
    /// Since `from`, of one conversation or (without) of all.
    Result<Spend> spentSince(base::Instant from, std::optional<domain::ConversationId> conversation = std::nullopt);

private:
    Session& m_session;
};

} // namespace delpek::store
