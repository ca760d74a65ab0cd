// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/telegram/line.h"

// The commands in the bot's menu. Source: Telegram Bot API, setMyCommands.

namespace delpek::channels::telegram
{

/// The bodies of setMyCommands, one a language: those without a language are for everybody else and are the English
/// ones. `json`: {"start": {"he": "…", "en": "…"}, …}. InvalidInput for what Telegram would refuse: at most 100
/// commands, names of 1–32 letters a–z, digits and _, descriptions of 1–256 characters.
Result<std::vector<base::Json>> commandBodies(const QByteArray& json);

/// Puts them into the menu, one call after the other; the same again changes nothing.
Future<Done> registerCommands(const Line& line, const std::vector<base::Json>& bodies);

} // namespace delpek::channels::telegram
