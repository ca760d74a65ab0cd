// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/whatsapp/templates.h"
#include "desk/desk.h"
#include "store/templates.h"

namespace delpek::desk
{

/// What fills the fields of a template by itself.
struct KnownFacts {
    std::optional<domain::ClinicInfo> clinic;
    std::optional<domain::Patient> patient; ///< only where one patient alone is known on the phone
    std::optional<domain::Appointment> nextVisit;
    std::optional<domain::Doctor> doctor; ///< of the next visit
    std::vector<domain::Invoice> open;    ///< the patient's invoices on which something is due
};

/// The facts of a conversation, from what the records gave. A phone that several patients share tells of none of them.
KnownFacts factsOf(const std::optional<domain::ClinicInfo>& clinic, const PatientSide& side,
                   const std::vector<domain::Invoice>& invoices);

/// Every template with its state, and its fields filled in its own language; by name, the given language first. Pure.
std::vector<TemplateChoice> templateChoices(const std::vector<channels::whatsapp::Template>& templates,
                                            const std::vector<store::TemplateState>& states, const KnownFacts& facts,
                                            domain::Language first);

} // namespace delpek::desk
