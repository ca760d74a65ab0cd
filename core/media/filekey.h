// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "secrets/secretstore.h"

#include <QByteArray>

namespace delpek::media
{

/// A fresh key for kept files, as the secret media.key holds it: 32 random bytes in Base64.
QString newFileKey();

/// The key of the kept files, out of the secret media.key; made there when it is missing and the store can be written.
/// NotFound when it is missing and the store cannot be written, InvalidInput when it is no key; both say what to do.
/// Blocks while the secret store answers.
Result<QByteArray> fileKey(secrets::SecretStore& secrets);

} // namespace delpek::media
