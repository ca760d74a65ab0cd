// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/methods.h"

namespace delpek::simulation::odoo
{

/// The arguments of a call, each under its name, whichever way it came.
struct Arguments {
    std::vector<qint64> ids;
    base::Json named = base::Json::object();

    const base::Json& operator[](const char* name) const { return base::at(named, name); }
    /// Numbers as text count; false and none are 0.
    qint64 number(const char* name) const;
    QString text(const char* name) const;
    QStringList words(const char* name) const;
};

/// Binds as the server does. Throws AttributeError for an unknown method (AccessError for a private one) and TypeError
/// for arguments that are missing, too many or unknown; by name these are a 404 and a 422.
Arguments bind(const Env& env, const Model& model, const Invocation& invocation);

} // namespace delpek::simulation::odoo
