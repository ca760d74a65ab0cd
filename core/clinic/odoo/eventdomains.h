// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <vector>

namespace delpek::clinic::odoo
{

/// Expressions of a domain in prefix form, each an array of tokens. Pure.
using Expression = base::Json;

Expression only(const base::Json& term);
/// Must not be empty.
Expression allOf(const std::vector<Expression>& parts);
Expression anyOf(const std::vector<Expression>& parts);
/// Adds terms that are joined by "and" without an operator, as a mapping's filter is.
void append(std::vector<Expression>& parts, const base::Json& terms);

} // namespace delpek::clinic::odoo
