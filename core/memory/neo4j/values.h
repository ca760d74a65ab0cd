// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "memory/memory.h"

// What travels to Neo4j and back. Pure.

namespace delpek::memory::neo4j
{

/// The parameters of the statement "remember".
base::Json parametersOf(const Episode& episode);

/// From a node's properties. InvalidInput for what is none of ours.
Result<std::vector<Fact>> factsFrom(const base::Json& list);
Result<std::vector<PastTalk>> talksFrom(const base::Json& list);
/// From [[pattern, messages], …].
std::map<QString, int> patternsFrom(const base::Json& list);

} // namespace delpek::memory::neo4j
