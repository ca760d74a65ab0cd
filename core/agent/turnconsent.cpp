// SPDX-License-Identifier: GPL-3.0-or-later
// What a turn knows of escalations: their first sign and deadline, the patient's consent to answers here, and what a
// person noted when the conversation was given back.
#include "agent/firstsign.h"
#include "agent/shorten.h"
#include "agent/turnrun.h"
#include "domain/said.h"

namespace delpek::agent
{

namespace
{

constexpr qsizetype longestSummary = 200;
const char* const consentYes = "consent:yes";
const char* const consentNo = "consent:no";

bool asksForConsent(const domain::Message& message)
{
    return message.author == domain::AuthorKind::Agent && !message.options.empty() &&
           message.options.front().value == QLatin1String(consentYes);
}

} // namespace

/// When it began, by when somebody must act, and in short what was said.
void TurnRunner::Run::describe(domain::Escalation& escalation, const safety::TriageResult* triage) const
{
    escalation.openedAt = m_parts.clock.now();
    escalation.since = m_input.burst.empty() ? escalation.openedAt : firstSign(m_input.burst);
    escalation.summary = shortened(m_context.text, longestSummary);
    if (m_parts.escalations) {
        escalation.dueAt = m_parts.escalations->dueAt(escalation.urgency, triage, escalation.since);
    }
}

/// Asked once, with the message that says that a doctor was called, of who waits for a doctor. Never while the question
/// whether there is danger is open: a yes must not be taken for the other.
void TurnRunner::Run::askConsent(domain::Urgency urgency)
{
    const auto* book = m_parts.escalations;
    const bool asksNow = std::ranges::any_of(
        m_result.replies, [](const TurnReply& reply) { return reply.reply.asks == domain::Asks::Danger; });
    const bool dangerOpen = asksNow || (askedOfDanger() && !deniesDanger());
    if (!book || !m_runner.m_limits.asksConsent || urgency != domain::Urgency::DoctorRequired || dangerOpen ||
        m_input.consent != domain::ConsentState::NotAsked || m_input.conversation.mode != domain::Mode::Autopilot) {
        return;
    }
    const auto language = m_context.understanding.language;
    const auto text = [&](const char* key) {
        return book->texts().text(QLatin1String(key), language, m_context.understanding.gender);
    };
    TurnReply question;
    question.reply.text = text("consent.ask");
    question.reply.asks = domain::Asks::Other;
    question.reply.options = {{QLatin1String(consentYes), text("consent.yes")},
                              {QLatin1String(consentNo), text("consent.no")}};
    question.fence = store::Fence::Safety;
    m_result.replies.push_back(std::move(question));
    m_result.asksConsent = true;
    m_result.consentWording = book->consentWording();
}

/// A no to the question whether there is danger.
bool TurnRunner::Run::deniesDanger() const
{
    return lastAsked(m_input.history) == domain::Asks::Danger &&
           m_context.understanding.intent == QLatin1String("deny");
}

/// Who writes again while nobody has answered is told so in short, once; no flow begins.
bool TurnRunner::Run::answerWaiting()
{
    const auto& conversation = m_input.conversation;
    const auto* book = m_parts.escalations;
    if (!book || conversation.holder.kind != domain::HolderKind::Nobody ||
        conversation.mode != domain::Mode::Autopilot || conversation.urgency == domain::Urgency::Routine) {
        return false;
    }
    if (std::ranges::any_of(m_input.history, domain::isSaidByPerson)) {
        return false; // a person wrote of late: that nobody answered would not be true
    }
    askConsent(conversation.urgency);
    askIntake(isOfSymptom());
    const QString text =
        book->texts().text(QStringLiteral("holding.added"), m_context.understanding.language, domain::Gender::Unknown);
    const bool told = std::ranges::any_of(
        m_episode, [&](const domain::Message& message) { return domain::isSaid(message) && message.text == text; });
    if (m_result.replies.empty() && !told && !m_input.stale) {
        m_result.replies.push_back({{text, domain::Asks::Nothing, {}}, store::Fence::Safety});
    }
    return !m_result.replies.empty();
}

/// The answer to that question, by button or by a plain yes or no; it is noted whoever holds the conversation.
bool TurnRunner::Run::hearConsent()
{
    if (!m_parts.escalations || m_input.consent != domain::ConsentState::Asked || m_input.burst.empty()) {
        return false;
    }
    const auto asked = std::find_if(m_input.history.rbegin(), m_input.history.rend(), domain::isSaid);
    const QString& choice = m_input.burst.back().choice;
    std::optional<bool> said;
    if (choice == QLatin1String(consentYes) || choice == QLatin1String(consentNo)) {
        said = choice == QLatin1String(consentYes);
    } else if (asked != m_input.history.rend() && asksForConsent(*asked)) {
        language::UnderstandingContext context;
        context.now = m_context.now;
        context.zone = m_context.clinic.zone;
        context.asked = base::toText(domain::Asks::Confirm);
        const QString intent = m_parts.understander.understand(m_context.text, context).intent;
        if (intent == QLatin1String("affirm") || intent == QLatin1String("deny")) {
            said = intent == QLatin1String("affirm");
        }
    }
    if (!said) {
        return false;
    }
    m_result.consented = said;
    TurnReply reply;
    reply.reply.text =
        m_parts.escalations->texts().text(*said ? QStringLiteral("consent.given") : QStringLiteral("consent.refused"),
                                          m_context.understanding.language, m_context.understanding.gender);
    reply.fence = store::Fence::Safety;
    if (m_input.conversation.mode == domain::Mode::Autopilot) {
        m_result.replies.push_back(std::move(reply));
        if (m_input.conversation.holder.kind == domain::HolderKind::Nobody &&
            m_input.conversation.urgency == domain::Urgency::DoctorRequired) {
            askIntake(isOfSymptom());
        }
    }
    return true;
}

/// Who asks what was agreed is told what the person of the clinic noted, in that person's words, when the guard lets
/// them pass.
bool TurnRunner::Run::tellBrief()
{
    const auto* book = m_parts.escalations;
    if (!book || m_input.brief.isEmpty()) {
        return false;
    }
    const QString said = language::fold(m_context.text);
    bool asks = false;
    for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
        for (const QString& phrase : book->texts().text(QStringLiteral("brief.words"), language, {}).split(u'|')) {
            asks = asks || said.contains(language::fold(phrase));
        }
    }
    if (!asks) {
        return false;
    }
    const Reply reply{book->texts().text(QStringLiteral("brief.told"), m_context.understanding.language,
                                         m_context.understanding.gender) +
                          QLatin1Char('\n') + m_input.brief,
                      domain::Asks::Nothing,
                      {}};
    const bool passes = passesGuard({reply}, Proposal{});
    m_refusals.clear();
    if (passes) {
        m_result.replies.push_back({reply, store::Fence::Agent});
    }
    return passes;
}

} // namespace delpek::agent
