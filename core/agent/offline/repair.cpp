// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

using domain::Asks;

bool isOpen(const Talk& talk)
{
    return talk.state.flow != Flow::None && talk.wasAsked != Asks::Nothing;
}

MenuStep stop(Talk& talk)
{
    const DialogueState before = talk.state;
    talk.state.endFlow();
    talk.state.held = nullptr;
    const auto standing = std::find_if(before.visits.begin(), before.visits.end(),
                                       [&](const auto& visit) { return visit.id == before.visit; });
    if (standing == before.visits.end()) {
        talk.say(QStringLiteral("book.stopped"));
    } else {
        talk.say(QStringLiteral("cancel.kept"),
                 {{QStringLiteral("visit"), talk.visitText(standing->treatment, standing->doctor, standing->start)}});
    }
    return MenuStep::Done;
}

MenuStep askWhenAgain(Talk& talk)
{
    talk.state.dropSlot();
    talk.state.when.reset();
    talk.ask(Asks::When, QStringLiteral("when.ask"));
    return MenuStep::Done;
}

/// To the question before the one that is open.
MenuStep goBack(Talk& talk)
{
    auto& state = talk.state;
    const bool arranges = state.flow == Flow::Book || state.flow == Flow::Move;
    const auto open = talk.wasAsked;
    talk.wasAsked = Asks::Nothing;
    talk.progress = true;
    if (arranges && (open == Asks::Confirm || open == Asks::Identity) && state.slot) {
        state.slot.reset();
        return state.offered.size() > 1 ? MenuStep::RunFlow : askWhenAgain(talk);
    }
    if (arranges && open == Asks::Slot) {
        return askWhenAgain(talk);
    }
    if (state.flow == Flow::Book && open == Asks::When) {
        state.treatment.clear();
        state.topic.clear();
        return MenuStep::RunFlow;
    }
    return stop(talk);
}

MenuStep sayAgain(Talk& talk)
{
    talk.progress = true;
    if (isOpen(talk)) {
        talk.wasAsked = Asks::Nothing;
        return MenuStep::RunFlow;
    }
    talk.about("other");
    talk.ask(Asks::Other, QStringLiteral("repair.what"), {}, menuOptions(talk));
    return MenuStep::Done;
}

/// Twice in a row it is for a person.
MenuStep apologise(Talk& talk)
{
    constexpr int mostMisses = 2;
    talk.about("other");
    const int misses = ++talk.state.misses;
    talk.state.endFlow();
    talk.state.held = nullptr;
    talk.state.misses = misses;
    if (misses >= mostMisses) {
        talk.handOver(QStringLiteral("agent.lost"), QStringLiteral("handover.lost"));
    } else {
        talk.ask(Asks::Other, QStringLiteral("repair.not_asked"), {}, menuOptions(talk));
    }
    return MenuStep::Done;
}

MenuStep tellWhoSpeaks(Talk& talk)
{
    talk.say(QStringLiteral("chat.bot"), talk.whoSpeaks(talk.agent()));
    talk.progress = true;
    if (!isOpen(talk)) {
        return MenuStep::Done;
    }
    talk.wasAsked = Asks::Nothing;
    return MenuStep::RunFlow;
}

} // namespace

MenuStep repair(Talk& talk)
{
    const auto& said = talk.said;
    constexpr qsizetype aPhrase = 4;
    constexpr qsizetype aSentence = 7;
    // A phrase as short as these can be read as a name; a birth date cannot.
    const bool namesSomething =
        said.when || !said.treatment.isEmpty() || said.identity.birthDate.isValid() || !talk.choice.isEmpty();
    if (namesSomething || talk.wishes("symptom")) {
        return MenuStep::None;
    }
    // In words that sound like a wish for a person, or for a visit.
    if (talk.saysShortly(QStringLiteral("words.bot"), aSentence)) {
        return tellWhoSpeaks(talk);
    }
    if (!isOpen(talk) && talk.saysShortly(QStringLiteral("words.how_are_you"), aPhrase)) {
        talk.about("greeting");
        talk.ask(Asks::Other, QStringLiteral("chat.fine"), {}, menuOptions(talk));
        return MenuStep::Done;
    }
    // Who says more than that is answered to what they say.
    if (talk.wishes("human") || talk.wishes("price") || talk.wishes("book_appointment")) {
        return MenuStep::None;
    }
    if (isOpen(talk) && talk.saysShortly(QStringLiteral("words.stop"), aPhrase)) {
        return stop(talk);
    }
    if (isOpen(talk) && talk.saysShortly(QStringLiteral("words.back"), aPhrase)) {
        return goBack(talk);
    }
    if (talk.saysShortly(QStringLiteral("words.not_asked"), aSentence)) {
        return apologise(talk);
    }
    const bool again =
        talk.saysShortly(QStringLiteral("words.repeat"), aSentence) || talk.saysShortly(QStringLiteral("words.what"), 1);
    if (!talk.context.firstContact && again) {
        return sayAgain(talk);
    }
    return MenuStep::None;
}

} // namespace delpek::agent
