// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/schema.h"

// The operators of a domain on plain values. Pure.

namespace delpek::simulation::odoo
{

bool knowsOperator(const QString& op);
bool compare(const Field& field, const base::Json& value, const QString& op, const base::Json& wanted);
/// SQL's LIKE: % and _ are wildcards, a backslash takes that from them.
bool like(const QString& text, const QString& pattern, Qt::CaseSensitivity sensitivity);

/// phone_mobile_search: both numbers without blanks, dots, slashes, brackets and dashes; a leading + and 00 are the
/// same; a local and an international form do not find each other. Under three characters is a user error.
bool matchesPhone(const base::Json& partner, const QString& op, const QString& wanted);
/// phone_sanitized: the first of mobile and phone that the number plan of Israel allows, in E.164; else false.
base::Json sanitisedPhone(const base::Json& partner);

} // namespace delpek::simulation::odoo
