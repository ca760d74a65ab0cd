// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "clinic/clinicrecords.h"

#include <map>

namespace delpek::agent
{

enum class ToolKind { Read, Change };

/// What a tool may rely on while it runs.
struct ToolContext {
    const TurnContext& turn;
    clinic::ClinicRecords& records;
    /// Deterministic for this conversation, burst and call: the same turn run again after a crash has the same one.
    QString reference;
    base::Cancel cancel;
};

/// Something a brain can ask for. `run` may wait (it is on a worker thread).
class Tool
{
public:
    virtual ~Tool() = default;
    virtual QString name() const = 0;
    virtual ToolKind kind() const = 0;
    virtual base::Json schema() const = 0; ///< JSON Schema of the arguments
    virtual Result<base::Json> run(const base::Json& arguments, const ToolContext& context) = 0;
};

/// The tools of this step by name: get_clinic_info, get_prices, search_patient, get_available_slots,
/// create_appointment, move_appointment, cancel_appointment, get_patient_appointments, get_patient_invoices.
std::map<QString, std::unique_ptr<Tool>> clinicTools();

} // namespace delpek::agent
