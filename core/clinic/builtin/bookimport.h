// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicfile.h"
#include "store/session.h"

namespace delpek::clinic
{

enum class ImportMode {
    EmptyOnly, ///< Conflict when the book holds another clinic's records
    Replace,   ///< what the book holds is thrown away, visits booked since included
};

/// Loads a whole clinic into the built-in book, inside one write of the store. The file that was loaded last (by its
/// fingerprint) changes nothing, in either mode: what was booked since stays.
Result<Done> importBook(store::Session& session, const ClinicFile& file, ImportMode mode);

} // namespace delpek::clinic
