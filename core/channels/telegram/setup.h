// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/telegram/line.h"

// Telling Telegram where to deliver. Source: Telegram Bot API, setWebhook, deleteWebhook.

namespace delpek::channels::telegram
{

/// Our listener's route below the clinic's public address. InvalidInput when Telegram would not deliver there: it wants
/// https and one of the ports 443, 80, 88 and 8443.
Result<QUrl> webhookAddress(const QUrl& publicBase);

/// From now on updates go to `publicBase`, marked with `secret` (1–256 of A–Z a–z 0–9 _ -), and getUpdates is refused.
/// Updates that wait are kept. The same again changes nothing.
Future<Done> registerWebhook(const Line& line, const QUrl& publicBase, const QString& secret);

/// Polling is possible again. Never called by itself: another program may be the one that receives.
Future<Done> removeWebhook(const Line& line);

} // namespace delpek::channels::telegram
