// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memory/memory.h"

// How much a past talk is like what is asked now. Deterministic, without any model; the same for every memory.

namespace delpek::memory
{

/// 0 to 1: how many of the words and topics that are asked about a talk knows. Words count for three fifths.
double similarity(const QStringList& askedWords, const QStringList& askedTopics, const PastTalk& talk);

/// What of a user's facts and talks comes to mind: the facts that hold, and of the talks that ended a day ago or before
/// the most similar three, the newer first where two are alike; none that is not alike at all.
Recollection recollect(std::vector<Fact> facts, std::vector<PastTalk> talks, const Query& query);

} // namespace delpek::memory
