// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"
#include "agent/offline/format.h"
#include "agent/offline/usual.h"
#include "agent/tools/values.h"

#include <QRegularExpression>

namespace delpek::agent
{
namespace
{

constexpr int offerHours = 24;

QString valueOf(const domain::Slot& slot)
{
    return QStringLiteral("slot:%1:%2").arg(slot.start.toText(), slot.doctor).left(64);
}

bool haveOneDoctor(const std::vector<domain::Slot>& list)
{
    return std::all_of(list.begin(), list.end(),
                       [&](const domain::Slot& slot) { return slot.doctor == list.front().doctor; });
}

/// Short enough for a button where one doctor has all the times; the doctor is then named once, in the text.
QString labelOf(const Talk& talk, const domain::Slot& slot, bool withDoctor)
{
    const QString when = shortWhenText(slot.start, talk.language);
    return withDoctor ? when + QStringLiteral(", ") + talk.doctorName(slot.doctor) : when;
}

domain::LocalTime inHours(const domain::LocalTime& now, int hours)
{
    const QDateTime later = QDateTime(now.date, now.time, Qt::UTC).addSecs(hours * 3600);
    return {later.date(), later.time()};
}

/// "2", "#2", "the second": the place in the list that a short answer names.
std::optional<size_t> placeIn(const Talk& talk)
{
    static const QRegularExpression number(QStringLiteral("^\\D{0,14}?#?([1-9])\\D{0,3}$"));
    const QString text = language::fold(talk.context.text).trimmed();
    if (const auto match = number.match(text); match.hasMatch() && !talk.said.when) {
        return static_cast<size_t>(match.captured(1).toInt() - 1);
    }
    constexpr qsizetype shortAnswer = 8;
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() > shortAnswer) {
        return std::nullopt;
    }
    const QStringList places{QStringLiteral("words.first"), QStringLiteral("words.second"),
                             QStringLiteral("words.third")};
    for (qsizetype i = 0; i < places.size(); ++i) {
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            for (const QString& word : talk.texts.text(places[i], language, {}).split(QLatin1Char(' '))) {
                if (words.contains(word)) {
                    return static_cast<size_t>(i);
                }
            }
        }
    }
    return std::nullopt;
}

bool suits(const domain::Slot& slot, const language::When& when)
{
    const QTime time = slot.start.time;
    if (when.date && slot.start.date != *when.date) {
        return false;
    }
    if ((when.from && slot.start.date < *when.from) || (when.to && slot.start.date > *when.to)) {
        return false;
    }
    return !when.time || time == *when.time;
}

void offer(Talk& talk, const std::vector<domain::Slot>& list)
{
    const bool oneDoctor = haveOneDoctor(list);
    std::vector<domain::Option> options;
    for (const auto& slot : list) {
        options.push_back({valueOf(slot), labelOf(talk, slot, !oneDoctor)});
    }
    if (oneDoctor && !list.empty()) {
        talk.say(QStringLiteral("slots.doctor"), {{QStringLiteral("doctor"), talk.doctorName(list.front().doctor)}});
    }
    talk.ask(domain::Asks::Slot, QStringLiteral("slots.ask"), {}, std::move(options));
}

std::vector<domain::Slot> slotsAt(const base::Json& json, const char* key)
{
    std::vector<domain::Slot> list;
    for (const auto& entry : base::at(json, key)) {
        if (auto slot = slotFromJson(entry)) {
            list.push_back(std::move(*slot));
        }
    }
    return list;
}

void explainProblem(Talk& talk, const base::Json& found, const QString& treatment, const QString& doctor)
{
    const QString problem = base::textAt(found, "problem");
    const QDate day = dateFromJson(base::at(found, "date"));
    std::vector<domain::DaySpan> spans;
    for (const auto& span : base::at(found, "hours")) {
        spans.push_back({timeFromJson(base::at(span, "from")), timeFromJson(base::at(span, "to"))});
    }
    const bool named = !doctor.isEmpty();
    QString key = QStringLiteral("problem.") + problem;
    if (named && (problem == QLatin1String("doctor_away") || problem == QLatin1String("doctor_hours"))) {
        key += QStringLiteral("_named");
    }
    talk.say(key, {{QStringLiteral("day"), day.isValid() ? dayText(day, talk.language) : QString()},
                   {QStringLiteral("hours"), spansText(spans, talk.language)},
                   {QStringLiteral("treatment"), talk.treatmentName(treatment)},
                   {QStringLiteral("doctor"), talk.doctorName(doctor)}});
}

/// A visit that is only moved stays where it is meanwhile.
std::vector<domain::Option> waitingOptionFor(const Talk& talk)
{
    return talk.state.flow == Flow::Book ? waitingOption(talk) : std::vector<domain::Option>();
}

} // namespace

std::optional<domain::Slot> chosenSlot(const Talk& talk)
{
    const auto& offered = talk.state.offered;
    if (offered.empty()) {
        return std::nullopt;
    }
    for (const auto& slot : offered) {
        if (!talk.choice.isEmpty() && talk.choice == valueOf(slot)) {
            return slot;
        }
        const QString said = talk.context.text.trimmed();
        if (said == labelOf(talk, slot, true) || said == labelOf(talk, slot, false)) {
            return slot;
        }
    }
    if (talk.said.when && (talk.said.when->date || talk.said.when->time)) {
        std::optional<domain::Slot> only;
        for (const auto& slot : offered) {
            if (suits(slot, *talk.said.when)) {
                if (only) {
                    return std::nullopt;
                }
                only = slot;
            }
        }
        return only;
    }
    if (const auto place = placeIn(talk); place && *place < offered.size()) {
        return offered[*place];
    }
    if (offered.size() == 1 && talk.yesOrNo() == YesNo::Yes) {
        return offered.front();
    }
    return std::nullopt;
}

bool arrangeSlot(Talk& talk, const QString& treatment, const QString& doctor)
{
    auto& state = talk.state;
    if (!state.slot && talk.wasAsked == domain::Asks::Slot) {
        state.slot = chosenSlot(talk);
        talk.progress = talk.progress || state.slot.has_value();
    }
    if (state.slot) {
        // It is kept from others while who and whether are asked.
        std::optional<Error> error;
        const auto* held = talk.call(QStringLiteral("hold_slot"), slotToJson(*state.slot), &error);
        if (!held && !error) {
            return false;
        }
        if (!held || base::boolAt(*held, "held")) {
            return true;
        }
        talk.say(QStringLiteral("slot.taken"));
        state.dropSlot();
    }
    if (talk.wasAsked == domain::Asks::Slot) {
        if (!talk.progress && talk.yesOrNo() == YesNo::No) {
            talk.progress = true;
            state.dropSlot();
            state.when.reset();
            talk.ask(domain::Asks::When, QStringLiteral("when.other"), {}, waitingOptionFor(talk));
            return false;
        }
    }
    if (!state.offered.empty()) {
        talk.say(QStringLiteral("slots.free"), {{QStringLiteral("treatment"), talk.treatmentName(treatment)}});
        offer(talk, state.offered);
        return false;
    }
    if (!state.when) {
        talk.ask(domain::Asks::When, QStringLiteral("when.ask"));
        return false;
    }
    base::Json arguments = whenToJson(*state.when);
    arguments["treatment"] = base::utf8(treatment);
    if (!doctor.isEmpty()) {
        arguments["doctor"] = base::utf8(doctor);
    }
    const auto* found = talk.call(QStringLiteral("get_available_slots"), arguments);
    if (!found) {
        return false;
    }
    auto list = slotsAt(*found, "slots");
    const bool exact = base::boolAt(*found, "exact") && !list.empty();
    if (list.empty()) {
        explainProblem(talk, *found, treatment, doctor);
        list = slotsAt(*found, "alternatives");
        if (list.empty()) {
            state.when.reset();
            talk.ask(domain::Asks::When, QStringLiteral("when.none"),
                     {{QStringLiteral("treatment"), talk.treatmentName(treatment)}}, waitingOptionFor(talk));
            return false;
        }
        talk.say(QStringLiteral("slots.instead"));
    } else if (!exact) {
        talk.say(QStringLiteral("slots.free"), {{QStringLiteral("treatment"), talk.treatmentName(treatment)}});
    }
    if (exact) {
        list.resize(1);
    } else if (state.person.isEmpty()) {
        usualFirst(list, talk.context.memory);
    }
    state.offered = list;
    state.offerExpires = inHours(talk.context.now, offerHours);
    if (exact) {
        state.slot = list.front();
        talk.say(QStringLiteral("slot.free"), {{QStringLiteral("when"), whenText(state.slot->start, talk.language)},
                                               {QStringLiteral("doctor"), talk.doctorName(state.slot->doctor)}});
        return true;
    }
    offer(talk, list);
    return false;
}

} // namespace delpek::agent
