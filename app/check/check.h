// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/report.h"
#include "base/clock.h"
#include "config/config.h"
#include "http/client.h"
#include "secrets/secretstore.h"

namespace delpek::app::check
{

/// All of it outlives the call.
struct Parts {
    const config::Config& config;
    secrets::SecretStore& secrets;
    http::Client& client;
    base::Clock& clock;
};

/// What a check knows beside the program itself: whatsapp, waha, telegram, webchat, odoo, model, notify, transcription,
/// memory.
QStringList checkedNames();

/// Looks at the program and at every channel and record keeper that is switched on, or only at `only`: one of
/// checkedNames(), or sms or email of what `notify` looks at. It starts
/// nothing and changes nothing; a program that runs goes on. Waits for the providers: at most some minutes. NotFound,
/// with the remedy, when there is nothing to look at.
Result<Report> check(const Parts& parts, const QString& only = {});

} // namespace delpek::app::check
