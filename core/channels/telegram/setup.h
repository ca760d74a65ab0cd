// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/telegram/line.h"

// Telling Telegram where to deliver. Source: Telegram Bot API, setWebhook, deleteWebhook.

namespace delpek::channels::telegram
{

/// Our listener's route below the clinic's public address. InvalidInput when Telegram would not deliver there: it wants
/// https and one of the ports 443, 80, 88 and 8443.
Result<QUrl> webhookAddress(const QUrl& publicBase);

/// Whether Telegram takes this as the mark of its deliveries: 1–256 of A–Z a–z 0–9 _ -.
bool isWebhookSecret(const QString& secret);

/// From now on updates go to `publicBase`, marked with `secret` (isWebhookSecret), and getUpdates is refused. Updates
/// that wait are kept. The same again changes nothing.
Future<Done> registerWebhook(const Line& line, const QUrl& publicBase, const QString& secret);

/// Polling is possible again. Never called for an address that may be another program's.
Future<Done> removeWebhook(const Line& line);

/// Before polling: removes a webhook that leads to our own route below `publicBase`, as an earlier start set it, and
/// tells whether there was one. Any other stays.
Future<bool> removeOwnWebhook(const Line& line, const QUrl& publicBase);

} // namespace delpek::channels::telegram
