// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace delpek::channels::waha
{

/// Checks the header X-Webhook-Hmac, the hex HMAC-SHA512 of the body's bytes as received, in constant time.
/// `algorithm` is the header X-Webhook-Hmac-Algorithm: "sha512", or absent. Unauthorised says in `detail` what is
/// wrong, never the values. Source: WAHA, "Events", "HMAC authentication".
Result<Done> checkSignature(const QByteArray& header, const QByteArray& algorithm, const QByteArray& body,
                            const QByteArray& key);

} // namespace delpek::channels::waha
