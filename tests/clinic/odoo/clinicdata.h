// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/mapping.h"

#include <stdexcept>

// The clinic of the contract as an Odoo holds it: what every stand-in for one is filled from.

namespace delpek::test
{

inline const QString Partner = QStringLiteral("res.partner");
inline const QString Event = QStringLiteral("calendar.event");
inline const QString DentalVisit = QStringLiteral("dental.appointment");

/// The value; a test that cannot go on ends with the error.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(base::describe(result.error()).toStdString());
    }
    return std::move(*result);
}

/// tests/data/clinic/contract.json.
base::Json clinicJson();
/// The profile ("community" or "dental"), and what an admin would write about this clinic: what Odoo has no place for.
clinic::odoo::Mapping mappingFor(const QString& profile, const base::Json& clinic);
/// The moment on the wire, `minutes` later.
base::Json utc(const domain::LocalTime& local, int minutes);
/// The description of a many2one field.
base::Json link(const char* model);

} // namespace delpek::test
