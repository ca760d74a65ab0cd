// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::api
{

/// "0.1.0".
QString version();
/// The commit this program was built from; "unknown" outside of a checkout.
QString commit();

} // namespace delpek::api
