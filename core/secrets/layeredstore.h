// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <memory>

namespace delpek::secrets
{

/// The environment first, then the chosen store. What the environment gives cannot be changed here: writing or removing
/// such a name is a Conflict, because the change would have no effect.
class LayeredStore final : public SecretStore
{
public:
    LayeredStore(std::unique_ptr<SecretStore> environment, std::unique_ptr<SecretStore> chosen);

    QString description() const override;
    bool isWritable() const override { return m_chosen->isWritable(); }
    Future<QString> read(const QString& name) override;
    Future<Done> write(const QString& name, const QString& value) override;
    Future<Done> remove(const QString& name) override;
    Future<QStringList> list() override;

private:
    Result<Done> checkNotOverridden(const QString& name) const;

    const std::unique_ptr<SecretStore> m_environment;
    const std::unique_ptr<SecretStore> m_chosen;
};

} // namespace delpek::secrets
