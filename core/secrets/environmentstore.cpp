// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/environmentstore.h"

#include "secrets/names.h"

namespace delpek::secrets
{

namespace
{

Result<Done> refuse(const QString& name)
{
    return checkName(name).and_then([&](Done) -> Result<Done> {
        return fail(
            ErrorCode::Unsupported,
            QStringLiteral("secrets come from the environment, which this program cannot change; set %1 where the "
                           "program is started, or choose secrets.store = keychain or file")
                .arg(variableOf(name)));
    });
}

} // namespace

EnvironmentStore::EnvironmentStore(QProcessEnvironment environment)
    : m_environment(std::move(environment))
{
}

QString EnvironmentStore::description() const
{
    return QStringLiteral("the environment (DELPEK_SECRET_… variables, read-only)");
}

Future<QString> EnvironmentStore::read(const QString& name)
{
    return base::ready(checkName(name).and_then([&](Done) -> Result<QString> {
        const QString value = m_environment.value(variableOf(name));
        if (value.isEmpty()) {
            return fail(ErrorCode::NotFound, QStringLiteral("%1 is not set in the environment").arg(variableOf(name)));
        }
        return value;
    }));
}

Future<Done> EnvironmentStore::write(const QString& name, const QString&)
{
    return base::ready(refuse(name));
}

Future<Done> EnvironmentStore::remove(const QString& name)
{
    return base::ready(refuse(name));
}

Future<QStringList> EnvironmentStore::list()
{
    QStringList names;
    for (const QString& variable : m_environment.keys()) {
        if (const QString name = nameOf(variable); !name.isEmpty() && !m_environment.value(variable).isEmpty()) {
            names += name;
        }
    }
    names.sort();
    return base::ready(Result<QStringList>(names));
}

} // namespace delpek::secrets
