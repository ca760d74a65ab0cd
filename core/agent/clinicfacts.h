// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"

#include <optional>

namespace delpek::agent
{

/// What a turn knew of the clinic. Nothing of a patient, and no doctor's own phone or address.
struct ClinicFacts {
    domain::ClinicInfo info;
    std::vector<domain::Doctor> doctors;
    std::vector<domain::Treatment> treatments;
    friend bool operator==(const ClinicFacts&, const ClinicFacts&) = default;
};

/// Compact JSON, the same bytes for the same facts.
QString factsToText(const ClinicFacts& facts);
/// Empty for anything that factsToText did not write.
std::optional<ClinicFacts> factsFromText(const QString& text);
/// Tells one text of facts from another: 16 hexadecimal digits.
QString printOfFacts(const QString& text);

/// Facts with their text and its print, which many turns in a row share.
struct WrittenFacts {
    explicit WrittenFacts(ClinicFacts known = {});

    const ClinicFacts facts;
    const QString text;
    const QString print;
};

} // namespace delpek::agent
