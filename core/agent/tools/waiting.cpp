// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

std::optional<QTime> optionalTime(const base::Json& arguments, const char* key)
{
    const QTime time = timeFromJson(base::at(arguments, key));
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// Tells nothing of who is in the records: whoever is not simply waits under the name given.
Result<base::Json> joinWaitingList(const base::Json& arguments, const ToolContext& context)
{
    clinic::WaitingWish wish;
    wish.reference = context.reference;
    wish.name = base::textAt(arguments, "name").simplified();
    wish.phone = context.turn.conversation.phone;
    if (!wish.phone) {
        const auto stated = domain::Phone::parse(base::textAt(arguments, "phone"));
        if (!stated) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("a phone is needed to call who waits; ask for it and give it as phone"));
        }
        wish.phone = *stated;
    }
    const auto patient = findPatient(context, wish.name, dateFromJson(base::at(arguments, "birth_date")), wish.phone);
    if (!patient) {
        return fail(patient.error());
    }
    if (*patient) {
        wish.patient = (*patient)->id;
    }
    wish.treatment = base::textAt(arguments, "treatment");
    wish.doctor = base::textAt(arguments, "doctor");
    wish.from = dateFromJson(base::at(arguments, "from"));
    wish.to = dateFromJson(base::at(arguments, "to"));
    wish.notBefore = optionalTime(arguments, "not_before");
    wish.notAfter = optionalTime(arguments, "not_after");
    const auto joined = base::await(context.records.joinWaitingList(wish), context.cancel);
    return joined.map([](Done) { return base::Json{{"waiting", true}}; });
}

} // namespace

void addWaitingTool(Tools& tools)
{
    base::Json properties{{"treatment", textProperty(40, "The treatment's id.")},
                          {"doctor", textProperty(64, "The doctor's id; without it anyone.")},
                          {"from", formatProperty("date", "The first day that suits.")},
                          {"to", formatProperty("date", "The last day that suits.")},
                          {"not_before", formatProperty("time", "Not earlier in the day.")},
                          {"not_after", formatProperty("time", "Not later in the day.")},
                          {"phone", textProperty(32, "Where the channel knows no phone: the one that was given.")}};
    base::Json schema = identitySchema("Puts somebody on the waiting list for a treatment, for when nothing suits.",
                                       std::move(properties), base::Json::array({"treatment", "birth_date"}));
    add(tools, "join_waiting_list", ToolKind::Change, std::move(schema), joinWaitingList);
}

} // namespace delpek::agent
