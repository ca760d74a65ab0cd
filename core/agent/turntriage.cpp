// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/clinicphone.h"
#include "agent/turnrun.h"
#include "domain/said.h"

namespace delpek::agent
{

using domain::StepKind;

/// What triage says of the burst after what was said before, as far as records are read.
safety::TriageResult TurnRunner::Run::assess() const
{
    safety::TriageContext context;
    if (hasFlags()) {
        context.flags = m_onPhone.front().flags;
    }
    const auto flags = context;
    const QString implied = saidByYes();
    const QString text = implied.isEmpty() ? m_context.text : m_context.text + QLatin1Char('\n') + implied;
    for (const auto& message : m_episode) {
        if (message.isIncoming()) {
            context.earlier.push_back(message.text);
        }
    }
    auto triage = m_parts.triage.judge(text, context);
    // What was answered before and closed by a person since must not come up again with each later message.
    if (!context.earlier.empty() && m_input.conversation.urgency < triage.urgency && alreadySent(triage.response)) {
        auto alone = m_parts.triage.judge(text, flags);
        if (alone.urgency < triage.urgency) {
            triage = std::move(alone);
        }
    }
    for (auto& hit : triage.hits) {
        hit.span.begin = std::min(hit.span.begin, m_context.text.size());
        hit.span.end = std::min(hit.span.end, m_context.text.size());
    }
    if (lastAsked(m_input.history) == domain::Asks::Danger && affirms()) {
        triage.hits.insert(triage.hits.begin(), {QStringLiteral("question-affirmed"),
                                                 safety::Tier::E2,
                                                 domain::Urgency::Emergency,
                                                 {0, m_context.text.size()}});
        if (triage.urgency != domain::Urgency::Emergency) {
            triage.urgency = domain::Urgency::Emergency;
            triage.response = QStringLiteral("ambulance");
        }
    }
    return triage;
}

void TurnRunner::Run::recordTriage()
{
    m_record.step(StepKind::Triage, m_parts.triage.version(), toJson(m_context.triage));
}

/// Whether the patient says yes to the question whether there is danger.
bool TurnRunner::Run::affirms() const
{
    language::UnderstandingContext context;
    context.now = m_context.now;
    context.zone = m_context.clinic.zone;
    context.asked = base::toText(domain::Asks::Danger);
    return m_parts.understander.understand(m_context.text, context).intent == QLatin1String("affirm");
}

/// Whether the episode holds the question whether there is danger: it is asked once.
bool TurnRunner::Run::askedOfDanger() const
{
    return std::any_of(m_episode.begin(), m_episode.end(), [](const domain::Message& message) {
        return domain::isSaid(message) && message.asks == domain::Asks::Danger;
    });
}

/// The question that triage wants put, where it was not put yet; empty for none.
QString TurnRunner::Run::dangerQuestion() const
{
    const QString& key = m_context.triage.question;
    return key.isEmpty() || askedOfDanger()
               ? QString()
               : m_parts.triage.question(key, m_context.understanding.language, m_context.understanding.gender);
}

bool TurnRunner::Run::alreadySent(const QString& key) const
{
    const QString phone = clinicPhone(m_context.clinic);
    for (const auto& message : m_episode) {
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            for (const auto gender : {domain::Gender::Unknown, domain::Gender::Female, domain::Gender::Male}) {
                // A person may have sent more behind it.
                if (domain::isSaid(message) &&
                    message.text.startsWith(m_parts.triage.response(key, language, gender, phone))) {
                    return true;
                }
            }
        }
    }
    return false;
}

TurnResult TurnRunner::Run::escalate()
{
    const auto& triage = m_context.triage;
    const auto& conversation = m_input.conversation;
    const bool emergency = triage.urgency == domain::Urgency::Emergency;
    domain::Escalation escalation;
    escalation.conversation = conversation.id;
    escalation.urgency = triage.urgency;
    escalation.reason = QStringLiteral("triage.") + triage.response;
    for (const auto& hit : triage.hits) {
        if (!escalation.rules.contains(hit.rule)) {
            escalation.rules << hit.rule;
        }
    }
    describe(escalation, &triage);
    m_result.escalation = escalation;
    m_result.language = m_context.understanding.language;

    const auto outcome = emergency ? domain::Outcome::Emergency : domain::Outcome::EscalatedToDoctor;
    const auto holder = conversation.holder.kind;
    if (holder == domain::HolderKind::Staff || holder == domain::HolderKind::Doctor) {
        return m_record.finish(outcome, QStringLiteral("held by ") + base::toText(holder));
    }
    m_result.holder = domain::HolderKind::Nobody;
    if (conversation.mode != domain::Mode::Autopilot) {
        return m_record.finish(outcome, QStringLiteral("mode ") + base::toText(conversation.mode));
    }
    if (conversation.urgency >= triage.urgency && alreadySent(triage.response)) {
        askConsent(triage.urgency);
        askIntake(isSymptom(triage));
        return m_record.finish(outcome, QStringLiteral("told before"));
    }
    TurnReply reply;
    reply.reply.text = m_parts.triage.response(triage.response, m_context.understanding.language,
                                               m_context.understanding.gender, clinicPhone(m_context.clinic));
    reply.fence = store::Fence::Safety;
    m_result.replies.push_back(std::move(reply));
    if (const QString asked = dangerQuestion(); !asked.isEmpty()) {
        TurnReply question;
        question.reply.text = asked;
        question.reply.asks = domain::Asks::Danger;
        question.fence = store::Fence::Safety;
        m_result.replies.push_back(std::move(question));
    }
    askConsent(triage.urgency);
    if (!emergency) {
        askIntake(isSymptom(triage));
    }
    return m_record.finish(outcome, triage.response);
}

} // namespace delpek::agent
