// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

/// Holds one slot that was offered, in place of the others. Not held: it is not free any more.
Result<base::Json> holdSlot(const base::Json& arguments, const ToolContext& context)
{
    const auto slot = slotFromJson(arguments);
    if (!slot) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("start and minutes name no slot; take them from an offer"));
    }
    if (const auto done = holdOffer({*slot}, context); !done) {
        return fail(done.error());
    }
    const auto holds = base::await(context.records.holds(slot->start.date, slot->start.date), context.cancel);
    if (!holds) {
        return fail(holds.error());
    }
    const bool held = std::any_of(holds->begin(), holds->end(), [&](const clinic::Hold& hold) {
        return hold.holder == context.holder && hold.slot.start == slot->start && hold.slot.doctor == slot->doctor;
    });
    base::Json answer{{"held", held}};
    if (held) {
        answer["until"] = base::utf8(domain::toLocal(context.heldUntil, context.turn.clinic.zone).toText());
    }
    return answer;
}

} // namespace

Result<Done> holdOffer(const std::vector<domain::Slot>& offered, const ToolContext& context)
{
    std::vector<clinic::Hold> holds;
    for (const auto& slot : offered) {
        holds.push_back({context.holder, slot, context.heldUntil});
    }
    // Not to be cancelled half-way: what is held is forgotten by itself.
    return holds.empty() ? base::await(context.records.releaseHolds(context.holder), base::Cancel())
                         : base::await(context.records.hold(holds), base::Cancel());
}

void addHoldTool(Tools& tools)
{
    add(tools, "hold_slot", ToolKind::Hold,
        {{"type", "object"},
         {"description", "Keeps one offered slot for the patient while they decide, and lets the other offered ones "
                         "go."},
         {"properties", slotProperties()},
         {"required", {"doctor", "treatment", "start", "minutes"}},
         {"additionalProperties", false}},
        holdSlot);
}

} // namespace delpek::agent
