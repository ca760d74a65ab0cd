// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/scenario.h"
#include "simulation/world.h"

namespace delpek::simulation
{

/// The simulated patient: writes as the script says and answers what the agent asks.
class Patient
{
public:
    explicit Patient(World& world)
        : m_world(world)
    {
    }

    void say(const Say& say);
    /// Answers the agent's last message by the kind of its question; false when it asks nothing.
    bool answer(const AnswerStep& step);
    int messages() const { return m_messages; }
    /// The patient's conversation, once there is one.
    std::optional<domain::Conversation> conversation();
    /// The whole thread, ascending.
    std::vector<domain::Message> thread();

private:
    std::optional<domain::Message> lastMessage();
    void react(const QString& emoji);
    void press(const QString& label);
    void sayWords(const QString& words);

    World& m_world;
    int m_messages = 0;
};

} // namespace delpek::simulation
