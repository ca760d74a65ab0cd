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

/// A clinic whose hours are not known is taken to be open: the records refuse what they do not allow.
bool isOpen(const PermitRequest& request, const domain::LocalTime& start)
{
    const bool known =
        std::any_of(request.hours.begin(), request.hours.end(), [](const auto& spans) { return !spans.empty(); });
    const auto& spans = domain::hoursOn(request.hours, start.date);
    return !known || (std::find(request.closed.begin(), request.closed.end(), start.date) == request.closed.end() &&
                      std::any_of(spans.begin(), spans.end(), [&](const domain::DaySpan& span) {
                          return span.from <= start.time && start.time < span.to;
                      }));
}

} // namespace

Verdict permit(const PermitRequest& request)
{
    const bool creates = request.tool == QLatin1String("create_appointment");
    const bool moves = request.tool == QLatin1String("move_appointment");
    const bool cancels = request.tool == QLatin1String("cancel_appointment");
    const bool waits = request.tool == QLatin1String("join_waiting_list");
    const bool holds = request.tool == QLatin1String("hold_slot");
    Verdict verdict;
    const auto refuse = [&](const char* rule) {
        verdict.allowed = false;
        verdict.rules.append(QLatin1String(rule));
    };
    if (!creates && !moves && !cancels && !waits && !holds) {
        refuse("permit.unknown-change");
        return verdict;
    }
    // Holding what was offered says nothing of anybody and ends by itself.
    if (!holds && !request.identityEstablished) {
        refuse("permit.identity");
    }
    if (!holds && !request.consentGiven) {
        refuse("permit.consent");
    }
    if (creates || moves || holds) {
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
            if (!isOpen(request, start)) {
                refuse("permit.closed");
            }
        }
    }
    // An id that nobody was shown can only be made up.
    if ((moves || cancels) && !request.visits.contains(base::textAt(request.arguments, "appointment"))) {
        refuse("permit.appointment");
    }
    if (!holds && request.changesLastDay >= mostChangesADay) {
        refuse("permit.too-many");
    }
    return verdict;
}

} // namespace delpek::safety
