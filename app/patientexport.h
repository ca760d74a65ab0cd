// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/conversation.h"
#include "store/session.h"

namespace delpek::app
{

/// All that the clinic holds of somebody's words outside of its records, as docs/privacy.md describes the form: for
/// whoever asks what is kept of them.
Result<base::Json> exportOf(store::Session& session, const std::vector<domain::Conversation>& conversations,
                            base::Instant now);

} // namespace delpek::app
