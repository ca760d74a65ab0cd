// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"

class QTreeWidget;

/// The lists of the clinic's page. UI thread.
namespace delpek::ui
{

class Theme;

QTreeWidget* clinicList(const char* name);
/// Fill a list anew; what was chosen stays chosen, and nobody is told.
void showTreatments(QTreeWidget& list, const desk::ClinicState& state, const Theme& theme);
void showDoctors(QTreeWidget& list, const desk::ClinicState& state, const Theme& theme);
/// The id of the row that is chosen; empty: none.
QString chosenIn(const QTreeWidget& list);

} // namespace delpek::ui
