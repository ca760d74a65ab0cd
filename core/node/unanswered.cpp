// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/unanswered.h"

#include "base/await.h"
#include "base/logging.h"
#include "domain/said.h"
#include "store/escalations.h"
#include "store/messages.h"

namespace delpek::node
{

namespace
{

constexpr int longestThread = 50; ///< messages since the question; more of ours would mean that somebody writes
constexpr int mostOpen = 1000;

/// When the question was put that the patient has not answered.
std::optional<base::Instant> askedAt(const std::vector<domain::Message>& messages)
{
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        if (message->isIncoming()) {
            return std::nullopt;
        }
        // Also where a person sent the agent's draft.
        if (domain::isSaid(*message) && message->asks == domain::Asks::Danger) {
            return message->createdAt;
        }
        if (domain::isSaidByPerson(*message)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace

Result<std::optional<base::Instant>> raiseUnanswered(store::Session& session, domain::ConversationId conversation,
                                                     base::Duration patience, base::Instant now)
{
    store::Escalations escalations(session);
    const auto known = escalations.ofConversation(conversation);
    if (!known) {
        return fail(known.error());
    }
    const auto open = std::find_if(known->begin(), known->end(), [](const domain::Escalation& one) {
        return one.isOpen() && !one.acknowledgedAt && one.urgency == domain::Urgency::DoctorRequired;
    });
    if (open == known->end()) {
        return std::optional<base::Instant>();
    }
    const auto messages = store::Messages(session).before(conversation, {}, longestThread);
    if (!messages) {
        return fail(messages.error());
    }
    const auto asked = askedAt(*messages);
    if (!asked) {
        return std::optional<base::Instant>();
    }
    if (now < *asked + patience) {
        return std::optional(*asked + patience);
    }
    domain::Escalation raised;
    raised.conversation = conversation;
    raised.urgency = domain::Urgency::Emergency;
    raised.reason = QStringLiteral("triage.unanswered");
    raised.rules = QStringList{QStringLiteral("question-unanswered")};
    raised.openedAt = now;
    raised.dueAt = now;
    return escalations.open(raised).map([](domain::EscalationId) { return std::optional<base::Instant>(); });
}

UnansweredQuestions::UnansweredQuestions(store::Store& store, base::Clock& clock, base::Activity& activity,
                                         base::Duration patience)
    : m_store(store)
    , m_clock(clock)
    , m_activity(activity)
    , m_patience(patience)
    , m_timers(clock)
{
}

Result<Done> UnansweredQuestions::start()
{
    const auto open = base::await(
        m_store.read([](store::Session& session) { return store::Escalations(session).openOnes(mostOpen); }));
    if (!open) {
        return fail(open.error());
    }
    for (const auto& escalation : *open) {
        if (escalation.urgency == domain::Urgency::DoctorRequired) {
            watch(escalation.conversation);
        }
    }
    return Done{};
}

void UnansweredQuestions::watch(domain::ConversationId conversation)
{
    const auto now = m_clock.now();
    m_store
        .write([conversation, now, patience = m_patience](store::Session& session) {
            return raiseUnanswered(session, conversation, patience, now);
        })
        .then([this, conversation, token = m_activity.begin()](const Result<std::optional<base::Instant>>& due) {
            if (!due) {
                qCWarning(lcNode).noquote() << "question of conversation" << conversation.value
                                            << "cannot be looked at:" << base::describe(due.error());
                arm(conversation, m_clock.now() + m_patience);
            } else if (*due) {
                arm(conversation, **due);
            }
        });
}

void UnansweredQuestions::arm(domain::ConversationId conversation, base::Instant due)
{
    m_timers.arm(conversation, due, [this, conversation] { watch(conversation); });
}

void UnansweredQuestions::stop()
{
    m_timers.stop();
}

} // namespace delpek::node
