// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/records.h"

namespace delpek::simulation::odoo
{

/// `load`: rows of texts as records, each made once by its external id. What is wrong with a row is told in "messages",
/// and then nothing is done and "ids" is false; only a column that no field has is an exception. Throws Refused.
base::Json load(Records& records, const Model& model, const base::Json& columns, const base::Json& rows);

} // namespace delpek::simulation::odoo
