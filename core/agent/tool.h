// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/identitygate.h"
#include "clinic/clinicrecords.h"

#include <map>

namespace delpek::agent
{

/// Hold: keeps time for a while and passes permit, but changes nothing that a patient has to be told of. Change: in the
/// clinic's records or lists; it is announced before it is made and carries a reference.
enum class ToolKind { Read, Hold, Change };

/// What a tool may rely on while it runs.
struct ToolContext {
    const TurnContext& turn;
    clinic::ClinicRecords& records;
    /// Deterministic for this conversation, burst and call: the same turn run again after a crash has the same one.
    QString reference;
    QString holder;          ///< of the slots that are offered in this conversation
    base::Instant heldUntil; ///< how long a slot that is offered now is held
    IdentityGate& gate;
    base::Cancel cancel;
};

/// Something a brain can ask for. `run` may wait (it is on a worker thread).
class Tool
{
public:
    virtual ~Tool() = default;
    virtual QString name() const = 0;
    virtual ToolKind kind() const = 0;
    virtual base::Json schema() const = 0; ///< JSON Schema of the arguments, with a description for a brain that reads
    virtual Result<base::Json> run(const base::Json& arguments, const ToolContext& context) = 0;
};

/// All tools by name. What comes from records that answer out of a cache has the member as_of ("2026-03-05T14:20").
/// About the clinic: get_clinic_info, get_prices. Time: get_available_slots, hold_slot, join_waiting_list. Visits:
/// create_appointment, move_appointment, cancel_appointment. What one person alone may know (each asks for a name and,
/// where that does not settle it, a birth date): search_patient, get_patient_appointments, get_patient_invoices,
/// get_invoice_details, get_patient_notes, get_treatment_plan, get_patient_allergies.
std::map<QString, std::unique_ptr<Tool>> clinicTools();

} // namespace delpek::agent
