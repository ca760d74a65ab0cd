// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for the doctor's card while a doctor is awaited: gathered in the patient's words, never judged here.
#include "agent/turnrun.h"

#include <algorithm>
#include <array>

namespace delpek::agent
{

namespace
{

constexpr int mostQuestions = 3;
/// In the order in which they are asked; the keys are those of intake.json.
constexpr std::array<const char*, 5> symptomQuestions = {"since", "strength", "fever", "medicines", "where"};

QString keyOf(const QString& fact)
{
    return QStringLiteral("intake.") + fact;
}

bool asksQuestion(const domain::Message& message, const Texts& texts, const QString& fact)
{
    for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
        if (message.asks == domain::Asks::Reason &&
            message.text.endsWith(texts.text(keyOf(fact), language, domain::Gender::Unknown))) {
            return true;
        }
    }
    return false;
}

} // namespace

/// The patient's own words since a person of the clinic last wrote.
QStringList TurnRunner::Run::episodeWords() const
{
    QStringList words;
    for (const auto& message : m_episode) {
        if (message.isIncoming()) {
            words << message.text;
        }
    }
    return words << m_context.text;
}

/// One short question, behind everything that has to be said and only where nothing else is asked.
void TurnRunner::Run::askIntake(bool ofSymptom)
{
    const auto* book = m_parts.escalations;
    const bool asks = std::ranges::any_of(
        m_result.replies, [](const TurnReply& reply) { return reply.reply.asks != domain::Asks::Nothing; });
    if (!book || asks || m_input.conversation.urgency == domain::Urgency::Emergency ||
        m_input.conversation.mode != domain::Mode::Autopilot || m_input.stale) {
        return;
    }
    QStringList known;
    for (const auto& fact : book->intake().facts(episodeWords())) {
        known << fact.key;
    }
    int asked = 0;
    QString next;
    for (const char* name : symptomQuestions) {
        const QString fact = QLatin1String(name);
        const bool askedBefore = std::ranges::any_of(
            m_episode, [&](const domain::Message& message) { return asksQuestion(message, book->texts(), fact); });
        asked += askedBefore ? 1 : 0;
        const bool fits = ofSymptom || fact == QLatin1String("medicines");
        if (next.isEmpty() && fits && !askedBefore && !known.contains(fact)) {
            next = fact;
        }
    }
    if (next.isEmpty() || asked >= mostQuestions) {
        return;
    }
    const auto text = [&](const QString& key) {
        return book->texts().text(key, m_context.understanding.language, domain::Gender::Unknown);
    };
    TurnReply question;
    question.reply.text =
        asked == 0 ? text(QStringLiteral("intake.first")) + QLatin1Char(' ') + text(keyOf(next)) : text(keyOf(next));
    question.reply.asks = domain::Asks::Reason;
    question.fence = store::Fence::Safety;
    m_result.replies.push_back(std::move(question));
}

/// A complaint is due within the day; what is only asked has the week.
bool TurnRunner::Run::isSymptom(const safety::TriageResult& triage) const
{
    return std::ranges::any_of(triage.hits, [](const safety::Hit& hit) { return hit.tier >= safety::Tier::U; }) ||
           m_context.understanding.intent == QLatin1String("symptom");
}

/// Whether what waits for the doctor is a complaint, not a question or a prescription.
bool TurnRunner::Run::isOfSymptom() const
{
    return std::ranges::any_of(m_episode, [&](const domain::Message& message) {
        return message.isIncoming() && isSymptom(m_parts.triage.judge(message.text));
    });
}

/// What a bare yes to our last question says, so that triage hears it: a fever beside a swelling is more than either.
QString TurnRunner::Run::saidByYes() const
{
    const auto last = std::find_if(m_input.history.rbegin(), m_input.history.rend(),
                                   [](const domain::Message& message) { return !message.isIncoming(); });
    if (!m_parts.escalations || last == m_input.history.rend() ||
        !asksQuestion(*last, m_parts.escalations->texts(), QStringLiteral("fever")) || !affirms()) {
        return {};
    }
    return m_parts.escalations->texts().text(QStringLiteral("intake.fever_yes"), domain::Language::English,
                                             domain::Gender::Unknown);
}

} // namespace delpek::agent
