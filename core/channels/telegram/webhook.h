// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace delpek::channels::telegram
{

/// Checks the header X-Telegram-Bot-Api-Secret-Token against the secret given to setWebhook, in constant time.
/// Unauthorised also when no secret is set: the body carries no signature, the secret is all there is.
Result<Done> checkSecret(const QByteArray& header, const QByteArray& secret);

} // namespace delpek::channels::telegram
