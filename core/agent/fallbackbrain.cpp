// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/fallbackbrain.h"

#include "agent/episode.h"
#include "agent/tool.h"
#include "agent/turnrecord.h"
#include "base/logging.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

/// A picture or a sticker, and not the answer to a question.
bool isWordless(const TurnContext& context)
{
    return lastAsked(context.history) == domain::Asks::Nothing &&
           std::none_of(context.text.begin(), context.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

FallbackBrain::FallbackBrain(std::unique_ptr<Brain> first, std::unique_ptr<Brain> second, base::Clock& clock,
                             base::Duration patience)
    : m_first(std::move(first))
    , m_second(std::move(second))
    , m_clock(clock)
    , m_patience(patience)
{
    for (const auto& [name, tool] : clinicTools()) {
        if (tool->kind() == ToolKind::Change) {
            m_changes.insert(name);
        }
    }
}

Result<Proposal> FallbackBrain::next(const TurnContext& context, const std::vector<ToolResult>& results,
                                     const QStringList& refusals, const base::Cancel& cancel)
{
    Turn turn = turnOf(context, results.empty() && refusals.isEmpty());
    if (turn.fallen) {
        return second(*turn.fallen, context, results, refusals, cancel);
    }
    const bool changed = changedAnything(results);
    if (isWordless(context) && results.empty()) {
        turn.fallen = Fallen{0, "no words"};
    } else if (!changed && m_clock.now() - turn.began > m_patience) {
        turn.fallen = Fallen{results.size(), "too slow"};
    } else {
        auto proposal = m_first->next(context, results, refusals, cancel);
        if (proposal || proposal.error().code == ErrorCode::Cancelled || cancel.stop_requested() || changed) {
            if (proposal && std::holds_alternative<CallTools>(proposal->step)) {
                keep(context, turn);
            }
            return proposal;
        }
        qCWarning(lcAgent).noquote() << m_first->name()
                                     << "failed, the other brain goes on:" << base::describe(proposal.error());
        turn.fallen = Fallen{results.size(), toJson(proposal.error())};
    }
    keep(context, turn);
    // A draft of the first that was refused is no fault of the second.
    return second(*turn.fallen, context, results, {}, cancel);
}

/// Taken out: a turn that ends leaves nothing behind.
FallbackBrain::Turn FallbackBrain::turnOf(const TurnContext& context, bool begins)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_turns.find(context.conversation.id);
    if (begins || found == m_turns.end()) {
        m_turns.erase(context.conversation.id);
        return {m_clock.now(), std::nullopt};
    }
    const Turn turn = found->second;
    if (!turn.fallen) {
        m_turns.erase(found);
    }
    return turn;
}

void FallbackBrain::keep(const TurnContext& context, const Turn& turn)
{
    const std::lock_guard lock(m_mutex);
    m_turns[context.conversation.id] = turn;
}

bool FallbackBrain::changedAnything(const std::vector<ToolResult>& results) const
{
    return std::any_of(results.begin(), results.end(), [this](const ToolResult& result) {
        return m_changes.contains(result.call.tool) && (!result.error || result.error->code == ErrorCode::Timeout);
    });
}

Result<Proposal> FallbackBrain::second(const Fallen& fallen, const TurnContext& context,
                                       const std::vector<ToolResult>& results, const QStringList& refusals,
                                       const base::Cancel& cancel)
{
    const auto begin = results.begin() + std::ptrdiff_t(std::min(fallen.resultsBefore, results.size()));
    auto proposal = m_second->next(context, {begin, results.end()}, refusals, cancel);
    if (proposal) {
        if (!proposal->explanation.is_object()) {
            proposal->explanation = base::Json::object();
        }
        proposal->explanation["brain"] = base::utf8(m_second->name());
        proposal->explanation["fallback"] = fallen.why;
    }
    return proposal;
}

} // namespace delpek::agent
