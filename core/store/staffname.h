// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/session.h"

namespace delpek::store
{

/// A member of staff has another name from now on: all that is theirs goes along, in the write under way, so that
/// nothing is left behind in somebody's hands who is no more. Conversations held, open escalations taken on, their
/// links, messages that can still be taken back or are planned, drafts and notes, reports of turns, shifts, and which
/// sheets were read. What was said and done (messages, decisions, the audit log) keeps the name it was done under.
/// Conflict (staff.nameOnShift) when a shift is open under the new name.
Result<Done> carryName(Session& session, const QString& from, const QString& to);

} // namespace delpek::store
