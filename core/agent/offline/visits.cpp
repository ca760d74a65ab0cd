// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"
#include "agent/offline/format.h"
#include "agent/tools/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::agent
{
namespace
{

QString visitText(const Talk& talk, const domain::Appointment& visit)
{
    return talk.visitText(visit.treatment, visit.doctor, visit.start);
}

/// "9.3", but not the end of "19.3".
bool namesDay(const QString& text, QDate day)
{
    const QRegularExpression written(QStringLiteral("(?<!\\d)0?%1[./]0?%2(?!\\d)").arg(day.day()).arg(day.month()));
    return text.contains(written);
}

/// Which visit the patient means: by treatment and by the day it is on. All that could be meant.
std::vector<domain::Appointment> meant(const Talk& talk, const std::vector<domain::Appointment>& visits)
{
    std::vector<domain::Appointment> candidates = visits;
    const auto narrow = [&candidates](auto&& fits) {
        std::vector<domain::Appointment> fitting;
        std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(fitting), fits);
        if (!fitting.empty()) {
            candidates = std::move(fitting);
        }
    };
    const auto& state = talk.state;
    const auto& when = state.flow == Flow::Cancel ? state.when : state.standing;
    narrow([&](const auto& visit) { return !state.treatment.isEmpty() && visit.treatment == state.treatment; });
    if (when) {
        narrow([&](const auto& visit) { return when->date == visit.start.date; });
        narrow([&](const auto& visit) { return when->time == visit.start.time; });
    }
    QString text = talk.context.text;
    for (const auto& message : talk.context.history) {
        if (message.isIncoming()) {
            text += QLatin1Char('\n') + message.text;
        }
    }
    narrow([&](const auto& visit) { return namesDay(text, visit.start.date); });
    return candidates;
}

/// The visit to change, asked for where several could be meant. No value while it is not clear.
std::optional<domain::Appointment> visitToChange(Talk& talk)
{
    auto& state = talk.state;
    if (!mayIdentify(talk) || !haveIdentity(talk, QStringLiteral("identity.lookup"), true)) {
        return std::nullopt;
    }
    if (!state.visit.isEmpty()) {
        const auto known =
            std::find_if(state.visits.begin(), state.visits.end(), [&](const auto& v) { return v.id == state.visit; });
        if (known != state.visits.end()) {
            return *known;
        }
    }
    const auto* result = confirmedCall(talk, QStringLiteral("get_patient_appointments"));
    if (!result) {
        return std::nullopt;
    }
    const auto visits = visitsIn(*result);
    if (visits.empty()) {
        state.endFlow();
        talk.say(QStringLiteral("visits.none"));
        return std::nullopt;
    }
    auto candidates = meant(talk, visits);
    for (const auto& visit : visits) {
        if (talk.wasAsked == domain::Asks::Appointment && talk.choice == visit.id) {
            candidates = {visit};
        }
    }
    if (candidates.size() > 1) {
        std::vector<domain::Option> options;
        for (const auto& visit : candidates) {
            options.push_back({visit.id, shortWhenText(visit.start, talk.language) + QStringLiteral(", ") +
                                             talk.treatmentName(visit.treatment)});
            talk.sayText(QStringLiteral("• ") + visitText(talk, visit));
        }
        talk.ask(domain::Asks::Appointment, QStringLiteral("visits.which"), {}, std::move(options));
        return std::nullopt;
    }
    state.visits = candidates;
    state.visit = candidates.front().id;
    return candidates.front();
}

std::vector<domain::Option> yesNoOptions(const Talk& talk, const char* yesKey)
{
    return {{QStringLiteral("yes"), talk.text(QLatin1String(yesKey))},
            {QStringLiteral("no"), talk.text(QStringLiteral("option.no"))}};
}

} // namespace

void cancelVisit(Talk& talk)
{
    auto& state = talk.state;
    const auto answer = talk.wasAsked == domain::Asks::Confirm ? talk.yesOrNo() : YesNo::Unclear;
    const auto visit = visitToChange(talk);
    if (!visit) {
        return;
    }
    if (answer == YesNo::No) {
        state.endFlow();
        talk.say(QStringLiteral("cancel.kept"), {{QStringLiteral("visit"), visitText(talk, *visit)}});
        return;
    }
    if (answer != YesNo::Yes) {
        talk.ask(domain::Asks::Confirm, QStringLiteral("cancel.confirm"),
                 {{QStringLiteral("visit"), visitText(talk, *visit)}}, yesNoOptions(talk, "option.cancel_yes"));
        return;
    }
    talk.progress = true;
    base::Json arguments = identityArguments(state);
    arguments["appointment"] = base::utf8(visit->id);
    state.consent = {{"tool", "cancel_appointment"}, {"arguments", arguments}};
    std::optional<Error> error;
    const auto* done = talk.call(QStringLiteral("cancel_appointment"), arguments, &error);
    if (done) {
        state.endFlow();
        state.done = Flow::Cancel;
        talk.say(QStringLiteral("cancel.done"), {{QStringLiteral("visit"), visitText(talk, *visit)}});
    } else if (error && error->code == ErrorCode::NotFound) {
        // This turn ran before and was cut, or the desk was faster.
        state.endFlow();
        talk.say(QStringLiteral("cancel.gone"));
    } else if (error) {
        talk.handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
    }
}

void moveVisit(Talk& talk)
{
    auto& state = talk.state;
    const auto visit = visitToChange(talk);
    if (!visit) {
        return;
    }
    const auto answer = talk.wasAsked == domain::Asks::Confirm && !talk.progress ? talk.yesOrNo() : YesNo::Unclear;
    if (answer == YesNo::No) {
        state.endFlow();
        talk.say(QStringLiteral("cancel.kept"), {{QStringLiteral("visit"), visitText(talk, *visit)}});
        return;
    }
    // What was agreed to is done and not looked at again: a turn that was cut after it finds the time taken by itself.
    const bool agreed = answer == YesNo::Yes && state.slot;
    if (!agreed && !arrangeSlot(talk, visit->treatment, visit->doctor)) {
        return;
    }
    const Texts::Values values{{QStringLiteral("visit"), visitText(talk, *visit)},
                               {QStringLiteral("when"), whenText(state.slot->start, talk.language)}};
    if (!agreed) {
        talk.ask(domain::Asks::Confirm, QStringLiteral("move.confirm"), values, yesNoOptions(talk, "option.move_yes"));
        return;
    }
    talk.progress = true;
    base::Json arguments = slotToJson(*state.slot);
    arguments.update(identityArguments(state));
    arguments["appointment"] = base::utf8(visit->id);
    state.consent = {{"tool", "move_appointment"}, {"arguments", arguments}};
    std::optional<Error> error;
    if (const auto* moved = talk.call(QStringLiteral("move_appointment"), arguments, &error)) {
        const auto now = slotFromJson(base::at(*moved, "appointment")).value_or(*state.slot);
        state.endFlow();
        state.done = Flow::Move;
        talk.say(QStringLiteral("move.done"),
                 {{QStringLiteral("visit"), talk.visitText(now.treatment, now.doctor, now.start)}});
    } else if (error && error->code == ErrorCode::Conflict) {
        state.consent = nullptr;
        state.dropSlot();
        talk.say(QStringLiteral("slot.taken"));
        if (arrangeSlot(talk, visit->treatment, visit->doctor)) {
            talk.ask(domain::Asks::Confirm, QStringLiteral("move.confirm"), values,
                     yesNoOptions(talk, "option.move_yes"));
        }
    } else if (error) {
        talk.handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
    }
}

} // namespace delpek::agent
