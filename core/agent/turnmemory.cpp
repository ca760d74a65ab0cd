// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/turnrun.h"
#include "memory/memoryjson.h"
#include "memory/rules.h"

namespace delpek::agent
{

using domain::StepKind;

/// A number that several patients share, or of which it is not known, tells nothing of the one who writes.
bool TurnRunner::Run::mayRecall() const
{
    return !m_input.conversation.phone || (m_context.recordsReachable && m_onPhone.size() <= 1);
}

/// What is known of the one who writes, for the brain and for the decision. A memory that is away stops no turn.
void TurnRunner::Run::recall()
{
    const auto& [memory, rules] = m_parts.memory;
    if (!memory) {
        return;
    }
    if (!mayRecall()) {
        m_record.step(StepKind::Memory, memory->name(), {{"read", false}, {"why", "not one patient's number"}});
        return;
    }
    const auto& said = m_context.understanding;
    QStringList topics(said.wishes.begin(), said.wishes.end());
    topics += QStringList(said.treatments.begin(), said.treatments.end());
    topics.removeDuplicates();
    const auto query = rules->queryOf(m_input.conversation.person, m_context.text, topics, m_parts.clock.now());
    auto found = base::await(memory->recall(query), m_cancel);
    if (!found) {
        m_record.step(StepKind::Memory, memory->name(), {{"read", false}, {"error", toJson(found.error())}});
        return;
    }
    base::Json detail = memory::toJson(*found);
    detail["read"] = true;
    m_context.memory = std::move(*found);
    m_record.step(StepKind::Memory, memory->name(), std::move(detail));
}

} // namespace delpek::agent
