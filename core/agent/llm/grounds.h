// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/controls.h"
#include "agent/offline/state.h"
#include "agent/offline/texts.h"
#include "agent/team.h"
#include "agent/tool.h"

namespace delpek::agent::llm
{

/// What a model's step rests on, found by rules from what was said and what tools returned, never from the model's
/// word: who the patient said they are, what was offered, which visits were shown, what they agreed to. It is kept as
/// the dialogue state that the offline brain reads too, so either can take over from the other.
class Grounds
{
public:
    Grounds(const TurnContext& context, const std::vector<ToolResult>& results, const Texts& texts, const Team& team);

    /// The change that was asked about last and that the patient's message says yes to; null: none.
    const base::Json& agreed() const { return m_agreed; }
    /// A name and a birth date in a call must be the patient's own words. Then they count as stated. Forbidden tells
    /// the model why not.
    Result<Done> take(const ToolCall& call, ToolKind kind);
    /// Notes what the end of the turn leaves open.
    void close(const Ending& ending);
    void setAgent(const QString& name) { m_agent = name; }
    QString agent() const { return m_agent; }
    /// The language to answer in: a sentence changes it, a name or a loan word does not.
    domain::Language language() const { return m_language; }
    base::Json dialogue() const;

private:
    void noteIdentity(const base::Json& arguments);
    bool wasSaid(const QString& name, const QDate& birthDate) const;

    const TurnContext& m_context;
    DialogueState m_state;
    base::Json m_visits;
    base::Json m_agreed;
    base::Json m_pending;
    QString m_notes;
    QString m_agent;
    domain::Language m_language = domain::Language::Hebrew;
    QString m_heard; ///< the patient's words, folded
};

} // namespace delpek::agent::llm
