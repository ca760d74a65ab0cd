// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memory/memory.h"

#include <QTime>

// How facts come to be, the same in every memory.

namespace delpek::memory
{

/// The same for the same episode and finding.
QString factId(const Episode& episode, const Finding& finding);
/// The fact that stands in the place of one that a person corrected.
Fact corrected(const Fact& old, const QString& value, const QString& by, base::Instant at);
/// morning (before 12), noon (before 15), afternoon (before 18), evening.
QString partOfDay(QTime time);
/// NotFound.
tl::unexpected<Error> noSuchFact();

} // namespace delpek::memory
