// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

// The forms of Hebrew words as people type them, so that a rule names a root once and misses no person or tense.

namespace delpek::language
{

/// All forms of `entry`, in plain spelling with and without the vowel letters. `entry` is a kind, perhaps a slash and
/// the tenses wanted (p past, n present, f future, i infinitive and noun; all when not said), a colon and the root:
/// "paal:בלע", "nifal:חנק", "piel:דממ", "hifil:פסק", "hitpael:נפח", or "adjective:נפוח" for gender and number.
/// Strong roots of three letters, and final ה in hitpael ("hitpael:קשה"). Fails for any other kind or root.
Result<QStringList> inflect(const QString& entry);

} // namespace delpek::language
