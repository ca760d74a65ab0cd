// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offlinebrain.h"

#include "agent/offline/flows.h"
#include "agent/offline/usual.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace delpek::agent
{

struct OfflineBrain::Data {
    Texts texts;
    QString agent;
    QStringList tools;
};

namespace
{

using domain::Asks;

struct Hard {
    const char* intent;
    const char* reason;
    const char* key;
};

/// What a person does, whatever else is going on.
constexpr std::array<Hard, 7> forPeople{{{"human", "human.requested", "handover.person"},
                                         {"complaint", "complaint", "handover.complaint"},
                                         {"opt_out", "opt_out", "handover.opt_out"},
                                         {"privacy_request", "privacy.requested", "handover.privacy"},
                                         {"doctor", "doctor.requested", "handover.doctor_wish"},
                                         {"records", "records.requested", "handover.documents"},
                                         {"pay", "payment", "handover.payment"}}};

bool isBareCourtesy(const QString& intent)
{
    return intent == QLatin1String("thanks") || intent == QLatin1String("goodbye");
}

/// Surely asks something medical, and not only in words that come up there.
bool asksMedically(const Talk& talk)
{
    constexpr double sure = 0.5;
    const bool medical = talk.wishes("medical_question") || talk.wishes("prescription") || talk.wishes("symptom");
    return medical && talk.said.score >= sure;
}

/// Asks for what stands in the card or for the waiting list, in words that the intents take for something else ("put me
/// on the list", "my treatment plan"), and for nothing else that is for a person.
bool asksInOtherWords(const Talk& talk)
{
    constexpr double sure = 0.5;
    const auto mistaken = [&talk](const char* intent) {
        return intent == std::string_view("records") ||
               (intent == std::string_view("opt_out") && talk.said.score < sure);
    };
    const bool other = std::any_of(forPeople.begin(), forPeople.end(), [&](const Hard& hard) {
        return talk.wishes(hard.intent) && !mistaken(hard.intent);
    });
    return (lookupWish(talk).ofCard() || wishesToWait(talk)) && !other && !asksMedically(talk);
}

bool handToPerson(Talk& talk)
{
    if (asksInOtherWords(talk)) {
        return false;
    }
    // A short answer to a question of ours must look a good deal like a wish to be taken for one.
    constexpr double sureWithinQuestion = 0.8;
    const bool open = talk.wasAsked != Asks::Nothing && talk.state.flow != Flow::None;
    for (const auto& hard : forPeople) {
        if ((talk.said.intent == QLatin1String(hard.intent) && (!open || talk.said.score >= sureWithinQuestion)) ||
            (hard.intent == std::string_view("human") && talk.wishes("human"))) {
            talk.handOver(QLatin1String(hard.reason), QLatin1String(hard.key));
            return true;
        }
    }
    const bool medical = talk.said.intent == QLatin1String("medical_question") ||
                         talk.said.intent == QLatin1String("prescription") ||
                         (talk.said.intent == QLatin1String("symptom") && !talk.wishes("book_appointment") &&
                          talk.state.flow != Flow::Book);
    if (medical) {
        talk.askDoctor(QStringLiteral("doctor.question"), QStringLiteral("handover.doctor"),
                       {{QStringLiteral("phone"), talk.clinicPhone()}});
    }
    return medical;
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

/// The flow that a message begins; None for a message that begins none.
Flow flowWished(const Talk& talk)
{
    const QString& intent = talk.said.intent;
    const auto is = [&](const char* word) { return intent == QLatin1String(word); };
    if (asksInOtherWords(talk)) {
        return wishesToWait(talk) ? Flow::Wait : Flow::Lookup;
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
        return false;
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
        book(talk);
        break;
    case Flow::Lookup:
        lookUp(talk);
        break;
    case Flow::Cancel:
        cancelVisit(talk);
        break;
    case Flow::Move:
        moveVisit(talk);
        break;
    case Flow::Wait:
        joinWaitingList(talk);
        break;
    case Flow::None:
        break;
    }
}

/// Out of a cache nothing is offered and nothing can be changed: said at once, before anything is asked.
void runOpenFlow(Talk& talk)
{
    const Flow flow = talk.state.flow;
    if (talk.context.recordsAsOf && (flow == Flow::Book || flow == Flow::Cancel || flow == Flow::Move)) {
        talk.handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
        return;
    }
    runFlow(talk);
}

/// Whoever waits, waits for what they have been asking for.
void begin(Talk& talk, Flow wished)
{
    auto& state = talk.state;
    const DialogueState before = state;
    state.endFlow();
    state.flow = wished;
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
        key = QStringLiteral("courtesy.see_you");
    } else if (intent == QLatin1String("feedback")) {
        key = QStringLiteral("courtesy.feedback");
    }
    if (key.isEmpty()) {
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
    if (!plain && (handleWordless(talk) || handToPerson(talk))) {
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
    const bool answered = !plain && answerQuestions(talk);
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
        begin(talk, wished);
        talk.wasAsked = Asks::Nothing;
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
    const QString path = resources + QLatin1Char('/') + team + QStringLiteral(".json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    const auto json = base::parseJson(file.readAll());
    if (!json) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1 is %2").arg(path, json.error().detail));
    }
    const base::Json& agents = base::at(*json, "agents");
    if (!agents.is_array() || agents.empty() || base::textAt(agents.front(), "name").isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1: \"agents\" names no agent; add one with a name").arg(path));
    }
    auto data = std::make_unique<Data>();
    data->texts = std::move(*texts);
    data->agent = base::textAt(agents.front(), "name");
    for (const auto& tool : base::at(agents.front(), "tools")) {
        data->tools << QString::fromStdString(tool.get<std::string>());
    }
    return std::unique_ptr<OfflineBrain>(new OfflineBrain(std::move(data)));
}

Result<Proposal> OfflineBrain::next(const TurnContext& context, const std::vector<ToolResult>& results,
                                    const QStringList& refusals, const base::Cancel&)
{
    Talk talk(context, results, m_data->texts);
    if (refusals.isEmpty()) {
        converse(talk);
    } else {
        talk.handOver(QStringLiteral("guard.refused"), QStringLiteral("handover.person"));
    }
    Proposal proposal = talk.propose();
    proposal.agent = m_data->agent;
    const auto* handedOver = std::get_if<HandOver>(&proposal.step);
    proposal.optOut = handedOver && handedOver->reason == QLatin1String("opt_out");
    if (const auto* calls = std::get_if<CallTools>(&proposal.step)) {
        for (const auto& call : calls->calls) {
            if (!m_data->tools.contains(call.tool)) {
                return fail(
                    ErrorCode::Forbidden,
                    QStringLiteral("agent %1 may not use %2; add it to its tools").arg(m_data->agent, call.tool));
            }
        }
    }
    return proposal;
}

} // namespace delpek::agent
