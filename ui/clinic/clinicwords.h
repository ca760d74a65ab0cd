// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"

/// The clinic's own data in the language of the window. UI thread; placeOf() and placeText() are pure.
namespace delpek::ui::clinicwords
{

/// A health fund by its id; a word of the clinic's own as it is.
QString fund(const QString& id);
QString kind(domain::DoctorKind kind);
/// "220 ₪"; empty for a price that is not told.
QString price(const domain::Money& price);
/// The names, isolated, with commas between them.
QString names(const QStringList& names);

/// What keeps the clinic from being found, told of or booked, a sentence each, the gravest first.
QStringList missing(const desk::ClinicState& state);

/// "32.0853, 34.7818" as people copy it from a map; nothing for what is no latitude and longitude in degrees.
std::optional<std::pair<double, double>> placeOf(const QString& text);
QString placeText(const std::pair<double, double>& place);

} // namespace delpek::ui::clinicwords
