// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"
#include "store/store.h"

namespace delpek::app
{

/// Opens the clinic's database at `location` (see databaseLocation). Where nobody chose a place, the folder of the
/// default one is made, its owner's only; a folder that somebody named must be there. Blocks.
Result<std::unique_ptr<store::Store>> openDatabase(const config::Config& config, const QString& location);

} // namespace delpek::app
