// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"

namespace delpek::clinic
{

/// A whole clinic as `clinic.json` holds it: the demo clinic, a scenario's records, a first load of the built-in book.
struct ClinicFile {
    domain::ClinicInfo info;
    std::vector<domain::Doctor> doctors;
    std::vector<domain::Treatment> treatments;
    std::vector<domain::Patient> patients;
    std::vector<domain::Appointment> appointments;
    std::vector<domain::Invoice> invoices;
    QByteArray fingerprint; ///< equal for equal content; empty when not read from a file
};

/// Reads all or nothing. InvalidInput names the first bad place as a JSON path ("/appointments/3/doctor") and what
/// belongs there; it never quotes what stands there. Ids that others refer to must exist, ids must not repeat. Members
/// that the form does not know are ignored.
Result<ClinicFile> parseClinicFile(const QByteArray& bytes);
Result<ClinicFile> clinicFileFrom(const base::Json& json);

/// The same clinic as if its first week of visits were the week (Sunday to Saturday) of `today`: visits, invoices,
/// notes and closed days move by whole weeks, so that weekdays stay. Dates of birth do not move.
ClinicFile shiftTo(ClinicFile file, QDate today);

} // namespace delpek::clinic
