// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/language.h"

#include <QStringList>

#include <array>
#include <optional>
#include <vector>

// Who answers, as data. A file of a team, resources/agents/<team>.json:
//
//   "team"                 the name of the file
//   "coordinator"          the agent who greets and has the first word
//   "hand_offs_per_turn"   1 to 12: how often the word may pass within one turn
//   "agents"               one entry each:
//     "name"               as decisions and the desk name the agent
//     "display"            {"he", "en"}: as patients read it
//     "gender"             "female" or "male"
//     "persona"            {"he", "en"}: who this is; a text, or {"neutral", "female", "male"} by the patient's gender
//     "prompt"             instructions for a language model, English
//     "tools"              the names of the tools that this agent may call
//     "intents"            what this agent takes, words of the label guide; "*" takes all
//     "hand_offs"          [{"to": agent, "when": [intent or "*"], "passes": [word of `Passed`]}], the first that fits

namespace delpek::agent
{

/// What goes along when the word passes from one agent to another. What is not passed is forgotten.
enum class Passed { Wish, Identity, Offer, Visits };

struct HandOff {
    QString to;
    QStringList when;
    std::vector<Passed> passes;
    bool isFor(const QString& intent) const;
    bool has(Passed what) const;
};

struct TeamAgent {
    QString name;
    domain::Bilingual display;
    domain::Gender gender = domain::Gender::Unknown;
    std::array<std::array<QString, 3>, 2> personas; ///< by domain::Language, then by the patient's domain::Gender
    QString prompt;
    QStringList tools;
    QStringList intents;
    std::vector<HandOff> handOffs;

    const QString& persona(domain::Language language, domain::Gender patient) const;
    bool takes(const QString& intent) const;
};

/// A team as loaded: each intent of the label guide is taken by somebody, and from each agent hand-offs lead there
/// within the bound of a turn. Immutable; any thread.
class Team
{
public:
    /// Fails with file and place.
    static Result<Team> load(const QString& file);

    const QString& name() const { return m_name; }
    const std::vector<TeamAgent>& agents() const { return m_agents; }
    int handOffsPerTurn() const { return m_handOffsPerTurn; }
    /// Null for a name that is nobody's.
    const TeamAgent* find(const QString& name) const;
    const TeamAgent& coordinator() const;
    /// The hand-offs from an agent to one who takes the intent, in order; empty when the agent takes it. Null pointers
    /// do not occur.
    std::vector<const HandOff*> route(const TeamAgent& from, const QString& intent) const;

private:
    QString m_name;
    QString m_coordinator;
    int m_handOffsPerTurn = 0;
    std::vector<TeamAgent> m_agents;
};

} // namespace delpek::agent

template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::Passed> =
    std::to_array<std::pair<delpek::agent::Passed, const char*>>({{delpek::agent::Passed::Wish, "wish"},
                                                                  {delpek::agent::Passed::Identity, "identity"},
                                                                  {delpek::agent::Passed::Offer, "offer"},
                                                                  {delpek::agent::Passed::Visits, "visits"}});
