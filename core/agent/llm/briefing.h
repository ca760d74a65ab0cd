// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/llm/conversation.h"
#include "agent/team.h"

namespace delpek::agent::llm
{

/// What a model is told, from data: `resources`/prompts.json and `resources`/<team>.json. Immutable; any thread.
class Briefing
{
public:
    /// Fails with the file and what it lacks.
    static Result<Briefing> load(const QString& resources, const QString& team);

    const Team& team() const { return m_team; }
    /// The agent of that name, else the coordinator.
    const TeamAgent& agent(const QString& name) const;

    /// The same for all conversations of an agent while the clinic's facts stay the same. It tells of no person.
    QString system(const TeamAgent& agent, const TurnContext& context) const;
    /// How the conversation stands: the state, the rules that refused the last draft, the change that was agreed to.
    /// Nothing of a person but what was established (`dialogue`).
    QString situation(const TurnContext& context, domain::Language language, const base::Json& dialogue,
                      const QStringList& refusals, const base::Json& agreed) const;
    QString once() const { return m_once; }

private:
    explicit Briefing(Team team)
        : m_team(std::move(team))
    {
    }

    QStringList m_system;
    QString m_refused;
    QString m_agreed;
    QString m_once;
    Team m_team;
};

/// The conversation and the tools of this turn, as the model is shown them. Begins with the patient.
std::vector<Entry> entriesOf(const TurnContext& context, const std::vector<ToolResult>& results);

} // namespace delpek::agent::llm
