// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/state.h"

#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

constexpr int stateVersion = 1;

base::Json toArray(const std::vector<domain::Slot>& offered)
{
    base::Json json = base::Json::array();
    for (const auto& slot : offered) {
        json.push_back(slotToJson(slot));
    }
    return json;
}

domain::LocalTime timeAt(const base::Json& json, const char* key)
{
    return domain::LocalTime::fromText(base::textAt(json, key));
}

} // namespace

void DialogueState::dropSlot()
{
    slot.reset();
    offered.clear();
    offerExpires = {};
}

void DialogueState::forgetWish()
{
    treatment.clear();
    topic.clear();
    doctor.clear();
    when.reset();
    standing.reset();
}

void DialogueState::forgetIdentity()
{
    name.clear();
    birthDate = {};
    phone.clear();
    person.clear();
    identityPerson.clear();
    identityExpires = {};
}

void DialogueState::endFlow()
{
    DialogueState left;
    left.agent = agent;
    left.done = done;
    left.held = held;
    left.topic = treatment.isEmpty() ? topic : treatment;
    left.name = name;
    left.birthDate = birthDate;
    left.phone = phone;
    left.identityPerson = identityPerson;
    left.identityExpires = identityExpires;
    left.gender = gender;
    *this = left;
}

base::Json toJson(const DialogueState& state)
{
    base::Json visits = base::Json::array();
    for (const auto& visit : state.visits) {
        visits.push_back(appointmentToJson(visit));
    }
    return {{"version", stateVersion},
            {"flow", base::utf8(base::toText(state.flow))},
            {"agent", base::utf8(state.agent)},
            {"done", base::utf8(base::toText(state.done))},
            {"held", state.held},
            {"asked", base::utf8(base::toText(state.asked))},
            {"fields",
             {{"treatment", base::utf8(state.treatment)},
              {"topic", base::utf8(state.topic)},
              {"doctor", base::utf8(state.doctor)},
              {"person", base::utf8(state.person)},
              {"when", state.when ? whenToJson(*state.when) : base::Json()},
              {"slot", state.slot ? slotToJson(*state.slot) : base::Json()},
              {"visit", base::utf8(state.visit)},
              {"standing", state.standing ? whenToJson(*state.standing) : base::Json()},
              {"wants_visits", state.wantsVisits},
              {"wants_balance", state.wantsBalance},
              {"wants_details", state.wantsDetails},
              {"wants_plan", state.wantsPlan},
              {"invoice", base::utf8(state.invoice)},
              {"pending", base::utf8(state.pending)},
              {"gender", base::utf8(base::toText(state.gender))}}},
            {"offer", {{"slots", toArray(state.offered)}, {"expires", base::utf8(state.offerExpires.toText())}}},
            {"identity",
             {{"name", base::utf8(state.name)},
              {"birth_date", dateToJson(state.birthDate)},
              {"phone", base::utf8(state.phone)},
              {"person", base::utf8(state.identityPerson)},
              {"expires", base::utf8(state.identityExpires.toText())}}},
            {"visits", std::move(visits)},
            {"consent", state.consent},
            {"several", state.several},
            {"declined", state.declined},
            {"courtesy", state.courtesy},
            {"misses", state.misses}};
}

DialogueState stateFromJson(const base::Json& json, const domain::LocalTime& now)
{
    DialogueState state;
    if (base::integerAt(json, "version") != stateVersion) {
        return state;
    }
    const base::Json& fields = base::at(json, "fields");
    state.agent = base::textAt(json, "agent");
    state.done = base::fromText<Flow>(base::textAt(json, "done")).value_or(Flow::None);
    state.held = base::at(json, "held");
    state.flow = base::fromText<Flow>(base::textAt(json, "flow")).value_or(Flow::None);
    state.asked = base::fromText<domain::Asks>(base::textAt(json, "asked")).value_or(domain::Asks::Nothing);
    state.treatment = base::textAt(fields, "treatment");
    state.topic = base::textAt(fields, "topic");
    state.doctor = base::textAt(fields, "doctor");
    state.person = base::textAt(fields, "person");
    if (base::at(fields, "when").is_object()) {
        state.when = whenFromJson(base::at(fields, "when"));
    }
    state.visit = base::textAt(fields, "visit");
    if (base::at(fields, "standing").is_object()) {
        state.standing = whenFromJson(base::at(fields, "standing"));
    }
    state.wantsVisits = base::boolAt(fields, "wants_visits");
    state.wantsBalance = base::boolAt(fields, "wants_balance");
    state.wantsDetails = base::boolAt(fields, "wants_details");
    state.wantsPlan = base::boolAt(fields, "wants_plan");
    state.invoice = base::textAt(fields, "invoice");
    state.pending = base::textAt(fields, "pending");
    state.gender = base::fromText<domain::Gender>(base::textAt(fields, "gender")).value_or(domain::Gender::Unknown);

    const base::Json& offer = base::at(json, "offer");
    state.offerExpires = timeAt(offer, "expires");
    if (state.offerExpires.isValid() && now < state.offerExpires) {
        for (const auto& slot : base::at(offer, "slots")) {
            const auto read = slotFromJson(slot);
            if (read && now < read->start) {
                state.offered.push_back(*read);
            }
        }
        const auto chosen = slotFromJson(base::at(fields, "slot"));
        if (chosen && now < chosen->start) {
            state.slot = chosen;
        }
    }
    const base::Json& identity = base::at(json, "identity");
    state.identityExpires = timeAt(identity, "expires");
    if (state.identityExpires.isValid() && now < state.identityExpires) {
        state.name = base::textAt(identity, "name");
        state.birthDate = dateFromJson(base::at(identity, "birth_date"));
        state.phone = base::textAt(identity, "phone");
        state.identityPerson = base::textAt(identity, "person");
    }
    for (const auto& entry : base::at(json, "visits")) {
        const auto slot = slotFromJson(entry);
        if (slot) {
            domain::Appointment visit;
            visit.id = base::textAt(entry, "id");
            visit.doctor = slot->doctor;
            visit.treatment = slot->treatment;
            visit.start = slot->start;
            visit.minutes = slot->minutes;
            state.visits.push_back(visit);
        }
    }
    state.several = base::boolAt(json, "several");
    state.declined = base::boolAt(json, "declined");
    state.courtesy = base::boolAt(json, "courtesy");
    state.misses = static_cast<int>(base::integerAt(json, "misses").value_or(0));
    return state;
}

} // namespace delpek::agent
