// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/erasure.h"

namespace delpek::desk
{

/// Request: somebody asked for it. Age: it was kept as long as the clinic keeps conversations.
enum class ErasureCause { Request, Age };

/// Erases a conversation in the write under way: all that store::Erasure takes, the times it was offered, its wishes on
/// the waiting list; and what is remembered of the patient with their last conversation, which the memory is told after
/// the commit. The audit log keeps that it was, with the amounts, and of each escalation who did what when. Conflict
/// where Erasure::check says that something has to end first.
Result<store::ErasedAmounts> eraseConversation(store::Session& session, domain::ConversationId id, const QString& by,
                                               ErasureCause cause, base::Instant now);

} // namespace delpek::desk

template <>
inline constexpr auto delpek::base::enumWords<delpek::desk::ErasureCause> =
    std::to_array<std::pair<delpek::desk::ErasureCause, const char*>>({{delpek::desk::ErasureCause::Request, "request"},
                                                                       {delpek::desk::ErasureCause::Age, "age"}});
