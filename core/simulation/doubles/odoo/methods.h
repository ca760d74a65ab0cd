// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/records.h"

namespace delpek::simulation::odoo
{

/// A call of a model's method as it came.
struct Invocation {
    QString model;
    QString method;
    base::Json args = base::Json::array();
    base::Json kwargs = base::Json::object();
    bool byName = false; ///< JSON-2: no positions, the ids under their name
};

/// Runs it as the user of `env` and gives what it returns; nothing where the method returns nothing. Throws Refused.
/// The caller commits or rolls back.
std::optional<base::Json> invoke(Env& env, const Invocation& invocation);

} // namespace delpek::simulation::odoo
