// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "simulation/doubles/recorded.h"

namespace delpek::simulation
{

/// A refusal as the Bot API words it.
struct BotRefusal {
    int code = 400;
    QString description = {};
};

/// Checks a sendMessage body; gives the message without order, id and time. Stricter than the real one: unknown
/// members, which it would pass over, are refused.
tl::expected<SentMessage, BotRefusal> checkSendMessage(const base::Json& body);

QByteArray botErrorBody(const BotRefusal& refusal, int retryAfter = 0);
QByteArray botResult(base::Json result);

} // namespace delpek::simulation
