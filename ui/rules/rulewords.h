// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::ui::rulewords
{

/// What a rule sees, in words; its id for one that has none.
QString name(const QString& rule);
/// "an ambulance, at once": what a tier means.
QString tier(const QString& tier);
/// What failed, by the error's key; empty for a key that is not of rules.
QString sentence(const QString& key);

} // namespace delpek::ui::rulewords
