// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/schema.h"

// How Odoo takes a value into a field that is no x2many, and how it compares moments. Pure.

namespace delpek::simulation::odoo
{

/// The value as it will lie there. A many2one that is no whole number is emptied without a word; a moment with T, Z, an
/// offset or a fraction is refused. Throws Refused.
base::Json stored(const Model& model, const Field& field, const base::Json& given);
/// What an empty field reads as.
base::Json emptyOf(const Field& field);
bool isEmpty(const base::Json& value);
/// The text of a moment or a day in a domain, as the database reads it: separators and offsets are dropped unread.
QString literalMoment(const QString& text);

} // namespace delpek::simulation::odoo
