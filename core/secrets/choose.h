// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "secrets/secretstore.h"

#include <QProcessEnvironment>

#include <memory>

namespace delpek::secrets
{

/// Where to look and how long to wait.
struct StoreChoice {
    QString kind;     ///< secrets.store: auto, keychain, file or environment
    QString filePath; ///< secrets.file
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    base::Duration patience = std::chrono::seconds(60); ///< for each keychain call; its password may be asked meanwhile
};

/// The store of this process, below what the environment gives. "auto" takes the system keychain after a probe and
/// fails with Unavailable, naming the other choices, when that does not work: nothing falls back to a file in silence.
/// Called once at the start. Blocks for the probe: at once without a keychain, otherwise until it answers or `patience`
/// ends. InvalidInput for an unknown kind or a file without path.
Result<std::unique_ptr<SecretStore>> chooseStore(const StoreChoice& choice);

} // namespace delpek::secrets
