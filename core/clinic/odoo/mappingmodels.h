// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/mapping.h"
#include "clinic/odoo/transport.h"

namespace delpek::clinic::odoo
{

/// What fields_get told of each model; a model that the database has not is absent.
using ModelFields = std::map<QString, base::Json>;

/// The question for the fields of one model.
Call fieldsCall(const QString& model);

/// A mapping against a database: optional fields and entities that are missing are left out; the flaws are what does
/// not fit. A visit that can carry no reference is a flaw too. Pure.
struct Fitted {
    Mapping mapping;
    std::vector<Flaw> flaws;
};
Fitted fit(const Mapping& mapping, const ModelFields& fields);

} // namespace delpek::clinic::odoo
