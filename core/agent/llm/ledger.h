// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/conversation.h"
#include "domain/ids.h"

namespace delpek::agent::llm
{

/// Keeps what models cost within the clinic's budgets. Any thread; may block.
class Ledger
{
public:
    virtual ~Ledger() = default;
    /// Before a call: counts the most that it can cost, durably. Forbidden with the key llm.budget when it would go
    /// above a budget. Gives the number of the entry.
    virtual Result<qint64> reserve(domain::ConversationId conversation, const Prompt& prompt) = 0;
    /// After it: what it did cost. Without it the reservation stands, as after a crash.
    virtual void settle(qint64 entry, const Prompt& prompt, const Usage& usage) = 0;
};

} // namespace delpek::agent::llm
