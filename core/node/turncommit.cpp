// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/turncommit.h"

#include "agent/offerholder.h"
#include "channels/split.h"
#include "clinic/holds.h"
#include "node/drafting.h"
#include "store/consents.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/effects.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "store/outgoing.h"
#include "store/servicesessions.h"

namespace delpek::node
{

namespace
{

constexpr base::Duration briefStays = std::chrono::hours(24 * 14); ///< from the escalation's raise

template <typename T>
std::optional<Error> errorOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error());
}

bool heldByPerson(const domain::Conversation& conversation)
{
    return conversation.holder.kind == domain::HolderKind::Staff ||
           conversation.holder.kind == domain::HolderKind::Doctor;
}

/// The messages of the burst that still say what the turn read. Nothing when one does not wait any more: another
/// engine on the same database may have taken it.
Result<std::optional<std::vector<domain::MessageId>>> unchangedBurst(store::Session& session,
                                                                     const agent::TurnInput& input)
{
    const auto waiting = store::Messages(session).waiting(input.conversation.id);
    if (!waiting) {
        return fail(waiting.error());
    }
    std::vector<domain::MessageId> unchanged;
    for (const auto& mine : input.burst) {
        const auto current =
            std::ranges::find_if(*waiting, [&](const domain::Message& other) { return other.id == mine.id; });
        if (current == waiting->end()) {
            return std::optional<std::vector<domain::MessageId>>();
        }
        if (current->version == mine.version) {
            unchanged.push_back(mine.id);
        }
    }
    return std::optional(std::move(unchanged));
}

/// The burst as it was when the change was announced: the same messages with the same words.
Result<Done> restoreBurst(store::Session& session, const store::Effect& effect, std::vector<domain::Message>& burst)
{
    std::vector<domain::Message> restored;
    for (auto& message : burst) {
        const auto announced =
            std::ranges::find_if(effect.burst, [&](const auto& item) { return item.first == message.id; });
        if (announced == effect.burst.end()) {
            continue;
        }
        if (announced->second != message.version) {
            auto text = store::Messages(session).textOf(message.id, announced->second);
            if (!text) {
                return fail(text.error());
            }
            message.text = std::move(*text);
            message.version = announced->second;
        }
        restored.push_back(std::move(message));
    }
    // None waits any more: another engine has told of the change, and the rest is an ordinary burst.
    if (!restored.empty()) {
        burst = std::move(restored);
    }
    return Done{};
}

/// What the open effects of a conversation came to. One of them that this turn did not come upon is for a person: the
/// records may have been changed and nobody told.
Result<Done> settleEffects(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                           base::Instant now)
{
    store::Effects effects(session);
    const auto open = effects.openOf(input.conversation.id);
    if (!open) {
        return fail(open.error());
    }
    if (!*open) {
        return Done{};
    }
    if (!result.settled.contains((*open)->reference) && !result.escalation) {
        domain::Escalation check;
        check.conversation = input.conversation.id;
        check.urgency = domain::Urgency::Routine;
        check.reason = QStringLiteral("records.unsettled");
        check.openedAt = now;
        if (const auto opened = store::Escalations(session).open(check); !opened) {
            return fail(opened.error());
        }
    }
    return effects.closeAll(input.conversation.id);
}

/// What was asked and said about a doctor's answers here, with its event where an escalation is open.
Result<Done> keepConsent(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                         base::Instant now)
{
    if (!result.asksConsent && !result.consented) {
        return Done{};
    }
    const auto id = input.conversation.id;
    store::Consents consents(session);
    const auto kept = result.consented ? consents.answer(id, *result.consented, now)
                                       : consents.ask(id, result.consentWording, now).map([](bool) { return Done{}; });
    store::Escalations escalations(session);
    const auto known = kept ? escalations.ofConversation(id) : fail(kept.error());
    if (!known || known->empty() || !known->back().isOpen()) {
        return known.map([](auto&&) { return Done{}; });
    }
    const QString kind = !result.consented   ? QStringLiteral("consent.asked")
                         : *result.consented ? QStringLiteral("consent.given")
                                             : QStringLiteral("consent.refused");
    return escalations.addEvent({{}, known->back().id, now, kind, {}, result.consentWording});
}

/// What the person noted who last gave the conversation to the agent, while it is fresh.
Result<QString> freshBrief(store::Session& session, domain::ConversationId id, base::Instant now)
{
    return store::Escalations(session).ofConversation(id).map([&](const std::vector<domain::Escalation>& known) {
        const bool fresh = !known.empty() && now - known.back().openedAt < briefStays;
        return fresh ? known.back().brief : QString();
    });
}

/// One message and one outbox row.
Result<Done> addReply(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                      const agent::TurnReply& reply, qint64 epoch, domain::DecisionId decision, base::Instant now)
{
    domain::Message message;
    message.conversation = input.conversation.id;
    message.author = domain::AuthorKind::Agent;
    message.authorName = result.agentName;
    message.text = reply.reply.text;
    message.asks = reply.reply.asks;
    message.options = reply.reply.options;
    message.epoch = epoch;
    message.decision = decision;
    message.correlation = input.correlation;
    return store::queueMessage(session, std::move(message), reply.fence, now).map([](auto&&) { return Done{}; });
}

/// Sessions of services as the turn left them, with what they leave behind.
Result<Done> keepSessions(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                          base::Instant now)
{
    store::ServiceSessions sessions(session);
    for (const auto& change : result.sessions) {
        const auto id = sessions.save({{},
                                       change.session.reference,
                                       input.conversation.id,
                                       change.session.service,
                                       agent::service::toJson(change.session),
                                       base::toText(change.ending),
                                       change.session.openedAt,
                                       change.session.expiresAt,
                                       now});
        if (!id) {
            return fail(id.error());
        }
        for (const auto& artifact : change.artifacts) {
            const auto added =
                sessions.addArtifact({0, *id, artifact.kind, artifact.name, artifact.body, artifact.message, now});
            if (!added) {
                return added;
            }
        }
    }
    return Done{};
}

/// Until when the session that is open in a dialogue holds, as the desk has it; nothing where there is none.
Result<std::optional<base::Instant>> sessionUntil(store::Session& session, const base::Json& dialogue)
{
    const auto open = agent::service::sessionFromJson(base::at(dialogue, "service"));
    if (!open) {
        return std::optional<base::Instant>();
    }
    return store::ServiceSessions(session)
        .byReference(open->reference)
        .map([](const std::optional<store::ServiceSession>& kept) -> std::optional<base::Instant> {
            if (!kept) {
                return std::nullopt;
            }
            return kept->ending == store::closedByDesk ? base::Instant() : kept->expiresAt;
        });
}

/// Slots that were offered are held no longer than the offer stands and the agent has the conversation.
Result<Done> letOfferGo(store::Session& session, const agent::TurnResult& result, domain::ConversationId id,
                        bool silenced, base::Instant now)
{
    const base::Json& offer = base::at(base::at(result.dialogue, "offer"), "slots");
    const bool stands = offer.is_array() && !offer.empty() && !result.holder && !silenced;
    return stands ? Result<Done>(Done{})
                  : clinic::Holds(session, QTimeZone::utc(), now).release(agent::offerHolder(id));
}

/// In parts that the channel takes; what is asked, and the buttons, stand with the last.
std::vector<agent::TurnReply> partsOf(const agent::TurnReply& reply, const channels::Capabilities& limits)
{
    std::vector<agent::TurnReply> parts;
    for (const QString& text : channels::splitFor(limits, reply.reply.text, reply.reply.options)) {
        parts.push_back({{text, domain::Asks::Nothing, {}}, reply.fence});
    }
    parts.back().reply.asks = reply.reply.asks;
    parts.back().reply.options = reply.reply.options;
    return parts;
}

/// Until when the burst's voice notes are waited for.
std::optional<base::Instant> wordsAwaited(const std::vector<domain::Message>& burst, base::Instant now,
                                          base::Duration patience)
{
    std::optional<base::Instant> until;
    for (const auto& message : burst) {
        const auto end = message.createdAt + patience;
        if (message.attachment && message.attachment->transcript == domain::TranscriptState::Wanted && end > now) {
            until = std::max(until.value_or(end), end);
        }
    }
    return until;
}

/// Whether even the newest message was sent too long ago.
bool isStale(const std::vector<domain::Message>& burst, base::Instant now, base::Duration staleAfter)
{
    return std::ranges::all_of(burst,
                               [&](const domain::Message& message) { return message.sentAt + staleAfter < now; });
}

} // namespace

Result<agent::TurnInput> readInput(store::Session& session, domain::ConversationId id,
                                   std::vector<domain::Message> burst, base::Instant now)
{
    store::Conversations conversations(session);
    auto conversation = conversations.find(id);
    auto dialogue = conversations.dialogue(id);
    const auto changes = store::Effects(session).countSince(id, now - std::chrono::hours(24));
    auto brief = freshBrief(session, id, now);
    const auto consent = store::Consents(session).of(id);
    const auto until = dialogue ? sessionUntil(session, *dialogue) : fail(dialogue.error());
    auto history = store::Messages(session).before(id, burst.front().id, agent::turnHistory);
    for (const auto& error : {errorOf(conversation), errorOf(changes), errorOf(brief), errorOf(consent), errorOf(until),
                              errorOf(history)}) {
        if (error) {
            return fail(*error);
        }
    }
    agent::TurnInput input;
    input.sessionUntil = *until;
    input.correlation = burst.back().correlation;
    input.conversation = std::move(*conversation);
    input.burst = std::move(burst);
    input.history = std::move(*history);
    input.dialogue = std::move(*dialogue);
    input.changesLastDay = *changes;
    input.brief = std::move(*brief);
    input.consent = consent->state;
    return input;
}

Result<std::optional<agent::TurnInput>> readTurn(store::Session& session, domain::ConversationId id, base::Instant now,
                                                 const TurnRules& rules)
{
    auto burst = store::Messages(session).waiting(id);
    const auto effect = store::Effects(session).openOf(id);
    for (const auto& error : {errorOf(burst), errorOf(effect)}) {
        if (error) {
            return fail(*error);
        }
    }
    if (*effect) {
        if (const auto restored = restoreBurst(session, **effect, *burst); !restored) {
            return fail(restored.error());
        }
    }
    if (burst->empty()) {
        return std::optional<agent::TurnInput>();
    }
    auto input = readInput(session, id, std::move(*burst), now);
    // A change that was announced is looked for at once, however old its words are.
    if (!input || *effect) {
        return std::move(input).map([](agent::TurnInput&& whole) { return std::optional(std::move(whole)); });
    }
    input->stale = isStale(input->burst, now, rules.staleAfter);
    input->notBefore = wordsAwaited(input->burst, now, rules.patience);
    const auto drafts = isDraftWanted(session, input->conversation);
    if (!drafts) {
        return fail(drafts.error());
    }
    return (*drafts ? beginDraft(session, std::move(*input)) : std::move(input)).map([](agent::TurnInput&& whole) {
        return std::optional(std::move(whole));
    });
}

Result<Done> intendChange(store::Session& session, const agent::TurnInput& input, const QString& reference,
                          const QString& tool, base::Instant now)
{
    const auto conversation = store::Conversations(session).find(input.conversation.id);
    if (!conversation) {
        return fail(conversation.error());
    }
    store::Effects effects(session);
    const auto open = effects.openOf(input.conversation.id);
    if (!open) {
        return fail(open.error());
    }
    // A change that was announced before a crash may already be made: it is found again, whatever came since.
    const bool announced = open->has_value() && !heldByPerson(*conversation);
    if (!announced && !domain::agentMayAct(*conversation, input.conversation.epoch)) {
        return fail(ErrorCode::StaleEpoch, QStringLiteral("the conversation moved on before the change was made"));
    }
    store::Effect effect{input.conversation.id, reference, tool, {}, now};
    for (const auto& message : input.burst) {
        effect.burst.emplace_back(message.id, message.version);
    }
    return effects.open(effect);
}

Result<Done> commitTurn(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                        base::Instant now, const channels::Capabilities& limits)
{
    store::Conversations conversations(session);
    const auto id = input.conversation.id;
    const auto current = conversations.find(id);
    if (!current) {
        return fail(current.error());
    }
    const auto unchanged = unchangedBurst(session, input);
    if (!unchanged) {
        return fail(unchanged.error());
    }
    // An edit raises the epoch. A message that was edited before this turn and is read as it was announced does not
    // count: if the change cannot be made now, what came since must not wait behind it.
    const bool moved = current->epoch != input.conversation.epoch;
    if (!*unchanged || (moved && !result.madeChange)) {
        return fail(ErrorCode::StaleEpoch, QStringLiteral("the conversation moved on during the turn"));
    }
    const bool silenced = heldByPerson(*current);

    domain::Decision decision = result.decision;
    decision.dialogueBefore = input.dialogue;
    if (silenced && !result.replies.empty()) {
        decision.outcome = domain::Outcome::Superseded;
    }
    const auto decided = store::Decisions(session).add(decision);
    if (!decided) {
        return fail(decided.error());
    }
    // A message that was edited after the turn had read it waits on: its new words have not been answered.
    if (const auto taken = store::Messages(session).markTaken(**unchanged, *decided); !taken) {
        return taken;
    }
    if (const auto settled = settleEffects(session, input, result, now); !settled) {
        return settled;
    }
    if (const auto drafted = keepDraft(session, input, result, *decided, now); !drafted) {
        return drafted;
    }
    if (result.escalation) {
        if (const auto opened = store::Escalations(session).open(*result.escalation); !opened) {
            return fail(opened.error());
        }
    }
    // What a patient said of it counts whoever holds the conversation; the question goes out only where nobody does.
    if (!silenced || result.consented) {
        if (const auto kept = keepConsent(session, input, result, now); !kept) {
            return kept;
        }
    }
    if (const auto gone = letOfferGo(session, result, id, silenced, now); !gone) {
        return gone;
    }
    if (silenced) {
        return Done{};
    }
    if (const auto kept = conversations.setDialogue(id, result.dialogue); !kept) {
        return kept;
    }
    if (const auto kept = keepSessions(session, input, result, now); !kept) {
        return kept;
    }
    if (result.language && *result.language != current->language) {
        if (const auto set = conversations.setLanguage(id, *result.language); !set) {
            return set;
        }
    }
    if (result.optOut) {
        if (const auto set = conversations.setOptedOut(id, *result.optOut); !set) {
            return set;
        }
    }
    qint64 epoch = current->epoch;
    if (result.holder && *result.holder != current->holder.kind) {
        const auto raised = conversations.setHolder(id, {*result.holder, {}}, now);
        if (!raised) {
            return fail(raised.error());
        }
        epoch = *raised;
    }
    for (auto reply : result.replies) {
        // What was done must be told, and "a person will answer" goes out under the new holder.
        if (result.madeChange || result.holder) {
            reply.fence = store::Fence::Safety;
        }
        for (const auto& part : partsOf(reply, limits)) {
            if (const auto added = addReply(session, input, result, part, epoch, *decided, now); !added) {
                return added;
            }
        }
    }
    return Done{};
}

} // namespace delpek::node
