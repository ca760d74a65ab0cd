// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

#include <QStringList>

#include <optional>
#include <vector>

// What a mapping may and must say. Pure data.

namespace delpek::clinic::odoo
{

/// A role of an entity: what its field must be. `types` are those of fields_get; empty: any.
struct RoleRule {
    QString name;
    bool isRequired = false;
    QStringList types;
};

/// Our kinds of records, in the order in which they are documented.
QStringList entityNames();
/// Kinds that every mapping must have.
QStringList requiredEntities();
const std::vector<RoleRule>& rolesOf(const QString& entity);
const RoleRule* roleOf(const QString& entity, const QString& role);

} // namespace delpek::clinic::odoo
