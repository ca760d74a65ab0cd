// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/clinicfacts.h"
#include "agent/mind.h"
#include "agent/turn.h"
#include "domain/replayedturn.h"

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

/// Runs turns of one conversation again, oldest first, with another mind, on what their decisions recorded. Asks no
/// records, writes and sends nothing. Not judged again: whether a draft names other patients on the phone, as their
/// names are not recorded. Not thread-safe; blocks for the time of a turn.
class Replay
{
public:
    /// `mind` outlives the replay.
    Replay(const Mind& mind, TurnLimits limits);
    domain::ReplayedTurn run(const KeptTurn& turn);
    /// The clinic's facts, where this earlier turn of the conversation holds them.
    void know(const domain::Decision& earlier);

private:
    const Mind& m_mind;
    TurnLimits m_limits;
    std::map<QString, ClinicFacts> m_facts; ///< by their print: a conversation's first turns hold them
};

/// The print of the clinic's facts with which a turn began; empty where it was not recorded.
QString factsPrint(const domain::Decision& decision);
/// Whether the facts themselves stand in it.
bool holdsFacts(const domain::Decision& decision);

/// The version that a message had when the decision was made; 0: it was deleted by then. Empty for decisions that do
/// not tell.
std::optional<int> versionThen(const domain::Decision& decision, domain::MessageId message);

} // namespace delpek::agent
