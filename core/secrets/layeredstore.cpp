// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/layeredstore.h"

#include "secrets/names.h"

namespace delpek::secrets
{

LayeredStore::LayeredStore(std::unique_ptr<SecretStore> environment, std::unique_ptr<SecretStore> chosen)
    : m_environment(std::move(environment))
    , m_chosen(std::move(chosen))
{
}

QString LayeredStore::description() const
{
    return m_chosen->description();
}

Future<QString> LayeredStore::read(const QString& name)
{
    // The environment answers at once: its futures are ready.
    const auto given = m_environment->read(name).result();
    const bool absent = !given && given.error().code == ErrorCode::NotFound;
    return absent ? m_chosen->read(name) : base::ready(given);
}

Result<Done> LayeredStore::checkNotOverridden(const QString& name) const
{
    if (m_environment->read(name).result()) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("the variable %1 gives this secret and wins over what is stored; "
                                   "unset it where the program is started")
                        .arg(variableOf(name)));
    }
    return Done{};
}

Future<Done> LayeredStore::write(const QString& name, const QString& value)
{
    const auto checked = checkNotOverridden(name);
    return checked ? m_chosen->write(name, value) : base::ready(checked);
}

Future<Done> LayeredStore::remove(const QString& name)
{
    const auto checked = checkNotOverridden(name);
    return checked ? m_chosen->remove(name) : base::ready(checked);
}

Future<QStringList> LayeredStore::list()
{
    const QStringList given = m_environment->list().result().value_or(QStringList());
    return m_chosen->list().then([given](const Result<QStringList>& stored) {
        return stored.map([&](QStringList names) {
            names += given;
            names.removeDuplicates();
            names.sort();
            return names;
        });
    });
}

} // namespace delpek::secrets
