// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "simulation/doubles/recorded.h"

namespace delpek::simulation
{

/// A refusal as the Graph API words it.
struct GraphRefusal {
    int status = 400;
    int code = 100;
    QString details = {};
    int subcode = 0;
};

/// What a body of POST …/messages asks for.
struct GraphCall {
    bool read = false;   ///< a read receipt; nothing is sent
    SentMessage message; ///< without order, id and time
};

/// Checks a body as strictly as Meta documents it, or stricter: unknown members, lengths, `to` with its plus.
tl::expected<GraphCall, GraphRefusal> checkGraphCall(const base::Json& body);

/// The error body, with a trace id made from `number`.
QByteArray graphErrorBody(const GraphRefusal& refusal, qint64 number);

} // namespace delpek::simulation
