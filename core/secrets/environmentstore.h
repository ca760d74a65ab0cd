// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <QProcessEnvironment>

namespace delpek::secrets
{

/// Secrets given as DELPEK_SECRET_… variables, for services and containers. Read-only. list() turns names back by the
/// rule of nameOf(); read() finds any name.
class EnvironmentStore final : public SecretStore
{
public:
    explicit EnvironmentStore(QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    QString description() const override;
    bool isWritable() const override { return false; }
    Future<QString> read(const QString& name) override;
    Future<Done> write(const QString& name, const QString& value) override;
    Future<Done> remove(const QString& name) override;
    Future<QStringList> list() override;

private:
    const QProcessEnvironment m_environment;
};

} // namespace delpek::secrets
