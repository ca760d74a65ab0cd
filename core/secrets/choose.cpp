// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/choose.h"

#include "base/await.h"
#include "base/logging.h"
#include "secrets/environmentstore.h"
#include "secrets/filestore.h"
#include "secrets/keychainstore.h"
#include "secrets/layeredstore.h"

namespace delpek::secrets
{

namespace
{

using Chosen = Result<std::unique_ptr<SecretStore>>;

Chosen probedKeychain(base::Duration patience)
{
    auto keychain = std::make_unique<KeychainStore>(QStringLiteral("delpek"), patience);
    if (const auto probed = base::await(keychain->probe()); !probed) {
        return fail(
            ErrorCode::Unavailable,
            QStringLiteral("no place for secrets: %1. Unlock the keychain, or choose a plain file that only you can "
                           "read with secrets.store = file, or give secrets as DELPEK_SECRET_… variables with "
                           "secrets.store = environment")
                .arg(probed.error().detail),
            QStringLiteral("secrets.no-keychain"));
    }
    return keychain;
}

Chosen chosen(const StoreChoice& choice)
{
    if (choice.kind == QStringLiteral("auto")) {
        return probedKeychain(choice.patience);
    }
    if (choice.kind == QStringLiteral("keychain")) {
        return std::make_unique<KeychainStore>(QStringLiteral("delpek"), choice.patience);
    }
    if (choice.kind == QStringLiteral("file")) {
        if (choice.filePath.isEmpty()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("secrets.store = file needs a path in secrets.file"));
        }
        return std::make_unique<FileStore>(choice.filePath);
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("secrets.store must be auto, keychain, file or environment"));
}

} // namespace

Result<std::unique_ptr<SecretStore>> chooseStore(const StoreChoice& choice)
{
    auto environment = std::make_unique<EnvironmentStore>(choice.environment);
    if (choice.kind == QStringLiteral("environment")) {
        return environment;
    }
    return chosen(choice).map([&](std::unique_ptr<SecretStore> store) -> std::unique_ptr<SecretStore> {
        qCInfo(lcSecrets).noquote() << "secrets are kept in" << store->description();
        return std::make_unique<LayeredStore>(std::move(environment), std::move(store));
    });
}

} // namespace delpek::secrets
