// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/records.h"

namespace delpek::simulation::odoo
{

constexpr qint64 administrator = 2; ///< res.users, as in every database

/// What a fresh database holds: a company, its administrator, currencies, languages, the default working hours (Monday
/// to Friday in UTC: wrong for every Israeli clinic), journals, subtypes, the installed apps.
void seed(Records& records);
/// A weekly attendance; `day` 0 is Monday.
base::Json attendance(int day, double from, double to, const char* period);
/// An internal user with a partner of the name.
qint64 makeUser(Records& records, const QString& name, const QString& login, const QString& zone);

/// See OdooDouble::loadClinic.
void loadClinic(Records& records, const base::Json& clinic);

} // namespace delpek::simulation::odoo
