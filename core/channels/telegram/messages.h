// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/event.h"

// The updates that carry a Message: to the bot itself, and to the clinic's own account that the bot answers for
// (business connections). Each gives the events of one update; InvalidInput names the JSON path. Pure.

namespace delpek::channels::telegram
{

using Events = Result<std::vector<domain::Event>>;

/// "/start" with or without a deep link's parameter is a Choice-like word of the app, not of the patient: the text is
/// "/start" alone and the choice "start:<parameter>", "start:" without one.
Events message(const base::Json& json, const QString& account);

/// Live locations that move on say nothing and are ignored.
Events editedMessage(const base::Json& json, const QString& account);

/// From the patient a message; from the account's owner an echo: a person of the clinic took the conversation. What
/// Telegram wrote by itself in the owner's name (greeting, away, scheduled) and what a bot wrote is ignored.
Events businessMessage(const base::Json& json, const QString& account);

/// An owner's edit is ignored: the desk keeps what was said first.
Events editedBusinessMessage(const base::Json& json, const QString& account);

Events deletedBusinessMessages(const base::Json& json, const QString& account);

/// Ignored, and named for the log: a connection that ends shows as a refused send.
Events businessConnection(const base::Json& json, const QString& account);

} // namespace delpek::channels::telegram
