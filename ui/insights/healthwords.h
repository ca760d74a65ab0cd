// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/backups.h"
#include "desk/desk.h"

#include <QString>

namespace delpek::ui
{

enum class HealthState { Good, Attention, Bad };

/// One part of the program and how it does.
struct HealthLine {
    HealthState state = HealthState::Good;
    QString name;
    QString word;   ///< the state, said
    QString detail; ///< may be empty
};

/// Engine, accounts, records and, where there is one, the language model. UI thread.
std::vector<HealthLine> healthLines(const desk::Health& health);
/// The copies of the clinic's data. UI thread.
HealthLine backupLine(const desk::BackupState& backup, base::Instant now);

} // namespace delpek::ui
