// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"

namespace delpek::domain
{

/// Ordered: a later value is more urgent. A model may raise it, only a person may lower it.
enum class Urgency { Routine, DoctorRequired, Emergency };

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::Urgency> =
    std::to_array<std::pair<delpek::domain::Urgency, const char*>>(
        {{delpek::domain::Urgency::Routine, "ROUTINE"},
         {delpek::domain::Urgency::DoctorRequired, "DOCTOR_REQUIRED"},
         {delpek::domain::Urgency::Emergency, "EMERGENCY"}});
