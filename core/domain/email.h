// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace delpek::domain
{

/// One plain ASCII address of a person, local@domain. InvalidInput (notice.badAddress) for anything else: line ends,
/// spaces, several, quotes, a name beside it.
Result<Done> checkEmail(const QString& address);

} // namespace delpek::domain
