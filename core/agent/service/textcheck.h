// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/service.h"
#include "safety/gates.h"

namespace delpek::agent::service
{

/// A text that the guard would hold back, and by which of its rules.
struct HeldText {
    QString place; ///< "/answer/he"
    QStringList rules;
};

/// What of a service's own words the guard would hold back: prices, medicine, links and promises are nothing that a
/// fixed text may say. Times and days may be said.
std::vector<HeldText> heldTexts(const Service& service, const safety::Guard& guard);
/// The same, each as "<place>: <rules>".
QStringList refusedTexts(const Service& service, const safety::Guard& guard);

} // namespace delpek::agent::service
