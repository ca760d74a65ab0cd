// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::base
{

/// A boundary at which a test may cut the process as `kill -9` would. In builds without DELPEK_CUT_POINTS it is
/// nothing. The environment variable DELPEK_CUT_AT="<name>:<n>" cuts at the n-th passage of that boundary.
/// Names in use: listener.before-commit, listener.after-commit, intake.before-commit, intake.after-commit,
/// turn.before-commit, turn.after-commit, send.claimed, send.after-call, receipt.committed,
/// media.before-write, media.after-write, fetch.claimed, fetch.answered, fetch.kept, fetch.written, fetch.committed,
/// book.before-commit, book.after-commit, filing.before-note, filing.after-note, filing.committed, notice.planned,
/// notice.claimed, notice.after-call, notice.recorded, memory.told, erasure.committed, retention.erased,
/// retention.file-removed, later.before-commit, later.after-commit,
/// service.before-commit,
/// backup.database, backup.files, backup.verified, backup.named, backup.discarded, restore.media, restore.aside.
#ifdef DELPEK_CUT_POINTS
void cutPoint(const char* name);
#else
inline void cutPoint(const char*) {}
#endif

} // namespace delpek::base
