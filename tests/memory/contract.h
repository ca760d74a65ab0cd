// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memory/memory.h"

namespace delpek::test
{

/// One promise of memory::Memory. `run` gets an empty memory and throws std::runtime_error that says what was broken.
struct MemoryCase {
    const char* name;
    void (*run)(memory::Memory& memory);
};

const std::vector<MemoryCase>& memoryCases();

/// Of the cases' users; where a memory outlives them they are forgotten afterwards.
std::vector<domain::PersonId> memoryCaseUsers();

} // namespace delpek::test
