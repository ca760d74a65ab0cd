// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/csvcolumns.h"
#include "store/session.h"

namespace delpek::clinic
{

/// Adds the visits of a CSV file to the book, inside one write of the store, into days of any kind (history, too).
/// Patients, doctors and treatments must be in the book: by id, by name, patients also by phone. A visit that is there
/// already (same id; same patient, doctor and start; or imported before) stays as it is. InvalidInput when the file
/// cannot be read at all; bad lines are in the report, and the caller rolls back.
Result<ImportReport> importAppointments(store::Session& session, const QByteArray& csv, base::Instant now);

/// Every visit, cancelled ones too, with the columns that importAppointments() reads.
Result<QByteArray> exportAppointments(store::Session& session);

} // namespace delpek::clinic
