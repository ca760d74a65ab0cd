// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memory/memory.h"
#include "store/store.h"

namespace delpek::memory
{

/// Forgets a user. The wish is kept in the store first, so it is done later where the memory is away now. `by` and
/// `how` stand in the audit log. Gives whether it is done already. Blocks; not on a thread of the store.
Result<bool> forgetUser(store::Store& store, Memory& memory, domain::PersonId user, const QString& by,
                        const QString& how, base::Instant now);

/// What a user is called in the audit log: "person:12".
QString subjectOf(domain::PersonId user);

} // namespace delpek::memory
