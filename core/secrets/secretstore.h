// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace delpek::secrets
{

/// Where credentials live. Values never reach a log, an error text or the database. Names are dotted, lower case:
/// "whatsapp.access-token". All functions may be called from any thread.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// For people: "the system keychain", "the file …", "the environment".
    virtual QString description() const = 0;
    virtual bool isWritable() const = 0;
    /// NotFound when there is none of that name; Unavailable when the keychain does not answer or is locked.
    virtual Future<QString> read(const QString& name) = 0;
    virtual Future<Done> write(const QString& name, const QString& value) = 0;
    virtual Future<Done> remove(const QString& name) = 0;
    virtual Future<QStringList> list() = 0;
};

} // namespace delpek::secrets
