// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/service.h"
#include "safety/gates.h"

namespace delpek::agent::service
{

/// What of a service's own words the guard would hold back, each as "<place>: <rules>": prices, medicine, links and
/// promises are nothing that a fixed text may say. Times and days may be said.
QStringList refusedTexts(const Service& service, const safety::Guard& guard);

} // namespace delpek::agent::service
