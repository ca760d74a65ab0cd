// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/placing.h"

namespace delpek::ui
{

namespace
{

constexpr int usualMinutes = 30;

} // namespace

desk::DayBook namesOf(const std::vector<domain::Doctor>& doctors, const std::vector<domain::Treatment>& treatments)
{
    desk::DayBook names;
    names.doctors = doctors;
    names.treatments = treatments;
    return names;
}

int Placing::minutes() const
{
    const auto* known = subject.facts.treatment(subject.treatment);
    return moved ? moved->minutes : known != nullptr ? known->minutes : usualMinutes;
}

const Placing* PlacingMime::in(const QMimeData* data)
{
    const auto* mime = qobject_cast<const PlacingMime*>(data);
    return mime != nullptr ? &mime->placing() : nullptr;
}

} // namespace delpek::ui
