// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::test
{

/// The absolute path of a file or folder of the checkout that the tests were built from. `relative` begins without a
/// slash; empty names the checkout itself. One function instead of a definition on every command line, so that a
/// compiler cache finds the same objects for another checkout.
QString sourcePath(const char* relative = "");

} // namespace delpek::test
