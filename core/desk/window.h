// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace delpek::desk
{

/// WhatsApp's customer service window: free text within 24 hours of the patient's last message, templates after it
/// (Meta, "Customer service windows"). Other channels have none.
bool windowClosed(const domain::Conversation& conversation, base::Instant now);

/// What a person may send by that, and by whether the patient can be reached at all.
ComposerState composerFor(const domain::Conversation& conversation, base::Instant now);

} // namespace delpek::desk
