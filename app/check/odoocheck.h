// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/check.h"

namespace delpek::app::check
{

inline const auto odooName = QStringLiteral("odoo");

/// Looks at the clinic's Odoo as Delpek's user. Waits for its answers.
Section odooSection(const Parts& parts);

} // namespace delpek::app::check
