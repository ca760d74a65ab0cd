// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicfile.h"
#include "clinic/clinicrecords.h"

namespace delpek::test
{

/// The clinic that every fixture of the contract gives: tests/data/clinic/contract.json.
clinic::ClinicFile contractClinic();

/// What some records may not keep; the cases do not ask for it then.
enum class Part { TreatmentPlan, Allergies, Payments, BirthDates };

/// Records that hold contractClinic() and nothing else, anew for each case.
class ContractFixture
{
public:
    virtual ~ContractFixture() = default;

    virtual clinic::ClinicRecords& records() = 0;
    /// Shows Tuesday 2026-03-03, 10:00 in Israel; the records ask no other clock.
    virtual base::VirtualClock& clock() = 0;
    /// The records' own id of the doctor, treatment, patient or visit, or number of the invoice, that has this one in
    /// the file.
    virtual QString idOf(const QString& given) const { return given; }
    virtual bool keeps(Part) const { return true; }
    /// Writes a visit as somebody would who does not work with Delpek: without a reference, without asking whether the
    /// time is free. The ids are the records' own.
    virtual void addVisitOfOthers(const domain::Appointment& visit) = 0;
};

/// One promise of ClinicRecords. `run` throws std::runtime_error that says what was broken.
struct ContractCase {
    const char* name;
    void (*run)(ContractFixture& fixture);
};

const std::vector<ContractCase>& contractCases();

} // namespace delpek::test
