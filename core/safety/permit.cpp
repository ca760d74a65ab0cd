// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/gates.h"

namespace delpek::safety
{

namespace
{

bool wasOffered(const PermitRequest& request)
{
    const auto start = domain::LocalTime::fromText(base::textAt(request.arguments, "start"));
    const auto doctor = base::textAt(request.arguments, "doctor");
    const auto treatment = base::textAt(request.arguments, "treatment");
    return std::any_of(request.offered.begin(), request.offered.end(), [&](const domain::Slot& slot) {
        return slot.start == start && (doctor.isEmpty() || slot.doctor == doctor) &&
               (treatment.isEmpty() || slot.treatment.isEmpty() || slot.treatment == treatment);
    });
}

} // namespace

Verdict permit(const PermitRequest& request)
{
    const bool creates = request.tool == QLatin1String("create_appointment");
    const bool moves = request.tool == QLatin1String("move_appointment");
    const bool cancels = request.tool == QLatin1String("cancel_appointment");
    Verdict verdict;
    const auto refuse = [&](const char* rule) {
        verdict.allowed = false;
        verdict.rules.append(QLatin1String(rule));
    };
    if (!creates && !moves && !cancels) {
        refuse("permit.unknown-change");
        return verdict;
    }
    if (!request.identityEstablished) {
        refuse("permit.identity");
    }
    if (!request.consentGiven) {
        refuse("permit.consent");
    }
    if (creates || moves) {
        const auto start = domain::LocalTime::fromText(base::textAt(request.arguments, "start"));
        if (!start.isValid()) {
            refuse("permit.start");
        } else {
            if (!wasOffered(request)) {
                refuse("permit.not-offered");
            }
            if (start < request.now) {
                refuse("permit.past");
            }
        }
    }
    if ((moves || cancels) && base::textAt(request.arguments, "appointment").isEmpty()) {
        refuse("permit.appointment");
    }
    return verdict;
}

} // namespace delpek::safety
