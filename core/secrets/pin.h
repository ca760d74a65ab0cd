// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

// PINs of staff. Kept as Argon2id hashes (libsodium, crypto_pwhash_str), never as such.

namespace delpek::secrets
{

/// InvalidInput, with what is asked for, unless `pin` has 6 to 12 digits that are neither all the same nor a row such
/// as 123456.
Result<Done> checkPin(const QString& pin);

/// Salted: the same PIN gives another text each time. It takes 64 MiB and a good part of a second on purpose. Fails as
/// checkPin does.
Result<QString> hashPin(const QString& pin);

/// False, too, for an empty or broken hash. As slow as hashPin.
bool pinMatches(const QString& pin, const QString& hash);

} // namespace delpek::secrets
