// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/clinicfacts.h"
#include "agent/mind.h"
#include "agent/turn.h"

namespace delpek::agent
{

/// A turn as it is kept: its decision, the messages it read as they read then, and what it said.
struct KeptTurn {
    domain::Decision decision;
    domain::Conversation conversation; ///< as it is today; what the decision holds of it goes before
    std::vector<domain::Message> burst;
    std::vector<domain::Message> history;
    QStringList said;
};

/// What of a turn is held against another.
struct TurnView {
    QString triage; ///< urgency and the rules that fired
    QString intent;
    QString agent;
    QStringList tools; ///< name and arguments, identity left out
    QStringList guard; ///< a verdict for each draft
    QString outcome;
    QString said;
};

struct ReplayedTurn {
    QString skipped; ///< why the turn cannot be run again; else empty
    TurnView then;
    TurnView now;
    QStringList unknown; ///< tools that were not asked then: what they would have given is not known
    /// The names of what differs, of TurnView's members; after an unknown tool neither guard, outcome nor words count.
    QStringList differences() const;
};

/// Runs turns of one conversation again, oldest first, with another mind, on what their decisions recorded. Asks no
/// records, writes and sends nothing. Not judged again: whether a draft names other patients on the phone, as their
/// names are not recorded. Not thread-safe; blocks for the time of a turn.
class Replay
{
public:
    /// `mind` outlives the replay.
    Replay(const Mind& mind, TurnLimits limits);
    ReplayedTurn run(const KeptTurn& turn);

private:
    const Mind& m_mind;
    TurnLimits m_limits;
    std::map<QString, ClinicFacts> m_facts; ///< by their print: a conversation's first turns hold them
};

/// The version that a message had when the decision was made; 0: it was deleted by then. Empty for decisions that do
/// not tell.
std::optional<int> versionThen(const domain::Decision& decision, domain::MessageId message);

} // namespace delpek::agent
