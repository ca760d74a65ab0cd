// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"
#include "agent/offline/format.h"
#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

const QString waitingChoice = QStringLiteral("wait");

/// The days that suit, as the tool takes them; the part of the day as its hours.
base::Json spanOf(const std::optional<language::When>& when)
{
    base::Json span = base::Json::object();
    if (!when) {
        return span;
    }
    const auto from = when->date ? when->date : when->from;
    const auto to = when->date ? when->date : when->to;
    if (from) {
        span["from"] = dateToJson(*from);
    }
    if (to) {
        span["to"] = dateToJson(*to);
    }
    const auto put = [&span](const char* key, const std::optional<QTime>& time, const char* ofPart) {
        if (time) {
            span[key] = base::utf8(time->toString(QStringLiteral("HH:mm")));
        } else if (ofPart) {
            span[key] = ofPart;
        }
    };
    const bool morning = when->part == QLatin1String("morning");
    const bool noon = when->part == QLatin1String("noon");
    const bool afternoon = when->part == QLatin1String("afternoon");
    const bool evening = when->part == QLatin1String("evening");
    put("not_before", when->notBefore, noon ? "12:00" : afternoon ? "15:00" : evening ? "18:00" : nullptr);
    put("not_after", when->notAfter, morning ? "12:00" : noon ? "15:00" : afternoon ? "18:00" : nullptr);
    return span;
}

base::Json wishOf(const Talk& talk)
{
    const auto& state = talk.state;
    base::Json arguments = identityArguments(state);
    arguments.update(spanOf(state.when));
    arguments["treatment"] = base::utf8(state.treatment);
    if (!state.doctor.isEmpty()) {
        arguments["doctor"] = base::utf8(state.doctor);
    }
    if (!talk.context.conversation.phone) {
        arguments["phone"] = base::utf8(state.phone);
    }
    return arguments;
}

} // namespace

std::vector<domain::Option> waitingOption(const Talk& talk)
{
    return {{waitingChoice, talk.text(QStringLiteral("option.wait"))}};
}

bool wishesToWait(const Talk& talk)
{
    return talk.choice == waitingChoice ||
           (talk.mentions(QStringLiteral("words.waiting_list")) && !talk.mentions(QStringLiteral("words.off_list")));
}

void joinWaitingList(Talk& talk)
{
    auto& state = talk.state;
    const bool answered = talk.wasAsked == domain::Asks::Confirm && !talk.progress;
    if (answered && talk.yesOrNo() == YesNo::No) {
        talk.progress = true;
        state.endFlow();
        talk.say(QStringLiteral("book.stopped"));
        return;
    }
    if (!haveTreatment(talk)) {
        return;
    }
    const bool phoneKnown = talk.context.conversation.phone || !state.phone.isEmpty();
    if (!haveIdentity(talk, phoneKnown ? QStringLiteral("identity.book") : QStringLiteral("identity.book_phone"))) {
        return;
    }
    if (!phoneKnown) {
        talk.ask(domain::Asks::Identity, QStringLiteral("wait.phone"));
        return;
    }
    if (!answered || talk.yesOrNo() != YesNo::Yes) {
        talk.ask(
            domain::Asks::Confirm, QStringLiteral("wait.confirm"),
            {{QStringLiteral("treatment"), talk.treatmentName(state.treatment)}, {QStringLiteral("name"), state.name}},
            {{QStringLiteral("yes"), talk.text(QStringLiteral("option.wait_yes"))},
             {QStringLiteral("no"), talk.text(QStringLiteral("option.no"))}});
        return;
    }
    talk.progress = true;
    const base::Json arguments = wishOf(talk);
    state.consent = {{"tool", "join_waiting_list"}, {"arguments", arguments}};
    if (talk.call(QStringLiteral("join_waiting_list"), arguments)) {
        talk.say(QStringLiteral("wait.done"), {{QStringLiteral("treatment"), talk.treatmentName(state.treatment)}});
        state.endFlow();
    }
}

} // namespace delpek::agent
