// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

#include <QString>

// Whether a name as somebody states it is the one in the records. Pure.

namespace delpek::agent
{

/// Is `stated` the name in the records, in either language? The order of the words and one slip in a longer word (a
/// letter more, less, another, or two in turn) do not matter; a part of a full name is enough only when it has two
/// words.
bool nameMatches(const QString& stated, const domain::Bilingual& name);

/// nameMatches(), or the same name written in the other alphabet as it sounds ("Noa Sharabi" for "נועה שרעבי"). Vowels
/// are not looked at, so that it tells less: it counts only together with a birth date.
bool nameSounds(const QString& stated, const domain::Bilingual& name);

} // namespace delpek::agent
