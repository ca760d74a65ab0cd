// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/patientcards.h"

/// The cards of patients in the words of the window. UI thread.
namespace delpek::ui::patientwords
{

/// What a text key "cards.…" or "book.merged-already" says; empty for another.
QString sentence(const QString& key);
/// "14.5.1988", isolated; empty for no date.
QString date(QDate date);
/// "Noa Cohen · born 14.5.1988 · 054-123-4567"; what is not known is left out.
QString cardLine(const domain::Patient& card);
/// "Born 14.5.1988 · 37 years"; empty without a birth date.
QString born(QDate birth, QDate today);
/// Whole years; -1 without a birth date.
int age(QDate birth, QDate today);
/// "planned", "in progress", "done"; another word as it stands.
QString planState(const QString& status);
/// "Crown · tooth 16 · planned".
QString planLine(const domain::PlanItem& item, const std::vector<domain::Treatment>& treatments);
QString visitLine(const domain::Appointment& visit, const std::vector<domain::Treatment>& treatments,
                  const std::vector<domain::Doctor>& doctors);
/// What is still to be paid, by currency: "₪280.50"; empty for nothing.
QString openSum(const std::vector<domain::Invoice>& invoices);
QString invoiceLine(const domain::Invoice& invoice);
/// "₪280.50 to be paid by 11.3.2026"; empty when it is paid.
QString invoiceOpen(const domain::Invoice& invoice, QDate today);
/// What it is for and what was paid, a line each.
QStringList invoiceDetails(const domain::Invoice& invoice);
QString identity(const desk::IdentityState& state, base::Instant now);
QString code(const desk::ParentCodeState& state, base::Instant now);
QString joined(const desk::JoinedCard& card, base::Instant now);
QString perhapsSame(const desk::CardDouble& card);

} // namespace delpek::ui::patientwords
