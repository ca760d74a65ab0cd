// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/check.h"

namespace delpek::app::check
{

inline const auto memoryName = QStringLiteral("memory");

/// Only a memory elsewhere is worth a look: the built-in one lies in the database that is looked at anyway.
bool remembersElsewhere(const config::Config& config);

/// Looks whether the Neo4j server takes statements of ours. Waits for its answer.
Section memorySection(const Parts& parts);

} // namespace delpek::app::check
