// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/dates.h"

#include "language/datechoice.h"
#include "language/datescanner.h"

namespace delpek::language
{

bool When::isEmpty() const
{
    return *this == When{};
}

DateReading readDates(const Text& text, const DateContext& context)
{
    return DateScanner(text, context).scan();
}

std::optional<When> composeWhen(const Text& text, const DateReading& dates, Purpose purpose)
{
    const auto readings = readWhen(text, dates, purpose);
    return readings.empty() ? std::nullopt : std::optional(readings.front());
}

std::vector<When> readWhen(const Text& text, const DateReading& dates, Purpose purpose)
{
    return dates.pieces.empty() ? std::vector<When>() : DateChoice(text, dates, purpose).readings();
}

} // namespace delpek::language
