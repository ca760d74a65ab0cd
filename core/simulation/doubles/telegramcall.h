// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/multipart.h"
#include "http/server.h"

#include <tl/expected.hpp>

// A call of the Bot API as its server sees it, and the two forms of its answers.

namespace delpek::simulation
{

/// A refusal as the Bot API words it.
struct BotRefusal {
    int code = 400;
    QString description = {};
};

template <typename T>
using BotResult = tl::expected<T, BotRefusal>;

tl::unexpected<BotRefusal> refuseBot(const QString& description, int code = 400);

/// What a call brings: its parameters as JSON, whichever way they came, and the files of a form.
struct BotCall {
    base::Json body = base::Json::object();
    std::vector<http::FormPart> files;
};

/// Reads JSON or a form with files. Any other Content-Type is refused.
BotResult<BotCall> readBotCall(const http::ServerRequest& request);

QByteArray botErrorBody(const BotRefusal& refusal, int retryAfter = 0);
QByteArray botResult(base::Json result);

} // namespace delpek::simulation
