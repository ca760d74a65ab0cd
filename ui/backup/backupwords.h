// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "desk/backups.h"

/// Copies of the data in the language of the window. UI thread.
namespace delpek::ui::backupwords
{

/// "12.4 MB", isolated.
QString size(qint64 bytes);
/// "Sun 8 Mar 2026 21:30", isolated.
QString moment(base::Instant at);
QString progress(const desk::BackupProgress& progress);
/// How old a copy is: "3 days".
QString age(base::Instant madeAt, base::Instant now);
/// The words of an error's key; empty for one that has none here.
QString sentence(const QString& key);

} // namespace delpek::ui::backupwords
