// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <map>
#include <mutex>

namespace delpek::secrets
{

/// Secrets in one plain JSON file that only its owner may read: for machines without a keychain, by explicit choice
/// only. The file is read at each call, so that two programs may share it; a lock file beside it keeps two changes from
/// losing one another. Nothing is cached.
class FileStore final : public SecretStore
{
public:
    /// `path` is made at the first write, with mode 0600 from its first byte, in a folder of mode 0700.
    explicit FileStore(QString path);

    QString description() const override;
    bool isWritable() const override { return true; }
    /// Forbidden, with the remedy, when others can read the file or change its folder.
    Future<QString> read(const QString& name) override;
    Future<Done> write(const QString& name, const QString& value) override;
    Future<Done> remove(const QString& name) override;
    Future<QStringList> list() override;

private:
    using Secrets = std::map<QString, QString>;

    Result<Done> checkAccess() const;
    Result<Secrets> load() const;
    Result<Done> create() const;
    Result<Done> save(const Secrets& secrets) const;
    Result<Done> change(const std::function<Result<Done>(Secrets&)>& edit);

    const QString m_path;
    std::mutex m_mutex;
};

} // namespace delpek::secrets
