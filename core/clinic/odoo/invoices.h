// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/mapping.h"
#include "clinic/odoo/transport.h"

// Invoices and credit notes of an Odoo. Pure: questions and readings.

namespace delpek::clinic::odoo
{

Call readInvoices(const Entity& invoice, qint64 partner);
/// The lines of all of them in one question; nothing to ask when there are none.
std::optional<Call> readLines(const Mapping& mapping, const base::Json& invoices);

/// Newest first. A credit note has negative amounts, so that sums are right. A state that the mapping does not know is
/// kept as the server writes it.
std::vector<domain::Invoice> invoicesFrom(const Mapping& mapping, const base::Json& invoices, const base::Json& lines);

} // namespace delpek::clinic::odoo
