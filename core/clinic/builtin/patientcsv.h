// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/csvcolumns.h"
#include "store/session.h"

namespace delpek::clinic
{

/// Adds the patients of a CSV file to the book, inside one write of the store. A patient that is there already (same
/// id; same phone, name and no other birth date; or imported before) stays as it is, so that a file may be read twice.
/// InvalidInput when the file cannot be read at all; bad lines are in the report, and the caller rolls back.
Result<ImportReport> importPatients(store::Session& session, const QByteArray& csv, base::Instant now);

/// Every patient but those merged or retired, with the columns that importPatients() reads.
Result<QByteArray> exportPatients(store::Session& session);

} // namespace delpek::clinic
