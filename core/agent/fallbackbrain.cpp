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

FallbackBrain::FallbackBrain(std::unique_ptr<Brain> first, std::unique_ptr<Brain> second)
    : m_first(std::move(first))
    , m_second(std::move(second))
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
    auto fallen = fallenIn(context, results.empty() && refusals.isEmpty());
    if (!fallen && isWordless(context)) {
        fallen = Fallen{0, "no words"};
    }
    if (!fallen) {
        auto proposal = m_first->next(context, results, refusals, cancel);
        if (proposal || proposal.error().code == ErrorCode::Cancelled || cancel.stop_requested() ||
            changedAnything(results)) {
            return proposal;
        }
        qCWarning(lcAgent).noquote() << m_first->name()
                                     << "failed, the other brain goes on:" << base::describe(proposal.error());
        fallen = Fallen{results.size(), toJson(proposal.error())};
        {
            const std::lock_guard lock(m_mutex);
            m_fallen[context.conversation.id] = *fallen;
        }
        // A draft of the first that was refused is no fault of the second.
        return second(*fallen, context, results, {}, cancel);
    }
    return second(*fallen, context, results, refusals, cancel);
}

std::optional<FallbackBrain::Fallen> FallbackBrain::fallenIn(const TurnContext& context, bool begins)
{
    const std::lock_guard lock(m_mutex);
    if (begins) {
        m_fallen.erase(context.conversation.id);
    }
    const auto found = m_fallen.find(context.conversation.id);
    return found == m_fallen.end() ? std::nullopt : std::optional(found->second);
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
