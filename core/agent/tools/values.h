// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"
#include "language/understanding.h"

#include <optional>

// The JSON forms that tools and dialogue states share. Dates are "2026-03-05", times "09:30", starts
// "2026-03-05T09:30".

namespace delpek::agent
{

base::Json dateToJson(const QDate& date);
QDate dateFromJson(const base::Json& value);
QTime timeFromJson(const base::Json& value);

base::Json slotToJson(const domain::Slot& slot);
std::optional<domain::Slot> slotFromJson(const base::Json& json);

base::Json bilingualToJson(const domain::Bilingual& text);
/// {minor, amount, currency, text}
base::Json moneyToJson(const domain::Money& money);

/// {id, doctor, treatment, start, minutes}
base::Json appointmentToJson(const domain::Appointment& appointment);

/// {date, from, to, time, part, not_before, not_after, without, soonest}; absent members are not stated.
base::Json whenToJson(const language::When& when);
language::When whenFromJson(const base::Json& json);

} // namespace delpek::agent
