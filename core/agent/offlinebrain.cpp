// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offlinebrain.h"

#include "agent/offline/flows.h"
#include "agent/offline/usual.h"

#include <algorithm>

namespace delpek::agent
{

struct OfflineBrain::Data {
    Texts texts;
    Team team;
};

namespace
{

using domain::Asks;

bool isBareCourtesy(const QString& intent)
{
    return intent == QLatin1String("thanks") || intent == QLatin1String("goodbye");
}

/// The burst without words: pictures go to a person, a sticker or a thumb needs nothing.
bool handleWordless(Talk& talk)
{
    const auto& text = talk.context.text;
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }) || !talk.choice.isEmpty()) {
        return false;
    }
    const auto& burst = talk.context.burst;
    const bool media = std::any_of(burst.begin(), burst.end(), [](const domain::Message& message) {
        return message.kind == domain::MessageKind::Image || message.kind == domain::MessageKind::Video ||
               message.kind == domain::MessageKind::Audio || message.kind == domain::MessageKind::Document;
    });
    if (media) {
        talk.handOver(QStringLiteral("media.received"), QStringLiteral("handover.media"));
        return true;
    }
    if (talk.wasAsked == Asks::Confirm && talk.yesOrNo() != YesNo::Unclear) {
        return false;
    }
    talk.staySilent(QStringLiteral("no words"));
    return true;
}

void setLookup(Talk& talk)
{
    const auto wish = lookupWish(talk);
    auto& state = talk.state;
    state.wantsVisits = wish.visits;
    state.wantsBalance = wish.balance;
    state.wantsDetails = wish.details;
    state.wantsPlan = wish.plan;
    state.invoice = wish.invoice;
}

/// "And the crown on the 19th too": what was just done, with another visit.
bool asksForTheSameAgain(const Talk& talk)
{
    constexpr double sure = 0.9;
    constexpr qsizetype aMessage = 25;
    const auto& said = talk.said;
    const bool books = said.intent == QLatin1String("book_appointment") && said.score >= sure;
    return talk.state.done != Flow::None && talk.state.flow == Flow::None && !books &&
           (said.when || !said.treatment.isEmpty()) && talk.saysShortly(QStringLiteral("words.too"), aMessage);
}

/// The flow that a message begins; None for a message that begins none.
Flow flowWished(const Talk& talk)
{
    const QString& intent = talk.said.intent;
    const auto is = [&](const char* word) { return intent == QLatin1String(word); };
    if (asksInOtherWords(talk)) {
        return wishesToWait(talk) ? Flow::Wait : Flow::Lookup;
    }
    if (asksForTheSameAgain(talk)) {
        return talk.state.done;
    }
    if (is("cancel_appointment")) {
        return Flow::Cancel;
    }
    if (is("reschedule_appointment")) {
        return talk.said.newPatient ? Flow::Book : Flow::Move;
    }
    if (is("my_appointments") || is("invoice")) {
        return Flow::Lookup;
    }
    if (is("book_appointment")) {
        return Flow::Book;
    }
    if (talk.wishes("cancel_appointment")) {
        return Flow::Cancel;
    }
    if (talk.wishes("reschedule_appointment")) {
        return Flow::Move;
    }
    if (talk.wishes("my_appointments") || talk.wishes("invoice")) {
        return Flow::Lookup;
    }
    const bool shape =
        (intent.isEmpty() || is("other") || is("greeting")) && !talk.said.treatment.isEmpty() && talk.said.when;
    return (talk.wishes("book_appointment") && talk.said.when) || shape ? Flow::Book : Flow::None;
}

/// Does the message leave the open flow for another? An answer that can be read as one stays.
bool changesFlow(const Talk& talk, Flow wished)
{
    constexpr double sure = 0.5;
    const Flow open = talk.state.flow;
    if (wished == Flow::None || wished == open) {
        return false;
    }
    if (asksInOtherWords(talk)) {
        return true;
    }
    if (talk.said.score < sure) {
        return false;
    }
    if (talk.wasAsked == Asks::Confirm) {
        return wished == Flow::Lookup; // it is only in between
    }
    // Within a booking "move it to Sunday" corrects the wish; there is no visit yet. The same within a move.
    return !(open == Flow::Book && wished == Flow::Move) && !(open == Flow::Move && wished == Flow::Book) &&
           !(open == Flow::Cancel && wished == Flow::Book) &&
           !(open == Flow::Lookup && wished == Flow::Book && !talk.said.when);
}

void runFlow(Talk& talk)
{
    switch (talk.state.flow) {
    case Flow::Book:
        talk.about("book_appointment");
        book(talk);
        break;
    case Flow::Lookup:
        lookUp(talk);
        break;
    case Flow::Cancel:
        talk.about("cancel_appointment");
        cancelVisit(talk);
        break;
    case Flow::Move:
        talk.about("reschedule_appointment");
        moveVisit(talk);
        break;
    case Flow::Wait:
        talk.about("book_appointment");
        joinWaitingList(talk);
        break;
    case Flow::None:
        break;
    }
}

void resumeHeld(Talk& talk);

/// Out of a cache nothing is offered and nothing can be changed: said at once, before anything is asked.
void runOpenFlow(Talk& talk)
{
    const Flow flow = talk.state.flow;
    if (talk.context.recordsAsOf && (flow == Flow::Book || flow == Flow::Cancel || flow == Flow::Move)) {
        talk.handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
        return;
    }
    runFlow(talk);
    resumeHeld(talk);
}

/// Whoever waits, waits for what they have been asking for.
void begin(Talk& talk, Flow wished)
{
    auto& state = talk.state;
    const DialogueState before = state;
    const bool interrupts = wished == Flow::Lookup && talk.wasAsked != Asks::Nothing &&
                            (before.flow == Flow::Book || before.flow == Flow::Move || before.flow == Flow::Cancel);
    state.endFlow();
    state.held = interrupts ? toJson(before) : base::Json();
    state.flow = wished;
    talk.wasAsked = Asks::Nothing;
    if (wished == Flow::Wait) {
        state.treatment = before.treatment;
        state.doctor = before.doctor;
        state.person = before.person;
        state.when = before.when;
        for (const auto& visit : before.visits) {
            state.treatment = visit.id == before.visit ? visit.treatment : state.treatment;
        }
    }
    setLookup(talk);
}

/// A second wish of the message waits until what was asked is looked up.
void beginLookupBefore(Talk& talk, Flow second)
{
    const DialogueState now = talk.state;
    begin(talk, second);
    takeIn(talk);
    base::Json held = toJson(talk.state);
    talk.state = now;
    begin(talk, Flow::Lookup);
    talk.state.held = std::move(held);
}

/// Goes on with what a lookup came in between of, or what was asked for beside it.
void resumeHeld(Talk& talk)
{
    auto& state = talk.state;
    if (state.flow != Flow::None || !state.held.is_object() || talk.isOver()) {
        return;
    }
    DialogueState back = stateFromJson(state.held, talk.context.now);
    back.agent = state.agent;
    back.gender = state.gender;
    if (!back.hasIdentity() && back.person == state.identityPerson) {
        back.name = state.name;
        back.birthDate = state.birthDate;
        back.phone = state.phone;
        back.identityPerson = state.identityPerson;
        back.identityExpires = state.identityExpires;
    }
    if (back.asked != Asks::Nothing) {
        talk.say(QStringLiteral("repair.resume"));
    }
    state = back;
    talk.wasAsked = Asks::Nothing;
    runFlow(talk);
}

void missed(Talk& talk)
{
    constexpr int mostMisses = 2;
    if (++talk.state.misses >= mostMisses) {
        talk.handOver(QStringLiteral("agent.lost"), QStringLiteral("handover.lost"));
    }
}

void greet(Talk& talk)
{
    talk.state.misses = 0;
    talk.about("greeting");
    const QString key = talk.context.firstContact ? QStringLiteral("greeting.help")
                        : isBack(talk.context)    ? QStringLiteral("greeting.back")
                                                  : QStringLiteral("greeting.again");
    talk.ask(Asks::Other, key, {}, menuOptions(talk));
}

void smallTalk(Talk& talk)
{
    auto& state = talk.state;
    const QString& intent = talk.said.intent;
    if (intent == QLatin1String("greeting")) {
        greet(talk);
        return;
    }
    QString key;
    if (isBareCourtesy(intent) || intent == QLatin1String("affirm") || intent == QLatin1String("deny")) {
        key = QStringLiteral("courtesy.thanks");
    } else if (intent == QLatin1String("confirm_appointment")) {
        talk.about("confirm_appointment");
        key = QStringLiteral("courtesy.see_you");
    } else if (intent == QLatin1String("feedback")) {
        talk.about("feedback");
        key = QStringLiteral("courtesy.feedback");
    }
    if (key.isEmpty()) {
        talk.about("other");
        missed(talk);
        if (!talk.isOver()) {
            talk.ask(Asks::Other, QStringLiteral("misunderstood"), {}, menuOptions(talk));
        }
        return;
    }
    state.misses = 0;
    if (state.courtesy) {
        talk.staySilent(QStringLiteral("courtesy"));
        return;
    }
    talk.say(key);
    state.courtesy = true;
}

bool needsRecords(const Talk& talk)
{
    static const QStringList without{QStringLiteral("thanks"),   QStringLiteral("goodbye"), QStringLiteral("greeting"),
                                     QStringLiteral("feedback"), QStringLiteral("other"),   QStringLiteral("")};
    return talk.state.flow != Flow::None || !without.contains(talk.said.intent);
}

/// Pressed options and names with birth dates are answers and nothing else, whatever words they hold.
bool isPlainAnswer(const Talk& talk)
{
    constexpr double means = 0.5;
    const auto& identity = talk.said.identity;
    const bool onlyName = !identity.name.isEmpty() && talk.said.score < means;
    return (talk.wasAsked != Asks::Nothing && !talk.choice.isEmpty()) ||
           (talk.wasAsked == Asks::Identity && (onlyName || identity.birthDate.isValid()));
}

void converse(Talk& talk)
{
    // What a messenger's Start button says (see channels/telegram/messages.h): a new beginning, no words of the
    // patient's. With other words in the burst those count.
    if (talk.context.burst.size() == 1 && talk.choice.startsWith(QLatin1String("start:"))) {
        talk.state.endFlow();
        greet(talk);
        return;
    }
    if (const auto step = standingMenu(talk); step != MenuStep::None) {
        if (step == MenuStep::RunFlow) {
            runOpenFlow(talk);
        }
        return;
    }
    const bool plain = isPlainAnswer(talk) && !wishesToWait(talk);
    if (const auto step = repair(talk); step != MenuStep::None) {
        if (step == MenuStep::RunFlow) {
            runOpenFlow(talk);
        }
        return;
    }
    if (!plain && (handleWordless(talk) || leaveList(talk) || handToPerson(talk))) {
        return;
    }
    if (!talk.context.recordsReachable && needsRecords(talk)) {
        talk.handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
        return;
    }
    auto& state = talk.state;
    const bool open = state.flow != Flow::None && talk.wasAsked != Asks::Nothing;
    if (open && !plain && isBareCourtesy(talk.said.intent) && talk.wasAsked != Asks::Confirm &&
        talk.said.wishes.size() < 2) {
        talk.staySilent(QStringLiteral("courtesy"));
        return;
    }
    const bool back = comesBack(talk);
    if (back) {
        talk.optOut = false;
        talk.say(QStringLiteral("opt_in.done"));
    }
    const bool answered = (!plain && answerQuestions(talk)) || back;
    if (talk.isOver()) {
        return;
    }
    const Flow wished = plain && open ? Flow::None : flowWished(talk);
    bool began = false;
    if (open && state.flow == Flow::Book && wished == Flow::Cancel && changesFlow(talk, wished) && !talk.said.when) {
        state.endFlow();
        talk.say(QStringLiteral("book.stopped"));
        return;
    }
    if (wished != Flow::None && (!open || changesFlow(talk, wished))) {
        const bool books = talk.wishes("book_appointment") && (talk.said.when || !talk.said.treatment.isEmpty());
        const bool owes = talk.wishes("invoice");
        const bool looksUp = wished == Flow::Lookup || (wished == Flow::Book && owes);
        if (!open && looksUp && books && !lookupWish(talk).ofCard()) {
            beginLookupBefore(talk, Flow::Book);
        } else {
            begin(talk, wished);
        }
        began = true;
    }
    // Who was never here has no visits to be told of: they want one.
    if (state.flow == Flow::Lookup && state.wantsVisits && !state.wantsBalance && talk.said.newPatient) {
        state.flow = Flow::Book;
    }
    if (state.flow == Flow::None || (!open && !began)) {
        if (answered) {
            state.endFlow();
        } else {
            smallTalk(talk);
        }
        return;
    }
    if (began || !answered || wished != Flow::None) {
        takeIn(talk);
    }
    runOpenFlow(talk);
    const bool understood = began || answered || talk.progress;
    if (understood) {
        state.misses = 0;
    } else if (open && state.flow != Flow::None) {
        talk.sayFirst(QStringLiteral("misunderstood.short"));
        missed(talk);
    }
}

} // namespace

OfflineBrain::OfflineBrain(std::unique_ptr<const Data> data)
    : m_data(std::move(data))
{
}

OfflineBrain::~OfflineBrain() = default;

Result<std::unique_ptr<OfflineBrain>> OfflineBrain::load(const QString& resources, const QString& team)
{
    auto texts = Texts::load(resources + QStringLiteral("/texts.json"));
    if (!texts) {
        return fail(texts.error());
    }
    auto agents = Team::load(resources + QLatin1Char('/') + team + QStringLiteral(".json"));
    if (!agents) {
        return fail(agents.error());
    }
    auto data = std::make_unique<Data>();
    data->texts = std::move(*texts);
    data->team = std::move(*agents);
    return std::unique_ptr<OfflineBrain>(new OfflineBrain(std::move(data)));
}

Result<Proposal> OfflineBrain::next(const TurnContext& context, const std::vector<ToolResult>& results,
                                    const QStringList& refusals, const base::Cancel&)
{
    Talk talk(context, results, m_data->texts, m_data->team);
    if (refusals.isEmpty()) {
        converse(talk);
    } else {
        talk.handOver(QStringLiteral("guard.refused"), QStringLiteral("handover.person"));
    }
    Proposal proposal = talk.propose();
    proposal.optOut = talk.optOut;
    return proposal;
}

} // namespace delpek::agent
