// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/graphrefusal.h"
#include "simulation/doubles/recorded.h"

namespace delpek::simulation
{

/// What a body of POST …/messages asks for.
struct GraphCall {
    bool read = false;         ///< a read receipt; nothing is sent
    SentMessage message;       ///< without order, id, time and file
    QString mediaId;           ///< of the uploaded file; empty without one
    bool voice = false;        ///< the file is to be shown as spoken
    base::Json templateObject; ///< null without a template
};

/// Checks a body as strictly as Meta documents it, or stricter: unknown members, lengths, `to` with its plus. What
/// needs knowledge of the account (files, templates) is checked by who has it.
tl::expected<GraphCall, GraphRefusal> checkGraphCall(const base::Json& body);

} // namespace delpek::simulation
