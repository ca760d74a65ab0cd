// SPDX-License-Identifier: GPL-3.0-or-later
// What a turn has to do with services: whether the message belongs to one, and what becomes of the session. Triage, the
// fence and the guard stand around it as around everything an agent says.
#include "agent/offline/greeting.h"
#include "agent/service/matching.h"
#include "agent/shorten.h"
#include "agent/tools/values.h"
#include "agent/turnrun.h"

namespace delpek::agent
{

using domain::StepKind;
using service::Ending;
using service::Stage;

namespace
{

constexpr qsizetype longestHandedIn = 200;
constexpr int mostUnread = 2;

bool isAny(const QString& intent, std::initializer_list<const char*> names)
{
    return std::ranges::any_of(names, [&](const char* name) { return intent == QLatin1String(name); });
}

/// A sentence changes the language, a name or a single word does not.
domain::Language languageOfOpening(const TurnContext& context)
{
    const auto words = context.text.simplified().count(QLatin1Char(' ')) + 1;
    return context.firstContact || words >= 2 ? context.understanding.language : context.conversation.language;
}

/// "Back", "cancel" and such: whatever they mean elsewhere, here they are for the form.
bool steersForm(const QString& text, const Texts& texts)
{
    return std::ranges::any_of(
        std::initializer_list<const char*>{"words.back", "words.cancel", "words.correct", "words.skip"},
        [&](const char* key) { return service::saysOnly(text, texts, QLatin1String(key)); });
}

/// All that the clinic itself wrote of a service: its times and days may be said.
QStringList wordsOfService(const service::Service& service, domain::Language language)
{
    QStringList words;
    const auto add = [&](const service::Wording& wording) { words << wording.in(language, domain::Gender::Unknown); };
    add(service.answer);
    add(service.closed);
    add(service.done);
    for (const auto& announcement : service.announcements) {
        add(announcement.text);
    }
    for (const auto& field : service.fields) {
        add(field.ask);
        for (const auto& option : field.options) {
            add(option.label);
        }
    }
    return words;
}

} // namespace

/// The session that is open, unless its time is over. A person who took over has ended it.
void TurnRunner::Run::takeUpSession()
{
    m_session = service::sessionFromJson(base::at(m_input.dialogue, "service"));
    if (!m_session) {
        return;
    }
    m_session->expiresAt = m_input.sessionUntil.value_or(m_session->expiresAt);
    if (m_parts.clock.now() >= m_session->expiresAt) {
        m_session.reset();
        return;
    }
    const auto last = std::find_if(m_input.history.rbegin(), m_input.history.rend(),
                                   [](const domain::Message& message) { return !message.isIncoming(); });
    if (last != m_input.history.rend() && last->author != domain::AuthorKind::Agent) {
        endSession(Ending::Left);
    }
}

void TurnRunner::Run::endSession(Ending ending)
{
    m_result.sessions.push_back({std::move(*m_session), ending, std::exchange(m_artifacts, {})});
    m_session.reset();
}

/// What the turn came to is what the session came to: an emergency leaves the form.
void TurnRunner::Run::settleSession(TurnResult& result)
{
    const auto outcome = result.decision.outcome;
    if (!m_session || outcome == domain::Outcome::Superseded) {
        return;
    }
    const Ending ending = outcome == domain::Outcome::Emergency           ? Ending::Emergency
                          : outcome == domain::Outcome::EscalatedToDoctor ? Ending::Doctor
                          : outcome == domain::Outcome::HandedToPerson    ? Ending::Person
                                                                          : Ending::Open;
    result.sessions.push_back({*m_session, ending, m_artifacts});
    if (ending != Ending::Open) {
        m_session.reset();
    }
}

/// What no service may stand before: questions for the doctor, complaints, the standing buttons.
bool TurnRunner::Run::isForBrain() const
{
    constexpr double likely = 0.5;
    constexpr double sure = 0.8;
    const auto& said = m_context.understanding;
    const QString& choice = m_input.burst.back().choice;
    const bool button = choice.startsWith(QLatin1String("menu:")) || choice.startsWith(QLatin1String("start:"));
    const bool medical = std::ranges::any_of(said.wishes, [](const QString& wish) {
        return isAny(wish, {"medical_question", "prescription", "symptom"});
    });
    return button || (medical && said.score >= likely) ||
           (said.score >= sure && isAny(said.intent, {"complaint", "privacy_request", "doctor", "opt_out"}));
}

/// Whether the brain has an answer to what is no answer to the form.
bool TurnRunner::Run::brainKnows() const
{
    constexpr double sure = 0.6;
    const auto& said = m_context.understanding;
    return said.score >= sure &&
           isAny(said.intent, {"price", "hours", "location", "insurance", "service_info", "book_appointment",
                               "cancel_appointment", "reschedule_appointment", "my_appointments", "invoice"});
}

service::Means TurnRunner::Run::serviceMeans()
{
    service::Means means;
    means.checkCode = [this](const QString& name, const QString& code) -> Result<service::CodeAnswer> {
        const auto& check = m_parts.services.checkCode;
        const QString tool = QStringLiteral("check_parent_code");
        const qint64 id = m_input.conversation.id.value; // below zero: a session that a program of the clinic leads
        const QString subject =
            id > 0 ? QStringLiteral("conversation:%1").arg(id) : QStringLiteral("session:%1").arg(-id);
        const auto answer = check ? check({name, code, changeReference(tool, 0), subject})
                                  : Result<service::CodeAnswer>(service::CodeAnswer{});
        base::Json detail{{"arguments", base::Json::object()}};
        if (answer) {
            detail["result"] = {{"confirmed", answer->isRight}, {"patient", base::utf8(answer->patient)}};
        } else {
            detail["error"] = toJson(answer.error());
        }
        m_record.step(StepKind::Tool, tool, std::move(detail));
        return answer;
    };
    means.visits = [this](const QString& patient) -> Result<std::vector<domain::Appointment>> {
        const auto visits = m_parts.services.visits
                                ? m_parts.services.visits(patient)
                                : base::await(m_parts.records.appointments(patient, m_context.now), m_cancel);
        base::Json detail{{"arguments", base::Json::object()}};
        if (visits) {
            base::Json list = base::Json::array();
            for (const auto& visit : *visits) {
                list.push_back(appointmentToJson(visit));
            }
            detail["result"] = {{"appointments", std::move(list)}};
        } else {
            detail["error"] = toJson(visits.error());
        }
        m_record.step(StepKind::Tool, QStringLiteral("get_child_visits"), std::move(detail));
        return visits;
    };
    return means;
}

service::Talk TurnRunner::Run::talkOf(const service::Service& service, const service::Means& means,
                                      domain::Language language)
{
    return service::Talk({*m_parts.services.book, service, m_context, m_parts.understander, m_gate, means, language,
                          m_context.understanding.gender});
}

std::optional<TurnResult> TurnRunner::Run::serve()
{
    if (!m_parts.services.book || m_input.burst.empty()) {
        return std::nullopt;
    }
    if (m_session) {
        auto answered = goOnWithService();
        if (answered || m_session) {
            return answered;
        }
    }
    return beginService();
}

/// Nothing where the message asks for no service, or comes in the middle of something else.
std::optional<TurnResult> TurnRunner::Run::beginService()
{
    const auto asked = lastAsked(m_input.history);
    const bool free = asked == domain::Asks::Nothing || asked == domain::Asks::Other;
    const bool pressed = !m_input.burst.back().choice.isEmpty();
    if (!free || pressed || isForBrain() || !base::textAt(base::at(m_input.dialogue, "fields"), "pending").isEmpty()) {
        return std::nullopt;
    }
    const auto role = m_onPhone.empty() ? service::Role::New : service::Role::Known;
    const auto& book = *m_parts.services.book;
    const auto match = service::matchService(language::readText(m_context.text), book.services(), role, m_context.now,
                                             m_context.clinic);
    const bool ofVisits =
        isAny(m_context.understanding.intent,
              {"book_appointment", "cancel_appointment", "reschedule_appointment", "my_appointments", "invoice"});
    if (!match || (match->service->by == service::By::Agent && ofVisits)) {
        return std::nullopt;
    }
    const auto& service = *match->service;
    const auto now = m_parts.clock.now();
    m_session = service::Session{};
    m_session->reference =
        QStringLiteral("c%1-m%2").arg(m_input.conversation.id.value).arg(m_input.burst.front().id.value);
    m_session->service = service.id;
    m_session->openedAt = now;
    m_session->expiresAt = now + std::chrono::minutes(service.minutes);
    m_session->role = role;
    m_record.step(StepKind::Brain, QStringLiteral("service"),
                  {{"service", base::utf8(service.id)},
                   {"keyword", base::utf8(match->keyword)},
                   {"role", base::utf8(base::toText(role))},
                   {"open", match->isOpen}});
    const bool isModel = m_parts.brain.name() != QLatin1String("offline");
    if (service.by == service::By::Agent && match->isOpen && !service.prompt.isEmpty() &&
        (isModel || service.answer.isEmpty())) {
        m_session->stage = Stage::Talk;
        m_context.servicePrompt = service.prompt;
        return std::nullopt;
    }
    const auto means = serviceMeans();
    const auto language = languageOfOpening(m_context);
    return answerWith(service, talkOf(service, means, language).begin(*m_session), language);
}

/// Nothing where the brain has the turn: the session is then still open, or was left.
std::optional<TurnResult> TurnRunner::Run::goOnWithService()
{
    const auto& book = *m_parts.services.book;
    const auto* service = book.find(m_session->service);
    const auto& said = m_context.understanding;
    constexpr double sure = 0.8;
    constexpr int shortWords = 4;
    const auto text = language::readText(m_context.text);
    const auto other = service::matchService(text, book.services(), m_session->role, m_context.now, m_context.clinic);
    const bool asksOther = m_input.burst.back().choice.isEmpty() && other && other->service->id != m_session->service &&
                           text.tokens.size() <= shortWords;
    const bool steers = steersForm(m_context.text, book.texts());
    const bool leaves =
        !steers && (isForBrain() || asksOther || (said.intent == QLatin1String("human") && said.score >= sure));
    if (!service || leaves) {
        endSession(Ending::Left);
        return std::nullopt;
    }
    m_session->expiresAt = std::max(m_session->expiresAt, m_parts.clock.now() + std::chrono::minutes(service->minutes));
    if (m_session->stage == Stage::Talk) {
        m_context.servicePrompt = service->prompt;
        return std::nullopt;
    }
    const auto means = serviceMeans();
    const auto language = m_input.conversation.language;
    const auto talk = talkOf(*service, means, language);
    if (m_context.text.trimmed().isEmpty() && talk.filesOf(m_input.burst).empty()) {
        return std::nullopt; // a sticker, or a voice note that nobody wrote down
    }
    if (m_session->stage == Stage::Name && brainKnows() && said.identity.name.isEmpty()) {
        m_resumesForm = true;
        return std::nullopt;
    }
    const auto before = *m_session;
    auto saying = talk.goOn(*m_session);
    recordIdentity();
    if (saying.isUnread && brainKnows()) {
        *m_session = before;
        m_resumesForm = true;
        return std::nullopt;
    }
    if (saying.isUnread && m_session->misses >= mostUnread) {
        saying = {};
        saying.lines << book.agentTexts().text(QStringLiteral("handover.lost"), language, said.gender);
        saying.ending = Ending::Person;
        saying.reason = QStringLiteral("agent.lost");
    }
    m_record.step(StepKind::Brain, QStringLiteral("service"),
                  {{"service", base::utf8(service->id)},
                   {"stage", base::utf8(base::toText(m_session->stage))},
                   {"understood", !saying.isUnread}});
    return answerWith(*service, std::move(saying), language);
}

/// Whether the guard lets it pass, if need be without the patient's own words.
bool TurnRunner::Run::serviceMaySay(const service::Service& service, const service::Saying& saying,
                                    domain::Language language, Reply& reply)
{
    Proposal proposal;
    proposal.language = language;
    base::Json visits = base::Json::array();
    for (const auto& visit : saying.visits) {
        visits.push_back(appointmentToJson(visit));
    }
    proposal.dialogue = {{"visits", std::move(visits)}};
    if (m_session) {
        proposal.dialogue["service"] = service::toJson(*m_session);
        proposal.dialogue["identity"] = {{"name", base::utf8(m_session->childName)}};
    }
    m_serviceWords = wordsOfService(service, language);
    reply.asks = saying.asks;
    reply.options = saying.options;
    bool passes = false;
    for (const auto* lines : {&saying.lines, &saying.plainer}) {
        if (!passes && !lines->isEmpty()) {
            reply.text = lines->join(QLatin1Char('\n'));
            passes = passesGuard({reply}, proposal);
            m_refusals.clear();
        }
    }
    return passes;
}

TurnResult TurnRunner::Run::answerWith(const service::Service& service, service::Saying saying,
                                       domain::Language language)
{
    if (m_context.firstContact && m_parts.roster) {
        const QString greeting =
            greetingText(m_context, m_parts.roster->coordinator(), m_parts.services.book->agentTexts(), language,
                         m_context.understanding.gender);
        saying.lines.prepend(greeting);
        if (!saying.plainer.isEmpty()) {
            saying.plainer.prepend(greeting);
        }
    }
    Reply reply;
    if (!serviceMaySay(service, saying, language, reply)) {
        endSession(Ending::Left);
        return giveUp(QStringLiteral("guard.refused"));
    }
    if (m_parts.roster) {
        m_result.agentName = m_parts.roster->coordinator().name;
        m_result.decision.agent = m_result.agentName;
    }
    if (language != m_input.conversation.language) {
        m_result.language = language;
    }
    if (m_result.dialogue.is_object() && m_result.dialogue.contains("asked")) {
        m_result.dialogue["asked"] = ""; // what the brain asked before is not what is answered next
    }
    std::ranges::move(saying.artifacts, std::back_inserter(m_artifacts));
    if (saying.ending != Ending::Open) {
        endSession(saying.ending);
    }
    if (saying.ending == Ending::Person) {
        return handOver(saying.reason, domain::Urgency::Routine, {reply});
    }
    m_result.replies.push_back({std::move(reply), store::Fence::Agent});
    if (!saying.reason.isEmpty()) {
        // The staff has something to do; the agent goes on answering.
        domain::Escalation escalation;
        escalation.conversation = m_input.conversation.id;
        escalation.urgency = domain::Urgency::Routine;
        escalation.reason = saying.reason;
        describe(escalation, nullptr);
        escalation.summary = shortened(saying.handedIn, longestHandedIn);
        m_result.escalation = escalation;
    } else {
        callForUnheard();
    }
    return m_record.finish(domain::Outcome::Replied, QStringLiteral("service ") + service.id);
}

/// Behind the brain's answer the form's question again; where the brain asks something itself, the form is left.
void TurnRunner::Run::resumeForm(domain::Asks asked)
{
    const auto* service = m_resumesForm && m_session ? m_parts.services.book->find(m_session->service) : nullptr;
    if (!service) {
        return;
    }
    const auto language = m_input.conversation.language;
    const auto means = serviceMeans();
    const QString lead =
        m_parts.services.book->texts().text(QStringLiteral("form.resume"), language, m_context.understanding.gender);
    Reply reply;
    if (asked != domain::Asks::Nothing ||
        !serviceMaySay(*service, talkOf(*service, means, language).askAgain(*m_session, {lead}), language, reply)) {
        endSession(Ending::Left);
        return;
    }
    m_result.replies.push_back({std::move(reply), store::Fence::Agent});
}

} // namespace delpek::agent
