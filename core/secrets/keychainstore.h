// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/workers.h"
#include "secrets/secretstore.h"

#include <stop_token>

namespace delpek::secrets
{

/// Secrets in the system keychain (Secret Service, KWallet, macOS Keychain, Windows Credential Manager) through
/// QtKeychain, under the service "delpek". A keychain cannot list, so the entry "delpek.index" holds the names as JSON;
/// a name is entered there before its secret is written, so that no secret is ever unknown to list().
class KeychainStore final : public SecretStore
{
public:
    /// `patience` is for each call to the keychain; a person may have to type its password meanwhile.
    explicit KeychainStore(QString service = QStringLiteral("delpek"),
                           base::Duration patience = std::chrono::seconds(60));
    /// Does not wait for a keychain that is silent.
    ~KeychainStore() override;

    QString description() const override;
    bool isWritable() const override { return true; }
    Future<QString> read(const QString& name) override;
    Future<Done> write(const QString& name, const QString& value) override;
    Future<Done> remove(const QString& name) override;
    Future<QStringList> list() override;

    /// Writes, reads back and removes an entry of its own: whether the keychain works here and now.
    Future<Done> probe();

private:
    Result<QStringList> loadIndex() const;
    Result<Done> saveIndex(const QStringList& names) const;
    Result<Done> writeNow(const QString& name, const QString& value) const;
    Result<Done> removeNow(const QString& name) const;
    Result<Done> probeNow() const;

    const QString m_service;
    const base::Duration m_patience;
    std::stop_source m_stop;
    // One thread: changes of the index never interleave.
    base::Workers m_worker{1};
};

} // namespace delpek::secrets
