// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <QByteArray>

namespace delpek::api::staff
{

/// The key that signs tokens: the secret api.token-key, 32 random bytes in Base64. Who takes the secret away or changes
/// it ends all tokens. NotFound when there is none, InvalidInput when it is no key. Blocks while the store answers.
Result<QByteArray> tokenKey(secrets::SecretStore& secrets);

/// The same; makes the secret where there is none and the store can be written.
Result<QByteArray> makeTokenKey(secrets::SecretStore& secrets);

} // namespace delpek::api::staff
