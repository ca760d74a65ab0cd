// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/store.h"

namespace delpek::desk
{

/// Completes when no agent's message of the conversation is on its way to the provider any more: at once when there is
/// none, else after the receipt (or its failure) was recorded, by whichever engine sends it.
Future<Done> whenAgentSendsSettled(store::Store& store, domain::ConversationId conversation);

} // namespace delpek::desk
