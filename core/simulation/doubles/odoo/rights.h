// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/database.h"

namespace delpek::simulation::odoo
{

/// One call's surroundings. It outlives nothing.
struct Env {
    Database& db;
    qint64 user = 0;
    base::Json context = base::Json::object();
    base::Instant now;
    bool isInside = false;                          ///< the double's own hand: no rights are asked
    std::optional<qint64> handedOut = std::nullopt; ///< the id for the first record that is created
};

enum class Operation { Read, Write, Create, Unlink };

/// The word of check_access_rights; nothing for another one.
std::optional<Operation> operationOf(const QString& word);
bool hasGroup(const Env& env, const QString& group);
bool may(const Env& env, const Model& model, Operation operation);
/// Throws an access error that names the model and no record.
void demand(const Env& env, const Model& model, Operation operation);
/// The database's administrator, or the double's own hand.
bool isAdministrator(const Env& env);

} // namespace delpek::simulation::odoo
