// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"

namespace delpek::channels::waha
{

/// What keeps a session with this status word from working: Unavailable with a text key of its own, and the remedy in
/// the detail. Nothing for WORKING. A word we do not know is a fault too.
/// Source: WAHA, "Sessions" and "session.status".
std::optional<Error> faultOf(const QString& status);

/// True for the status words of a session, WORKING included.
bool isStatus(const QString& word);

/// What a session.status delivery of `session` says; nothing for every other delivery. `at` is the newest time in it,
/// the beginning of 1970 where it has none.
std::optional<AccountState> accountStateOf(const QByteArray& raw, const QString& session);

} // namespace delpek::channels::waha
