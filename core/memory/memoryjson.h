// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "memory/memory.h"

// The forms in which memory is shown: to the API's callers, to a brain and in a decision. Instants are milliseconds
// since 1970; absent members are not known.

namespace delpek::memory
{

base::Json toJson(const Fact& fact);
base::Json toJson(const PastTalk& talk);
base::Json toJson(const Recollection& recollection);
/// {facts, talks, patterns}
base::Json toJson(const UserMemory& memory);

} // namespace delpek::memory
